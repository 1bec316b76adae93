package import StudyModel

extension Programme {
  /// The programme with the words that its workbook shows replaced; codes and ids stay.
  package func mapTexts(_ translate: (String) -> String) -> Programme {
    func of(_ choices: [Choice]) -> [Choice] {
      choices.map { Choice(code: $0.code, label: translate($0.label)) }
    }
    func of(_ fields: [Field]) -> [Field] {
      fields.map { field in
        var translated = field
        translated.label = translate(field.label)
        translated.help = field.help.isEmpty ? "" : translate(field.help)
        translated.unit = field.unit.isEmpty ? "" : translate(field.unit)
        if case .choice(let choices) = field.kind { translated.kind = .choice(of(choices)) }
        return translated
      }
    }
    var programme = self
    programme.title = translate(title)
    programme.words.intervention = translate(words.intervention)
    programme.words.comparison = translate(words.comparison)
    programme.roles = of(roles)
    // One outcome is never named in the workbook.
    if outcomes.count > 1 {
      programme.outcomes = outcomes.map { outcome in
        var translated = outcome
        translated.label = translate(outcome.label)
        return translated
      }
    }
    programme.pupilFields = of(pupilFields)
    programme.missingReasons = of(missingReasons)
    programme.schoolQuestions = of(schoolQuestions)
    programme.implementationQuestions = of(implementationQuestions)
    programme.glossary = glossary.map {
      GlossaryEntry(word: translate($0.word), meaning: translate($0.meaning))
    }
    return programme
  }

  /// The programme in a language; what is not translated stays in English.
  package func translated(into language: String) -> Programme {
    guard language != Language.english.code, let texts = translations[language] else {
      return self
    }
    return mapTexts { texts[$0] ?? $0 }
  }

  /// The words that its workbook shows, each once, in the order in which they come.
  package var workbookTexts: [String] {
    var texts: [String] = []
    var seen: Set<String> = []
    _ = mapTexts { text in
      if seen.insert(text).inserted { texts.append(text) }
      return text
    }
    return texts
  }

  /// The words that still have no translation into a language.
  package func untranslatedTexts(in language: String) -> [String] {
    language == Language.english.code
      ? [] : workbookTexts.filter { translations[language]?[$0] == nil }
  }
}
