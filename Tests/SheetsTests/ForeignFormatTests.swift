// Files that are not read: each is named, with something to do about it.

import Testing

@testable import Sheets

@Suite struct ForeignFormatTests {
  private func refusal(_ bytes: [UInt8], ending: String = "xls") -> SheetError? {
    sheetError { _ = try ReadTable(bytes, ending: ending) }
  }

  @Test func htmlSavedAsAWorkbookIsNamed() {
    let error = refusal(
      Array("\r\n<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><table><tr><td>1".utf8))
    #expect(error?.reason == "is an HTML page saved as .xls")
    #expect(error?.advice == "open it in a spreadsheet program or browser and save it as XLSX or CSV")
    #expect(refusal(Array("<!DOCTYPE html>\n<p>".utf8), ending: "csv")?.reason == "is an HTML page")
    #expect(refusal([0xEF, 0xBB, 0xBF] + Array("<TABLE>".utf8))?.reason == "is an HTML page saved as .xls")
  }

  @Test func otherSpreadsheetsAreNamed() {
    let xml = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook>"
    #expect(refusal(Array(xml.utf8))?.reason == "is an XML Spreadsheet of 2003")
    #expect(
      refusal(Array("<?xml version=\"1.0\"?><a/>".utf8))?.reason == "is XML, which has no rows of its own")
    #expect(refusal(Array("MIME-Version: 1.0\nX".utf8))?.reason == "is a web archive (MHTML)")
    let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(
      refusal(mark + [UInt8](repeating: 0, count: 600))?.reason.hasPrefix("is a binary workbook (.xls)")
        == true)
    let package = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(
      refusal(mark + [UInt8](repeating: 0, count: 600) + package)?.reason == "is protected by a password")
  }

  @Test func otherZipFilesAreNamed() {
    var ods = ZipMaker(isStored: true)
    ods.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    ods.add("content.xml", [])
    #expect(
      refusal(ods.bytes(), ending: "ods")?.reason == "is an OpenDocument file (.ods), which is not read")
    var plain = ZipMaker()
    plain.add("data.csv", Array("a,b".utf8))
    #expect(refusal(plain.bytes(), ending: "zip")?.reason == "is a ZIP file with data.csv in it")
    var binary = ZipMaker()
    binary.add(
      "_rels/.rels",
      Array("<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>".utf8))
    binary.add("xl/workbook.bin", [1])
    #expect(
      refusal(binary.bytes(), ending: "xlsb")?.reason == "is a binary workbook (.xlsb), which is not read")
    var letter = ZipMaker()
    letter.add(
      "_rels/.rels",
      Array("<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>".utf8))
    letter.add("word/document.xml", [1])
    #expect(refusal(letter.bytes(), ending: "docx")?.reason == "is an Office document but no workbook")
  }

  @Test func binaryFilesAreNamed() {
    #expect(refusal(Array("%PDF-1.7\n".utf8), ending: "csv")?.reason == "is a PDF file")
    #expect(refusal(Array("PAR1....".utf8), ending: "csv")?.reason == "is a Parquet file")
    #expect(refusal([0x28, 0xB5, 0x2F, 0xFD, 1], ending: "csv")?.reason == "is compressed with zstd")
    #expect(
      refusal([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], ending: "csv")?.reason
        == "is text in UTF-32, which is not read")
    let noise = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 37 % 256) }
    #expect(refusal(noise, ending: "csv")?.reason.hasPrefix("is no text") == true)
    #expect(refusal(Deflating.gzip(Deflating.gzip([0x61])), ending: "gz")?.reason == "is compressed twice")
  }

  @Test func aToldFormatThatDoesNotFitIsRefused() {
    let error = sheetError { _ = try ReadTable("a,b\n1,2", ReadingOptions(format: .xlsx)) }
    #expect(error?.reason == "is no XLSX file")
  }
}
