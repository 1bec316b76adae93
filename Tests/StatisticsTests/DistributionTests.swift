import Statistics
import TestSupport
import Testing

@Suite struct DistributionTests {
  @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
  func everyPointAgreesWithFortyDigitValues() throws {
    let document = try JSON.document(SharedFolder.data("reference/distributions.json"))
    var compared: [String: Int] = [:]
    for point in document["points"].list {
      let name = try #require(point["fn"].text)
      let expected = try #require(point["value_mp"].number)
      let found = try #require(value(of: name, at: point["args"]), "\(name)")
      let isNoncentral = name == "pnct" || name == "nct_ncp"
      #expect(
        isNoncentral
          ? agrees(found, expected, Tolerance.noncentral)
          : agreesRelatively(found, expected, Tolerance.distribution),
        "\(name) \(point["args"]): \(found), reference \(expected)")
      compared[name, default: 0] += 1
    }
    print("distributions: \(compared.values.reduce(0, +)) points of \(compared.count) functions")
    #expect(compared.values.reduce(0, +) == 385)
  }

  private func value(of name: String, at point: JSON) -> Double? {
    func number(_ key: String) -> Double { point[key].number ?? .nan }
    let isLower = point["lower"].truth ?? true
    let x = number("x")
    switch name {
    case "pnorm" where point["log"].truth == true: return Normal.logCumulative(x)
    case "pnorm": return isLower ? Normal.cumulative(x) : Normal.upperTail(x)
    case "qnorm": return Normal.quantile(number("p"))
    case "pt":
      return isLower
        ? StudentT.cumulative(x, degreesOfFreedom: number("df"))
        : StudentT.upperTail(x, degreesOfFreedom: number("df"))
    case "qt": return StudentT.quantile(number("p"), degreesOfFreedom: number("df"))
    case "pchisq":
      return isLower
        ? ChiSquared.cumulative(x, degreesOfFreedom: number("df"))
        : ChiSquared.upperTail(x, degreesOfFreedom: number("df"))
    case "qchisq": return ChiSquared.quantile(number("p"), degreesOfFreedom: number("df"))
    case "pf", "qf": return valueOfF(name, at: point)
    case "pbeta":
      return isLower
        ? Beta.cumulative(x, a: number("a"), b: number("b"))
        : Beta.upperTail(x, a: number("a"), b: number("b"))
    case "qbeta": return Beta.quantile(number("p"), a: number("a"), b: number("b"))
    case "lgamma": return logGamma(x)
    case "hedges_J": return hedgesCorrection(degreesOfFreedom: number("m"))
    case "pnct", "nct_ncp": return valueOfNoncentralT(name, at: point)
    default: return nil
    }
  }

  private func valueOfF(_ name: String, at point: JSON) -> Double? {
    guard let df1 = point["df1"].number, let df2 = point["df2"].number else { return nil }
    if let p = point["p"].number {
      return FDistribution.quantile(
        p, numeratorDegreesOfFreedom: df1, denominatorDegreesOfFreedom: df2)
    }
    guard let x = point["x"].number else { return nil }
    return point["lower"].truth == true
      ? FDistribution.cumulative(
        x, numeratorDegreesOfFreedom: df1, denominatorDegreesOfFreedom: df2)
      : FDistribution.upperTail(
        x, numeratorDegreesOfFreedom: df1, denominatorDegreesOfFreedom: df2)
  }

  private func valueOfNoncentralT(_ name: String, at point: JSON) -> Double? {
    guard let t = point["t"].number, let df = point["df"].number else { return nil }
    if let p = point["p"].number {
      return NoncentralT.noncentrality(t, degreesOfFreedom: df, cumulative: p)
    }
    guard let ncp = point["ncp"].number else { return nil }
    return point["lower"].truth == true
      ? NoncentralT.cumulative(t, degreesOfFreedom: df, noncentrality: ncp)
      : NoncentralT.upperTail(t, degreesOfFreedom: df, noncentrality: ncp)
  }

  @Test(arguments: [-1.0, 0, 1, 2, .nan, .infinity])
  func outsideTheDomainThereIsNoNumber(p: Double) {
    #expect(Normal.quantile(p).isNaN)
    #expect(StudentT.quantile(p, degreesOfFreedom: 5).isNaN)
    #expect(NoncentralT.noncentrality(1, degreesOfFreedom: 5, cumulative: p).isNaN)
    #expect(StudentT.cumulative(p, degreesOfFreedom: -1).isNaN)
    #expect(Beta.quantile(p, a: 1, b: 1).isNaN)
  }
}
