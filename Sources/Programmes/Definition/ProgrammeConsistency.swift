import StudyModel
extension DefinitionReader {
  /// What can only be seen when the whole programme has been read.
  func checkTogether(_ programme: Programme, _ top: Table) {
    let school = list(top, "school-questions")
    let implementation = list(top, "implementation-questions")
    let pupil = list(top, "pupil-fields")
    checkNames(school + implementation)
    checkNames(pupil)
    for nodes in [school, implementation, pupil] { checkLabels(nodes) }
    checkReserved(pupil)
    checkWellKnown(programme.schoolQuestions + programme.implementationQuestions, top)
    if programme.designs.contains(.partiallyNested),
      !programme.pupilFields.contains(where: { $0.id == WellKnownField.teachingGroup })
    {
      fault(
        "the design partially-nested needs the pupil field \"teaching-group\"",
        at: top.mapping["designs"])
    }
  }

  private func checkNames(_ nodes: [DefinitionNode]) {
    reportRepeats(
      nodes.compactMap { node in
        node.mapping?["id"].map { ($0.text ?? "", $0) }
      }, "question")
  }

  /// Answers are found again by their labels, so labels of one sheet must differ plainly.
  private func checkLabels(_ nodes: [DefinitionNode]) {
    let labels = nodes.compactMap { node in
      node.mapping?["label"].map { (ComparedText($0.text?.lowercased() ?? ""), $0) }
    }
    for (place, (label, node)) in labels.enumerated() {
      let twin = labels[..<place].first { $0.0.isWithin(2, of: label) }
      if let twin, !label.isEmpty {
        fault(
          "the label is too much like the one in \(twin.1.place.words)", at: node,
          suggestion: "labels on one sheet must differ by three characters or more")
      }
    }
  }

  /// The columns that every workbook has already.
  private func checkReserved(_ nodes: [DefinitionNode]) {
    let reserved = [
      WellKnownField.pupil, WellKnownField.group, WellKnownField.role,
      WellKnownField.missingReason, WellKnownField.explanation,
    ]
    for node in nodes {
      guard let id = node.mapping?["id"], reserved.contains(id.text ?? "") else {
        continue
      }
      fault(
        "every workbook has the column \"\(id.text ?? "")\" already", at: id,
        suggestion: "take it out of pupil-fields")
    }
  }

  /// Questions that the product itself understands must be of the kind that it expects.
  private func checkWellKnown(_ fields: [Field], _ top: Table) {
    let dates = [WellKnownField.dateBefore, WellKnownField.dateAfter]
    for id in dates + [WellKnownField.assignment] where !fields.contains(where: { $0.id == id }) {
      fault(
        "\"school-questions\" lacks the question \"\(id)\"", at: top.mapping["school-questions"])
    }
    for field in fields {
      let node = fieldNode(field.id, top)
      if dates.contains(field.id), field.kind != .date {
        fault("the question \"\(field.id)\" must be of the kind date", at: node)
      }
      guard field.id == WellKnownField.assignment else { continue }
      guard case .choice(let choices) = field.kind else {
        fault("the question \"assignment\" must be of the kind choice", at: node)
        continue
      }
      let known = AssignmentMethod.allCases.map(\.rawValue)
      for (place, choice) in choices.enumerated() where !known.contains(choice.code) {
        let entry = node?.mapping?["choices"]?.list?[place]
        fault(
          "\"\(choice.code)\" is not a way of choosing pupils",
          at: entry?.mapping?["code"] ?? node,
          suggestion: "use the codes: \(known.joined(separator: ", "))")
      }
    }
  }

  private func fieldNode(_ id: String, _ top: Table) -> DefinitionNode? {
    (list(top, "school-questions") + list(top, "implementation-questions")).first {
      $0.mapping?["id"]?.text == id
    }
  }
}
