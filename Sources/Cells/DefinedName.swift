/// A name that a workbook gives to cells or to a formula.
package struct DefinedName: Hashable, Sendable {
  package var name: String
  /// What it stands for, as the file writes it: `Lists!$A$1:$A$3`.
  package var formula: String
  /// The only sheet that knows the name; nil where all know it.
  package var sheet: String?

  package init(name: String, formula: String, sheet: String? = nil) {
    self.name = name
    self.formula = formula
    self.sheet = sheet
  }

  /// A name that every sheet knows.
  package init(_ name: String, _ formula: String) {
    self.init(name: name, formula: formula)
  }
}
