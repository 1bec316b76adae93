import StudyModel
import Validation

extension OutcomeSample {
  /// The sample without the pupils who cancel, from whom alone certainty is judged.
  ///
  /// A pupil with the same mark before and after who stands against a pupil of the other arm with
  /// that very mark twice says nothing about the difference. Counted, such pairs would buy
  /// certainty: each adds to the size of both arms and thins out missing marks, a difference before,
  /// full marks and poor attendance. So as many of them as can be matched, one of each arm, do not
  /// count, and adding more changes no judgement. Every number that is printed stays that of
  /// everybody.
  ///
  /// They match over the whole study, whatever their pair, block or class: matched within these
  /// alone, a pair could be spread over two blocks and count. A missing mark never matches.
  ///
  /// - Parameters:
  ///   - sessionsPlanned: What the dose is judged against.
  ///   - isCancelling: Which marks are looked at; the others stay.
  /// - Returns: The pupils left.
  func withoutBalancedConstants(
    sessionsPlanned: Int, where isCancelling: (Double) -> Bool = { _ in true }
  ) -> OutcomeSample {
    let constant = allocated.indices.filter { row in
      constantMark(of: allocated[row]).map(isCancelling) ?? false
    }
    let marks = Dictionary(grouping: constant) { constantMark(of: allocated[$0]) }
    var cancelled: Set<Int> = []
    for alike in marks.values {
      let arms = Arm.allCases.map { arm in alike.filter { allocated[$0].arm == arm } }
      let pairs = arms.map(\.count).min() ?? 0
      for rows in arms {
        cancelled.formUnion(
          bestAttended(rows, sessionsPlanned: sessionsPlanned).prefix(pairs))
      }
    }
    return OutcomeSample(
      outcome: outcome, role: role,
      allocated: allocated.indices.filter { !cancelled.contains($0) }.map { allocated[$0] })
  }

  /// Most sessions first, so that whoever is added with many cannot lift the mean of those left.
  ///
  /// A pupil of whom no session is recorded stands at half of those planned: there it weighs nothing
  /// in whether the mean of the others lies below that half.
  private func bestAttended(_ rows: [Int], sessionsPlanned: Int) -> [Int] {
    let half = Double(sessionsPlanned) / 2
    return rows.sorted { (allocated[$0].sessions ?? half) > (allocated[$1].sessions ?? half) }
  }

  /// How many classes of each arm have a pupil with both marks who can match no pupil of the other
  /// arm: a class made of matching pupils alone says nothing, as they do.
  var classesThatTell: [Arm: Int] {
    let constants = Dictionary(grouping: allocated.filter { constantMark(of: $0) != nil }) {
      constantMark(of: $0)
    }
    let balanced = constants.filter { Set($0.value.map(\.arm)).count > 1 }.keys
    let telling = complete.filter { pupil in
      constantMark(of: pupil).map { !balanced.contains($0) } ?? true
    }
    return classCounts(of: telling)
  }

  /// The mark of a pupil whose two marks are the same.
  private func constantMark(of pupil: Pupil) -> Double? {
    let mark = before(of: pupil)
    return mark == after(of: pupil) ? mark : nil
  }
}
