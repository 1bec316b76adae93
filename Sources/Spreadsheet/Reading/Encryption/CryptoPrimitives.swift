import Crypto
import CryptoExtras
import Foundation

/// The hash functions with which workbooks are locked.
enum LockHash: String {
  case sha1 = "SHA1"
  case sha256 = "SHA256"
  case sha384 = "SHA384"
  case sha512 = "SHA512"

  /// Reads `SHA512` and `SHA-512`.
  init?(name: String) { self.init(rawValue: name.uppercased().replacing("-", with: "")) }

  func hash(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .sha1: Array(Insecure.SHA1.hash(data: bytes))
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha384: Array(SHA384.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }

  /// Hashes again and again, each time with the number of the round before the last hash.
  func spun(_ bytes: [UInt8], rounds: UInt32) -> [UInt8] {
    var next = UInt32(0).littleEndianBytes + hash(bytes)
    for round in 0..<rounds {
      next.replaceSubrange(0..<4, with: round.littleEndianBytes)
      next.replaceSubrange(4..., with: hash(next))
    }
    return Array(next.dropFirst(4))
  }

  func authenticationCode(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    let key = SymmetricKey(data: key)
    return switch self {
    case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: bytes, using: key))
    case .sha256: Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    case .sha384: Array(HMAC<SHA384>.authenticationCode(for: bytes, using: key))
    case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
    }
  }
}

/// AES as locked workbooks use it: without padding of its own.
enum LockCipher {
  static func decrypt(
    _ bytes: ArraySlice<UInt8>, key: [UInt8], vector: [UInt8]
  ) throws(SpreadsheetError) -> [UInt8] {
    do {
      let start = try AES._CBC.IV(ivBytes: vector)
      return Array(
        try AES._CBC.decrypt(bytes, using: SymmetricKey(data: key), iv: start, noPadding: true))
    } catch {
      throw .unsupportedEncryption(scheme: "AES with a key of \(8 * key.count) bits")
    }
  }

  /// Block by block, as Excel 2007 does: each block stands alone, as if it came first.
  static func decryptBlocks(
    _ bytes: ArraySlice<UInt8>, key: [UInt8]
  ) throws(SpreadsheetError) -> [UInt8] {
    var plain = Array(bytes)
    let key = SymmetricKey(data: key)
    do {
      for place in stride(from: 0, to: plain.count - 15, by: 16) {
        try AES.inversePermute(&plain[place..<place + 16], key: key)
      }
    } catch {
      throw .unsupportedEncryption(scheme: "AES with a key of \(key.bitCount) bits")
    }
    return plain
  }

  /// Whether two are the same, in a time that does not tell where they differ.
  static func areEqual(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    one.count == other.count && zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
