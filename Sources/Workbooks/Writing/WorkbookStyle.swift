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
}
