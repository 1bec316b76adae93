import Cells

/// The cells of a sheet that the C library writes otherwise than they should be.
struct SheetCorrections {
  /// The kind of a value, and its text in the file.
  private struct StoredValue {
    let type: String?
    let text: String
  }

  /// By reference, as it is written in the sheet.
  private var values: [String: StoredValue] = [:]

  var isEmpty: Bool { values.isEmpty }

  init(of sheet: SheetPlan) {
    for cell in sheet.cells {
      switch cell.value {
      case .formula(_, cached: .boolean(let isTrue)):
        values["\(cell.reference)"] = StoredValue(type: "b", text: isTrue ? "1" : "0")
      case .number(let number), .formula(_, cached: .number(let number)):
        // The library keeps 16 digits.
        guard Self.digitCount(of: number) > 16 else { continue }
        values["\(cell.reference)"] = StoredValue(type: nil, text: "\(number)")
      default: continue
      }
    }
  }

  private static func digitCount(of number: Double) -> Int {
    let text = "\(number)".utf8.prefix { $0 != UInt8(ascii: "e") }
    return text.drop { "-0.".utf8.contains($0) }.count { $0 != UInt8(ascii: ".") }
  }

  /// What puts them right in the sheet as the library wrote it.
  func splices(in part: XMLPart) -> [XMLPart.Splice] {
    guard !isEmpty else { return [] }
    var splices: [XMLPart.Splice] = []
    for element in part.elements where element.localName == "v" {
      guard let cell = element.parent, let reference = part.elements[cell]["r"],
        let value = values[reference]
      else { continue }
      if let type = value.type { splices.append(part.setting("t", to: type, of: cell)) }
      splices.append(
        XMLPart.Splice(
          range: element.startTag.upperBound..<element.endTag.lowerBound,
          replacement: value.text))
    }
    return splices
  }
}
