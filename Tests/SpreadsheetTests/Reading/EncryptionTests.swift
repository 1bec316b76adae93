import TestSupport
import Testing

@testable import Spreadsheet

/// The primitives agree with published vectors, and broken locks are outcomes.
struct EncryptionTests {
  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }

  /// NIST SP 800-38A, F.1 and F.2.
  @Test func decryptsThePublishedBlocks() throws {
    let plain = bytes("6bc1bee22e409f96e93d7e117393172a")
    let key128 = bytes("2b7e151628aed2a6abf7158809cf4f3c")
    let key256 = bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
    let start = bytes("000102030405060708090a0b0c0d0e0f")
    let chained = bytes("7649abac8119b246cee98e9b12e9197d")
    #expect(try LockCipher.decrypt(chained[...], key: key128, vector: start) == plain)
    let alone = bytes("3ad77bb40d7a3660a89ecaf32466ef97")
    #expect(try LockCipher.decryptBlocks(alone[...], key: key128) == plain)
    let long = bytes("f3eed1bdb5d2a03c064b5a7e3db181f8")
    #expect(try LockCipher.decryptBlocks((long + long)[...], key: key256) == plain + plain)
  }

  /// RFC 4231, case 2, and FIPS 180-4's `abc`.
  @Test func hashesAsPublished() {
    #expect(
      LockHash.sha256.authenticationCode(
        of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        == bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
    #expect(
      LockHash.sha1.hash(Array("abc".utf8)) == bytes("a9993e364706816aba3e25717850c26c9cd0d89d"))
    let once = LockHash.sha512.hash([0, 0, 0, 0] + LockHash.sha512.hash([1]))
    #expect(LockHash.sha512.spun([1], rounds: 2) == LockHash.sha512.hash([1, 0, 0, 0] + once))
    #expect(LockHash(name: "SHA-384") == .sha384)
    #expect(LockHash(name: "MD5") == nil)
  }

  @Test func opensCompoundFilesAndRefusesThoseThatLie() throws {
    let info = [UInt8](repeating: 1, count: 5_000)
    let file = CompoundFileBuilder.bytes(["EncryptionInfo": info, "EncryptedPackage": info])
    #expect(try CompoundFile(file).contents(of: "EncryptionInfo") == info)
    #expect(try CompoundFile(file).contents(of: "Workbook") == nil)
    #expect(fileKind(of: file) == .encryptedWorkbook)
    // Three entries, in a sector that has room for four.
    #expect(try CompoundFile(file, mostEntries: 4).entries.count == 4)
    #expect(throws: SpreadsheetError.brokenCompoundFile(reason: "it names more than 3 things")) {
      try CompoundFile(file, mostEntries: 3)
    }
    var endless = file
    // The first sector of the first stream follows itself.
    endless.replaceSubrange(512 + 8..<512 + 12, with: [2, 0, 0, 0])
    for (broken, what) in [
      (endless, "loop"), (Array(file.prefix(3_000)), "cut"), (Array(file.prefix(40)), "header"),
    ] {
      do throws(SpreadsheetError) {
        _ = try unlocked(broken, passwords: [])
        Issue.record("\(what) was opened")
      } catch {
        #expect(error.code == "W131", "\(what)")
      }
    }
  }

  @Test func refusesLocksThatAreMeantToKeepAMachineBusy() {
    let description =
      "<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\"><keyData/>"
      + "<keyEncryptors><keyEncryptor><encryptedKey spinCount=\"4294967295\"/></keyEncryptor>"
      + "</keyEncryptors></encryption>"
    let info = [4, 0, 4, 0, 0x40, 0, 0, 0] + Array(description.utf8)
    let padded = info + [UInt8](repeating: 32, count: 5_000)
    let file = CompoundFileBuilder.bytes(["EncryptionInfo": padded, "EncryptedPackage": padded])
    #expect(
      throws: SpreadsheetError.overLimit(
        .hashRounds, part: nil, figure: 4_294_967_295, limit: 3_500_000)
    ) { try unlocked(file, passwords: ["school"]) }
  }

  /// Many passwords on a lock of many rounds are as much work as one lock that is refused.
  @Test func countsTheRoundsOfAllPasswordsTogether() throws {
    let plain = WorkbookBuilder.bytes(rows: "<row><c><v>1</v></c></row>")
    let file = try locked(plain, password: "third", rounds: 50)
    var limits = ReadingLimits.standard
    limits.hashRounds = 200
    #expect(try unlocked(file, passwords: ["first", "second", "third"], limits: limits) == plain)
    limits.hashRounds = 199
    #expect(
      throws: SpreadsheetError.overLimit(.hashRounds, part: nil, figure: 200, limit: 199)
    ) { try unlocked(file, passwords: ["first", "second", "third"], limits: limits) }
  }
}
