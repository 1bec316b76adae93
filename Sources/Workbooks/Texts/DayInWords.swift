package import Cells

extension WorkbookTexts {
  /// A day as people write it: `10 July 2026`.
  package func inWords(_ day: ExcelDate) -> String {
    let months: [WorkbookText] = [
      .month1, .month2, .month3, .month4, .month5, .month6, .month7, .month8, .month9, .month10,
      .month11, .month12,
    ]
    return self[.day, String(day.day), self[months[day.month - 1]], String(day.year)]
  }
}
