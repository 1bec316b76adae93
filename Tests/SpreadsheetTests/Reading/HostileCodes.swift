import Foundation
import TestSupport

/// The rule code that each hostile file must end with, or be read with; none for those that are
/// simply read.
struct HostileCodes: Decodable {
  /// Files that the manifest would refuse, and that are read after all.
  let readAllTheSame: Set<String>
  private let codes: [String: Set<String>]

  /// The list that `make verify` goes by too.
  static func read() throws -> HostileCodes {
    let list = SharedFolder.project.appending(path: "scripts/verify/hostile.json")
    return try JSONDecoder().decode(HostileCodes.self, from: Data(contentsOf: list))
  }

  var all: Set<String> { Set(codes.keys) }

  func code(of file: String) -> String? { codes.first { $0.value.contains(file) }?.key }
}
