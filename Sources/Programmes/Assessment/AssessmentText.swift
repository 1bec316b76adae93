extension Assessment {
  /// One form as Markdown, to print and hand out.
  package func text(of form: Form) -> String {
    var lines = [
      "# \(title): form \(form.name)", "",
      "Pupil code ____________   Date ____________   Marks ______ out of \(form.items.count)", "",
      "You have \(minutes) minutes. Write your answer on the line. If you cannot do a question, go "
        + "on to the next.", "",
    ]
    lines += form.items.enumerated().map { "\($0 + 1). \($1.prompt)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How to give the test, the answers of both forms, and what each item asks.
  package var markScheme: String {
    var lines = [
      "# \(title): giving and marking", "",
      "Form A is for the first test and form B for the second. Both ask the same kinds of question "
        + "with other numbers, drawn from the seed \(seed). Do not use either form to teach.", "",
      "**Read aloud before the start:** \(instructions)", "",
      "Pupils work alone and without a calculator, for \(minutes) minutes. Read a question aloud to "
        + "a pupil who asks, but explain nothing.", "",
      "One mark for each right answer, \(maximum) in all. No half marks. An answer that is right but "
        + "not on the line counts; so do figures written the wrong way round.", "",
      "| Item | What it asks | Form A | Form B |", "|---|---|---|---|",
    ]
    if forms.count == 2 {
      for (place, (one, other)) in zip(forms[0].items, forms[1].items).enumerated() {
        lines.append("| \(place + 1) | \(one.topic) | \(one.answer) | \(other.answer) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
