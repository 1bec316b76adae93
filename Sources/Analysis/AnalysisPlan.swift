import Statistics
import StudyModel
import Validation

/// How the outcomes of a study are analysed, from how its pupils came to be in their arms.
struct AnalysisPlan {
  let model: Model
  /// Whether chance decided, so that the allocation can be replayed.
  let isByChance: Bool

  /// What the primary estimate is made by.
  enum Model {
    /// After-mark on arm, before-mark and, where there were any, blocks.
    case covariance
    /// The same within matched pairs, of pupils whose partner has both marks too.
    case pairs
    /// As the first, corrected for the teaching groups of the intervention arm.
    case teachingGroups
    /// A random level for each class.
    case classes
    /// None: there is no comparison group.
    case gain
  }

  init(of data: StudyData) {
    isByChance = data.assignment == .random
    model =
      switch data.design {
      case .randomised, .matched: .covariance
      case .pairs: .pairs
      case .partiallyNested: .teachingGroups
      case .cluster: .classes
      case .single: .gain
      }
  }
}

extension OutcomeSample {
  /// The pupils of the primary estimate.
  func analysed(_ plan: AnalysisPlan) -> [Pupil] {
    plan.model == .pairs ? completePairs : complete
  }

  /// What the primary estimate is adjusted for beside the before-mark: pairs, or blocks.
  func strata(of pupils: [Pupil], _ plan: AnalysisPlan) -> [Int]? {
    switch plan.model {
    case .pairs: numbers(of: pupils.map { $0.pairOrBlock ?? "" })
    case .covariance, .teachingGroups: blocks(of: pupils)
    case .classes, .gain: nil
    }
  }

  /// How the arms came about, to be replayed; nil where chance did not decide.
  func scheme(of pupils: [Pupil], _ plan: AnalysisPlan) -> AllocationScheme? {
    guard plan.isByChance else { return nil }
    switch plan.model {
    case .covariance, .teachingGroups:
      return blocks(of: pupils).map { .stratified($0) } ?? .complete
    case .pairs: return .pairs(numbers(of: pupils.map { $0.pairOrBlock ?? "" }))
    case .classes: return .clusters(classes(of: pupils))
    case .gain: return nil
    }
  }

  /// One number for each pupil; pupils of one class have the same.
  func classes(of pupils: [Pupil]) -> [Int] { numbers(of: pupils.map { $0.className ?? "" }) }

  /// Nil unless there are two blocks or more.
  private func blocks(of pupils: [Pupil]) -> [Int]? {
    let names = pupils.map { $0.block ?? "" }
    return Set(names).count > 1 ? numbers(of: names) : nil
  }

  /// The place of each name among all in order, so that the order of pupils does not matter.
  private func numbers(of names: [String]) -> [Int] {
    let sorted = Set(names).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    return names.map { places[$0] ?? 0 }
  }

  /// The pupils whose partner has both marks too.
  private var completePairs: [Pupil] {
    let pupils = complete
    let members = Dictionary(grouping: pupils) { $0.pairOrBlock }
    return pupils.filter { pupil in
      guard pupil.pairOrBlock != nil, let pair = members[pupil.pairOrBlock] else { return false }
      return pair.count == 2 && Set(pair.map(\.arm)).count == 2
    }
  }
}

extension Pupil {
  /// The pair as the school recorded it, or as it was drawn.
  var pairOrBlock: String? { pair ?? block }
}
