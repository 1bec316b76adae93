import Programmes
import TestSupport
import Testing

/// Each kind of fault is found in a text file and in a workbook, at its place, in the same words.
@Suite struct FaultyDefinitionTests {
  struct Example: Sendable, CustomTestStringConvertible {
    /// What is replaced in the text, by what, and where the fault then is.
    let text: (String, String, at: String)
    /// Which cell is changed to what, and where the fault then is.
    let cell: (String, String, at: String)
    let message: String
    let suggestion: String?

    var testDescription: String { message }
  }

  static let examples: [Example] = [
    Example(
      text: ("phase: primary", "phase: primry", at: "5:8"),
      cell: ("settings!B6", "primry", at: "settings!B6"),
      message: "\"primry\" is not a phase", suggestion: "did you mean \"primary\"?"),
    Example(
      text: ("designs: [cluster, matched]", "designs: [cluster, mached]", at: "13:20"),
      cell: ("settings!B8", "cluster, mached", at: "settings!B8"),
      message: "\"mached\" is not a design", suggestion: "did you mean \"matched\"?"),
    Example(
      text: ("months-table: eef-2026", "months-table: eef-2062", at: "35:15"),
      cell: ("settings!B9", "eef-2062", at: "settings!B9"),
      message: "\"eef-2062\" is not a table of months", suggestion: "did you mean \"eef-2026\"?"),
    Example(
      text: ("maximum: 20}", "maximum: twenty}", at: "15:62"),
      cell: ("outcomes!E2", "twenty", at: "outcomes!E2"),
      message: "\"maximum\" must be a number", suggestion: nil),
    Example(
      text: ("minimum: -5, maximum: 30", "minimum: 30, maximum: 30", at: "16:67"),
      cell: ("outcomes!D3", "30", at: "outcomes!E3"),
      message: "the highest mark (30) must be above the lowest (30)", suggestion: nil),
    Example(
      text: ("id: number,", "id: reading,", at: "16:10"),
      cell: ("outcomes!A3", "reading", at: "outcomes!A3"),
      message: "the outcome \"reading\" is there twice", suggestion: "rename one of them"),
    Example(
      text: ("kind: decimal", "kind: decimals", at: "19:50"),
      cell: ("columns!A3", "decimals", at: "columns!A3"),
      message: "\"decimals\" is not a kind of question",
      suggestion: "did you mean \"decimal\"?"),
    Example(
      text: ("file: guidance.md", "file: guide.md", at: "39:27"),
      cell: ("texts!B2", "guide.md", at: "texts!B2"),
      message: "the file \"guide.md\" is not there", suggestion: nil),
    Example(
      text: ("compliance-threshold: 40", "compliance-threshold: 60", at: "34:76"),
      cell: ("sessions!D2", "60", at: "sessions!D2"),
      message: "\"compliance-threshold\" is more than the 50 sessions planned", suggestion: nil),
    Example(
      text: ("code: random", "code: by-chance", at: "30:16"),
      cell: ("choices!B3", "by-chance", at: "choices!B3"),
      message: "\"by-chance\" is not a way of choosing pupils",
      suggestion: nil),
    Example(
      text: ("id: class,", "id: group,", at: "18:10"),
      cell: ("columns!B2", "group", at: "columns!B2"),
      message: "every workbook has the column \"group\" already",
      suggestion: "take it out of pupil-fields"),
    Example(
      text: ("code: absent", "code: Not Here", at: "21:12"),
      cell: ("choices!B2", "Not Here", at: "choices!B2"),
      message: "\"Not Here\" must be small letters, digits and hyphens only",
      suggestion: "for example \"year-group\""),
  ]

  @Test(arguments: examples) func isFoundInTheTextFile(example: Example) throws {
    let (text, other, place) = example.text
    let faults = faults { () throws(ProgrammeError) in
      _ = try programme(
        yaml: ExampleProgramme.yaml(replacing: text, with: other), folderName: "breakfast-club",
        hasText: { $0 == "guidance.md" })
    }
    check(faults, example, at: "programme.yaml:\(place): ")
  }

  @Test(arguments: examples) func isFoundInTheWorkbook(example: Example) throws {
    var sheets = try ExampleSheets.example()
    let (cell, text, place) = example.cell
    #expect(sheets[cell] != text)
    sheets[cell] = text
    let faults = faults { () throws(ProgrammeError) in
      _ = try ProgrammeSource(workbook: sheets.workbook, file: "mine.xlsx")
    }
    check(faults, example, at: "mine.xlsx: \(place): ")
  }

  private func check(_ faults: [ProgrammeFault], _ example: Example, at place: String) {
    let found = faults.first { $0.description.hasPrefix(place + example.message) }
    #expect(found != nil, "found \(faults)")
    if let suggestion = example.suggestion { #expect(found?.suggestion == suggestion) }
  }

  private func faults(_ read: () throws(ProgrammeError) -> Void) -> [ProgrammeFault] {
    do {
      try read()
      return []
    } catch {
      guard case .faults(let faults) = error else { return [] }
      return faults
    }
  }

  /// What can only go wrong in a workbook: the cell, what is written there, and the fault.
  static let onlyInWorkbooks: [(String, String, String)] = [
    ("outcomes!E1", "maximun", "outcomes!E1: the sheet outcomes has no column \"maximun\""),
    ("outcomes!E1", "maximun", "outcomes!A1: an outcome lacks the column \"maximum\""),
    ("outcomes!C2", "", "outcomes!C2: an outcome lacks its \"test\""),
    ("settings!A5", "strategi", "settings!A5: there is no setting \"strategi\""),
    ("settings!B3", "", "settings!B3: the programme lacks the setting \"version\""),
    ("questions!B4", "select_one asignment", "questions!B4: the sheet choices has no list"),
    ("questions!A2", "abut", "questions!A2: \"abut\" is not a sheet of questions"),
    ("text_lines!A2", "guidence.md", "text_lines!A2: the sheet texts names no file"),
    ("text_lines!A2", "", "text_lines!A2: this line belongs to no text"),
  ]

  @Test(arguments: onlyInWorkbooks)
  func whatOnlyAWorkbookCanGetWrong(cell: String, text: String, expected: String) throws {
    var sheets = try ExampleSheets.example()
    sheets[cell] = text
    let faults = faults { () throws(ProgrammeError) in
      _ = try ProgrammeSource(workbook: sheets.workbook, file: "mine.xlsx")
    }
    #expect(faults.contains { $0.description.hasPrefix("mine.xlsx: \(expected)") }, "\(faults)")
  }

  @Test func aMissingSheetIsNamedWithWhatIsLikeIt() throws {
    var sheets = try ExampleSheets.example()
    sheets.rename("outcomes", to: "outcome")
    let faults = faults { () throws(ProgrammeError) in
      _ = try ProgrammeSource(workbook: sheets.workbook, file: "mine.xlsx")
    }
    #expect(faults.contains { $0.message.contains("the sheet \"outcomes\" (is it \"outcome\"?)") })
  }
}
