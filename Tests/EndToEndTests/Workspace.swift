import Foundation
import TestSupport
import Testing

/// A folder for one test, gone when it ends, and the program as a person runs it.
struct Workspace: ~Copyable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ww-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let samples = SharedFolder.project.appending(path: "SampleWorkbooks")
  static let templates = SharedFolder.project.appending(path: "Templates").path

  /// The sample workbooks, by name.
  static func sampleNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: samples.path)
      .filter { $0.hasSuffix(".xlsx") }.sorted()
  }

  /// What a run of the program gave.
  struct Run {
    let code: Int32
    let output: String
    let messages: String
  }

  /// Runs the program in this folder.
  func run(_ arguments: String...) throws -> Run { try run(arguments) }

  /// Runs the program in this folder; every workbook that it writes must be sound.
  func run(_ arguments: [String], input: String = "") throws -> Run {
    let before = try contents(".")
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "whatworked")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files, not pipes: a full pipe would stop the program while nobody reads.
    let output = folder.appending(path: ".stdout")
    let messages = folder.appending(path: ".stderr")
    for file in [output, messages] {
      try Data().write(to: file)
    }
    let lines = folder.appending(path: ".stdin")
    try Data(input.utf8).write(to: lines)
    process.standardInput = try FileHandle(forReadingFrom: lines)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    for (name, bytes) in try contents(".")
    where name.hasSuffix(".xlsx") && before[name] != bytes && !name.hasPrefix("out/quarantine/") {
      #expect(try packageFaults(in: [UInt8](bytes)) == [], "\(name)")
    }
    return Run(
      code: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      messages: try String(contentsOf: messages, encoding: .utf8))
  }

  /// Puts samples into a folder of this workspace.
  func copySamples(_ names: [String], to place: String) throws {
    let target = folder.appending(path: place)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.copyItem(
        at: Self.samples.appending(path: name), to: target.appending(path: name))
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    let place = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  /// Every file below a folder with its bytes, by path.
  func contents(_ path: String) throws -> [String: Data] {
    let top = folder.appending(path: path)
    let below = FileManager.default.enumerator(atPath: top.path)
    var contents: [String: Data] = [:]
    while let name = below?.nextObject() as? String {
      if below?.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
        contents[name] = try Data(contentsOf: top.appending(path: name))
      }
    }
    return contents
  }
}

/// A JSON document, to look into by path.
struct Document {
  let value: Any?

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  private init(value: Any?) { self.value = value }

  subscript(_ key: String) -> Document { Document(value: (value as? [String: Any])?[key]) }
  subscript(_ index: Int) -> Document {
    let list = value as? [Any]
    return Document(value: list.flatMap { $0.indices.contains(index) ? $0[index] : nil })
  }

  var list: [Document] { (value as? [Any] ?? []).map { Document(value: $0) } }
  var text: String? { value as? String }
  var number: Double? { value as? Double }
  var integer: Int? { value as? Int }
  var keys: Set<String> { Set((value as? [String: Any])?.keys.map { $0 } ?? []) }
  var isNull: Bool { value is NSNull }
}
