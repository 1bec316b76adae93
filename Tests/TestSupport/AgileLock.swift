import Crypto
import CryptoExtras
import Foundation

/// Locks a workbook with a password as Excel 2010 and later do.
///
/// Written from the specification alone, apart from what the program opens it with. Keys and salts
/// are made from fixed bytes, so that the same workbook gives the same file.
///
/// Source: [MS-OFFCRYPTO] §2.3.4.10 to §2.3.4.15.
package func locked(
  _ workbook: [UInt8], password: String, rounds: UInt32 = 1_000
) throws -> [UInt8] {
  let lock = AgileLock(password: password, rounds: rounds)
  let package = try lock.package(workbook)
  return CompoundFileBuilder.bytes([
    "EncryptionInfo": try lock.description(of: package), "EncryptedPackage": package,
  ])
}

private struct AgileLock {
  private let key = AgileLock.bytes("key", 32)
  private let packageSalt = AgileLock.bytes("package", 16)
  private let passwordSalt = AgileLock.bytes("password", 16)
  private let rounds: UInt32
  private let spun: [UInt8]

  init(password: String, rounds: UInt32) {
    self.rounds = rounds
    var hash = Self.hash(passwordSalt + Array(password.data(using: .utf16LittleEndian) ?? Data()))
    for round in 0..<rounds { hash = Self.hash(Self.number(round) + hash) }
    spun = hash
  }

  /// §2.3.4.4: the length, then segments of 4,096 bytes, each with a vector of its own.
  func package(_ workbook: [UInt8]) throws -> [UInt8] {
    var package = Self.number(UInt32(workbook.count)) + [0, 0, 0, 0]
    for (segment, start) in stride(from: 0, to: workbook.count, by: 4_096).enumerated() {
      let plain = workbook[start..<min(start + 4_096, workbook.count)]
      let vector = Self.hash(packageSalt + Self.number(UInt32(segment))).prefix(16)
      package += try Self.encrypted(Self.padded(Array(plain), to: 16), key, Array(vector))
    }
    // A shorter stream would have to lie in the mini stream.
    return package.count < 4_096 ? Self.padded(package, to: 4_096) : package
  }

  /// §2.3.4.10.
  func description(of package: [UInt8]) throws -> [UInt8] {
    let input = Self.bytes("verifier", 16)
    let sealKey = Self.bytes("seal", 64)
    let seal = Array(
      HMAC<SHA512>.authenticationCode(for: package, using: SymmetricKey(data: sealKey)))
    let cipher =
      "saltSize=\"16\" blockSize=\"16\" keyBits=\"256\" hashSize=\"64\" "
      + "cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\""
    let main = "http://schemas.microsoft.com/office/2006/"
    let blobs = [
      "encryptedVerifierHashInput":
        try wrapped(input, [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79]),
      "encryptedVerifierHashValue":
        try wrapped(Self.hash(input), [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E]),
      "encryptedKeyValue": try wrapped(key, [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6]),
    ].sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: " ")
    let hmacKey = try sealed(sealKey, [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6])
    let hmacValue = try sealed(seal, [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33])
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
      + "<encryption xmlns=\"\(main)encryption\" xmlns:p=\"\(main)keyEncryptor/password\">"
      + "<keyData \(cipher) saltValue=\"\(Self.base64(packageSalt))\"/>"
      + "<dataIntegrity encryptedHmacKey=\"\(hmacKey)\" encryptedHmacValue=\"\(hmacValue)\"/>"
      + "<keyEncryptors><keyEncryptor uri=\"\(main)keyEncryptor/password\"><p:encryptedKey "
      + "spinCount=\"\(rounds)\" \(cipher) saltValue=\"\(Self.base64(passwordSalt))\" \(blobs)/>"
      + "</keyEncryptor></keyEncryptors></encryption>"
    let info = [4, 0, 4, 0, 0x40, 0, 0, 0] + Array(text.utf8)
    return info + [UInt8](repeating: 32, count: max(0, 4_096 - info.count))
  }

  /// By a key that the password gives; §2.3.4.11 to §2.3.4.13.
  private func wrapped(_ bytes: [UInt8], _ block: [UInt8]) throws -> String {
    let key = Array(Self.hash(spun + block).prefix(32))
    return Self.base64(try Self.encrypted(bytes, key, passwordSalt))
  }

  /// By the key of the package; §2.3.4.14.
  private func sealed(_ bytes: [UInt8], _ block: [UInt8]) throws -> String {
    let vector = Array(Self.hash(packageSalt + block).prefix(16))
    return Self.base64(try Self.encrypted(bytes, key, vector))
  }

  private static func encrypted(
    _ bytes: [UInt8], _ key: [UInt8], _ vector: [UInt8]
  ) throws -> [UInt8] {
    Array(
      try AES._CBC.encrypt(
        bytes, using: SymmetricKey(data: key), iv: AES._CBC.IV(ivBytes: vector), noPadding: true))
  }

  private static func padded(_ bytes: [UInt8], to size: Int) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (size - bytes.count % size) % size)
  }

  private static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(SHA512.hash(data: bytes)) }
  private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
  private static func bytes(_ name: String, _ count: Int) -> [UInt8] {
    Array(hash(Array(name.utf8)).prefix(count))
  }

  private static func number(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }
}
