package import StudyModel

/// A pupil who may take part, as far as an allocation must know.
package struct Candidate: Hashable, Sendable {
  /// The pupil's code; never a name.
  package var code: String
  /// The mark before, where there is one.
  package var score: Double?
  package var className: String?
  /// What the pupil will be, or would be, where the programme has roles.
  package var role: Role?
  /// The arm that the school chose, where it chose.
  package var arm: Arm?

  package init(
    code: String, score: Double? = nil, className: String? = nil, role: Role? = nil,
    arm: Arm? = nil
  ) {
    self.code = code
    self.score = score
    self.className = className
    self.role = role
    self.arm = arm
  }
}

/// How chance decides who takes part.
package enum AllocationMethod: Hashable, Sendable {
  /// Half of the pupils, drawn from all of them.
  case simple
  /// Half of each class.
  case withinClasses
  /// Pupils in the order of their marks, so many in a block; half of each block.
  case blocksOnScore(size: Int)
  /// Pupils in the order of their marks, two and two; one of each pair.
  case pairsOnScore
  /// Half of the classes.
  case wholeClasses
  /// Nobody draws: the school says who takes part.
  case givenBySchool

  /// The design that the method makes.
  package var design: StudyDesign {
    switch self {
    case .simple, .withinClasses, .blocksOnScore: .randomised
    case .pairsOnScore: .pairs
    case .wholeClasses: .cluster
    case .givenBySchool: .matched
    }
  }

  /// As records hold it: `blocks-on-score-4`.
  package var name: String {
    switch self {
    case .simple: "simple"
    case .withinClasses: "within-classes"
    case .blocksOnScore(let size): "blocks-on-score-\(size)"
    case .pairsOnScore: "pairs-on-score"
    case .wholeClasses: "whole-classes"
    case .givenBySchool: "given-by-school"
    }
  }

  /// Reads ``name``; nil for anything else.
  package init?(name: String) {
    let blocks = "blocks-on-score-"
    switch name {
    case "simple": self = .simple
    case "within-classes": self = .withinClasses
    case "pairs-on-score": self = .pairsOnScore
    case "whole-classes": self = .wholeClasses
    case "given-by-school": self = .givenBySchool
    default:
      guard name.hasPrefix(blocks), let size = Int(name.dropFirst(blocks.count)), size >= 2
      else { return nil }
      self = .blocksOnScore(size: size)
    }
  }
}

/// Why nobody can be allocated.
package enum AllocationError: Error, Hashable, Sendable {
  case tooFewPupils(Int)
  case repeatedCode(String)
  /// The method needs a mark before for each pupil.
  case scoreMissing(code: String)
  /// The method needs a class for each pupil.
  case classMissing(code: String)
  case tooFewClasses(Int)
  /// The school was to say who takes part.
  case armMissing(code: String)
}

extension AllocationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooFewPupils(let count): "there are \(count) pupils; at least 2 are needed"
    case .repeatedCode(let code): "the code \(code) is there twice"
    case .scoreMissing(let code): "pupil \(code) has no mark before, which this method needs"
    case .classMissing(let code): "pupil \(code) has no class, which this method needs"
    case .armMissing(let code): "pupil \(code) has no group, which was to be given"
    case .tooFewClasses(let count): "there are \(count) classes; at least 2 are needed"
    }
  }
}
