/// The files of a new programme, to begin with: right in every way, with a comment where a trainer
/// will want to change something.
///
/// - Parameter id: the name of its folder: small letters, digits and hyphens.
/// - Returns: the name and the text of each file.
package func newProgramme(id: String) -> [(name: String, text: String)] {
  let words = id.split(separator: "-").joined(separator: " ")
  let title = words.prefix(1).uppercased() + words.dropFirst()
  return [
    (
      "programme.yaml",
      startingDefinition.replacing("{id}", with: id).replacing("{title}", with: title)
    ),
    ("guidance.md", startingGuidance.replacing("{title}", with: title)),
  ]
}

/// Whether a text can be the id of a programme.
package func isProgrammeID(_ text: String) -> Bool {
  !text.isEmpty && text.count <= 60 && text.first != "-" && text.last != "-"
    && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
}

private let startingDefinition = """
  # {title}. Every key is explained in the README of the folder Templates.
  # Check your changes with: whatworked programmes check FOLDER
  id: {id}
  version: "0.1"                # Change it whenever a question, the test or the dose changes.
  title: {title}
  strategy: small-groups        # The kind of intervention, in your own words.
  phase: primary                # primary or secondary
  area: efficacy                # efficacy, efficacy-plus, policy-plans or practice-at-scale

  # How sentences speak of the two groups.
  words:
    intervention: Taking part
    comparison: Comparison
    intervention-pupils: Pupils who took part
    comparison-pupils: Comparison pupils
    activity: The programme

  # randomised, pairs, matched, cluster, partially-nested or single; the first is the usual one.
  designs: [randomised, matched, single]

  # Only where pupils help each other:
  # roles:
  #   - {code: tutor, label: Tutor}
  #   - {code: tutee, label: Tutee}

  outcomes:
    - id: reading
      label: reading            # In the middle of a sentence: "made progress in reading".
      test: Name of the test
      minimum: 0
      maximum: 40               # The highest mark of the test.

  # What is asked of each pupil. Never ask for names or dates of birth.
  pupil-fields:
    - {id: class, label: Class or set, help: A short code such as 5B., kind: text, maximum-length: 12}
    - id: sessions
      label: Sessions attended
      help: Type 0 for comparison pupils.
      kind: whole-number
      minimum: 0
      maximum: 200

  missing-reasons:
    - {code: absent, label: Absent for the test}
    - {code: left, label: Left the school}
    - {code: other, label: Another reason}

  school-questions:
    - {id: year-group, label: Year group taking part, kind: text, maximum-length: 40, required: true}
    - {id: test-name, label: Name of the test, kind: text, maximum-length: 60, required: true}
    - {id: date-before, label: Date of the first test, kind: date, required: true}
    - {id: date-after, label: Date of the second test, kind: date, required: true}
    - id: assignment
      label: How were pupils chosen?
      help: Choose one. This changes how sure we can be.
      kind: choice
      required: true
      choices:                  # These codes are fixed; the labels are yours.
        - {code: random, label: By chance}
        - {code: matched, label: "Matched: a similar pupil for each one"}
        - {code: teacher-choice, label: By the teacher}
        - {code: volunteers, label: Pupils volunteered}
        - {code: no-comparison, label: There is no comparison group}
    - {id: comments, label: Anything else we should know?, kind: text, maximum-length: 500}

  implementation-questions:
    - id: sessions-per-week
      label: How many sessions were there in a normal week?
      kind: whole-number
      minimum: 1
      maximum: 10
      required: true
    - id: tacit-added
      label: What did you do that is not in the guidance?
      help: Small things count. No names, please.
      kind: text
      maximum-length: 500
    - {id: tacit-obstacle, label: What nearly stopped it?, kind: text, maximum-length: 500}
    - {id: tacit-advice, label: What would you tell the next school?, kind: text, maximum-length: 500}
    - id: tacit-exceptions
      label: Which pupils did it not work for?
      kind: text
      maximum-length: 500

  dose:
    sessions-planned: 30
    minutes: 30                 # of one session
    weeks: 10
    compliance-threshold: 24    # Sessions that count as having taken part. Set it before any data.

  months-table: eef-2026

  glossary:
    - {word: Comparison group, meaning: Pupils like those who take part who go on as usual.}
    - {word: Score, meaning: The number of marks on the test. Not a percentage or a level.}

  texts:
    - {title: "Guidance: how to run the programme", file: guidance.md}

  """

private let startingGuidance = """
  # {title}: guidance

  Say in two sentences who does what with whom, how often and for how long.

  ## Step 1. Plan (four weeks before)

  1. Choose the pupils, the times and the room.
  2. Write to parents. Say what will happen and when, and that no names leave the school.

  ## Step 2. Test (the week before the first session)

  1. Give the first test to every pupil who may take part, comparison pupils too, on the same day.
  2. Give each pupil a code from the data workbook. Keep the list of names and codes in school.

  ## Step 3. Choose pupils

  1. Use the list that was drawn by chance, if you have one.
  2. Do not move pupils between the groups afterwards.

  ## Step 4. Run the sessions

  1. Write down after each session who came.

  ## Step 5. Test again and send the workbook

  1. Give the second test to the same pupils, also to those who stopped.
  2. Fill in the workbook. When it says READY TO RETURN, save it and email it.

  """
