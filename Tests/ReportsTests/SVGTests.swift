import Testing

@testable import Reports

@Suite struct SVGTests {
  @Test func everyTextAndAttributeIsEscaped() {
    var svg = SVG(width: 10, height: 10)
    svg.draw(.text("a < b & \"c\" > d", at: Point(1, 2)))
    let markup = svg.markup(id: "x\"y", title: "<T>", description: "&")
    #expect(markup.contains(">a &lt; b &amp; &quot;c&quot; &gt; d</text>"))
    #expect(markup.contains("id=\"x&quot;y-title\">&lt;T&gt;</title>"))
    #expect(markup.contains("\">&amp;</desc>"))
  }

  @Test func numbersHaveOneDecimalAndNoMinusZero() {
    #expect(SVGElement.number(1.26) == "1.3")
    #expect(SVGElement.number(2) == "2")
    #expect(SVGElement.number(-0.01) == "0")
    #expect(SVGElement.number(.nan) == "0")
  }

  @Test func attributesKeepTheirOrderAndEmptyOnesAreLeftOut() {
    let element = SVGElement("a", ["z": "1", "b": "", "a": "2"])
    #expect(element.markup == "<a z=\"1\" a=\"2\"/>")
  }

  @Test func ticksAreRoundAndInside() {
    let scale = Scale(-0.31...0.84, from: 0, to: 100)
    #expect(scale.ticks(about: 6).map { ($0 * 10).rounded() } == [-2, 0, 2, 4, 6, 8])
    #expect(scale.tickDigits(about: 6) == 1)
    #expect(Scale(3...3, from: 0, to: 10).place(3) == 5)
  }
}
