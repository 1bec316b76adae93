import Cells
import StudyModel
import TestSupport
import Testing

@testable import Validation

@Suite struct PrivacyTests {
  let screen = PrivacyScreen(studyYear: 2026)

  @Test(arguments: [
    ("Anna Okafor", PersonalDetail.name), ("okafor, Anna", .name), ("Mrs Khan", .name),
    ("Thandeka Moyo", .name), ("FATIMA", .name), ("priya", .name),
    ("head@school.example", .email), ("+44 113 496 0000", .phone), ("0712345678", .phone),
    ("born 4 May 2017", .dateOfBirth), ("12/03/2017", .dateOfBirth), ("03/04/2017", .dateOfBirth),
    ("B801200005001", .uniquePupilNumber), ("b801200005001", .uniquePupilNumber),
    ("1000000027", .uniqueLearnerNumber), ("234567890124", .aadhaarNumber),
  ])
  func findsWhatIsAboutAPerson(text: String, detail: PersonalDetail) {
    #expect(screen.details(in: text) == [detail])
  }

  @Test(arguments: [
    "5B", "Year 5", "5 Blue", "Oak Class", "Set 2", "P001", "Tutored", "Group A", "Lions",
    "Room 12", "12/03/2026", "2026", "Test on 2 March 2026", "1,234", "20 of 40", "",
    "B801200005002", "1000000028", "234567890125", "Monday Morning", "Left Early",
  ])
  func leavesOtherTextsAlone(text: String) {
    #expect(screen.details(in: text) == [])
  }

  @Test(arguments: [
    "We enjoyed it. Tutoring helped the younger pupils most.",
    "Two sessions were lost to the Spring Fair and one to snow.",
    "Left school in May", "Absent for the test on 10 July 2026.",
  ])
  func leavesSentencesAlone(text: String) {
    #expect(screen.details(in: text, writing: .prose) == [])
  }

  /// So that a school clears all of it at once.
  @Test(arguments: [
    ("Call Mrs Smith on 07700 900123", [PersonalDetail.phone, .name]),
    ("Anna Okafor, anna.okafor@school.example", [.email, .name]),
    ("Anna.Okafor@school.example", [.email]),
    ("Priya was born on 4 May 2017", [.dateOfBirth, .name]),
    ("B801200005001 a@b.example Fatima", [.uniquePupilNumber, .email, .name]),
  ])
  func findsEverything(text: String, details: [PersonalDetail]) {
    #expect(screen.details(in: text, writing: .prose) == details)
  }

  @Test func temporaryPupilNumbersEndInALetter() {
    // 1·i for i from 2 to 12 is 77, the last letter C counts 2: 77 + 26 = 103, mod 23 is 11: M.
    #expect(screen.details(in: "M11111111111C") == [.uniquePupilNumber])
    #expect(screen.details(in: "N11111111111C") == [])
  }

  /// Whatever rule speaks, nothing by which a person could be known leaves the workbook.
  @Test func noFindingRepeatsIt() {
    let outcome = validate(
      ExampleWorkbook(
        """
        | pupil         | group         | class         | before     | after         | sessions   |
        | Anna Okafor   | Anna Okafor   | "Anna Okafor " | Anna Okafor | B801200005001 | 1000000027 |
        | "Anna Okafor " | Tutored      | 2016-05-12    | 2016-05-12 | a@b.example   | 0712345678 |
        | B801200005001 | B801200005001 |               | 1000000027 | 17            | 12/03/2017 |

        | question    | answer      |
        | assignment  | Anna Okafor |
        | comments    | Anna Okafor |
        | date-before | Anna Okafor |
        """
      ).record)
    let texts =
      outcome.findings.flatMap { [$0.message, $0.help] }
      + outcome.repairs.flatMap { [$0.before, "\($0.after)"] }
    #expect(outcome.findings.count > 12)
    for secret in ["Anna", "Okafor", "B801", "1000000027", "a@b", "0712345", "2016", "2017"] {
      #expect(texts.filter { $0.contains(secret) } == [])
    }
  }

  @Test func whatIsAboutAPersonIsNotInTheData() throws {
    let outcome = validate(
      ExampleWorkbook(
        """
        | pupil | group      | class      | before | after |
        | P01   | Tutored    | 5A         | 12     | 14    |
        | P02   | Comparison | Mr Mensah  | 14     | 15    |

        | question   | answer                  |
        | assignment | By chance               |
        | comments   | Anna Okafor did it all. |
        """
      ).record)
    let data = try #require(outcome.data)
    #expect(data.answers["comments"] == nil)
    #expect(data.answers["assignment"] != nil)
    #expect(data.pupils[0].className == "5A")
    #expect(data.pupils[1].className == "withheld-2", "after the comment")
  }
}
