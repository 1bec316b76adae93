import Analysis
import Statistics
import Testing

@Test(arguments: [
  (0.4, 0.1, 0.7, Verdict.clearPlus), (-0.4, -0.7, -0.1, .clearMinus),
  (0.01, -0.04, 0.04, .tooSmallToMatter), (0.3, 0.02, 0.6, .plusSizeUnsure),
  (-0.3, -0.6, -0.02, .minusSizeUnsure), (0.3, -0.1, 0.7, .leansPlus),
  (-0.3, -0.7, 0.1, .leansMinus), (0.02, -0.4, 0.4, .unclear), (0.3, -1.2, 1.8, .tooLittleData),
])
func eachCaseHasItsVerdict(estimate: Double, low: Double, high: Double, expected: Verdict) {
  let interval = Interval(low: low, high: high)
  #expect(
    verdict(estimate: estimate, interval: interval, band: 0.05, smallestArm: 20) == expected)
}

@Test func fewPupilsAreTooLittle() {
  let interval = Interval(low: 0.1, high: 0.7)
  #expect(
    verdict(estimate: 0.4, interval: interval, band: 0.05, smallestArm: 9) == .tooLittleData)
}
