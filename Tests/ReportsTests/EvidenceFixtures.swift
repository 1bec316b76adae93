import Evidence
import Foundation
import Statistics
import StudyModel

@testable import Reports

extension Fixtures {
  /// A cumulative analysis of this many schools, with numbers that look like real ones.
  static func cumulative(
    _ count: Int, title: String = "Peer tutoring in reading: reading", tau2: Double = 0.02
  ) -> CumulativeAnalysis {
    let studies = contributions(count)
    return CumulativeAnalysis(
      title: title, programme: "peer-tutoring-reading", studies: studies,
      model: ModelChoice(estimator: "REML", test: "knha", variance: "pooled", level: 0.95),
      pooled: count == 0 ? nil : pooled(studies, tau2: count > 1 ? tau2 : 0),
      steps: steps(studies), leaveOneOut: count < 3 ? [] : leaveOneOut(studies, tau2: tau2),
      flow: SchoolFlow(
        issued: count + 14, returned: count + 6, readable: count + 5, complete: count + 2,
        pooled: count),
      cautions: count < 5
        ? ["With \(count) studies the spread between schools is hardly known."] : [])
  }

  private static func contributions(_ count: Int) -> [StudyContribution] {
    var draws = Draws(state: 7)
    let drawn = (0..<count).map { index -> (PooledStudy, Double) in
      let pupils = 20 + Int(draws.uniform() * 135)
      let variance = 4 / Double(pupils)
      let estimate = 0.24 + draws.normal() * (variance + 0.02).squareRoot()
      let day = 1 + index * 27 / max(1, count)
      let study = PooledStudy(
        id: String(format: "S-%03d/peer-tutoring-reading/2026-1", index + 1),
        date: String(format: "2026-%02d-%02d", 3 + index * 4 / max(1, count), day),
        estimate: estimate, variance: variance, pupils: pupils, country: "GB",
        design: index % 5 == 3 ? .matched : .randomised)
      return (study, 1 / (variance + 0.02))
    }
    let total = drawn.map(\.1).reduce(0, +)
    return drawn.map { study, weight in
      let half = 1.96 * study.variance.squareRoot()
      return StudyContribution(
        study: study, interval: Interval(low: study.estimate - half, high: study.estimate + half),
        weight: 100 * weight / total, shrunken: 0.24 + (study.estimate - 0.24) * 0.4)
    }
  }

  private static func average(_ studies: some Collection<StudyContribution>) -> (Double, Double) {
    let total = studies.map(\.weight).reduce(0, +)
    let mean = studies.map { $0.weight * $0.study.estimate }.reduce(0, +) / total
    let precision = studies.map { 1 / ($0.study.variance + 0.02) }.reduce(0, +)
    return (mean, (1 / precision).squareRoot())
  }

  private static func pooled(_ studies: [StudyContribution], tau2: Double) -> PooledEffect {
    let (mean, error) = average(studies)
    let half = 2.05 * error
    let reach = 2.05 * (error * error + tau2).squareRoot()
    let degrees = Double(studies.count - 1)
    return PooledEffect(
      estimate: mean, standardError: error, statistic: mean / error,
      degreesOfFreedom: degrees, p: 0.0004, interval: Interval(low: mean - half, high: mean + half),
      predictionInterval: studies.count > 2 ? Interval(low: mean - reach, high: mean + reach) : nil,
      tau2: tau2, tau2StandardError: 0.01,
      tau2Interval: studies.count > 2 ? Interval(low: 0.001, high: 0.08) : nil,
      i2: tau2 > 0 ? 33.4 : 0, h2: tau2 > 0 ? 1.5 : 1, q: degrees * 1.45,
      qDegreesOfFreedom: degrees, qP: 0.047)
  }

  private static func steps(_ studies: [StudyContribution]) -> [CumulativeStep] {
    (1...max(1, studies.count)).filter { $0 <= studies.count }.map { count in
      let (mean, error) = average(studies.prefix(count))
      let ordinary = (count < 3 ? 4.3 : 2.05 + 2 / Double(count)) * error
      let anytime = (count < 3 ? 6.5 : 2.9 + 4 / Double(count)) * error
      let last = studies[count - 1].study
      return CumulativeStep(
        count: count, id: last.id, date: last.date, estimate: mean,
        interval: Interval(low: mean - ordinary, high: mean + ordinary),
        anytime: Interval(low: mean - anytime, high: mean + anytime), tau2: 0.02)
    }
  }

  private static func leaveOneOut(
    _ studies: [StudyContribution], tau2: Double
  ) -> [LeaveOneOutStep] {
    studies.indices.map { left in
      let rest = studies.enumerated().filter { $0.offset != left }.map(\.element)
      let (mean, error) = average(rest)
      return LeaveOneOutStep(
        without: studies[left].study.id, estimate: mean,
        interval: Interval(low: mean - 2.05 * error, high: mean + 2.05 * error), tau2: tau2)
    }
  }
}
