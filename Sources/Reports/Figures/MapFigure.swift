import Evidence
import Foundation
import StudyModel

/// The four areas of evidence as boxes, and the ways between them as arrows.
struct MapFigure {
  var map: EvidenceMap

  private let width = 210.0
  private let height = 78.0

  var svg: SVG {
    var svg = SVG(width: 680, height: 330)
    for from in Area.allCases {
      for to in Area.allCases where Pathway.isWay(from: from, to: to) {
        svg.elements += way(from, to)
      }
    }
    for area in map.areas { svg.elements += box(area) }
    return svg
  }

  /// The middle of an area's box.
  private func middle(_ area: Area) -> Point {
    switch area {
    case .efficacy: Point(110, 42)
    case .efficacyPlus: Point(110, 288)
    case .policyPlans: Point(570, 42)
    case .practiceAtScale: Point(570, 288)
    }
  }

  private func box(_ evidence: AreaEvidence) -> [SVGElement] {
    let centre = middle(evidence.area)
    let isEmpty = evidence.studies == 0 && evidence.policies == 0
    let lines = self.lines(evidence)
    return [
      .rectangle(
        at: Point(centre.x - width / 2, centre.y - height / 2), width: width, height: height,
        fill: isEmpty ? Palette.white : Palette.paleBlue,
        stroke: isEmpty ? Palette.muted : Palette.navy, radius: 6),
      .text(
        evidence.area.inWords.atStart, at: Point(centre.x, centre.y - 16), anchor: .middle,
        tone: .bold, size: 14),
    ]
      + lines.enumerated().map { index, line in
        .text(line, at: Point(centre.x, centre.y + 5 + Double(index) * 17), anchor: .middle)
      }
  }

  private func lines(_ evidence: AreaEvidence) -> [String] {
    if evidence.area == .policyPlans {
      return evidence.policies == 0
        ? ["no record"] : [NumberStyle.count(evidence.policies, "record", "records")]
    }
    guard let estimate = evidence.estimate else { return ["nothing known yet"] }
    let studies = NumberStyle.count(evidence.studies, "study", "studies")
    let pupils =
      evidence.pupils > 0 ? ", \(NumberStyle.count(evidence.pupils, "pupil", "pupils"))" : ""
    let range =
      evidence.studies > 1
      ? evidence.interval.map { " (\(NumberStyle.range($0, digits: 2)))" } ?? "" : ""
    return [studies + pupils, NumberStyle.signed(estimate, digits: 2) + range]
  }

  /// An arrow from the edge of one box to that of the other, a little to the right of its way.
  private func way(_ from: Area, _ to: Area) -> [SVGElement] {
    let count = map.pathways.count { $0.from == from && $0.to == to }
    let (start, end) = (middle(from), middle(to))
    let length = hypot(end.x - start.x, end.y - start.y)
    let along = Point((end.x - start.x) / length, (end.y - start.y) / length)
    let aside = Point(-along.y * 9, along.x * 9)
    func edge(of centre: Point, towards sign: Double) -> Point {
      let across = abs(along.x) > 1e-9 ? (width / 2 + 5) / abs(along.x) : .infinity
      let up = abs(along.y) > 1e-9 ? (height / 2 + 5) / abs(along.y) : .infinity
      let reach = min(across, up) * sign
      return Point(
        centre.x + along.x * reach + aside.x, centre.y + along.y * reach + aside.y)
    }
    let (tail, tip) = (edge(of: start, towards: 1), edge(of: end, towards: -1))
    let colour = count > 0 ? Palette.navy : Palette.muted
    let line = SVGElement.line(
      tail, tip, colour: colour, width: count > 0 ? 3 : 1, dashes: count > 0 ? "" : "2 4")
    let size = count > 0 ? 9.0 : 6
    let head = SVGElement.polygon(
      [
        tip,
        Point(
          tip.x - along.x * size - along.y * size / 2, tip.y - along.y * size + along.x * size / 2),
        Point(
          tip.x - along.x * size + along.y * size / 2, tip.y - along.y * size - along.x * size / 2),
      ], fill: colour)
    guard count > 0 else { return [line, head] }
    // A third of the way, where the diagonals do not cross.
    let place = Point(tail.x + (tip.x - tail.x) * 0.3, tail.y + (tip.y - tail.y) * 0.3 + 4)
    return [
      line, head,
      .text(NumberStyle.count(count), at: place, anchor: .middle, tone: .bold, size: 13),
    ]
  }
}
