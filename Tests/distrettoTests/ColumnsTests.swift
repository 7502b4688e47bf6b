// The columns of a table: never wider than the pane, never over each other, dropped in order of rank.

import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Columns")
struct ColumnsTests {
  private static let keys = ["1", "2", "3", "4", "5", "6", "7", "8", "s", "4 <Right> <Right> s"]
  private static let widths = Array(1...20) + stride(from: 22, through: 220, by: 6)

  private struct Fitted: Sendable {
    let view: PaneView
    let slots: [Columns.Slot]
    let width: Int

    /// Whether the column under the cursor is among those that do not give way.
    var isResting: Bool { view.list.column == nil }

    /// A column's header.
    func header(_ index: Int) -> ColumnHeader { view.listing.headers[index] }
  }

  /// The focused pane of several pages, fitted into many widths.
  private static let fitted = Result {
    try keys.flatMap { keys in
      var session = try StorySession()
      session.press(keys)
      guard let view = session.focused else { return [Fitted]() }
      return widths.map {
        Fitted(view: view, slots: Columns(view, width: $0).slots, width: $0)
      }
    }
  }

  private func each(_ body: (PaneView, Fitted, Int) throws -> Void) throws {
    let all = try Self.fitted.get()
    #expect(all.count == Self.keys.count * Self.widths.count)
    for one in all { try body(one.view, one, one.width) }
  }

  @Test("columns stay within the pane, in their order, with a gap between them")
  func within() throws {
    try each { view, columns, width in
      let slots = columns.slots
      #expect(!slots.isEmpty)
      #expect(slots.allSatisfy { $0.start >= 0 && $0.width >= 0 && $0.width <= width })
      #expect(slots.map(\.index) == slots.map(\.index).sorted())
      for (left, right) in zip(slots, slots.dropFirst()) {
        #expect(left.start + left.width + Columns.gap <= right.start)
      }
      if let last = slots.last, last.width > 0 { #expect(last.start + last.width <= width, "\(width)") }
    }
  }

  @Test("what is dropped has no lower rank than what stays, and rank 0 always stays")
  func ranks() throws {
    try each { view, columns, width in
      // Where the cursor stands on a column that gives way, the columns scroll and ranks do not count.
      guard columns.isResting else { return }
      let kept = Set(columns.slots.map(\.index))
      let ranks = view.columns.map { ($0, view.listing.headers[$0].width.rank) }
      let highestKept = ranks.filter { kept.contains($0.0) }.map(\.1).max() ?? 0
      for (index, rank) in ranks where !kept.contains(index) {
        #expect(rank >= highestKept, "\(view.listing.headers[index].id) of \(view.id) at \(width)")
      }
      #expect(ranks.allSatisfy { $0.1 > 0 || kept.contains($0.0) })
    }
  }

  @Test("a wider pane shows no fewer columns")
  func growing() throws {
    var former: (id: PaneID, count: Int)?
    try each { view, columns, width in
      guard columns.isResting else { return }
      if width > 1, let former, former.id == view.id {
        #expect(columns.slots.count >= former.count, "\(view.id) at \(width)")
      }
      former = (view.id, columns.slots.count)
    }
  }

  @Test("the name keeps three eighths of a narrow pane, and every shown column some room")
  func room() throws {
    try each { view, columns, width in
      guard width >= 40 else { return }
      for slot in columns.slots {
        #expect(slot.width >= 3, "\(view.listing.headers[slot.index].id) of \(view.id) at \(width)")
      }
      let name = columns.slots.first { view.listing.headers[$0.index].width.takesRest }
      #expect((name?.width ?? 0) >= 12, "\(view.id) at \(width)")
    }
  }

  @Test("the column that is sorted by has room for its arrow")
  func arrow() throws {
    var session = try StorySession(200, 60)
    session.press("<Right> s")
    session.expectText("REGION ▲1")
    session.press("s")
    session.expectText("REGION ▼1")
    session.press("<Left> +")
    session.expectText("NAME ▲2")
    session.press("+")
    session.expectText("NAME ▼2")
    session.expectText("REGION ▼1")
    session.press("<Right> + <Left>")
    session.expectText("NAME ▼1")
    session.expectNoText("REGION ▼")
  }

  @Test("a pane without rows has columns for its headers")
  func empty() throws {
    var session = try StorySession()
    session.press("r molise <Enter>")
    let view = try #require(session.focused)
    #expect(view.listing.count == 0)
    #expect(!Columns(view, width: 60).slots.isEmpty)
  }
}
