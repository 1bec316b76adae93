import Statistics

/// The columns that a formula asks for, of the studies that have what it needs.
///
/// `weeks + country` has a column for weeks and one for each country but the first by name;
/// `weeks * country` also has their products, `weeks : country` the products alone. A moderator
/// is a number where every study gives a number.
struct ModeratorDesign {
  let studies: [PooledStudy]
  /// One name and one column for each coefficient after the intercept.
  let names: [String]
  let columns: [[Double]]

  init(_ formula: String, of all: [PooledStudy]) throws(EstimationError) {
    let terms = Self.terms(of: formula)
    let variables = Self.variables(of: formula)
    guard !variables.isEmpty, !variables.contains("") else {
      throw .invalid("the formula \(formula) names nothing")
    }
    let studies = all.filter { study in variables.allSatisfy { study.kind(by: $0) != nil } }
    self.studies = studies
    guard !studies.isEmpty else { throw .tooFewObservations(needed: 3, found: 0) }
    var coded: [String: [(name: String, values: [Double])]] = [:]
    for variable in variables {
      coded[variable] = Self.columns(
        named: variable, studies.map { $0.kind(by: variable) ?? "" })
    }
    var columns: [(name: String, values: [Double])] = []
    var seen: Set<[String]> = []
    for term in terms where seen.insert(term).inserted {
      columns += term.dropFirst().reduce(coded[term[0]] ?? []) { product, variable in
        product.flatMap { one in
          (coded[variable] ?? []).map { other in
            ("\(one.name):\(other.name)", zip(one.values, other.values).map { $0 * $1 })
          }
        }
      }
    }
    guard !columns.isEmpty else { throw .collinear }
    names = columns.map(\.name)
    self.columns = columns.map(\.values)
  }

  /// What a formula names, in order.
  static func variables(of formula: String) -> [String] {
    Set(terms(of: formula).flatMap(\.self)).sorted()
  }

  private static func terms(of formula: String) -> [[String]] {
    formula.split(separator: "+").flatMap { terms(in: String($0)) }
  }

  /// `a`, `a : b` or `a * b`, which is `a + b + a : b`.
  private static func terms(in text: String) -> [[String]] {
    func names(_ separator: Character) -> [String] {
      text.split(separator: separator, omittingEmptySubsequences: false).map { part in
        String(part).split(separator: " ").joined(separator: " ")
      }
    }
    let crossed = names("*")
    guard crossed.count > 1 else { return [names(":")] }
    return crossed.map { [$0] } + [crossed]
  }

  /// A number is one column; kinds are one column each but for the first.
  private static func columns(
    named name: String, _ texts: [String]
  ) -> [(name: String, values: [Double])] {
    let numbers = texts.compactMap(Double.init)
    if numbers.count == texts.count { return [(name, numbers)] }
    return Set(texts).sorted().dropFirst().map { level in
      ("\(name) \(level)", texts.map { $0 == level ? 1 : 0 })
    }
  }
}
