import Cells
import Programmes
import StudyModel

/// In which of the languages on offer a returned workbook is.
///
/// The one that its stamp names; where that is lost, the one in which most of its sheets are named.
func language(
  of workbook: WorkbookCells, stamp: WorkbookStamp, among languages: [WorkbookTexts]
) -> WorkbookTexts? {
  if let named = languages.first(where: { $0.language.code == stamp.language }) { return named }
  let names = Set(workbook.sheets.map { comparable($0.name) })
  func count(_ texts: WorkbookTexts) -> Int {
    [WorkbookText.startSheet, .aboutSheet, .pupilsSheet, .implementationSheet, .checkSheet]
      .count { names.contains(comparable(texts[$0])) }
  }
  let counts = languages.map(count)
  return zip(languages, counts).first { $0.1 == counts.max() }?.0
}

/// What the words of a workbook in another language are in English, so that a record holds the same
/// whatever language its workbook was in.
struct WordsInEnglish {
  /// By id: what the workbook asks, in English and in its own language.
  private let english: [String: Field]
  private let own: [String: Field]
  /// From English into each language on offer, that of the workbook first.
  private let translations: [[String: String]]

  init(
    own: WorkbookLayout, english: WorkbookLayout, of programme: Programme, languages: [String]
  ) {
    self.own = own.fields
    self.english = english.fields
    translations = languages.compactMap { programme.translations[$0] }
  }

  /// An entry with the words of a choice in English; any other as it is.
  func entry(_ entry: Entry, of field: String) -> Entry {
    guard case .choice(let choices)? = english[field]?.kind, case .text(let text) = entry.cell.value
    else { return entry }
    let words = comparable(text)
    // What is English already stays as it was typed.
    if choices.contains(where: { $0.label == text || comparable($0.label) == words }) {
      return entry
    }
    for translation in translations {
      let choice = choices.first { translation[$0.label].map(comparable) == words }
      guard let choice else { continue }
      var said = entry
      said.cell.value = .text(choice.label)
      return said
    }
    return entry
  }

  func remark(_ remark: LayoutRemark) -> LayoutRemark {
    func said(_ label: String) -> String {
      own.first { $0.value.label == label }.flatMap { english[$0.key]?.label } ?? label
    }
    return switch remark {
    case .columnMissing(let label, let sheet): .columnMissing(label: said(label), sheet: sheet)
    case .columnRenamed(let expected, let found, let heading):
      .columnRenamed(expected: said(expected), found: found, heading: heading)
    case .questionMissing(let label, let sheet): .questionMissing(label: said(label), sheet: sheet)
    default: remark
    }
  }
}

extension WorkbookLayout {
  /// Everything that the workbook asks, by id.
  fileprivate var fields: [String: Field] {
    let all = pupils.columns.map(\.field) + questionSheets.flatMap(\.fields)
    return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }
}
