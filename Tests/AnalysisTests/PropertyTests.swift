import Analysis
import Statistics
import StudyModel
import Testing
import Validation

/// What must hold of the result of every design, whatever the marks.
@Suite struct PropertyTests {
  static let designs: [StudyDesign] = [
    .randomised, .pairs, .matched, .cluster, .partiallyNested,
  ]

  private func effect(_ pupils: [Pupil], _ design: StudyDesign) throws -> EffectEstimate {
    try #require(
      analyse(
        ExampleStudy.data(pupils, design: design, assignment: assignment(of: design))
      ).outcomes[0].effect)
  }

  private func assignment(of design: StudyDesign) -> AssignmentMethod {
    design == .matched ? .matched : .random
  }

  @Test(arguments: designs)
  func shiftingAndScalingMarksLeavesTheEffect(design: StudyDesign) throws {
    let plain = try effect(ExampleStudy.school(design: design), design)
    let changed = try effect(
      ExampleStudy.school(shift: -3, scale: 0.25, design: design), design)
    // The variances between classes are found by a search.
    let tolerance = design == .cluster ? 1e-8 : 1e-11
    #expect(abs(plain.g - changed.g) < tolerance)
    #expect(abs(plain.standardError - changed.standardError) < tolerance)
    #expect(abs(plain.interval.low - changed.interval.low) < max(tolerance, 1e-6))
  }

  @Test(arguments: designs)
  func swappingTheArmsFlipsTheSign(design: StudyDesign) throws {
    // Who is taught in groups is not a matter of names, so there the mirror is another study.
    guard design != .partiallyNested else { return }
    let plain = try effect(ExampleStudy.school(design: design), design)
    let swapped = try effect(ExampleStudy.school(swapped: true, design: design), design)
    #expect(plain.g > 0)
    #expect(abs(plain.g + swapped.g) < 1e-8)
    #expect(abs(plain.interval.low + swapped.interval.high) < 1e-6)
  }

  @Test(arguments: designs)
  func theOrderOfRowsChangesNothingToTheBit(design: StudyDesign) throws {
    let pupils = ExampleStudy.school(design: design)
    func whole(_ pupils: [Pupil]) -> OutcomeAnalysis {
      analyse(ExampleStudy.data(pupils, design: design, assignment: assignment(of: design)))
        .outcomes[0]
    }
    let plain = whole(pupils)
    let mixed = whole(pupils.indices.map { pupils[($0 * 29 + 5) % pupils.count] })
    #expect(plain.effect == mixed.effect)
    #expect(plain.robustness == mixed.robustness)
    #expect(plain.details == mixed.details)
    #expect(plain.sufficient == mixed.sufficient)
  }

  /// A pupil whose two marks are the same adds a pupil to each arm and nothing to the difference.
  @Test(arguments: [0.0, 8, 16, 24, 40])
  func aConstantPupilInEachArmNeverMakesSurer(mark: Double) {
    let pupils = ExampleStudy.school(design: .randomised)
    func certainty(_ pupils: [Pupil]) -> Certainty {
      analyse(ExampleStudy.data(pupils)).outcomes[0].certainty.level
    }
    let plain = certainty(pupils)
    var more = pupils
    for number in 0..<12 {
      let arm: Arm = number % 2 == 0 ? .intervention : .comparison
      more.append(ExampleStudy.pupil("X\(number)", arm, mark, mark, block: "B0"))
      if number % 2 == 1 { #expect(certainty(more) <= plain) }
    }
  }
}
