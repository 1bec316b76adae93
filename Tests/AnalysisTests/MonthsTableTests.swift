import Analysis
import Testing

@Test(arguments: [
  (0.0, 0), (0.05, 0), (0.06, 1), (0.0949, 1), (0.095, 2), (0.10, 2), (0.31, 4), (0.99, 12),
  (2.5, 12), (-0.31, -4), (-0.05, 0),
])
func theToolkitTableIsReadAsPrinted(effect: Double, months: Int) {
  #expect(MonthsTable.named("eef-2026").months(for: effect) == months)
}

@Test func theTablesDifferWhereTheyArePublishedToDiffer() {
  let months = ["eef-2026", "eef-trials", "eef-toolkit-2018"].map {
    MonthsTable.named($0).months(for: 0.05)
  }
  #expect(months == [0, 1, 1])
  #expect(MonthsTable.named("eef-toolkit-2018").months(for: 0.03) == 1)
}

@Test func everyTableHasTwelveRisingMonths() {
  for table in MonthsTable.all {
    #expect(table.thresholds.count == 12)
    #expect(table.thresholds == table.thresholds.sorted())
  }
}
