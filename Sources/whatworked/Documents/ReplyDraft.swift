import Cells
import Foundation
import StudyModel

/// A draft of the email that asks a school to put something right.
///
/// It holds no pupil's data: a place in the workbook, what is wrong there, and what to type.
enum ReplyDraft {
  /// An RFC 5322 message that mail programs open as a draft.
  static func text(for file: ProcessedReturn, contact: String?) -> String {
    let study = file.identity?.study ?? "your workbook"
    let header = [
      "X-Unsent: 1", "To:",
      "Subject: Your workbook \(file.identity?.workbook ?? ""): please put "
        + "right and send again", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
    ]
    let body = Data(self.body(for: file, study: study, contact: contact).utf8)
      .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
    return header.map { $0 + "\r\n" }.joined() + "\r\n" + body + "\r\n"
  }

  private static func body(for file: ProcessedReturn, study: String, contact: String?) -> String {
    let toFix = file.findings.filter { $0.severity == .error }
    let toExplain = file.findings.filter { $0.severity == .query }
    var lines = [
      "Hello,", "", "Thank you for sending your workbook (\(study)).",
      "We could not work out your results yet. Please put this right:", "",
    ]
    lines += numbered(toFix, from: 1)
    if !toExplain.isEmpty {
      lines += ["", "Please also look at this. If something is right as it is, say why"]
      lines += whereToSayWhy(toExplain, file.pupils) + [""]
      lines += numbered(toExplain, from: toFix.count + 1)
    }
    lines += ["", "Then save the workbook and send it again. Nothing else needs to change."]
    if let contact { lines += ["", "Questions: \(contact)"] }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// Only the table of pupils has a column for it.
  private static func whereToSayWhy(_ findings: [Finding], _ pupils: [PupilRow]) -> [String] {
    let sheet = pupils.first?.addresses.values.first?.sheet
    let isOfPupils = findings.map { sheet != nil && $0.sheet == sheet }
    if !isOfPupils.contains(false) {
      return ["on the sheet for pupils, in the column ‘If this is right, say why’:"]
    }
    guard isOfPupils.contains(true) else { return ["in your email:"] }
    return [
      "in your email; of a pupil, on the sheet for pupils, in the column ‘If this is right, say",
      "why’:",
    ]
  }

  private static func numbered(_ findings: [Finding], from first: Int) -> [String] {
    findings.enumerated().flatMap { index, finding in
      let place =
        finding.address.map { "sheet \($0.sheet), cell \($0.reference)" }
        ?? finding.sheet.map { "sheet \($0)" } ?? "the file"
      return [
        "\(first + index). \(place.prefix(1).uppercased() + place.dropFirst()): \(finding.message).",
        "   \(finding.help)",
      ]
    }
  }
}
