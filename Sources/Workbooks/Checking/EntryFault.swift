/// What can be wrong with one entry, before words are found for it.
enum EntryFault {
  case missing, notInList, notNumber, notWhole, notDate
  case outside(String, String)
  case tooLong(Int)
}

extension WorkbookTexts {
  /// The words on a sheet of questions, where the row says which question is meant.
  func onQuestion(_ fault: EntryFault) -> String {
    switch fault {
    case .missing: self[.pleaseAnswer]
    case .notInList: self[.chooseFromList]
    case .notNumber: self[.typeNumber]
    case .notWhole: self[.typeWholeNumber]
    case .notDate: self[.typeDate]
    case .outside(let low, let high): self[.mustBeBetween, low, high]
    case .tooLong(let length): self[.atMostCharacters, String(length)]
    }
  }

  /// The words on the Pupils sheet, where the column must be named.
  func onPupil(_ fault: EntryFault, label: String) -> String {
    switch fault {
    case .missing: self[.fieldMissing, label]
    case .notInList: self[.fieldNotInList, label]
    case .notNumber: self[.fieldNotNumber, label]
    case .notWhole: self[.fieldNotWhole, label]
    case .notDate: self[.fieldNotDate, label]
    case .outside(let low, let high): self[.fieldOutside, label, low, high]
    case .tooLong(let length): self[.fieldTooLong, label, String(length)]
    }
  }
}
