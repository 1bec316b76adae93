import Mustache

/// The pages, parsed once; they are part of the binary.
enum PageLibrary {
  /// The page filled in; every value is escaped unless the page says otherwise.
  static func render(_ page: Page, with content: Any) -> String {
    library.render(content, withTemplate: page.rawValue) ?? ""
  }

  /// The pages that stand by themselves.
  enum Page: String, CaseIterable {
    case schoolReport = "school-report"
    case cumulativeReport = "cumulative-report"
    case index
    case text
  }

  private static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      do {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        preconditionFailure("The page \(name) of this program does not parse: \(error)")
      }
    }
    return library
  }()

  /// Every page and partial, under the name by which others include it.
  private static let sources: [(String, [UInt8])] = [
    ("counted", PackageResources.counted_mustache),
    ("data", PackageResources.data_mustache),
    ("figure", PackageResources.figure_mustache),
    ("table", PackageResources.table_mustache),
    ("style", PackageResources.style_mustache),
    ("school-report", PackageResources.school_report_mustache),
    ("school-result", PackageResources.school_result_mustache),
    ("cumulative-report", PackageResources.cumulative_report_mustache),
    ("cumulative-part", PackageResources.cumulative_part_mustache),
    ("section", PackageResources.section_mustache),
    ("forest", PackageResources.forest_mustache),
    ("index", PackageResources.index_mustache),
    ("text", PackageResources.text_mustache),
  ]
}
