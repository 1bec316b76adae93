import CXlsxWriter
import Cells

/// The formats of one workbook: one for each distinct style, made when it is first used.
@safe struct FormatTable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var highlights: [Highlight: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.workbook = unsafe workbook
  }

  mutating func format(
    for style: CellStyle
  ) throws(WritingError) -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe formats[style] { return unsafe known }
    let format = try unsafe newFormat()
    unsafe apply(style, to: format)
    unsafe formats[style] = unsafe format
    return unsafe format
  }

  /// A format that says only what differs, as conditional formats need it.
  mutating func format(
    for highlight: Highlight
  ) throws(WritingError) -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe highlights[highlight] { return unsafe known }
    let format = try unsafe newFormat()
    if let color = highlight.fontColor { unsafe format_set_font_color(format, color.rgb) }
    if let fill = highlight.fill { unsafe format_set_bg_color(format, fill.rgb) }
    if highlight.isBold { unsafe format_set_bold(format) }
    unsafe highlights[highlight] = unsafe format
    return unsafe format
  }

  private func newFormat() throws(WritingError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = unsafe workbook_add_format(workbook) else {
      throw .library(code: 1, message: "no memory for a format")
    }
    return unsafe format
  }

  private func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, style.fontName)
    unsafe format_set_font_size(format, style.size)
    if style.isBold { unsafe format_set_bold(format) }
    if style.isItalic { unsafe format_set_italic(format) }
    if style.isUnderlined {
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if let color = style.fontColor { unsafe format_set_font_color(format, color.rgb) }
    if let fill = style.fill {
      unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_fg_color(format, fill.rgb)
    }
    if let border = style.border {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, border.rgb)
    }
    if let numberFormat = style.numberFormat { unsafe format_set_num_format(format, numberFormat) }
    if style.wraps { unsafe format_set_text_wrap(format) }
    if !style.isLocked { unsafe format_set_unlocked(format) }
    unsafe format_set_align(format, style.horizontal.code)
    unsafe format_set_align(format, style.vertical.code)
    switch style.readingOrder {
    case .automatic: break
    case .leftToRight: unsafe format_set_reading_order(format, 1)
    case .rightToLeft: unsafe format_set_reading_order(format, 2)
    }
    if style.indent > 0 { unsafe format_set_indent(format, UInt8(style.indent)) }
  }
}

extension HorizontalAlignment {
  var code: UInt8 {
    switch self {
    case .automatic: UInt8(LXW_ALIGN_NONE.rawValue)
    case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
    case .center: UInt8(LXW_ALIGN_CENTER.rawValue)
    case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
    }
  }
}

extension VerticalAlignment {
  var code: UInt8 {
    switch self {
    case .bottom: UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue)
    case .middle: UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
    case .top: UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    }
  }
}
