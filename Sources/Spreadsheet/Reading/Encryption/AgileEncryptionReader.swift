import CExpat
import Foundation

/// Reads the description of an agile lock.
struct AgileEncryptionReader: XMLPartReader {
  private(set) var encryption = AgileEncryption()

  fileprivate mutating func start(_ element: XMLElement) {
    switch element.name {
    case "keyData": encryption.packageKey = AgileCipher(element)
    case "dataIntegrity":
      encryption.integrityKey = element.blob("encryptedHmacKey")
      encryption.integrityValue = element.blob("encryptedHmacValue")
    case "encryptedKey":
      encryption.passwordKey = AgileCipher(element)
      encryption.spinCount = element["spinCount"]?.wholeNumber ?? 0
      encryption.verifierInput = element.blob("encryptedVerifierHashInput")
      encryption.verifierHash = element.blob("encryptedVerifierHashValue")
      encryption.keyValue = element.blob("encryptedKeyValue")
    default: break
    }
  }

  static var callbacks: XMLCallbacks {
    unsafe XMLCallbacks(
      start: { context, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes,
          let element = unsafe XMLScope.at(context).pointee.enter(name, attributes)
        else { return }
        unsafe XMLScope.reader(context, as: AgileEncryptionReader.self).pointee.start(element)
      },
      end: { context, _ in _ = unsafe XMLScope.at(context).pointee.leave() },
      text: nil)
  }
}

extension AgileCipher {
  fileprivate init(_ element: XMLElement) {
    salt = element.blob("saltValue")
    blockSize = element["blockSize"]?.wholeNumber ?? 0
    keyBits = element["keyBits"]?.wholeNumber ?? 0
    cipherName = element["cipherAlgorithm"]?.string ?? ""
    chaining = element["cipherChaining"]?.string ?? ""
    hashName = element["hashAlgorithm"]?.string ?? ""
  }
}

extension XMLElement {
  /// Bytes in base 64; none where they cannot be read.
  fileprivate func blob(_ name: StaticString) -> [UInt8] {
    self[name].flatMap { Data(base64Encoded: $0.string) }.map { [UInt8]($0) } ?? []
  }
}
