import TestSupport

extension FuzzSeeds {
  /// Compound files with locked workbooks, in both of the ways in which Office locks them.
  static var locks: [String: [UInt8]] {
    ["agile": locked(agile), "standard": locked(standard)].merging(opened) { $1 }
  }

  /// The password with which fuzzing tries every lock.
  static let password = "school"

  /// What lies behind a lock: a workbook, a little changed.
  private static var opened: [String: [UInt8]] {
    let workbook = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")
    // A description can be changed as long as it opens; few rounds leave time for many inputs.
    let file = try? TestSupport.locked(workbook, password: password, rounds: 2)
    return file.map { ["opened": $0] } ?? [:]
  }

  private static func locked(_ info: [UInt8]) -> [UInt8] {
    CompoundFileBuilder.bytes([
      "EncryptionInfo": info + [UInt8](repeating: 32, count: 4_096 - info.count),
      "EncryptedPackage": [16] + [UInt8](repeating: 0, count: 4_103),
    ])
  }

  /// Source: MS-OFFCRYPTO §2.3.4.10.
  private static var agile: [UInt8] {
    let key =
      "saltSize=\"16\" blockSize=\"16\" keyBits=\"256\" hashSize=\"64\" cipherAlgorithm=\"AES\" "
      + "cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\" "
      + "saltValue=\"AAECAwQFBgcICQoLDA0ODw==\""
    let blob = "AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8="
    let description =
      "<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\"><keyData \(key)/>"
      + "<dataIntegrity encryptedHmacKey=\"\(blob)\" encryptedHmacValue=\"\(blob)\"/>"
      + "<keyEncryptors><keyEncryptor><encryptedKey spinCount=\"9\" \(key) "
      + "encryptedVerifierHashInput=\"\(blob)\" encryptedVerifierHashValue=\"\(blob)\" "
      + "encryptedKeyValue=\"\(blob)\"/></keyEncryptor></keyEncryptors></encryption>"
    return [4, 0, 4, 0, 0x40, 0, 0, 0] + bytes(description)
  }

  /// Source: MS-OFFCRYPTO §2.3.4.5: AES of 128 bits, SHA-1.
  private static var standard: [UInt8] {
    let header = [36, 0, 0x660E, 0x8004, 128, 24, 0, 0, 0]
    let verifier = four(16) + [UInt8](repeating: 7, count: 32) + four(20)
    return [3, 0, 2, 0] + four(36) + four(4 * header.count) + header.flatMap(four) + verifier
      + [UInt8](repeating: 7, count: 32)
  }

  private static func four(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
