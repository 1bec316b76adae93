/// The lock of Excel 2007, and of LibreOffice.
///
/// Source: [MS-OFFCRYPTO] §2.3.4.5 to §2.3.4.9.
struct StandardEncryption {
  private let keyBytes: Int
  private let salt: [UInt8]
  private let verifier: [UInt8]
  private let verifierHash: [UInt8]

  static let spins: UInt32 = 50_000

  /// Reads the description that follows the version and the flags.
  init(_ info: [UInt8]) throws(SpreadsheetError) {
    guard let headerSize = info.littleEndian32(at: 8), headerSize >= 32,
      let algorithm = info.littleEndian32(at: 20), let keyBits = info.littleEndian32(at: 28)
    else { throw .brokenCompoundFile(reason: "the description of its lock is cut off") }
    let start = 12 + headerSize
    guard let saltSize = info.littleEndian32(at: start), saltSize == 16,
      start + 4 + 16 + 16 + 4 + 32 <= info.count
    else { throw .brokenCompoundFile(reason: "the description of its lock is cut off") }
    let isAES = (0x660E...0x6610).contains(algorithm)
    guard isAES, [128, 192, 256].contains(keyBits) else {
      throw .unsupportedEncryption(scheme: "algorithm \(algorithm), \(keyBits) bits")
    }
    keyBytes = keyBits / 8
    salt = Array(info[start + 4..<start + 20])
    verifier = Array(info[start + 20..<start + 36])
    verifierHash = Array(info[start + 40..<start + 72])
  }

  /// Checks the password and returns the key of the package.
  func key(for password: String) throws(SpreadsheetError) -> [UInt8] {
    let hash = LockHash.sha1
    let spun = hash.spun(salt + password.utf16LittleEndian, rounds: Self.spins)
    let final = hash.hash(spun + UInt32(0).littleEndianBytes)
    func derived(_ filler: UInt8) -> [UInt8] {
      let mixed = (0..<64).map { $0 < final.count ? final[$0] ^ filler : filler }
      return hash.hash(mixed)
    }
    let key = Array((derived(0x36) + derived(0x5C)).prefix(keyBytes))
    let input = try LockCipher.decryptBlocks(verifier[...], key: key)
    let wanted = try LockCipher.decryptBlocks(verifierHash[...], key: key)
    guard LockCipher.areEqual(hash.hash(input)[...], wanted.prefix(20)) else {
      throw .wrongPassword
    }
    return key
  }

  func decrypt(_ package: [UInt8], key: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
    guard let size = package.littleEndian64(at: 0), size <= UInt64(package.count - 8) else {
      throw .brokenCompoundFile(reason: "the locked package is shorter than it says")
    }
    let whole = 8 + (package.count - 8) / 16 * 16
    let plain = try LockCipher.decryptBlocks(package[8..<whole], key: key)
    return Array(plain.prefix(Int(size)))
  }
}
