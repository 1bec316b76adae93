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
  /// By field, then by the words of a choice as headings are compared.
  private var choices: [String: [String: String]] = [:]
  /// The label of each field, by its label in the language of the workbook.
  private var labels: [String: String] = [:]

  /// - Parameters:
  ///   - layouts: of the same workbook in every language on offer; the words of an earlier one win.
  ///   - english: its layout in English.
  init(layouts: [WorkbookLayout], english: WorkbookLayout) {
    let originals = Dictionary(english.fields.map { ($0.id, $0) }) { first, _ in first }
    for field in layouts.first?.fields ?? [] {
      labels[field.label] = originals[field.id]?.label
    }
    // What is English already stays as it was typed.
    for field in ([english] + layouts).flatMap(\.fields) {
      guard case .choice(let translated) = field.kind,
        case .choice(let original)? = originals[field.id]?.kind
      else { continue }
      for choice in translated {
        let words = comparable(choice.label)
        guard let label = original.first(where: { $0.code == choice.code })?.label,
          choices[field.id]?[words] == nil
        else { continue }
        choices[field.id, default: [:]][words] = label
      }
    }
    for field in english.fields {
      guard case .choice(let original) = field.kind else { continue }
      for choice in original { choices[field.id]?[comparable(choice.label)] = nil }
    }
  }

  /// An entry with the words of a choice in English; any other as it is.
  func entry(_ entry: Entry, of field: String) -> Entry {
    guard case .text(let text) = entry.cell.value, let label = choices[field]?[comparable(text)]
    else { return entry }
    var said = entry
    said.cell.value = .text(label)
    return said
  }

  func remark(_ remark: LayoutRemark) -> LayoutRemark {
    func said(_ label: String) -> String { labels[label] ?? label }
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
  /// Everything that the workbook asks.
  var fields: [Field] {
    pupils.columns.map(\.field) + questionSheets.flatMap(\.fields)
  }
}
