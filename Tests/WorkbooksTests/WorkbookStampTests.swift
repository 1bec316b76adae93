import StudyModel
import TestSupport
import Testing
import Workbooks

@Suite struct WorkbookStampTests {
  private let stamp = WorkbookStamp(
    identity: StudyIdentity(
      school: "S-014", programme: "peer-tutoring-reading", wave: "2026-1",
      workbook: "7F3A-22K9", country: "GB"), programmeVersion: "1.0", design: .pairs,
    language: "en", toolVersion: "0.1.0", firstRow: 5, rowCount: 60,
    listHash: "00ff00ff00ff00ff")

  @Test func entriesAreReadBack() {
    let entries = Dictionary(uniqueKeysWithValues: stamp.entries.map { ($0.key, $0.value) })
    expectNoDifference(WorkbookStamp(entries: entries), stamp)
  }

  @Test(arguments: ["", "For our office: ", "Pour notre bureau : "])
  func theLineIsReadBackFromAText(words: String) {
    expectNoDifference(WorkbookStamp(line: words + stamp.line), stamp)
  }

  @Test func theLineSurvivesSparesSpaces() {
    let spaced = stamp.line.replacing("; ", with: " ;\u{A0} ")
    expectNoDifference(WorkbookStamp(line: spaced), stamp)
  }

  @Test(arguments: [
    "S-014_peer-tutoring-reading_2026-1_7F3A-22K9.xlsx",
    "Copy of S-014_peer-tutoring-reading_2026-1_7F3A-22K9.xlsx",
    "S-014_peer-tutoring-reading_2026-1_7F3A-22K9 (2).xlsx",
    "returns/S-014_peer-tutoring-reading_2026-1_7F3A-22K9_final.xlsx",
  ]) func theFileNameIsReadBack(name: String) {
    let read = WorkbookStamp(fileName: name)
    #expect(read?.identity.workbook == "7F3A-22K9")
    #expect(read?.identity.study == stamp.identity.study)
  }

  @Test(arguments: ["marks.xlsx", "S-014_a_b_c.xlsx", "a_b_7F3A-22K9.xlsx", ""])
  func otherNamesSayNothing(name: String) {
    #expect(WorkbookStamp(fileName: name) == nil)
  }

  @Test func aStampWithoutAValidIdentifierIsNone() {
    var entries = Dictionary(uniqueKeysWithValues: stamp.entries.map { ($0.key, $0.value) })
    entries["workbook"] = "7F3A-22K8"
    #expect(WorkbookStamp(entries: entries) == nil)
    entries["workbook"] = "7F3A-22K9"
    entries["school"] = ""
    #expect(WorkbookStamp(entries: entries) == nil)
  }
}
