import Evidence
import StudyModel

extension Gathering {
  /// What is said of studies that are counted but not pooled, because they have too few pupils.
  var tooSmall: [String] {
    entries.filter(\.isTooSmallToPool).map(\.identity.study).sorted().map { study in
      "\(study): not pooled, as fewer than \(fewestToPool) pupils say too little of how unsure "
        + "their effect is"
    }
  }
}
