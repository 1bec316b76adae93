import Analysis

extension CloserWords {
  /// What it cost for each pupil, and for a month of progress where one is known.
  var cost: [String] {
    guard let cost = outcome.details.cost else { return [] }
    let isInPounds = country == "GB"
    func money(_ sum: Double) -> String {
      let number =
        sum >= 100 || sum == sum.rounded()
        ? NumberStyle.count(Int(sum.rounded())) : NumberStyle.decimal(sum, digits: 2)
      return isInPounds ? "£\(number)" : number
    }
    var sentence =
      "It cost about \(money(cost.perPupil))\(isInPounds ? "" : " (in your own currency)") for each "
      + "pupil who took part, staff time not counted"
    sentence += cost.band.map { "; by the EEF’s bands that is \($0.name)." } ?? "."
    if let month = cost.perMonth, outcome.shownEffect != nil {
      let least = cost.perMonthFrom.map { "as little as \(money($0))" } ?? "far less"
      let range =
        switch (cost.perMonthFrom, cost.perMonthTo) {
        case (let from?, let most?): "plausibly anywhere from \(money(from)) to \(money(most))"
        case (nil, let most?): "plausibly at most \(money(most)), and it could be far less"
        case (_, nil): "it could be \(least), but there may be no progress to pay for"
        }
      sentence += " For a month of progress that is about \(money(month)); \(range)."
    }
    return [sentence]
  }
}
