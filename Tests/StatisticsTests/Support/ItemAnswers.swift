@testable import Statistics

extension Answers {
  mutating func items(_ analysis: ItemAnalysis) {
    set("n_pupils", Double(analysis.pupils))
    set("n_items", Double(analysis.items.count))
    set("n_27", Double(analysis.extremeCount))
    setDistribution("total", analysis.total)
    for (index, item) in analysis.items.enumerated() {
      set("item_facility[\(index)]", item.facility)
      set("item_sd[\(index)]", item.standardDeviation)
      set("item_total_point_biserial[\(index)]", item.totalCorrelation)
      set("item_rest_point_biserial[\(index)]", item.restCorrelation)
      set("discrimination_27[\(index)]", item.discrimination)
      set("alpha_if_deleted[\(index)]", item.alphaIfDeleted)
    }
    set("alpha", analysis.alpha)
    set("alpha_feldt_ci", analysis.alphaInterval)
    set("kr20", analysis.kr20)
    set("kr21", analysis.kr21)
    set("standardized_alpha", analysis.standardizedAlpha)
    set("sem", analysis.standardErrorOfMeasurement)
    set("split_half_r", analysis.splitHalfCorrelation)
    set("spearman_brown", analysis.spearmanBrown)
    set("guttman_split", analysis.guttmanSplit)
  }
}
