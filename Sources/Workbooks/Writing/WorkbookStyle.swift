import Spreadsheet

/// How the cells of a data workbook look: one colour to type in, one for what is wrong.
enum WorkbookStyle {
  static let plain = CellStyle().with { $0.vertical = .top }
  static let title = CellStyle().with {
    $0.size = 18
    $0.isBold = true
    $0.vertical = .middle
  }
  static let heading = CellStyle().with {
    $0.size = 14
    $0.isBold = true
    $0.vertical = .middle
  }
  static let paragraph = CellStyle().with {
    $0.wraps = true
    $0.vertical = .top
  }
  static let status = CellStyle().with {
    $0.size = 14
    $0.isBold = true
    $0.wraps = true
    $0.vertical = .middle
    $0.border = ink
    $0.indent = 1
  }
  static let small = CellStyle().with {
    $0.size = 10
    $0.fontColor = muted
    $0.wraps = true
    $0.vertical = .top
  }
  static let header = CellStyle().with {
    $0.isBold = true
    $0.fontColor = 0xFF_FF_FF
    $0.fill = 0x12_43_6D
    $0.border = line
    $0.wraps = true
    $0.vertical = .middle
  }
  /// Not to be typed in.
  static let locked = CellStyle().with {
    $0.border = line
    $0.wraps = true
    $0.vertical = .middle
  }
  static let code = locked.with {
    $0.isBold = true
    $0.numberFormat = "@"
  }
  static let total = locked.with { $0.isBold = true }
  /// To be typed in.
  static let input = CellStyle().with {
    $0.fill = 0xFF_F2_CC
    $0.border = 0x7F_60_00
    $0.isLocked = false
    $0.vertical = .middle
  }

  static let ink: Color = 0x0B_0C_0C
  static let muted: Color = 0x50_5A_5F
  static let line: Color = 0xB1_B4_B6

  static let fix = Highlight(fill: 0xF4_6A_25, fontColor: 0x00_00_00, isBold: true)
  static let note = Highlight(fill: 0xDC_E6_F2)
  static let ready = Highlight(fill: 0xDC_E6_F2)

  static let rowHeight = 20.0
  static let titleHeight = 28.0
  static let headerHeight = 36.0
  static let statusHeight = 40.0

  /// The height of a row whose text wraps at a width; without it lines overprint in LibreOffice.
  static func height(of texts: [(text: String, width: Double)], lineHeight: Double = 17) -> Double {
    let lines = texts.map { lineCount(of: $0.text, width: $0.width) }.max() ?? 1
    return max(rowHeight, Double(lines) * lineHeight + 3)
  }

  /// How many lines a text takes, broken between words as a program breaks it.
  private static func lineCount(of text: String, width: Double) -> Int {
    // Letters of Arial 12 are a little wider than the digits that widths are counted in.
    let room = max(4, Int(width * 0.94))
    var lines = 1
    var used = 0
    for word in text.split(separator: " ") {
      let needed = used == 0 ? word.count : used + 1 + word.count
      if needed > room, used > 0 {
        lines += 1
        used = word.count
      } else {
        used = needed
      }
    }
    return lines
  }
}
