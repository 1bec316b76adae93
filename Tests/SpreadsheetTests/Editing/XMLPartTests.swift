import Testing

@testable import Spreadsheet

/// Splices leave every other byte as it was, in every encoding and spelling of XML.
@Suite struct XMLPartTests {
  private func utf16(_ text: String, lowFirst: Bool, mark: Bool) -> [UInt8] {
    var units = Array(text.utf16)
    if mark { units.insert(0xFEFF, at: 0) }
    return units.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return lowFirst ? bytes : bytes.reversed()
    }
  }

  private let text =
    "<?xml version='1.0'?><!-- <b/> --><x:a xmlns:x='urn:é'><x:b  n = '1' m=\"ü>\"/></x:a>"

  @Test func splicesTheSameIntoEveryEncoding() throws {
    let wanted =
      "<?xml version='1.0'?><!-- <b/> --><x:a xmlns:x='urn:é'><x:b  n = '2' m=\"ü>\"><x:c/>"
      + "</x:b></x:a>"
    let variants: [([UInt8], [UInt8])] = [
      (Array(text.utf8), Array(wanted.utf8)),
      ([0xEF, 0xBB, 0xBF] + text.utf8, [0xEF, 0xBB, 0xBF] + wanted.utf8),
      (utf16(text, lowFirst: true, mark: true), utf16(wanted, lowFirst: true, mark: true)),
      (utf16(text, lowFirst: false, mark: true), utf16(wanted, lowFirst: false, mark: true)),
    ]
    for (bytes, expected) in variants {
      let part = try XMLPart(bytes, name: "part")
      #expect(part.elements.map(\.qualifiedName) == ["x:a", "x:b"])
      #expect(part.elements[1].namespace == "urn:é")
      #expect(part.elements[1]["m"] == "ü>")
      let splices = [part.setting("n", to: "2", of: 1), part.appending("<x:c/>", to: 1)]
      #expect(part.applying(splices) == expected)
    }
  }

  @Test func addsAndTakesOutAttributes() throws {
    let part = try XMLPart(Array("<a><b n='1' m='2'/></a>".utf8), name: "part")
    let added = part.applying([part.setting("k", to: "<\"é", of: 1)])
    #expect(
      String(decoding: added, as: UTF8.self) == "<a><b k=\"&lt;&quot;&#xE9;\" n='1' m='2'/></a>")
    let removal = try #require(part.removing("n", of: 1))
    #expect(String(decoding: part.applying([removal]), as: UTF8.self) == "<a><b m='2'/></a>")
    #expect(part.removing("k", of: 1) == nil)
  }

  @Test func insertsInTheOrderOfTheSchema() throws {
    let part = try XMLPart(Array("<a><one/><three/></a>".utf8), name: "part")
    let order = ["one", "two", "three", "four"]
    func inserted(_ name: String) -> String {
      String(
        decoding: part.applying([part.inserting("<\(name)/>", named: name, in: order)]),
        as: UTF8.self)
    }
    #expect(inserted("two") == "<a><one/><two/><three/></a>")
    #expect(inserted("four") == "<a><one/><three/><four/></a>")
  }

  @Test func keepsWhatIsSkippedOutOfTheList() throws {
    let part = try XMLPart(
      Array("<s><d><r><c/></r></d><e/></s>".utf8), name: "part", skipping: ["d"])
    #expect(part.elements.map(\.qualifiedName) == ["s", "d", "e"])
    #expect(part.markup(part.elements[1].range) == "<d><r><c/></r></d>")
  }

  @Test func readsUpToAnElementAndEditsWhatCameBefore() throws {
    let part = try XMLPart(Array("<s><v t='1'/><d><r>cut".utf8), name: "part", endingAt: "d")
    #expect(part.elements.map(\.qualifiedName) == ["s", "v"])
    let edited = part.applying([part.setting("t", to: "0", of: 1)])
    #expect(String(decoding: edited, as: UTF8.self) == "<s><v t='0'/><d><r>cut")
  }

  @Test(arguments: ["<a>", "<a></b>", "<!DOCTYPE a><a/>", "", "<a/><b/>"])
  func refusesWhatIsNotWellFormed(text: String) {
    #expect(throws: GraftError.malformedPart("part", line: 1)) {
      try XMLPart(Array(text.utf8), name: "part")
    }
  }
}
