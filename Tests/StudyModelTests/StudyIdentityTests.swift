import StudyModel
import Testing

@Test func aStudyIsOneProgrammeInOneSchoolInOneWave() {
  let identity = StudyIdentity(
    school: "S-014", programme: "peer-tutoring-reading", wave: "2026-1", workbook: "7F3A-22K9")
  #expect(identity.study == "S-014/peer-tutoring-reading/2026-1")
}

@Test func theMarksOfAnOutcomeHaveFieldsOfTheirOwn() {
  let outcome = Outcome(id: "reading", label: "reading", test: "Test", maximum: 40)
  #expect(WellKnownField.before(outcome) == "reading.before")
  #expect(WellKnownField.after(outcome) == "reading.after")
  #expect(outcome.bounds == 0...40)
}

@Test func boundsThatAreUpsideDownDoNotTrap() {
  let outcome = Outcome(id: "x", label: "x", test: "T", minimum: 5, maximum: 1)
  #expect(outcome.bounds == 5...5)
}
