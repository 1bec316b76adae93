import CXlsxWriter
import Cells

extension SheetWriter {
  /// Adds a validation to the sheet; its texts have been checked.
  func add(_ plan: ValidationPlan) throws(WritingError) {
    let texts = CStrings()
    var validation = unsafe lxw_data_validation()
    unsafe set(plan.rule, in: &validation, texts)
    unsafe validation.ignore_blank = switchCode(plan.allowsEmpty)
    unsafe validation.error_type = plan.strictness.code
    if let input = plan.input {
      unsafe validation.input_title = unsafe texts.copy(input.title)
      unsafe validation.input_message = unsafe texts.copy(input.text)
    }
    if let error = plan.error {
      unsafe validation.error_title = unsafe texts.copy(error.title)
      unsafe validation.error_message = unsafe texts.copy(error.text)
    }
    let first = plan.range.first
    let last = plan.range.last
    let result = unsafe worksheet_data_validation_range(
      sheet, first.zeroBasedRow, first.zeroBasedColumn, last.zeroBasedRow, last.zeroBasedColumn,
      &validation)
    withExtendedLifetime(texts) {}
    try check(result)
  }

  private func set(
    _ rule: ValidationPlan.Rule, in validation: inout lxw_data_validation, _ texts: CStrings
  ) {
    switch rule {
    case .list(let name):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe validation.value_formula = unsafe texts.copy("=" + name)
    case .formula(let formula):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      unsafe validation.value_formula = unsafe texts.copy(formula)
    case .anything:
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .textLength(let length):
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      unsafe validation.criteria = UInt8(
        LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
      unsafe validation.value_number = Double(length)
    case .wholeNumber(let range):
      unsafe setBetween(LXW_VALIDATION_TYPE_INTEGER, in: &validation)
      unsafe validation.minimum_number = Double(range.lowerBound)
      unsafe validation.maximum_number = Double(range.upperBound)
    case .date(let first, let last):
      unsafe setBetween(LXW_VALIDATION_TYPE_DATE_NUMBER, in: &validation)
      unsafe validation.minimum_number = first.serial
      unsafe validation.maximum_number = last.serial
    case .decimal(.number(let low), .number(let high)):
      unsafe setBetween(LXW_VALIDATION_TYPE_DECIMAL, in: &validation)
      unsafe validation.minimum_number = low
      unsafe validation.maximum_number = high
    case .decimal(let low, let high):
      unsafe setBetween(LXW_VALIDATION_TYPE_DECIMAL_FORMULA, in: &validation)
      unsafe validation.minimum_formula = unsafe texts.copy(low.formula)
      unsafe validation.maximum_formula = unsafe texts.copy(high.formula)
    }
  }

  private func setBetween(
    _ type: lxw_validation_types, in validation: inout lxw_data_validation
  ) {
    unsafe validation.validate = UInt8(type.rawValue)
    unsafe validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
  }

  private func switchCode(_ isOn: Bool) -> UInt8 {
    UInt8((isOn ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
  }
}

extension ValidationPlan.Bound {
  /// As a formula, for a rule where one of two bounds is one.
  var formula: String {
    switch self {
    case .number(let number): "=\(number)"
    case .formula(let formula): formula
    }
  }
}

extension ValidationPlan.Strictness {
  var code: UInt8 {
    switch self {
    case .stop: UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    case .warn: UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    case .inform: UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
    }
  }
}
