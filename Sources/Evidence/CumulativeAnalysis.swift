package import Statistics

/// The cumulative meta-analysis of a set of studies.
package struct CumulativeAnalysis: Sendable {
  /// What was pooled, for titles: `Peer tutoring in reading: reading`.
  package var title: String
  /// The programme's id; nil for several programmes together, or effects from elsewhere.
  package var programme: String?
  /// In the order of their dates; those without one last, as given.
  package var studies: [StudyContribution]
  package var model: ModelChoice
  /// Nil when there is no study.
  package var pooled: PooledEffect?
  package var steps: [CumulativeStep]
  package var leaveOneOut: [LeaveOneOutStep]
  package var flow: SchoolFlow
  /// Whether the picture is fair to small studies.
  package var smallStudies: SmallStudyFindings
  /// What may move the effect, as far as it was asked for.
  package var moderators: [ModeratorAnalysis]
  package var subgroups: [SubgroupAnalysis]
  /// The model of effects within studies, where a study has more than one.
  package var multilevel: MultilevelAnalysis?
  /// Whether that is nil because there are too many studies.
  package var isMultilevelLeftOut = false
  /// What is known in each of the four areas, and what moved between them; nil without a study.
  package var map: EvidenceMap?
  /// How far the evidence has come; nil below two studies.
  package var sequential: SequentialView?
  /// What another study would tell; nil below two studies.
  package var next: WhereNext?
  /// The same average by one model over all pupils' sums; nil where sums are not known.
  package var oneStage: OneStageCheck?
  /// Whether chance formed the groups, as the marks before and the records of the draws tell.
  package var baseline: BaselineAudit?
  package var randomisation: RandomisationAudit?
  /// What became of every workbook that was sent out; nil without a register.
  package var returns: ReturnFlow?
  /// What cannot be said, and why, one sentence each.
  package var cautions: [String]

  package init(
    title: String, programme: String?, studies: [StudyContribution], model: ModelChoice,
    pooled: PooledEffect?, steps: [CumulativeStep], leaveOneOut: [LeaveOneOutStep],
    flow: SchoolFlow, cautions: [String],
    smallStudies: SmallStudyFindings = .notLookedAt(reason: "fewer than 10 studies"),
    moderators: [ModeratorAnalysis] = [], subgroups: [SubgroupAnalysis] = [],
    multilevel: MultilevelAnalysis? = nil
  ) {
    self.title = title
    self.programme = programme
    self.studies = studies
    self.model = model
    self.pooled = pooled
    self.steps = steps
    self.leaveOneOut = leaveOneOut
    self.flow = flow
    self.cautions = cautions
    self.smallStudies = smallStudies
    self.moderators = moderators
    self.subgroups = subgroups
    self.multilevel = multilevel
  }

  /// The pupils of all studies whose number is known.
  package var pupils: Int { studies.compactMap(\.study.pupils).reduce(0, +) }
}

/// One study, and what it adds.
package struct StudyContribution: Sendable, Hashable {
  package var study: PooledStudy
  /// The study's own interval.
  package var interval: Interval
  /// In percent; all weights together make 100.
  package var weight: Double
  /// The estimate drawn towards the average: best linear unbiased prediction.
  package var shrunken: Double?
  /// What the study does to the average; nil with fewer than three studies.
  package var influence: StudyInfluence?

  package init(
    study: PooledStudy, interval: Interval, weight: Double, shrunken: Double?,
    influence: StudyInfluence? = nil
  ) {
    self.study = study
    self.interval = interval
    self.weight = weight
    self.shrunken = shrunken
    self.influence = influence
  }
}

/// How the studies were pooled.
package struct ModelChoice: Sendable, Hashable {
  /// `REML` and so on.
  package var estimator: String
  /// `knha` or `z`.
  package var test: String
  /// `pooled` over the schools of a programme, or each school's `own`.
  package var variance: String
  package var level: Double

  package init(estimator: String, test: String, variance: String, level: Double) {
    self.estimator = estimator
    self.test = test
    self.variance = variance
    self.level = level
  }
}

/// The average effect, and how much schools differ.
package struct PooledEffect: Sendable, Hashable {
  package var estimate: Double
  package var standardError: Double
  package var statistic: Double?
  package var degreesOfFreedom: Double?
  package var p: Double
  package var interval: Interval
  /// Where the effect of the next school may lie; nil with fewer than three studies.
  package var predictionInterval: Interval?
  package var tau2: Double
  package var tau2StandardError: Double?
  package var tau2Interval: Interval?
  /// In percent.
  package var i2: Double
  package var h2: Double
  package var q: Double
  package var qDegreesOfFreedom: Double
  package var qP: Double

  package init(
    estimate: Double, standardError: Double, statistic: Double?, degreesOfFreedom: Double?,
    p: Double, interval: Interval, predictionInterval: Interval?, tau2: Double,
    tau2StandardError: Double?, tau2Interval: Interval?, i2: Double, h2: Double, q: Double,
    qDegreesOfFreedom: Double, qP: Double
  ) {
    self.estimate = estimate
    self.standardError = standardError
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.p = p
    self.interval = interval
    self.predictionInterval = predictionInterval
    self.tau2 = tau2
    self.tau2StandardError = tau2StandardError
    self.tau2Interval = tau2Interval
    self.i2 = i2
    self.h2 = h2
    self.q = q
    self.qDegreesOfFreedom = qDegreesOfFreedom
    self.qP = qP
  }
}

/// The average after one more study; studies of the same day come together.
package struct CumulativeStep: Sendable, Hashable {
  package var count: Int
  /// The study that came last.
  package var id: String
  package var date: String?
  package var estimate: Double
  package var interval: Interval
  /// A range that stays valid however often one looks.
  package var anytime: Interval?
  package var tau2: Double

  package init(
    count: Int, id: String, date: String?, estimate: Double, interval: Interval,
    anytime: Interval?, tau2: Double
  ) {
    self.count = count
    self.id = id
    self.date = date
    self.estimate = estimate
    self.interval = interval
    self.anytime = anytime
    self.tau2 = tau2
  }
}

/// The average without one study.
package struct LeaveOneOutStep: Sendable, Hashable {
  package var without: String
  package var estimate: Double
  package var interval: Interval
  package var tau2: Double

  package init(without: String, estimate: Double, interval: Interval, tau2: Double) {
    self.without = without
    self.estimate = estimate
    self.interval = interval
    self.tau2 = tau2
  }
}

/// How many workbooks there were at each step; nil where it is not known.
package struct SchoolFlow: Sendable, Hashable {
  package var issued: Int?
  package var returned: Int?
  package var readable: Int?
  package var complete: Int?
  package var pooled: Int

  package init(issued: Int?, returned: Int?, readable: Int?, complete: Int?, pooled: Int) {
    self.issued = issued
    self.returned = returned
    self.readable = readable
    self.complete = complete
    self.pooled = pooled
  }
}
