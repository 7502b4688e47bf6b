// What the screen is to show: a grid of cells, drawn by value and compared as a whole.

/// One cell of a frame.
public struct Cell: Hashable, Sendable {
  /// A base character with up to four marks; empty in the second half of a wide one.
  public var text: String
  /// How it looks, everything beneath included.
  public var style: Style
  /// What it is.
  public var role: Role
}

/// A grid of cells with the styles of a sheet; everything written is made safe and clipped.
public struct Frame: Sendable {
  /// Its width and height.
  public let size: Size
  /// Where roles get their styles.
  public let sheet: StyleSheet
  /// Where the text cursor is shown; `nil` hides it.
  public var cursor: Point?

  /// A cell as stored: numbers only, because a page has thousands.
  struct Slot: Equatable {
    /// Base scalar; 0 in the second half of a wide character.
    var scalar: UInt32
    /// Place in the table of looks.
    var look: UInt16
    /// Place in the table of marks; 0 for none.
    var marks: UInt16
  }

  var slots: [Slot]
  var looks: Looks
  var marks: [[Unicode.Scalar]] = [[]]

  /// A frame filled with blanks in the role `text`.
  public init(size: Size, sheet: StyleSheet) {
    self.size = size
    self.sheet = sheet
    looks = Looks(sheet: sheet)
    slots = Array(
      repeating: Slot(scalar: 0x20, look: 0, marks: 0), count: size.columns * size.rows)
  }

  /// The cell at a place; a blank outside of the frame.
  public subscript(_ point: Point) -> Cell {
    guard Rect(size).contains(point) else {
      return Cell(text: " ", style: looks[0].style, role: looks[0].role)
    }
    let slot = slots[point.row * size.columns + point.column]
    let look = looks[slot.look]
    return Cell(text: text(of: slot), style: look.style, role: look.role)
  }

  /// Writes on one row, clipped to `width` and to the frame; returns the columns used.
  ///
  /// With `over`, the text lies on that role, as on a cursor bar; the sheet says how the two go together.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, width: Int, role: Role, over: Role? = nil
  ) -> Int {
    guard (0..<size.rows).contains(point.row), width > 0, point.column < size.columns else { return 0 }
    let look = looks.index(of: role, over: over, sheet: sheet)
    let room = min(width, size.columns - point.column)
    if point.column >= 0, let used = writeASCII(text, at: point, room: room, look: look) { return used }
    var used = 0
    SafeText.each(text) { base, cellMarks, cellWidth in
      guard used < room else { return false }
      if used + cellWidth > room {
        put(" ", marks: [], width: 1, column: point.column + used, row: point.row, look: look)
        used += 1
        return false
      }
      put(base, marks: cellMarks, width: cellWidth, column: point.column + used, row: point.row, look: look)
      used += cellWidth
      return true
    }
    return used
  }

  /// Fills a rectangle with one character of one column.
  public mutating func fill(_ rect: Rect, role: Role, character: Character = " ") {
    let look = looks.index(of: role, over: nil, sheet: sheet)
    var shown: Unicode.Scalar = " "
    SafeText.each(String(character)) { base, _, width in
      if width == 1 { shown = base }
      return false
    }
    eachRow(of: rect) { frame, cells in
      frame.cutWide(at: cells.lowerBound)
      frame.cutWide(at: cells.upperBound)
      for index in cells { frame.slots[index] = Slot(scalar: shown.value, look: look, marks: 0) }
    }
  }

  /// Calls `body` with the range of slots of each row of a rectangle that lies within the frame.
  private mutating func eachRow(of rect: Rect, _ body: (inout Frame, Range<Int>) -> Void) {
    let left = max(0, rect.left)
    let right = min(size.columns, rect.right)
    guard left < right, max(0, rect.top) < min(size.rows, rect.bottom) else { return }
    for row in max(0, rect.top)..<min(size.rows, rect.bottom) {
      body(&self, row * size.columns + left..<row * size.columns + right)
    }
  }
}

extension Frame {
  /// Writes plain ASCII without looking at characters; `nil` when the text is something else.
  private mutating func writeASCII(_ text: String, at point: Point, room: Int, look: UInt16) -> Int? {
    let start = point.row * size.columns + point.column
    return text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
      let count = min(room, bytes.count)
      guard count > 0 else { return 0 }
      cutWide(at: start)
      cutWide(at: start + count)
      for index in 0..<count {
        slots[start + index] = Slot(scalar: UInt32(bytes[index]), look: look, marks: 0)
      }
      return count
    } ?? nil
  }

  private mutating func put(
    _ base: Unicode.Scalar, marks cellMarks: [Unicode.Scalar], width: Int, column: Int, row: Int, look: UInt16
  ) {
    guard column >= 0 else {
      // The visible half of a wide character that begins left of the frame.
      if column == -1, width == 2 { put(" ", marks: [], width: 1, column: 0, row: row, look: look) }
      return
    }
    let index = row * size.columns + column
    cutWide(at: index)
    cutWide(at: index + width)
    slots[index] = Slot(scalar: base.value, look: look, marks: place(of: cellMarks))
    if width == 2 { slots[index + 1] = Slot(scalar: 0, look: look, marks: 0) }
  }

  /// Blanks both halves of a wide character whose second half is at `index`, before a half is overwritten.
  private mutating func cutWide(at index: Int) {
    guard index < slots.count, slots[index].scalar == 0 else { return }
    for half in [index - 1, index] {
      slots[half].scalar = 0x20
      slots[half].marks = 0
    }
  }

  private mutating func place(of cellMarks: [Unicode.Scalar]) -> UInt16 {
    guard !cellMarks.isEmpty else { return 0 }
    if let known = marks.lastIndex(of: cellMarks) { return UInt16(known) }
    guard marks.count < Int(UInt16.max) else { return 0 }
    marks.append(cellMarks)
    return UInt16(marks.count - 1)
  }

  func text(of slot: Slot) -> String {
    guard slot.scalar != 0 else { return "" }
    var view = String.UnicodeScalarView()
    view.append(Unicode.Scalar(slot.scalar) ?? "\u{FFFD}")
    view.append(contentsOf: marks[Int(slot.marks)])
    return String(view)
  }
}
