/// The group to which a pupil was allocated.
package enum Arm: String, Codable, Sendable, CaseIterable, Hashable {
  case intervention
  case comparison
}

/// What a pupil does in a programme where pupils help each other.
package enum Role: String, Codable, Sendable, CaseIterable, Hashable {
  case tutor
  case tutee
}
