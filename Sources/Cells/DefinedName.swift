/// A name that a workbook gives to cells or to a formula.
package struct DefinedName: Hashable, Sendable {
  package var name: String
  /// What it stands for, as the file writes it: `Lists!$A$1:$A$3`.
  package var formula: String
  /// The place of the only sheet that knows the name, from 0; nil where all know it.
  package var sheetIndex: Int?

  package init(name: String, formula: String, sheetIndex: Int? = nil) {
    self.name = name
    self.formula = formula
    self.sheetIndex = sheetIndex
  }
}
