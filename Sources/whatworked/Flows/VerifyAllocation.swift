import Programmes
import StudyModel

/// One allocation that was looked at again, and everything that is not as it was drawn.
struct AllocationVerdict {
  /// The file, or the study.
  var subject: String
  var differences: [String]
}

/// Draws again what a record says was drawn.
func verdict(on file: AllocationFile, subject: String) -> AllocationVerdict {
  var differences: [String] = []
  let recorded = file.allocation
  do {
    let again = try allocate(
      file.candidates, method: recorded.method, seed: recorded.seed,
      isWaitlist: recorded.isWaitlist)
    differences += again.changes(to: recorded).map { change in
      "pupil \(change.code): drawn \(change.drawn?.rawValue ?? "nowhere"), recorded "
        + (change.found?.rawValue ?? "nowhere")
    }
    if differences.isEmpty, again != recorded {
      differences.append("the blocks are not those that the seed draws")
    }
  } catch {
    differences.append("it cannot be drawn again: \(error)")
  }
  if file.statedHash != recorded.hash {
    differences.append("the hash is \(file.statedHash), but that of its pupils is \(recorded.hash)")
  }
  return AllocationVerdict(subject: subject, differences: differences)
}

/// Compares the groups in a workbook with what was drawn: the record that was kept, or else the
/// one that the workbook carries.
func verdict(
  on record: StudyRecord, against kept: AllocationFile?, subject: String
) -> AllocationVerdict {
  let issued = record.issuedAllocation
  guard let places = kept?.allocation.places ?? issued?.allocationPlaces else {
    return AllocationVerdict(
      subject: subject, differences: ["no allocation is recorded in this workbook"])
  }
  var differences: [String] = []
  if let issued, !issued.isIntact {
    differences.append("the record in the workbook was changed: its hash does not fit")
  }
  if let kept, let issued, issued.hash != kept.allocation.hash {
    differences.append(
      "the workbook records the draw \(issued.hash), the file \(kept.allocation.hash)")
  }
  var arms: [String: Arm] = [:]
  for row in record.pupils {
    guard let code = row.entries[WellKnownField.pupil].flatMap({ shownText($0.cell) }),
      let group = row.entries[WellKnownField.group].flatMap({ shownText($0.cell) })
    else { continue }
    arms[code] = record.programme.words.arm(named: group)
  }
  let drawn = Allocation(
    method: .givenBySchool, seed: 0, isWaitlist: false, places: places)
  differences += drawn.changes(to: arms).map(\.description)
  return AllocationVerdict(subject: subject, differences: differences)
}

extension IssuedAllocation {
  /// What the workbook says was drawn, in the order of codes.
  fileprivate var allocationPlaces: [Allocation.Place] {
    places.sorted { $0.key < $1.key }.map {
      Allocation.Place(code: $0.key, arm: $0.value.arm, block: $0.value.block)
    }
  }
}
