import Foundation
import Spreadsheet

/// The parts of a package as the checks of it see them.
struct CheckedPackage {
  /// By name as it is compared: small letters, forward slashes, no slash in front.
  private(set) var parts: [String: [UInt8]] = [:]
  private(set) var trees: [String: MarkupTree] = [:]
  private(set) var faults: Set<String> = []

  struct Relationship {
    let identifier: String
    /// The last step of its type: `worksheet`.
    let kind: String
    /// Nil where it leads out of the package.
    let target: String?
  }

  init(_ bytes: [UInt8]) throws {
    let package = try Package(bytes)
    for entry in package.entries where !entry.isFolder {
      let name = Self.normalised(entry.name)
      expect(parts[name] == nil, "\(name): two entries of one name")
      let contents = try package.bytes(of: entry)
      parts[name] = contents
      guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { continue }
      trees[name] = MarkupTree(contents)
      expect(trees[name] != nil, "\(name): not well-formed")
    }
  }

  mutating func expect(_ isRight: Bool, _ fault: @autoclosure () -> String) {
    if !isRight { faults.insert(fault()) }
  }

  /// In the order of their names, so that the faults come in the same order each time.
  var names: [String] { parts.keys.sorted() }

  static func normalised(_ name: String) -> String {
    let plain = name.removingPercentEncoding ?? name
    var steps: [Substring] = []
    for step in plain.replacing("\\", with: "/").split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/").lowercased()
  }

  /// Where the relationships of a part are: `xl/_rels/workbook.xml.rels`.
  static func relationshipsName(of part: String) -> String {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    return part[..<cut] + "_rels/" + part[cut...] + ".rels"
  }

  func relationships(of part: String) -> [Relationship] {
    guard let tree = trees[Self.relationshipsName(of: part)] else { return [] }
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    return tree.all("Relationship").map { element in
      let target = element.attributes["Target"] ?? ""
      let isOutside = element.attributes["TargetMode"] == "External"
      let isAbsolute = target.hasPrefix("/") || target.hasPrefix("\\")
      return Relationship(
        identifier: element.attributes["Id"] ?? "",
        kind: element.attributes["Type"]?.split(separator: "/").last.map(String.init) ?? "",
        target: isOutside ? nil : Self.normalised(isAbsolute ? target : folder + target))
    }
  }

  /// The part that the first relationship of a kind leads to, if it is there.
  func part(_ kind: String, of source: String) -> String? {
    relationships(of: source).first { $0.kind == kind }?.target.flatMap {
      parts[$0] == nil ? nil : $0
    }
  }

  var workbook: String? { part("officeDocument", of: "") }
}
