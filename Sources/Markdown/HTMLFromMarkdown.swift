import CMarkdown

/// Turns a text in Markdown, with tables, into HTML.
///
/// HTML in the text is left out, and links may lead to pages and addresses only.
///
/// - Source: the GitHub Flavored Markdown specification, through cmark-gfm.
package func html(fromMarkdown text: String) -> String {
  cmark_gfm_core_extensions_ensure_registered()
  guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return "" }
  defer { unsafe cmark_parser_free(parser) }
  if let tables = unsafe cmark_find_syntax_extension("table") {
    unsafe cmark_parser_attach_syntax_extension(parser, tables)
  }
  let bytes = Array(text.utf8)
  unsafe bytes.withUnsafeBytes { buffer in
    unsafe cmark_parser_feed(
      parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  guard let document = unsafe cmark_parser_finish(parser) else { return "" }
  defer { unsafe cmark_node_free(document) }
  let extensions = unsafe cmark_parser_get_syntax_extensions(parser)
  guard let rendered = unsafe cmark_render_html(document, CMARK_OPT_DEFAULT, extensions)
  else { return "" }
  defer { unsafe free(rendered) }
  return unsafe String(cString: rendered)
}
