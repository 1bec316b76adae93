/// The ways in which the body of a part is written for the journey.
enum MailBody {
  static func decoded(_ bytes: ArraySlice<UInt8>, encoding: String) -> [UInt8] {
    switch encoding.lowercased() {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// Bytes in base 64; anything that is no digit is passed over, as RFC 2045 §6.8 asks.
  static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for character in text {
      let digit: UInt8
      switch character {
      case 65...90: digit = character - 65
      case 97...122: digit = character - 71
      case 48...57: digit = character + 4
      case 43, 45: digit = 62
      case 47, 95: digit = 63
      case 61: return bytes
      default: continue
      }
      bits = bits << 6 | UInt32(digit)
      count += 1
      if count % 4 != 1 {
        let shift = UInt32(6 - 2 * ((count - 1) % 4))
        bytes.append(UInt8(bits >> shift & 0xFF))
      }
    }
    return bytes
  }

  /// Source: RFC 2045 §6.7; an equals sign that ends a line joins it to the next.
  private static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(text.count)
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == UInt8(ascii: "="), place + 1 < text.endIndex {
        if text[place + 1] == 10 {
          place += 2
          continue
        }
        if text[place + 1] == 13, place + 2 < text.endIndex, text[place + 2] == 10 {
          place += 3
          continue
        }
      }
      joined.append(text[place])
      place += 1
    }
    return EscapedBytes.decoded(joined, mark: UInt8(ascii: "="))
  }
}
