// The parts of an XLSX file (ECMA-376): which sheets there are, and where their parts lie.

/// A workbook.
struct Workbook {
  struct Page {
    var name: String
    var isHidden: Bool
    var entry: ZipArchive.Entry
  }

  let archive: ZipArchive
  private(set) var pages: [Page] = []
  private(set) var isFrom1904 = false
  private(set) var styles = CellStyles()
  private var strings: ZipArchive.Entry?
  private static let mostPages = 4096

  init(_ source: RandomBytes) throws(SheetError) {
    archive = try ZipArchive(source)
    let root = try Self.relations(archive, "_rels/.rels", folder: "")
    let part = root.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    guard let entry = archive.entry(part) else { throw ForeignFormat.zip(archive) }
    if let other = ForeignFormat.office(archive, part) { throw other }
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let file = part.split(separator: "/").last ?? ""
    let relations = try Self.relations(archive, "\(folder)/_rels/\(file).rels", folder: folder)
    try readPages(entry, relations)
    strings = relations.first { $0.kind == "sharedStrings" }.flatMap { archive.entry($0.target) }
    if let target = relations.first(where: { $0.kind == "styles" })?.target, let entry = archive.entry(target)
    {
      styles = try CellStyles(ZipEntryBytes(entry, of: archive), path: source.path)
    }
  }

  /// The rows of a page, without header.
  func rows(of page: Page) throws(SheetError) -> PageRows {
    let path = archive.source.path
    let texts: (any ByteStream)? =
      if let strings { try ZipEntryBytes(strings, of: archive) } else { nil }
    let xml = XMLScanner(try ZipEntryBytes(page.entry, of: archive), path: path)
    return PageRows(
      PageReader(xml, SharedStrings(texts, path: path), styles, isFrom1904: isFrom1904))
  }

  private mutating func readPages(
    _ entry: ZipArchive.Entry, _ relations: [Relation]
  ) throws(SheetError) {
    var xml = XMLScanner(try ZipEntryBytes(entry, of: archive), path: archive.source.path)
    let sheets = Dictionary(
      relations.filter { $0.kind == "worksheet" }.map { ($0.id, $0.target) },
      uniquingKeysWith: { first, _ in first })
    while try xml.nextTag(), pages.count < Self.mostPages {
      if xml.isClosing { continue }
      if xml.isNamed("workbookPr") {
        let flag = xml.attribute("date1904").map { String(decoding: $0, as: UTF8.self) }
        isFrom1904 = flag == "1" || flag == "true"
      } else if xml.isNamed("sheet") {
        guard let target = sheets[xml.attribute("id") ?? []], let part = archive.entry(target) else {
          continue
        }
        let name = String(decoding: xml.attribute("name") ?? [], as: UTF8.self)
        let state = xml.attribute("state") ?? []
        pages.append(
          Page(name: name, isHidden: state.count > 0 && state != Array("visible".utf8), entry: part))
      }
    }
  }
}

extension Workbook {
  /// What one part has to do with another.
  private struct Relation {
    var id: [UInt8]
    /// The last word of its type, which is the same in both editions of the standard.
    var kind: String
    var target: String
  }

  private static func relations(
    _ archive: ZipArchive, _ name: String, folder: String
  ) throws(SheetError) -> [Relation] {
    guard let entry = archive.entry(name) else { return [] }
    var xml = XMLScanner(try ZipEntryBytes(entry, of: archive), path: archive.source.path)
    var relations: [Relation] = []
    while try xml.nextTag(), relations.count < 1 << 16 {
      guard xml.isNamed("Relationship"), let id = xml.attribute("Id"), let target = xml.attribute("Target")
      else { continue }
      let kind = String(decoding: xml.attribute("Type") ?? [], as: UTF8.self).split(separator: "/").last ?? ""
      relations.append(
        Relation(
          id: id, kind: String(kind), target: Self.path(String(decoding: target, as: UTF8.self), folder)))
    }
    return relations
  }

  /// A target in `folder` as a path from the top.
  private static func path(_ target: String, _ folder: String) -> String {
    let isFromTop = target.hasPrefix("/")
    var parts = isFromTop ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
