// Rows with keys: the first row about something makes it, later ones add what they say otherwise.

import Sheets

extension ImportRun {
  /// Why a section has no row for the present row of the file.
  func lack(of index: Int, _ number: Int) -> (column: String?, reason: String)? {
    let file = files[number]
    let section = file.sections[index]
    guard rowKeys[index] != nil else {
      let names = section.keys.compactMap { $0.rules.first.flatMap { file.rules[$0].rule.columns.first } }
      return (
        names.first, "states no \(names.joined(separator: " and no ")), so nothing tells what it is about"
      )
    }
    return nil
  }

  /// Adds the row of a section, or finds the earlier one; true where it is new.
  mutating func put(_ section: BoundSection, _ index: Int, _ number: Int) -> Bool {
    if !section.isMain, let lack = requirement(of: index, number) {
      noteLack(lack, section, index, number)
      return false
    }
    guard let key = rowKeys[index] else { return false }
    let here = RowLocation(file: number, row: values[number].row)
    let entry = keys.insert(key, here.packed)
    guard entry.isNew else {
      let first = RowLocation(entry.value)
      if section.isMain { firstRow = first }
      if section.hasKey { add(to: first, section, index, number) }
      return false
    }
    if section.hasKey {
      let (id, suffix) = newID(section, number)
      rowIDs[index] = id
      if suffix > RowLocation.greatestSuffix {
        trouble = ImportError(
          .unmapped, files[number].name, "more than \(suffix - 1) rows are called the same",
          advice: "write a mapping whose key is a column with a code")
      }
      if suffix > 0 { keys.set(key, RowLocation(file: number, row: here.row, suffix: suffix).packed) }
    }
    output.begin(section.tableNumber)
    _ = addCells(section, index, number)
    output.end()
    return true
  }

  /// Why a section has no row for the present row of the file, looking at its values too.
  mutating func requirement(of index: Int, _ number: Int) -> (column: String?, reason: String)? {
    if let lack = lack(of: index, number) { return lack }
    let file = files[number]
    let section = file.sections[index]
    for (place, cell) in section.contents.enumerated() where cell.isRequired {
      switch cell.content {
      case .reference(let other) where other != index:
        if let lack = requirement(of: other, number) { return lack }
      case .value(let rule, _):
        let bound = file.rules[rule]
        if bound.otherwise == nil, values[number].value(rule, &places) == nil {
          return (
            bound.rule.columns.first,
            "gives no “\(section.cells[place].name)”, which its table cannot do without"
          )
        }
      default: break
      }
    }
    return nil
  }

  /// A row that states the key of something but not what its table needs is told; one without a key says nothing.
  private mutating func noteLack(
    _ lack: (column: String?, reason: String), _ section: BoundSection, _ index: Int, _ number: Int
  ) {
    guard rowKeys[index] != nil, let name = lack.column,
      let column = files[number].titles.firstIndex(where: { HeaderName.key($0) == HeaderName.key(name) })
    else { return }
    values[number].note(column, "\(lack.reason); no row of \(section.table.name)", [UInt8]())
  }

  /// A key that no other row has.
  private mutating func newID(_ section: BoundSection, _ number: Int) -> (id: [UInt8], suffix: Int) {
    let base = values[number].baseID(of: section, &places)
    let name = base.withUnsafeBufferPointer { Hash128($0, in: section.tableNumber) }
    let entry = ids.insert(name, 1)
    guard !entry.isNew else { return (base, 0) }
    var suffix = Int(entry.value)
    while true {
      suffix += 1
      let id = base + Array("-\(suffix)".utf8)
      if ids.insert(id.withUnsafeBufferPointer { Hash128($0, in: section.tableNumber) }, 1).isNew {
        ids.set(name, UInt64(suffix))
        return (id, suffix)
      }
    }
  }

  // MARK: What later rows say

  /// Values of a further row of the same key that are not those of the first become statements.
  private mutating func add(
    to first: RowLocation, _ section: BoundSection, _ index: Int, _ number: Int
  ) {
    guard let other = files[first.file].section(like: section) else { return }
    goBack(to: first)
    rowIDs[index] = earlier[first.file].id(of: other, suffix: first.suffix, &places)
    for (place, cell) in section.contents.enumerated() {
      guard case .value(let rule, _) = cell.content, files[number].rules[rule].isComparable,
        let value = values[number].value(rule, &places)
      else { continue }
      var before: Range<Int>?
      if case .value(let rule, _) = other.contents[place].content {
        before = earlier[first.file].value(rule, &places)
      }
      if let before, isSame(number, value, first.file, before) { continue }
      state(section, index, section.cells[place].name, value, number, note: before == nil ? "was empty" : nil)
    }
  }

  /// Goes to a row before.
  mutating func goBack(to first: RowLocation) {
    if earlier[first.file].row != first.row { earlier[first.file].begin(first.row) }
  }

  /// Whether a value of the present row is that of a row before, one of a file that may be another.
  func isSame(_ number: Int, _ value: Range<Int>, _ other: Int, _ before: Range<Int>) -> Bool {
    values[number].withText(value) { text in
      earlier[other].withText(before) { $0.elementsEqual(text) }
    }
  }

  /// Writes what a further row says of a field, once.
  private mutating func state(
    _ section: BoundSection, _ index: Int, _ column: String, _ value: Range<Int>, _ number: Int, note: String?
  ) {
    guard let id = rowIDs[index] else { return }
    let text = values[number].withText(value) { Array($0) }
    let line = "line \(files[number].sheet.line(row: values[number].row))"
    let name = [UInt8(255), UInt8(section.tableNumber)] + id + [0] + Array(column.utf8) + [0] + text
    guard seen.insert(Hash128(name), 0).isNew else { return }
    output.begin(ImportOutput.statements)
    output.add(section.table.name)
    output.add(id)
    output.add(column)
    output.add(text)
    output.add(files[number].source)
    output.add([line, note].compactMap(\.self).joined(separator: "; "))
    output.end()
  }
}
