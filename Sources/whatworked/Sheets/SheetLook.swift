import Reports
import Spreadsheet

extension SheetCellContent.NumberFormat {
  /// As spreadsheets write it.
  var code: String {
    switch self {
    case .decimal(let digits): Self.digits(digits)
    case .signed(let digits):
      "+\(Self.digits(digits));\u{2212}\(Self.digits(digits));\(Self.digits(digits))"
    case .percentage: "0%"
    }
  }

  private static func digits(_ count: Int) -> String {
    count == 0 ? "0" : "0." + String(repeating: "0", count: count)
  }
}

extension SheetCellContent.Role {
  var style: CellStyle {
    CellStyle().with { style in
      style.vertical = .top
      switch self {
      case .title:
        style.size = 18
        style.isBold = true
      case .headline:
        style.size = 14
        style.isBold = true
        style.fontColor = 0x12436D
      case .heading:
        style.isBold = true
        style.vertical = .bottom
      case .tableHead:
        style.isBold = true
        style.fontColor = 0xFFFFFF
        style.fill = 0x12436D
        style.border = 0xB1B4B6
        style.wraps = true
        style.indent = 1
      case .tableText:
        style.border = 0xB1B4B6
        style.wraps = true
        style.indent = 1
      case .tableNumber:
        style.border = 0xB1B4B6
        style.horizontal = .right
        style.indent = 1
      case .body: break
      case .note:
        style.size = 10
        style.fontColor = 0x505A5F
      }
    }
  }

  /// In points.
  var lineHeight: Double {
    switch self {
    case .title: 26
    case .headline: 21
    case .heading: 24
    case .tableHead, .tableText, .tableNumber, .body: 16
    case .note: 14
    }
  }

  /// How many characters of prose fit where one digit of the default font does.
  var charactersPerWidth: Double {
    switch self {
    case .title: 0.6
    case .headline: 0.75
    case .tableHead: 0.85
    case .heading, .tableText, .tableNumber, .body: 0.9
    case .note: 1.1
    }
  }
}
