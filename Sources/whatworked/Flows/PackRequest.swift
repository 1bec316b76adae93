import Cells
import Foundation
import Programmes
import StudyModel
import Workbooks

/// What is asked for when a school's pack is made.
struct PackRequest: Sendable {
  var school: String
  var country: String?
  var wave: String
  var design: StudyDesign?
  var pupils: Int
  var seed: UInt64
  var returnBy: ExcelDate?
  var contact: String?
  var paper: WorkbookRequest.Paper
  /// Whether the workbook has sheets for the marks on each item.
  var asksForItemMarks = false
  /// Columns on request that this workbook asks for.
  var asked: Set<String> = []
  /// Where the draft of the covering email goes.
  var recipients: [String] = []
  /// What is filled in already, where pupils were allocated.
  var filled: FilledIn?

  /// What a workbook holds when pupils have been allocated before it is made.
  struct FilledIn: Sendable {
    var pupils: [IssuedPupil]
    var allocation: Allocation
    /// By field.
    var answers: [String: CellValue] = [:]
    /// The identifier of the workbook that came back with the marks before, which is kept.
    var identifier: WorkbookIdentifier?
  }
}

extension PackRequest {
  static func code(_ text: String, _ what: String) throws -> String {
    guard
      (1...20).contains(text.count),
      text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    else {
      throw UsageFailure(
        message: "\(what) \(text) may hold letters, digits, - and _ only, 1 to 20")
    }
    return text
  }

  static func wave(_ text: String) throws -> String {
    guard (try? code(text, "")) != nil else {
      throw UsageFailure(message: "the wave \(text) is not like 2026-1")
    }
    return text
  }

  static func country(_ text: String) throws -> String {
    guard text.count == 2, text.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
      throw UsageFailure(message: "the country \(text) is not a code of two letters, like GB")
    }
    return text
  }

  static func pupilCount(_ text: String) throws -> Int {
    guard let number = Int(text), (2...300).contains(number) else {
      throw UsageFailure(
        message: "a workbook has rows for 2 to 300 pupils, not \(text)")
    }
    return number
  }

  /// - Throws: `UsageFailure` for what cannot be put into a workbook or a path.
  func check() throws {
    _ = try Self.code(school, "the school's code")
    _ = try Self.wave(wave)
    _ = try Self.pupilCount(String(pupils))
    _ = try country.map(Self.country)
  }
}

extension PackRequest {
  /// Everything that makes its pack differ from another, always in the same order.
  var fingerprint: [String] {
    func sorted(_ values: [String: CellValue]) -> String {
      values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\t")
    }
    let filledIn = filled.map { filled in
      [filled.allocation.hash, filled.identifier?.description ?? "", sorted(filled.answers)]
        + filled.pupils.map { "\($0.code)\t\(sorted($0.values))" }
    }
    return [
      school, country ?? "", wave, design?.rawValue ?? "", String(pupils), String(seed),
      returnBy?.iso ?? "", contact ?? "", paper.rawValue, asked.sorted().joined(separator: " "),
      recipients.joined(separator: " "), asksForItemMarks ? "item marks" : "",
    ] + (filledIn ?? [])
  }
}
