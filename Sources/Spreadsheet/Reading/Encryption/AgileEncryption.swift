import Foundation

/// The lock of Excel 2010 and later.
///
/// Source: [MS-OFFCRYPTO] §2.3.4.10 to §2.3.4.15.
struct AgileEncryption {
  var packageKey = AgileCipher()
  var passwordKey = AgileCipher()
  var spinCount = 0
  var verifierInput: [UInt8] = []
  var verifierHash: [UInt8] = []
  var keyValue: [UInt8] = []
  var integrityKey: [UInt8] = []
  var integrityValue: [UInt8] = []

  /// Checks the password and returns the key of the package.
  func key(for password: String) throws(SpreadsheetError) -> [UInt8] {
    let hash = try passwordKey.hash()
    let spun = hash.spun(
      passwordKey.salt + password.utf16LittleEndian, rounds: UInt32(clamping: spinCount))
    func opened(_ blob: [UInt8], _ block: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
      let key = hash.hash(spun + block).resized(to: passwordKey.keyBits / 8)
      let vector = passwordKey.salt.resized(to: passwordKey.blockSize)
      return try LockCipher.decrypt(blob[...], key: key, vector: vector)
    }
    let input = try opened(verifierInput, [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79])
    let wanted = try opened(verifierHash, [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E])
    let found = hash.hash(Array(input.prefix(passwordKey.salt.count)))
    guard LockCipher.areEqual(found[...], wanted.prefix(found.count)) else {
      throw .wrongPassword
    }
    let key = try opened(keyValue, [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6])
    return Array(key.prefix(packageKey.keyBits / 8))
  }

  /// Opens the package, after its seal was checked.
  func decrypt(_ package: [UInt8], key: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
    let hash = try packageKey.hash()
    try checkSeal(package, key: key, hash)
    guard let size = package.littleEndian64(at: 0), size <= UInt64(package.count - 8) else {
      throw .brokenCompoundFile(reason: "the locked package is shorter than it says")
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(package.count)
    var place = 8
    var segment: UInt32 = 0
    while place < package.count {
      let end = min(place + 4_096, package.count)
      let whole = place + (end - place) / 16 * 16
      let vector = hash.hash(packageKey.salt + segment.littleEndianBytes)
        .resized(to: packageKey.blockSize)
      plain += try LockCipher.decrypt(package[place..<whole], key: key, vector: vector)
      place = end
      segment += 1
    }
    return Array(plain.prefix(Int(size)))
  }

  private func checkSeal(
    _ package: [UInt8], key: [UInt8], _ hash: LockHash
  ) throws(SpreadsheetError) {
    func opened(_ blob: [UInt8], _ block: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
      let vector = hash.hash(packageKey.salt + block).resized(to: packageKey.blockSize)
      return try LockCipher.decrypt(blob[...], key: key, vector: vector)
    }
    let sealKey = try opened(integrityKey, [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6])
    let wanted = try opened(integrityValue, [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33])
    let length = hash.hash([]).count
    let found = hash.authenticationCode(of: package, key: Array(sealKey.prefix(length)))
    guard LockCipher.areEqual(found[...], wanted.prefix(length)) else {
      throw .tamperedEncryption
    }
  }
}

/// The cipher and hash of one key.
struct AgileCipher {
  var salt: [UInt8] = []
  var blockSize = 0
  var keyBits = 0
  var cipherName = ""
  var chaining = ""
  var hashName = ""

  /// The hash, once the cipher was found to be one that is understood.
  func hash() throws(SpreadsheetError) -> LockHash {
    guard cipherName == "AES", chaining == "ChainingModeCBC", blockSize == 16,
      [128, 192, 256].contains(keyBits), let hash = LockHash(name: hashName)
    else { throw .unsupportedEncryption(scheme: "\(cipherName) \(chaining) \(hashName)") }
    return hash
  }
}

extension String {
  /// As passwords are hashed: UTF-16, the low byte first, no normalisation.
  var utf16LittleEndian: [UInt8] { utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
}

extension UInt32 {
  var littleEndianBytes: [UInt8] {
    [UInt8(self & 0xFF), UInt8(self >> 8 & 0xFF), UInt8(self >> 16 & 0xFF), UInt8(self >> 24)]
  }
}

extension [UInt8] {
  /// Cut, or filled with the byte that the specification names.
  func resized(to length: Int) -> [UInt8] {
    count >= length
      ? Array(prefix(length)) : self + [UInt8](repeating: 0x36, count: length - count)
  }
}
