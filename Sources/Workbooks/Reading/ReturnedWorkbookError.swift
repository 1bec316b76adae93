/// Why a file that is a workbook cannot be taken for a returned one.
package enum ReturnedWorkbookError: Error, Hashable, Sendable {
  /// Nothing in it says that whatworked made it.
  case notAWhatworkedWorkbook
  case unknownProgramme(String)
  /// Two places in the workbook name different workbooks, schools or programmes.
  case contradictoryIdentity(one: String, other: String)
  /// Made by a later version, with a layout that this one does not know.
  case laterFormat(String)
  /// The list of names and codes, which must stay in the school.
  case pupilKey

  package var code: String {
    switch self {
    case .notAWhatworkedWorkbook: "W201"
    case .unknownProgramme: "W202"
    case .contradictoryIdentity: "W203"
    case .laterFormat: "W204"
    case .pupilKey: "W205"
    }
  }

  /// What is wrong.
  package var message: String {
    switch self {
    case .notAWhatworkedWorkbook: "this is not one of our data workbooks"
    case .unknownProgramme(let id): "the workbook is for the programme \(id), which is not here"
    case .contradictoryIdentity(let one, let other):
      "the workbook says in one place that it is \(one) and in another that it is \(other)"
    case .laterFormat(let format): "the workbook has the format \(format), which is newer"
    case .pupilKey: "this is a pupil key, with the names of pupils, and not a data workbook"
    }
  }

  /// What to do.
  package var help: String {
    switch self {
    case .notAWhatworkedWorkbook:
      "ask the school for the workbook it was sent, filled in; a copy of its cells is not enough"
    case .unknownProgramme:
      "put the folder of the programme beside the other programmes and try again"
    case .contradictoryIdentity:
      "parts of two workbooks were mixed: ask the school to fill in the one it was sent"
    case .laterFormat: "use the version of whatworked that made the workbook, or a later one"
    case .pupilKey:
      "delete the file and the email it came in, and ask the school for the data workbook instead"
    }
  }
}
