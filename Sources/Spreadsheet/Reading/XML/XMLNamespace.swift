/// The namespaces whose words are understood; a Strict and a Transitional name are one.
enum XMLNamespace: UInt8, Sendable {
  case none, other
  case spreadsheet, relationships, packageRelationships, contentTypes, compatibility
  case customProperties, coreProperties, extendedProperties, variantTypes
  case dublinCore, dublinCoreTerms, threadedComments
  case odfTable, odfText, odfOffice, odfStyle, odfNumber, odfManifest, odfMeta, calcExtension

  init(_ name: String) { self = Self.names[name] ?? (name.isEmpty ? .none : .other) }

  private static let transitional = "http://schemas.openxmlformats.org/officeDocument/2006/"
  private static let strict = "http://purl.oclc.org/ooxml/officeDocument/"
  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let odf = "urn:oasis:names:tc:opendocument:xmlns:"

  private static let names: [String: XMLNamespace] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": .spreadsheet,
    "http://purl.oclc.org/ooxml/spreadsheetml/main": .spreadsheet,
    transitional + "relationships": .relationships, strict + "relationships": .relationships,
    transitional + "custom-properties": .customProperties,
    strict + "customProperties": .customProperties,
    transitional + "extended-properties": .extendedProperties,
    strict + "extendedProperties": .extendedProperties,
    transitional + "docPropsVTypes": .variantTypes, strict + "docPropsVTypes": .variantTypes,
    package + "relationships": .packageRelationships, package + "content-types": .contentTypes,
    package + "metadata/core-properties": .coreProperties,
    "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility,
    "http://purl.org/dc/elements/1.1/": .dublinCore, "http://purl.org/dc/terms/": .dublinCoreTerms,
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments": .threadedComments,
    odf + "table:1.0": .odfTable, odf + "text:1.0": .odfText, odf + "office:1.0": .odfOffice,
    odf + "style:1.0": .odfStyle, odf + "datastyle:1.0": .odfNumber,
    odf + "manifest:1.0": .odfManifest, odf + "meta:1.0": .odfMeta,
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": .calcExtension,
  ]
}
