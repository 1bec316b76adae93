/// The four areas of evidence of the What Works Hub for Global Education.
package enum Area: String, Codable, Sendable, CaseIterable, Hashable {
  /// Controlled studies that show an intervention can work.
  case efficacy
  /// The same, shown again in other contexts or delivered by ordinary staff.
  case efficacyPlus = "efficacy-plus"
  /// Plans, ideas and actions within government, not yet implemented at scale.
  case policyPlans = "policy-plans"
  /// What happens in education systems and in large numbers of classrooms.
  case practiceAtScale = "practice-at-scale"
}
