import Cells
import Evidence
import StudyModel
import Testing

@Test func readsAVarianceAnErrorOrAnInterval() throws {
  func variance(_ text: String) throws -> Double {
    try readEffects(DelimitedText(text), name: "e.csv").studies[0].variance
  }
  #expect(try variance("study,estimate,variance\nA,0.2,0.04\n") == 0.04)
  #expect(abs(try variance("study,estimate,se\nA,0.2,0.2\n") - 0.04) < 1e-15)
  #expect(
    abs(try variance("study,estimate,ci_low,ci_high\nA,0,-0.392,0.392\n") - 0.04) < 1e-5)
}

/// 0.2 may be 0.15 to 0.25, and so is each end; the exact interval of a small sample leans a little.
@Test(arguments: ["0.2,-0.1,0.6", "2,-1,6", "0.96,0.05,1.92"])
func anIntervalThatIsEvenButForRoundingIsRead(numbers: String) throws {
  let text = "study,estimate,ci_low,ci_high\nA,\(numbers)\n"
  #expect(try readEffects(DelimitedText(text), name: "e.csv").studies.count == 1)
}

/// As Excel saves a table where numbers have a comma, and R one where a number is missing.
@Test func readsDecimalCommasAndWhatIsNotAvailable() throws {
  let text = "\u{FEFF}study;estimate;se;ci_low;ci_high;country\r\nA;0,2;NA;-0,192;0,592;NA\r\n"
  let study = try readEffects(DelimitedText(text), name: "e.csv").studies[0]
  #expect(study.estimate == 0.2)
  #expect(abs(study.variance - 0.04) < 1e-5)
  #expect(study.country == "NA")
}

@Test func aMissingEntryIsNotALevelOfAModerator() throws {
  let text = "study,estimate,se,date,area,pupils,dose\nA,1,1,NA,NA,NA,NA\nB,1,1,2026,efficacy,,NA\n"
  let studies = try readEffects(DelimitedText(text), name: "e.csv").studies
  #expect(studies.allSatisfy { $0.moderators.isEmpty && $0.pupils == nil })
  #expect(studies.map(\.date) == [nil, "2026"])
  #expect(studies.map(\.area) == [nil, .efficacy])
}

@Test func readsContextAndModerators() throws {
  let text = """
    study,estimate,se,date,country,pupils,dose
    "Smith, 2020",0.2,0.1,2020-05-01,GB,120,20
    Jones,0.3,0.1,,,,
    """
  let studies = try readEffects(DelimitedText(text), name: "e.csv").studies
  #expect(studies[0].id == "Smith, 2020")
  #expect(studies[0].date == "2020-05-01")
  #expect(studies[0].pupils == 120)
  #expect(studies[0].moderators == ["dose": "20"])
  #expect(studies[1].moderators.isEmpty)
}

@Test(arguments: [
  ("study,estimate\nA,1\n", "no column variance"),
  ("name,estimate,se\nA,1,1\n", "no column study"),
  ("study,estimate,se,dose,dose\nA,1,1,2,3\n", "the column dose comes more than once"),
  ("study,estimate,se,slab\nA,1,1,B\n", "the column study comes more than once"),
  ("study,estimate,se\nA,x,1\n", "line 2: estimate is not a number: x"),
  ("study,estimate,se\nA,1,\n", "line 2: there is no variance"),
  ("study,estimate,se\nA,1,0\n", "line 2: the variance is not above zero"),
  ("study,estimate,se\nA,1,-1\n", "line 2: se is below zero"),
  ("study,estimate,ci_low,ci_high\nA,0.3,0.9,-0.3\n", "line 2: ci_low is above ci_high"),
  (
    "study,estimate,ci_low,ci_high\nA,0.3,0.4,0.9\n",
    "line 2: the estimate 0.3 is outside its interval, 0.4 to 0.9"
  ),
  (
    "study,estimate,ci_low,ci_high\nA,0.3,0.1,0.9\n",
    "line 2: the interval 0.1 to 0.9 does not lie evenly around 0.3; it may be of a ratio"
  ),
  ("study;estimate;ci_low;ci_high\nA;1,50;1,10;2,05\n", "does not lie evenly around 1.5"),
  ("study,estimate,se\nA,1,1\nA,2,1\n", "the study A comes more than once"),
  ("study,estimate,se\n,1,1\n", "line 2: the study has no name"),
  ("study,estimate,se,date\nA,1,1,10/07/2026\n", "line 2: date is not like 2026-07-10"),
  ("study,estimate,se,date\nA,1,1,2026-13\n", "line 2: date is not like 2026-07-10"),
  ("study,estimate,se,pupils\nA,1,1,12.5\n", "line 2: pupils is not a whole number: 12.5"),
  ("study,estimate,se,area\nA,1,1,Efficacy+\n", "line 2: area is none of efficacy, efficacy-plus"),
])
func everyFaultIsNamed(text: String, fault: String) throws {
  let error = try #require(throws: EffectsTableError.self) {
    try readEffects(DelimitedText(text), name: "e.csv")
  }
  #expect(error.faults.contains { $0.contains(fault) }, "\(error.faults)")
}
