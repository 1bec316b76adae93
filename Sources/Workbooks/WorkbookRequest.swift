package import Cells
package import Programmes
package import StudyModel

/// What is asked for when a data workbook is made.
package struct WorkbookRequest: Sendable {
  package var programme: Programme
  /// The school's code, never its name: `S-014`.
  package var school: String
  /// The country's code of two letters (ISO 3166-1).
  package var country: String?
  /// The year and the round in it: `2026-1`.
  package var wave: String
  package var design: StudyDesign
  /// One for each row of the Pupils sheet.
  package var pupils: [IssuedPupil]
  /// What is filled in already on the sheets of questions, by field.
  package var answers: [String: CellValue] = [:]
  /// The draw that decided the arms, where the tool made it; it is kept on the hidden sheet.
  package var allocation: Allocation?
  /// Makes the workbook's identifier, together with school, programme and wave.
  package var seed: UInt64
  /// The words of the workbook, in the language of ``programme``.
  package var texts: WorkbookTexts
  /// The identifier of an earlier workbook of the same study, which this one takes over.
  package var identifier: WorkbookIdentifier?
  package var returnBy: ExcelDate?
  /// Where to send the workbook: an address of an organisation, never of a person.
  package var contact: String?
  package var paper = Paper.a4
  /// The marks on each item that are filled in already, as ``StudyRecord/itemMarks`` has them; nil
  /// leaves out the sheets for them.
  package var itemMarks: [String: [String: [Double?]]]?
  package var toolVersion: String
  /// The day that the file gives as its making.
  package var created: ExcelDate

  package enum Paper: String, Sendable, CaseIterable {
    case a4, letter
  }

  /// The programme is given in English; the workbook is in the language of `texts`.
  package init(
    programme: Programme, texts: WorkbookTexts, school: String, wave: String, design: StudyDesign,
    pupils: [IssuedPupil], seed: UInt64, toolVersion: String, created: ExcelDate
  ) {
    self.programme = programme.translated(into: texts.language.code)
    self.texts = texts
    self.school = school
    self.wave = wave
    self.design = design
    self.pupils = pupils
    self.seed = seed
    self.toolVersion = toolVersion
    self.created = created
  }

  /// What the workbook says about itself.
  package var stamp: WorkbookStamp {
    let identifier =
      self.identifier
      ?? WorkbookIdentifier(school: school, programme: programme.id, wave: wave, seed: seed)
    return WorkbookStamp(
      identity: StudyIdentity(
        school: school, programme: programme.id, wave: wave, workbook: identifier.description,
        country: country),
      programmeVersion: programme.version, design: design, language: texts.language.code,
      toolVersion: toolVersion, firstRow: PupilsLayout.firstRow, rowCount: pupils.count,
      listHash: listHash(of: pupils),
      asked: programme.pupilFields.filter(\.isOnRequest).map(\.id))
  }
}

/// One row of the Pupils sheet as it is issued: a code, and what is filled in already.
package struct IssuedPupil: Hashable, Sendable {
  package var code: String
  /// By field; a choice is given by its code, which is written as its label.
  package var values: [String: CellValue]

  package init(code: String, values: [String: CellValue] = [:]) {
    self.code = code
    self.values = values
  }

  /// Rows with nothing but a code: `P001`, `P002` and so on.
  package static func rows(_ count: Int) -> [IssuedPupil] {
    (1...max(1, count)).map { number in
      let digits = String(number)
      return IssuedPupil(
        code: "P" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits)
    }
  }
}

/// A hash of the issued codes with the arm and role that each was given.
package func listHash(of pupils: [IssuedPupil]) -> String {
  let lines = pupils.map { pupil in
    let given = [WellKnownField.group, WellKnownField.role].map { field in
      if case .text(let code) = pupil.values[field] { code } else { "" }
    }
    return ([pupil.code] + given).joined(separator: "\t")
  }
  return stableHashText(of: lines)
}
