/// Which study a workbook belongs to: one programme in one school in one wave.
package struct StudyIdentity: Hashable, Sendable, Codable {
  /// The school's code, never its name: `S-014`.
  package var school: String
  /// The programme's id: `peer-tutoring-reading`.
  package var programme: String
  /// The year and the round in it: `2026-1`.
  package var wave: String
  /// The workbook's id, with its check character: `7F3A-22K9`.
  package var workbook: String
  /// The country's code of two letters (ISO 3166-1), where the trainer gave it.
  package var country: String?

  package init(
    school: String, programme: String, wave: String, workbook: String, country: String? = nil
  ) {
    self.school = school
    self.programme = programme
    self.wave = wave
    self.workbook = workbook
    self.country = country
  }

  /// `S-014/peer-tutoring-reading/2026-1`: the same for every workbook of the study.
  package var study: String { "\(school)/\(programme)/\(wave)" }
}
