package import Cells
import Programmes
package import StudyModel

/// Everything that a returned workbook says, as it was typed.
///
/// Sheets, columns and questions are found by their words, never by their place alone: schools
/// move, rename and insert them, and so do spreadsheet programs.
///
/// The record is the same whatever the language of the workbook: answers of closed lists are in
/// English, in whichever language on offer they were given.
///
/// `programmes` gives the programme of an id, if it is known; the file's name is the last resort
/// for what the workbook is.
package func readReturnedWorkbook(
  _ workbook: WorkbookCells, programmes: (String) -> Programme?, languages: [WorkbookTexts],
  fileName: String
) throws(ReturnedWorkbookError) -> StudyRecord {
  let finder = IdentityFinder(
    workbook: workbook, fileName: fileName, keyTitles: languages.map { $0[.keyTitle] })
  let identity = try finder.find()
  let stamp = identity.stamp
  guard let known = programmes(stamp.identity.programme) else {
    throw .unknownProgramme(stamp.identity.programme)
  }
  let programme = known.asking(Set(stamp.asked))
  var record = StudyRecord(
    identity: stamp.identity, programme: programme, design: stamp.design)
  record.issuedAllocation = identity.allocation
  if let place = identity.place { record.layoutRemarks.append(.stampMissing(foundIn: place)) }
  if !stamp.programmeVersion.isEmpty, stamp.programmeVersion != programme.version {
    record.layoutRemarks.append(
      .programmeVersion(workbook: stamp.programmeVersion, current: programme.version))
  }
  guard let texts = language(of: workbook, stamp: stamp, among: languages) else { return record }
  ReturnedSheets(
    workbook: workbook, programme: programme, stamp: stamp, texts: texts, languages: languages
  ).read(into: &record)
  return record
}

/// The sheets of one returned workbook.
private struct ReturnedSheets {
  let workbook: WorkbookCells
  let texts: WorkbookTexts
  let layout: WorkbookLayout
  let isOfCurrentVersion: Bool
  let english: WordsInEnglish
  let finder: SheetFinder
  let entries: EntryReader

  init(
    workbook: WorkbookCells, programme: Programme, stamp: WorkbookStamp, texts: WorkbookTexts,
    languages: [WorkbookTexts]
  ) {
    func layout(_ texts: WorkbookTexts) -> WorkbookLayout {
      WorkbookLayout(
        programme: programme.translated(into: texts.language.code), design: stamp.design,
        pupilRows: max(1, stamp.rowCount), texts: texts)
    }
    self.workbook = workbook
    self.texts = texts
    isOfCurrentVersion =
      stamp.programmeVersion.isEmpty || stamp.programmeVersion == programme.version
    let own = layout(texts)
    self.layout = own
    let first = languages.first { $0.language == .english } ?? texts
    english = WordsInEnglish(
      own: own, english: texts.language == first.language ? own : layout(first), of: programme,
      languages: [texts.language.code] + languages.map(\.language.code))
    finder = SheetFinder(
      workbook: workbook,
      issuedNames: [
        texts[.startSheet], texts[.aboutSheet], texts[.pupilsSheet],
        texts[.implementationSheet], texts[.checkSheet], texts[.wordsSheet],
        ListsLayout.sheetName, WorkbookLayout.stampSheetName,
      ] + own.itemSheets.map(\.name))
    entries = EntryReader(countsDatesFrom1904: workbook.countsDatesFrom1904)
  }

  func read(into record: inout StudyRecord) {
    var known: Set<String> = []
    for questions in layout.questionSheets {
      let headings = questions.fields.map(\.label)
      guard let found = findQuestions(questions, headings: headings) else {
        record.layoutRemarks.append(.sheetMissing(name: questions.name))
        continue
      }
      known.insert(found.sheet.name)
      if let remark = found.remark { record.layoutRemarks.append(remark) }
      let read = readQuestions(questions, on: found.sheet, texts: texts, entries: entries)
      record.answers.merge(
        read.answers.map { ($0, english.entry($1, of: $0)) }
      ) { first, _ in first }
      record.answerAddresses.merge(read.addresses) { first, _ in first }
      record.strays += read.strays
      record.layoutRemarks += read.remarks.filter(isAboutWhatWasIssued).map(english.remark)
    }
    let headings = layout.pupils.columns.map(\.field.label)
    if let found = finder.find(layout.pupils.name, headings: headings) {
      known.insert(found.sheet.name)
      if let remark = found.remark { record.layoutRemarks.append(remark) }
      let read = PupilsReader(
        layout: layout.pupils, sheet: found.sheet, texts: texts, entries: entries
      ).read()
      record.pupils = read.rows.map { row in
        var said = row
        for (field, entry) in row.entries { said.entries[field] = english.entry(entry, of: field) }
        return said
      }
      record.pupilColumns = read.columns
      record.strays += read.strays
      record.layoutRemarks += read.remarks.map(english.remark)
    } else {
      record.layoutRemarks.append(.sheetMissing(name: layout.pupils.name))
    }
    for items in layout.itemSheets {
      // The sheets for before and after have the same headings; their titles tell them apart.
      guard
        let found = finder.find(items.name, title: items.title, headings: items.headings),
        let read = readItems(items, on: found.sheet)
      else { continue }
      known.insert(found.sheet.name)
      if let remark = found.remark { record.layoutRemarks.append(remark) }
      if !read.marks.isEmpty { record.itemMarks[items.score] = read.marks }
      record.strays += read.strays.compactMap { entries.entry($0, on: found.sheet) }
    }
    record.strays += StrayCollector(workbook: workbook, texts: texts, entries: entries)
      .strays(besides: known)
  }

  /// Nobody deleted a question that the version of the workbook may not have asked; that a needed
  /// answer is missing is said by the rules about answers.
  private func isAboutWhatWasIssued(_ remark: LayoutRemark) -> Bool {
    guard case .questionMissing = remark else { return true }
    return isOfCurrentVersion
  }

  /// The two sheets of questions have the same headings, so a renamed one is known by its
  /// questions.
  private func findQuestions(
    _ questions: QuestionsLayout, headings: [String]
  ) -> SheetFinder.Found? {
    let tableHeadings = [texts[.question], texts[.answer]]
    if let found = finder.find(questions.name, headings: tableHeadings + headings) {
      return found
    }
    let wanted = Set(headings.map(comparable))
    let counted = workbook.sheets.map { sheet in
      (sheet: sheet, count: questionCount(on: sheet, of: wanted))
    }
    guard let best = counted.max(by: { $0.count < $1.count }), best.count * 2 > wanted.count else {
      return nil
    }
    return SheetFinder.Found(
      sheet: best.sheet,
      remark: .sheetRenamed(expected: questions.name, found: best.sheet.name))
  }

  private func questionCount(on sheet: SheetCells, of wanted: Set<String>) -> Int {
    sheet.cells.count { located in
      if case .text(let text) = located.cell.value {
        wanted.contains(comparable(text))
      } else {
        false
      }
    }
  }
}
