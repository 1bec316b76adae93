/// Titles for the names of estimators that programs read.
enum EstimatorName {
  static func title(of name: String) -> String {
    switch name {
    case "ancova": "Hedges g, analysis of covariance"
    case "mixed": "mixed model with classes, total spread"
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
    case "unpaired": "Without the pairs (effect size)"
    case "cr2": "Pupils, errors by class, CR2 (effect size)"
    case "class means": "One mark for each class (effect size)"
    case "class gains": "One change for each class (effect size)"
    case "mann-whitney": "Chance that a pupil of the first group is ahead (Mann–Whitney)"
    case "randomisation": "All ways the draw could have gone (marks)"
    case _ where name.hasPrefix("group correlation"):
      name.replacing("group correlation", with: "Likeness within teaching groups")
        + " (effect size)"
    default: name.atStart
    }
  }

  /// In a list within a sentence.
  static func short(_ name: String) -> String {
    switch name {
    case "post-test only": "the marks after alone"
    case "gain": "the change in marks"
    case "lin": "a slope for each group"
    case "hc2": "robust errors"
    case "welch": "unequal spreads"
    case "glass": "the spread of the comparison group"
    case "unpaired": "the pupils without their pairs"
    case "cr2": "pupils with errors by class"
    case "class means": "one mark for each class"
    case "class gains": "one change for each class"
    case _ where name.hasPrefix("group correlation"): "another likeness within groups"
    default: name
    }
  }
}
