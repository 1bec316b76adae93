/// What became of every workbook that was sent out.
///
/// Where studies are planned together, the ones nobody hears of are the workbooks that never came
/// back.
package struct ReturnFlow: Sendable, Hashable {
  /// In the order of schools, programmes and waves.
  package var workbooks: [Fate]
  /// The same counted by programme and by country, where there are several.
  package var groups: [Group]
  /// Studies that came back though the register does not name them.
  package var unregistered: Int

  /// One workbook that was sent out.
  package struct Fate: Sendable, Hashable {
    package var school: String
    package var programme: String
    package var wave: String
    package var country: String?
    package var stage: Stage
  }

  /// How far a workbook came.
  package enum Stage: String, Sendable, Hashable, CaseIterable, Comparable {
    case issued, returned, usable, pooled

    package static func < (one: Stage, other: Stage) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package struct Group: Sendable, Hashable {
    /// `programme` or `country`.
    package var dimension: String
    package var name: String
    package var issued: Int
    package var returned: Int
    package var usable: Int
    package var pooled: Int
  }

  /// How many workbooks came at least so far.
  package func count(_ stage: Stage) -> Int { workbooks.filter { $0.stage >= stage }.count }
}

/// Follows every workbook of the register.
///
/// `returned` are the studies that came back in any state, `usable` those with data fit to analyse,
/// `pooled` those in an average, each as `school/programme/wave`.
package func returnFlow(
  issued: [IssuedWorkbook], returned: Set<String>, usable: Set<String>, pooled: Set<String>
) -> ReturnFlow {
  // A workbook that was issued again is still one.
  var seen: Set<String> = []
  let studies = issued.filter { seen.insert($0.study).inserted }
    .sorted { $0.study < $1.study }
  let fates = studies.map { workbook in
    let stage: ReturnFlow.Stage =
      pooled.contains(workbook.study)
      ? .pooled
      : usable.contains(workbook.study)
        ? .usable : returned.contains(workbook.study) ? .returned : .issued
    return ReturnFlow.Fate(
      school: workbook.school, programme: workbook.programme, wave: workbook.wave,
      country: workbook.country, stage: stage)
  }
  return ReturnFlow(
    workbooks: fates,
    groups: groups(fates, "programme", by: \.programme)
      + groups(fates, "country") { $0.country ?? "" },
    unregistered: returned.union(usable).union(pooled).subtracting(seen).count)
}

private func groups(
  _ fates: [ReturnFlow.Fate], _ dimension: String, by name: (ReturnFlow.Fate) -> String
) -> [ReturnFlow.Group] {
  let kinds = Dictionary(grouping: fates, by: name).filter { !$0.key.isEmpty }
  guard kinds.count > 1 else { return [] }
  return kinds.sorted { $0.key < $1.key }.map { name, members in
    func count(_ stage: ReturnFlow.Stage) -> Int { members.filter { $0.stage >= stage }.count }
    return ReturnFlow.Group(
      dimension: dimension, name: name, issued: members.count, returned: count(.returned),
      usable: count(.usable), pooled: count(.pooled))
  }
}
