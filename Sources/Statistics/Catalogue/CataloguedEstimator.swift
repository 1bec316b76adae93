/// One estimator as the page of methods describes it.
package struct CataloguedEstimator: Sendable, Hashable {
  /// The heading of its section.
  package let name: String
  /// The names that documents for other programs give it: `ancova`, `robustness: lin`.
  package let documentNames: [String]
  /// What it estimates, and of whom.
  package let estimand: String
  package let formula: String
  /// When its answer is wrong, or misread.
  package let wrongWhen: String
  package let source: String
  /// What it is held against: a field of the reference numbers, an R function, a test.
  package let check: String

  package init(
    _ name: String, documentNames: [String] = [], estimand: String, formula: String,
    wrongWhen: String, source: String, check: String
  ) {
    self.name = name
    self.documentNames = documentNames
    self.estimand = estimand
    self.formula = formula
    self.wrongWhen = wrongWhen
    self.source = source
    self.check = check
  }

  /// Everything the product estimates: of one school, then of many.
  package static let all = ofOneSchool + qualifyingOneSchool + ofManySchools
}

extension CataloguedEstimator {
  /// Its section in Markdown.
  package var section: String {
    let names = documentNames.map { "`\($0)`" }.joined(separator: ", ")
    return """
      ### \(name)
      \(names.isEmpty ? "" : "\nIn documents: \(names).\n")
      | | |
      |---|---|
      | **Estimates** | \(estimand) |
      | **Formula** | \(formula) |
      | **Wrong when** | \(wrongWhen) |
      | **Source** | \(source) |
      | **Checked by** | \(check) |

      """
  }
}
