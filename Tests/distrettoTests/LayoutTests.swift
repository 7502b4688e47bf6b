// Where the panes go: at any size within the screen, beside or under each other without gap or overlap.

import ClusterDomain
import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Layout")
struct LayoutTests {
  private static let columns = [40, 59, 60, 80, 99, 100, 120, 250]
  private static let rows = [10, 13, 14, 15, 16, 17, 24, 30, 80]
  private static let kinds: [PageKind] = [
    .dashboard, .labels, .calls, .programmes, .organisations, .context, .cluster("a"), .organisation("a"),
  ]

  /// Every page with every focus, zoomed and not, at every size.
  private func each(_ body: (Layout, Page, Size) throws -> Void) rethrows {
    for columns in Self.columns {
      for rows in Self.rows {
        for kind in Self.kinds {
          for focus in kind.panes {
            for isZoomed in [false, true] {
              var page = Page(kind)
              page.focus = focus
              page.isZoomed = isZoomed
              let size = Size(columns: columns, rows: rows)
              try body(Layout(size: size, page: page), page, size)
            }
          }
        }
      }
    }
  }

  @Test("the parts of a page cover the screen exactly once")
  func covering() {
    each { layout, page, size in
      let parts = [layout.top, layout.strip, layout.detail, layout.hints] + layout.panes.map(\.rect)
      var covered = Array(repeating: 0, count: size.columns * size.rows)
      for part in parts where !part.isEmpty {
        #expect(part.left >= 0 && part.top >= 0 && part.right <= size.columns && part.bottom <= size.rows)
        for row in part.top..<part.bottom {
          for column in part.left..<part.right { covered[row * size.columns + column] += 1 }
        }
      }
      #expect(covered.allSatisfy { $0 == 1 }, "\(page.kind) \(page.focus) at \(size)")
    }
  }

  @Test("the focused pane is always seen, with room for its border, its header and a row")
  func focused() {
    each { layout, page, size in
      let pane = layout.panes.first { $0.id == page.focus }
      #expect((pane?.rect.size.rows ?? 0) >= 4, "\(page.kind) \(page.focus) at \(size)")
      #expect((pane?.rect.size.columns ?? 0) >= 40)
    }
  }

  @Test("only panes of the page are shown, each once, in their order")
  func order() {
    each { layout, page, _ in
      let shown = layout.panes.map(\.id)
      #expect(shown == page.kind.panes.filter(shown.contains))
    }
  }

  @Test("three panes from 100 columns on, stacked from 60, one below; one when zoomed")
  func counts() {
    each { layout, page, size in
      let all = page.kind.panes.count
      if page.isZoomed || size.columns < 60 {
        #expect(layout.panes.count == 1)
      } else if size.columns >= 100 {
        #expect(layout.panes.count == all)
      } else {
        #expect(layout.panes.count <= all)
        #expect(Set(layout.panes.map(\.rect.left)) == [0], "stacked")
        if size.rows >= 30 { #expect(layout.panes.count == all) }
      }
    }
  }

  @Test("a stacked focused pane is the tallest, the others keep five lines each")
  func tallest() {
    each { layout, page, size in
      guard (60..<100).contains(size.columns), let pane = layout.panes.first(where: { $0.id == page.focus })
      else { return }
      let others = layout.panes.filter { $0.id != page.focus }.map(\.rect.size.rows)
      #expect(others.allSatisfy { $0 == 5 && $0 <= pane.rect.size.rows }, "\(page.kind) at \(size)")
    }
  }

  @Test("the heights told to the state are the rows that fit between borders and header")
  func heights() {
    each { layout, page, size in
      for pane in layout.panes {
        let lines = pane.rect.size.rows - (Panes[pane.id].hasHeader ? 3 : 2)
        #expect(layout.heights[pane.id] == max(1, lines))
      }
      #expect(layout.heights.count == layout.panes.count)
    }
  }
}
