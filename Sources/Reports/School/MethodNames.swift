/// Titles for the names of estimators that programs read.
enum EstimatorName {
  static func title(of name: String) -> String {
    switch name {
    case "ancova": "analysis of covariance"
    case "mixed": "mixed model"
    default: name
    }
  }
}

/// Titles for the names of the other ways to look at the same marks.
enum RobustnessName {
  static func title(of name: String) -> String {
    switch name {
    case "post-test only": "Marks after, nothing else (effect size)"
    case "gain": "Change in marks (effect size)"
    case "lin": "Slopes free in each group, Lin (effect size)"
    case "hc2": "Robust standard errors, HC2 (effect size)"
    case "welch": "Unequal spreads, Welch (effect size)"
    case "glass": "Spread of the comparison group, Glass (effect size)"
    case "mann-whitney": "Chance that a pupil of the first group is ahead (Mann–Whitney)"
    case "randomisation": "All ways the draw could have gone (marks)"
    default: name.atStart
    }
  }
}
