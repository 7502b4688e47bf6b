// Opens a workbook: chooses the sheet and takes titles and header off its rows.

enum WorkbookOpening {
  /// Opens the sheet that `options` name, or the first visible one that has rows.
  static func open(
    _ source: RandomBytes, _ options: ReadingOptions, isCompressed: Bool
  ) throws(SheetError) -> OpenedSource {
    let workbook = try Workbook(source)
    let (page, rows) = try choose(workbook, options)
    var description = SourceDescription(format: .xlsx, told: options)
    description.isCompressed = isCompressed
    description.sheet = page.name
    description.sheets = workbook.pages.map(\.name)
    description.titleRows = rows.titleRows
    description.headerLine = rows.headerLine
    return OpenedSource(description: description, body: .rows(rows))
  }

  private static func choose(
    _ workbook: Workbook, _ options: ReadingOptions
  ) throws(SheetError) -> (Workbook.Page, TitledRows) {
    let path = workbook.archive.source.path
    func rows(_ page: Workbook.Page) throws(SheetError) -> TitledRows {
      try TitledRows(workbook.rows(of: page), headerLine: options.headerRow, path: path)
    }
    if let told = options.sheet {
      let page = try named(told, workbook)
      let found = try rows(page)
      guard !found.isEmpty else {
        throw SheetError(
          path, "its sheet \(page.name) is empty", advice: "choose another: \(names(workbook))")
      }
      return (page, found)
    }
    // A part that many sheets share is none of an honest file, and would be read as often.
    var looked: Set<Int> = []
    for page in workbook.pages.filter({ !$0.isHidden }) + workbook.pages.filter(\.isHidden)
    where looked.insert(page.entry.offset).inserted {
      let found = try rows(page)
      if !found.isEmpty { return (page, found) }
    }
    throw SheetError(
      path, "is empty: none of its sheets has rows", advice: "there is nothing to show; check the file")
  }

  /// The page of this name; if there is none, that of this number from 1.
  private static func named(_ told: String, _ workbook: Workbook) throws(SheetError) -> Workbook.Page {
    let pages = workbook.pages
    if let page = pages.first(where: { $0.name == told }) { return page }
    if let page = pages.first(where: { $0.name.lowercased() == told.lowercased() }) { return page }
    if let number = Int(told), pages.indices.contains(number - 1) { return pages[number - 1] }
    throw SheetError(
      workbook.archive.source.path, "has no sheet \(told)", advice: "choose one of: \(names(workbook))")
  }

  private static func names(_ workbook: Workbook) -> String {
    workbook.pages.map(\.name).joined(separator: ", ")
  }
}
