import Cells
import Spreadsheet
import Testing

/// What a file says about itself.
struct FilePropertiesTests {
  private func package(core: String) throws -> Package {
    let metadata = WorkbookBuilder.packages + "/metadata/core-properties"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    let links =
      "<Relationships xmlns=\"\(WorkbookBuilder.packages)/relationships\"><Relationship Id=\"a\" "
      + "Type=\"\(WorkbookBuilder.office)/officeDocument\" Target=\"xl/workbook.xml\"/>"
      + "<Relationship Id=\"b\" Type=\"\(WorkbookBuilder.packages)/relationships/metadata/"
      + "core-properties\" Target=\"docProps/core.xml\"/><Relationship Id=\"c\" "
      + "Type=\"\(WorkbookBuilder.office)/extended-properties\" Target=\"docProps/app.xml\"/>"
      + "<Relationship Id=\"d\" Type=\"\(WorkbookBuilder.office)/custom-properties\" "
      + "Target=\"docProps/custom.xml\"/></Relationships>"
    let bytes = WorkbookBuilder.bytes(
      rows: "<row><c><v>1</v></c></row>",
      parts: [
        "_rels/.rels": links,
        "docProps/core.xml":
          "<p:coreProperties xmlns:p=\"\(metadata)\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
          + "xmlns:t=\"http://purl.org/dc/terms/\">\(core)",
        "docProps/app.xml":
          "<Properties xmlns=\"\(office)/extended-properties\"><Application>Gnumeric</Application>"
          + "</Properties>",
        "docProps/custom.xml":
          "<Properties xmlns=\"\(office)/custom-properties\" xmlns:v=\"\(office)/docPropsVTypes\">"
          + "<property pid=\"2\" name=\"school\"><v:lpwstr>S-014</v:lpwstr></property></Properties>",
      ])
    return try Package(bytes)
  }

  @Test func readsAllThreeParts() throws {
    let core =
      "<dc:title>Data</dc:title><dc:creator>Hub</dc:creator><p:lastModifiedBy>Zoë"
      + "</p:lastModifiedBy><t:created>2026-07-10T09:30:00Z</t:created></p:coreProperties>"
    let properties = try fileProperties(in: package(core: core))
    #expect(properties.title == "Data")
    #expect(properties.creator == "Hub")
    #expect(properties.lastModifiedBy == "Zoë")
    #expect(properties.created == "2026-07-10T09:30:00Z")
    #expect(properties.application == "Gnumeric")
    #expect(properties.custom == ["school": "S-014"])
  }

  @Test func aPartThatIsBrokenTakesNothingElseWithIt() throws {
    let broken = try package(core: "<dc:title>Data")
    #expect(try fileProperties(in: broken).custom == ["school": "S-014"])
    #expect(try readWorkbook(in: broken).customProperties == ["school": "S-014"])
  }
}
