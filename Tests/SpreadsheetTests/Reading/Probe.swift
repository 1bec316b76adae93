import Cells
import Foundation
import Spreadsheet
import Testing
@Test func probe() throws {
  let folder = "/tmp/rd/hostile"
  for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
    guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
    let start = Date()
    do throws(SpreadsheetError) {
      let w = try readWorkbook([UInt8](data))
      print("READ", name, w.sheets.map { $0.cells.count }, w.notes.map { $0.code + " " + $0.message }, Date().timeIntervalSince(start))
    } catch { print("FAIL", name, error.code, error.message, fileKind(of: [UInt8](data)), Date().timeIntervalSince(start)) }
  }
}
