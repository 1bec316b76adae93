import Cells

extension SheetPlan {
  func check() throws(WritingError) {
    try checkCells()
    try checkSizes()
    for validation in validations { try check(validation) }
    for format in conditionalFormats {
      try checkRange(format.range)
      try checkFormula(format.formula, address(format.range.first), limit: 255)
    }
    for chart in charts { try check(chart) }
    for chart in lineCharts { try check(chart) }
    if let autofilter { try checkRange(autofilter) }
    if let printed = pageSetup.printedCells { try checkRange(printed) }
    if let freeze { try checkReference(freeze) }
    for text in [pageSetup.header, pageSetup.footer] {
      try checkPlainText(text, .headerOrFooter, nil, limit: 255)
    }
  }

  private func checkCells() throws(WritingError) {
    var places = Set<CellReference>(minimumCapacity: cells.count)
    for cell in cells {
      let place = address(cell.reference)
      try checkReference(cell.reference)
      guard places.insert(cell.reference).inserted else { throw .repeatedCell(place) }
      try check(cell.value, place)
      try check(cell.style, place)
    }
  }

  private func check(_ value: WrittenValue, _ place: CellAddress) throws(WritingError) {
    switch value {
    case .empty, .boolean: return
    case .number(let number): try checkFinite(number, place)
    case .text(let text): try checkLength(text, .cell, place)
    case .date(let date):
      guard date.serial >= 1, date.year <= 9999 else {
        throw .dateOutsideTheCalendar(date, place)
      }
    case .formula(let formula, let cached):
      try checkFormula(formula, place)
      switch cached {
      case .number(let number): try checkFinite(number, place)
      case .text(let text): try checkLength(text, .cachedText, place)
      case .boolean: return
      }
    }
  }

  private func checkLength(
    _ text: String, _ kind: WritingError.TextKind, _ place: CellAddress
  ) throws(WritingError) {
    let units = text.utf16.count
    guard units <= 32_767 else { throw .tooLong(kind, place, units: units, limit: 32_767) }
  }

  private func checkFinite(_ number: Double, _ place: CellAddress) throws(WritingError) {
    guard number.isFinite else { throw .notFinite(place) }
  }

  private func check(_ style: CellStyle, _ place: CellAddress) throws(WritingError) {
    try checkPlainText(style.fontName, .fontName, place, limit: 31)
    try checkPlainText(style.numberFormat ?? "", .numberFormat, place, limit: 255)
    guard (1...409).contains(style.size), (0...15).contains(style.indent) else {
      throw .size("font size \(style.size), indent \(style.indent)", sheet: name)
    }
  }

  private func checkSizes() throws(WritingError) {
    for (column, width) in columnWidths.sorted(by: { $0.key < $1.key }) {
      guard (1...CellReference.columnLimit).contains(column), (0...255).contains(width) else {
        throw .size("width \(width) of column \(column)", sheet: name)
      }
    }
    for (row, height) in rowHeights.sorted(by: { $0.key < $1.key }) {
      guard (1...CellReference.rowLimit).contains(row), (0...409).contains(height) else {
        throw .size("height \(height) of row \(row)", sheet: name)
      }
    }
    if let defaultRowHeight, !(1...409).contains(defaultRowHeight) {
      throw .size("default height \(defaultRowHeight)", sheet: name)
    }
    guard (10...400).contains(zoom) else { throw .size("zoom \(zoom)", sheet: name) }
    if let rows = pageSetup.repeatedRows,
      rows.lowerBound < 1 || rows.upperBound > CellReference.rowLimit
    {
      throw .size("repeated rows \(rows)", sheet: name)
    }
    if let columns = pageSetup.repeatedColumns,
      columns.lowerBound < 1 || columns.upperBound > CellReference.columnLimit
    {
      throw .size("repeated columns \(columns)", sheet: name)
    }
    guard (1...100).contains(pageSetup.pagesAcross) else {
      throw .size("pages across \(pageSetup.pagesAcross)", sheet: name)
    }
    // As many page breaks as a spreadsheet program keeps.
    for row in pageSetup.rowBreaks
    where !(1..<CellReference.rowLimit).contains(row) || pageSetup.rowBreaks.count > 1023 {
      throw .size("page break after row \(row)", sheet: name)
    }
    let margins = pageSetup.margins
    for margin in [margins.left, margins.right, margins.top, margins.bottom]
    where !(0...10).contains(margin) {
      throw .size("margin \(margin)", sheet: name)
    }
  }

  private func check(_ validation: ValidationPlan) throws(WritingError) {
    try checkRange(validation.range)
    let place = address(validation.range.first)
    for message in [validation.input, validation.error].compactMap({ $0 }) {
      try checkPlainText(message.title, .validationTitle, place, limit: 32)
      try checkPlainText(message.text, .validationMessage, place, limit: 255)
    }
    switch validation.rule {
    case .list(let name):
      guard DefinedName.isUsable(name) else { throw .definedName(name) }
    case .formula(let formula): try checkFormula(formula, place, limit: 255)
    case .textLength(let length):
      guard (0...32_767).contains(length) else { throw .emptyBounds(place) }
    case .date(let first, let last):
      guard first <= last, first.serial >= 1 else { throw .emptyBounds(place) }
    case .decimal(let low, let high):
      try check(low, place)
      try check(high, place)
      if case .number(let low) = low, case .number(let high) = high, low > high {
        throw .emptyBounds(place)
      }
    case .wholeNumber, .anything: return
    }
  }

  private func check(_ bound: ValidationPlan.Bound, _ place: CellAddress) throws(WritingError) {
    switch bound {
    case .number(let number): try checkFinite(number, place)
    case .formula(let formula): try checkFormula(formula, place, limit: 255)
    }
  }

  private func check(_ chart: IntervalChartPlan) throws(WritingError) {
    try checkReference(chart.anchor)
    for interval in chart.intervals {
      for range in [interval.ends, interval.heights, CellRange(interval.estimate)] {
        try checkRange(range)
      }
      if let place = interval.namePlace { try checkReference(place) }
      try checkPlainText(interval.name, .chart, address(interval.estimate), limit: 255)
    }
    for text in [chart.title, chart.axisTitle, chart.alternativeText] {
      try checkPlainText(text, .chart, address(chart.anchor), limit: 255)
    }
    guard (50...4000).contains(chart.width), (50...4000).contains(chart.height), chart.step > 0,
      chart.step.isFinite, chart.axis.lowerBound.isFinite, chart.axis.upperBound.isFinite,
      !chart.intervals.isEmpty, chart.intervals.count <= 100
    else { throw .size("chart at \(chart.anchor)", sheet: name) }
  }

  private func check(_ chart: LineChartPlan) throws(WritingError) {
    try checkReference(chart.anchor)
    for series in chart.series {
      try checkRange(series.across)
      try checkRange(series.up)
      try checkPlainText(series.name, .chart, address(series.up.first), limit: 255)
    }
    for text in [chart.title, chart.axisTitles.across, chart.axisTitles.up, chart.alternativeText] {
      try checkPlainText(text, .chart, address(chart.anchor), limit: 255)
    }
    guard (50...4000).contains(chart.width), (50...4000).contains(chart.height),
      !chart.series.isEmpty, chart.series.count <= 100
    else { throw .size("chart at \(chart.anchor)", sheet: name) }
  }

  private func checkRange(_ range: CellRange) throws(WritingError) {
    try checkReference(range.first)
    try checkReference(range.last)
  }

  private func checkReference(_ reference: CellReference) throws(WritingError) {
    guard reference.isInSheet else { throw .outsideTheSheet(address(reference)) }
  }

  private func address(_ reference: CellReference) -> CellAddress {
    CellAddress(sheet: name, reference: reference)
  }
}
