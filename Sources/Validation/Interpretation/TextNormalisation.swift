/// A text without what people do not see: spaces at its ends and doubled, characters of no width,
/// typographic quotation marks and dashes, letters and digits of full width, digits of any script.
func normalised(_ text: String) -> String {
  var result = ""
  var spaceIsDue = false
  for scalar in text.unicodeScalars where !isInvisible(scalar) {
    if scalar.properties.isWhitespace {
      spaceIsDue = !result.isEmpty
      continue
    }
    if spaceIsDue {
      result.append(" ")
      spaceIsDue = false
    }
    result.unicodeScalars.append(plain(scalar))
  }
  return result
}

/// Zero-width characters, marks of writing direction, soft hyphens.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
  case 0...0x1F, 0x7F: !scalar.properties.isWhitespace
  default: false
  }
}

private func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x2018, 0x2019, 0x201B, 0x2032: "'"
  case 0x201C, 0x201D, 0x201F, 0x2033: "\""
  case 0x2010...0x2015, 0x2212: "-"
  case 0x2044, 0x2215: "/"
  case 0x066A: "%"
  case 0x066B: "."
  case 0x066C: ","
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  default: digit(scalar) ?? scalar
  }
}

/// A decimal digit of another script, Arabic-Indic, Devanagari or Bangla among them, as 0 to 9.
private func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  guard !scalar.isASCII, scalar.properties.generalCategory == .decimalNumber,
    let value = scalar.properties.numericValue, (0...9).contains(value)
  else { return nil }
  return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
}
