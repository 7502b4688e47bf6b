// The cells of a row of a table, and rows without keys, which speak of others.

import Sheets

extension ImportRun {
  /// Writes a row that speaks of others, once.
  mutating func link(_ section: BoundSection, _ number: Int, isNew: Bool) {
    guard !section.namesSubject || section.subject.flatMap({ rowIDs[$0] }) != nil else { return }
    if section.subject == files[number].main, wasSaid(section, number) { return }
    output.begin(section.tableNumber)
    guard addCells(section, nil, number) else { return output.drop() }
    // What a new row of the main table says of itself cannot have been said before.
    if !(isNew && section.subject == files[number].main) {
      let hash = output.present { Hash128($0, in: section.tableNumber) }
      guard seen.insert(hash, 0).isNew else { return output.drop() }
    }
    output.end()
  }

  /// Whether the first row about the same thing gave the same row here.
  private mutating func wasSaid(_ section: BoundSection, _ number: Int) -> Bool {
    // Another file is another source, so what it says stands beside.
    guard let first = firstRow, first.file == number else { return false }
    goBack(to: first)
    for (content, _) in section.contents {
      switch content {
      case .value(let rule, _):
        let value = values[number].value(rule, &places)
        let before = earlier[number].value(rule, &places)
        guard let value, let before else {
          if value == nil, before == nil { continue }
          return false
        }
        guard isSame(number, value, number, before) else { return false }
      case .reference(let other):
        let before = earlier[number].key(of: files[number].sections[other], &places)
        guard rowKeys[other] == before else { return false }
      default: continue
      }
    }
    return true
  }

  /// Adds the cells of a row; false where it lacks what it cannot do without.
  mutating func addCells(_ section: BoundSection, _ index: Int?, _ number: Int) -> Bool {
    for (content, isRequired) in section.contents {
      let isThere: Bool
      switch content {
      case .value(let rule, let use): isThere = addValue(rule, use, number)
      case .key: isThere = add(index.flatMap { rowIDs[$0] })
      case .subject: isThere = add(section.subject.flatMap { rowIDs[$0] })
      case .source: isThere = add(files[number].source)
      case .reference(let other): isThere = add(rowIDs[other])
      case .subjectWord: isThere = add(section.subjectWord)
      case .nothing: isThere = add(nil)
      }
      if !isThere, isRequired { return false }
    }
    return true
  }

  private mutating func add(_ text: [UInt8]?) -> Bool {
    guard let text else {
      output.addNothing()
      return false
    }
    output.add(text)
    return true
  }

  private mutating func addValue(_ rule: Int, _ use: BoundSection.Use, _ number: Int) -> Bool {
    guard let value = values[number].value(rule, &places) else { return addInstead(rule, use, number) }
    switch use {
    case .nothing: break
    case .place: places.use(values[number].place(&places))
    case .country: countries.insert(values[number].withText(value) { String(decoding: $0, as: UTF8.self) })
    }
    values[number].withText(value) { output.add($0) }
    return true
  }

  /// Adds what the mapping puts in place of a value that is not stated.
  private mutating func addInstead(_ rule: Int, _ use: BoundSection.Use, _ number: Int) -> Bool {
    let bound = files[number].rules[rule]
    guard let instead = bound.otherwise else { return add(nil) }
    if use == .country { countries.insert(String(decoding: instead, as: UTF8.self)) }
    values[number].noteInstead(bound, instead)
    return add(instead)
  }
}
