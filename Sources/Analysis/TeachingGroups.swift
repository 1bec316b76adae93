import StudyModel
import Validation

extension OutcomeSample {
  /// The mean size of the teaching groups of the complete pupils; four where nobody said.
  var meanGroupSize: Double {
    let treated = complete.filter { $0.arm == .intervention }
    let sizes = Dictionary(grouping: treated.compactMap(\.teachingGroup)) { $0 }.mapValues(\.count)
    guard !sizes.isEmpty else { return 4 }
    return Double(sizes.values.reduce(0, +)) / Double(sizes.count)
  }
}
