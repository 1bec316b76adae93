/// Names of parts as text, in the form in which they are compared: small letters, no leading slash.
enum PartPath {
  /// `\XL\Sheet%31.xml` and `/xl/sheet1.xml` are one part: `xl/sheet1.xml`.
  static func normalised(_ name: String) -> String {
    PartName(target: "/" + name, from: nil)?.key ?? ""
  }

  /// The part that a relationship of `source` names by `target`; nothing where it leads outside.
  static func resolved(_ target: String, from source: String) -> String {
    PartName(target: target, from: PartName(target: "/" + source, from: nil))?.key ?? ""
  }

  /// `xl/workbook.xml` → `xl/`; a part at the root has none.
  static func folder(of part: String) -> String {
    part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  /// Where the relationships of a part are: `xl/_rels/workbook.xml.rels`.
  static func relationships(of part: String) -> String {
    PartName(target: "/" + part, from: nil)?.relationships ?? "_rels/.rels"
  }
}
