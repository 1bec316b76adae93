import Foundation

/// A JSON document, as far as reference files need it.
indirect enum JSON: Decodable, Sendable {
  case number(Double)
  case text(String)
  case truth(Bool)
  case null
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  static func document(_ data: Data) throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: data)
  }

  /// A document kept beside the tests.
  static func fixture(_ name: String) throws -> JSON {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try document(Data(contentsOf: folder.appending(path: "Reference/\(name)")))
  }

  subscript(_ key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var truth: Bool? { if case .truth(let value) = self { value } else { nil } }
  var list: [JSON] { if case .list(let values) = self { values } else { [] } }
  var object: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
  var numbers: [Double] { list.compactMap(\.number) }

  /// Every leaf with its path, such as `ancova.simple.b` or `cumulative.REML_z.mu[3]`.
  func leaves(under path: String = "") -> [(path: String, value: JSON)] {
    switch self {
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap {
        $0.value.leaves(under: path.isEmpty ? $0.key : "\(path).\($0.key)")
      }
    case .list(let values):
      values.enumerated().flatMap { $0.element.leaves(under: "\(path)[\($0.offset)]") }
    case .number, .text, .truth, .null:
      [(path, self)]
    }
  }
}
