/// Opens a workbook that is locked with a password.
///
/// The password that Excel itself uses for workbooks that are locked against changes only is tried
/// first; then each of those given, as many as the limits allow, and in as many rounds of hashing:
/// the file itself says how many rounds each password takes.
///
/// - Throws: `passwordNeeded` when none was given, `wrongPassword` when none fits, `overLimit`
///   when none fits of as many as may be tried.
package func unlocked(
  _ bytes: [UInt8], passwords: [String], limits: ReadingLimits = .standard
) throws(SpreadsheetError) -> [UInt8] {
  let file = try CompoundFile(bytes)
  guard let info = try file.contents(of: "EncryptionInfo"),
    let package = try file.contents(of: "EncryptedPackage"), package.count >= 8
  else { throw .brokenCompoundFile(reason: "it holds no locked workbook") }
  let lock = try WorkbookLock(info, limits: limits)
  let tried = passwords.prefix(limits.passwords).filter { $0.utf16.count <= 255 }
  var rounds = 0
  for password in [defaultPassword] + tried {
    rounds += lock.rounds
    guard rounds <= limits.hashRounds else {
      throw .overLimit(.hashRounds, part: nil, figure: rounds, limit: limits.hashRounds)
    }
    do throws(SpreadsheetError) {
      return try lock.open(package, password: password)
    } catch .wrongPassword {
      continue
    }
  }
  guard passwords.count <= limits.passwords else {
    throw .overLimit(.passwords, part: nil, figure: passwords.count, limit: limits.passwords)
  }
  throw tried.isEmpty ? .passwordNeeded : .wrongPassword
}

/// What Excel uses where a workbook is to open without a question.
private let defaultPassword = "VelvetSweatshop"

/// One of the two ways in which workbooks are locked.
private enum WorkbookLock {
  case agile(AgileEncryption)
  case standard(StandardEncryption)

  init(_ info: [UInt8], limits: ReadingLimits) throws(SpreadsheetError) {
    guard let major = info.littleEndian16(at: 0), let minor = info.littleEndian16(at: 2) else {
      throw .brokenCompoundFile(reason: "the description of its lock is cut off")
    }
    switch (major, minor) {
    case (4, 4):
      var reader = AgileEncryptionReader()
      let parser = XMLParser()
      try parser.read(Array(info.dropFirst(8)), part: "EncryptionInfo", limits, with: &reader)
      self = .agile(reader.encryption)
    case (2...4, 2): self = .standard(try StandardEncryption(info))
    default: throw .unsupportedEncryption(scheme: "version \(major).\(minor)")
    }
  }

  /// How often a password is hashed to become a key.
  var rounds: Int {
    switch self {
    case .agile(let lock): lock.spinCount
    case .standard: Int(StandardEncryption.spins)
    }
  }

  func open(_ package: [UInt8], password: String) throws(SpreadsheetError) -> [UInt8] {
    switch self {
    case .agile(let lock): try lock.decrypt(package, key: lock.key(for: password))
    case .standard(let lock): try lock.decrypt(package, key: lock.key(for: password))
    }
  }
}
