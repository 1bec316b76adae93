import Markdown
import Testing

@Test func headingsListsAndTablesBecomeHTML() {
  let page = html(fromMarkdown: "# Step 1\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
  #expect(page.contains("<h1>Step 1</h1>"))
  #expect(page.contains("<li>two</li>"))
  #expect(page.contains("<td>2</td>"))
}

@Test func htmlInTheTextIsLeftOut() {
  let page = html(fromMarkdown: "a <script>alert(1)</script> b\n\n[x](javascript:alert(1))\n")
  #expect(!page.contains("<script>"))
  #expect(!page.contains("javascript:"))
}

@Test func textOfEveryAlphabetIsKept() {
  #expect(html(fromMarkdown: "été اردو 一").contains("été اردو 一"))
  #expect(html(fromMarkdown: "").isEmpty)
}
