package import StudyModel

/// What a workbook says about itself, so that it is known again when it comes back.
///
/// It stands in three places, because each of them is lost by some program: a hidden sheet, a
/// document property, and plain words on the sheet Start.
package struct WorkbookStamp: Hashable, Sendable {
  package var identity: StudyIdentity
  package var programmeVersion: String
  package var design: StudyDesign
  /// Of the words in the workbook: `en`; empty where that is not known any more.
  package var language: String
  /// The version of whatworked that made the workbook.
  package var toolVersion: String
  /// The first row for a pupil.
  package var firstRow: Int
  /// How many rows for pupils were issued.
  package var rowCount: Int
  /// Of the issued codes and whatever was filled in beside them.
  package var listHash: String
  /// The columns on request that the workbook has, by field.
  package var asked: [String]

  /// The format of the workbook itself; another number means another layout.
  package static let format = "whatworked-workbook/1"

  package init(
    identity: StudyIdentity, programmeVersion: String, design: StudyDesign, language: String,
    toolVersion: String, firstRow: Int, rowCount: Int, listHash: String, asked: [String] = []
  ) {
    self.identity = identity
    self.programmeVersion = programmeVersion
    self.design = design
    self.language = language
    self.toolVersion = toolVersion
    self.firstRow = firstRow
    self.rowCount = rowCount
    self.listHash = listHash
    self.asked = asked
  }

  /// Keys and values, in the order of the hidden sheet.
  package var entries: [(key: String, value: String)] {
    [
      ("format", Self.format), ("workbook", identity.workbook), ("school", identity.school),
      ("programme", identity.programme), ("programme version", programmeVersion),
      ("wave", identity.wave), ("country", identity.country ?? ""), ("design", design.rawValue),
      ("language", language), ("tool version", toolVersion), ("first row", String(firstRow)),
      ("row count", String(rowCount)), ("list hash", listHash),
    ] + (asked.isEmpty ? [] : [("asked", asked.joined(separator: " "))])
  }

  /// Reads keys and values; nil where one that matters is absent or makes no sense.
  package init?(entries: [String: String]) {
    func value(_ key: String) -> String? {
      entries[key].flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let workbook = value("workbook"), let identifier = WorkbookIdentifier(workbook),
      let school = value("school"), let programme = value("programme"), let wave = value("wave")
    else { return nil }
    self.init(
      identity: StudyIdentity(
        school: school, programme: programme, wave: wave, workbook: identifier.description,
        country: value("country")),
      programmeVersion: value("programme version") ?? "",
      design: value("design").flatMap(StudyDesign.init) ?? .matched,
      language: value("language") ?? "", toolVersion: value("tool version") ?? "",
      firstRow: value("first row").flatMap { Int($0) } ?? PupilsLayout.firstRow,
      rowCount: value("row count").flatMap { Int($0) } ?? 0, listHash: value("list hash") ?? "",
      asked: (value("asked") ?? "").split(separator: " ").map(String.init))
  }

  /// One line that people and programs can read: `workbook 7F3A-22K9; school S-014; …`.
  ///
  /// A document property holds 255 characters, so what does not fit is left to the hidden sheet.
  package var line: String {
    let parts = entries.filter { !$0.value.isEmpty && $0.key != "format" }
      .map { "\($0.key) \($0.value)" }
    return parts.reduce(into: "") { line, part in
      let longer = line.isEmpty ? part : "\(line); \(part)"
      if longer.utf16.count <= 255 { line = longer }
    }
  }

  /// Reads ``line``, wherever it stands in a text.
  package init?(line: String) {
    let keys = Self.keys.sorted { $0.count > $1.count }
    var entries: [String: String] = [:]
    guard let start = line.firstRange(of: "workbook ")?.lowerBound else { return nil }
    for part in line[start...].split(separator: ";") {
      let part = collapsingSpaces(String(part))
      guard let key = keys.first(where: { part.hasPrefix($0 + " ") }) else { continue }
      entries[key] = String(part.dropFirst(key.count + 1))
    }
    self.init(entries: entries)
  }

  private static let keys = [
    "workbook", "school", "programme", "programme version", "wave", "country", "design",
    "language", "tool version", "first row", "row count", "list hash",
    "asked",
  ]

  /// The name under which the workbook is sent: `S-014_peer-tutoring-reading_2026-1_7F3A-22K9`.
  package var fileName: String {
    let parts = [identity.school, identity.programme, identity.wave, identity.workbook]
    return parts.joined(separator: "_") + ".xlsx"
  }

  /// Reads ``fileName``, also with `Copy of` before it or `(2)` after it.
  package init?(fileName: String) {
    let stem = fileName.split(separator: "/").last.map(String.init) ?? fileName
    let parts = stem.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    // Schools add words before and after; the identifier shows where the name itself is.
    guard let place = parts.lastIndex(where: { WorkbookIdentifier(String($0.prefix(9))) != nil }),
      place >= 3
    else { return nil }
    let last = parts[place].prefix(9)
    let school = parts[place - 3].split(separator: " ").last.map(String.init) ?? ""
    self.init(entries: [
      "workbook": String(last), "school": school, "programme": parts[place - 2],
      "wave": parts[place - 1],
    ])
  }
}
