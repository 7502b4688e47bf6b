// Moving about: cursor, columns, focus, pages, and the order in which Esc takes things back.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Moving")
struct MovingTests {
  private static let moves: [([Intent], String)] = [
    ([.moved(by: 1)], "beta"),
    ([.moved(by: 1), .moved(by: -1)], "alfa"),
    ([.moved(by: -1)], "alfa"),
    ([.movedToEnd], "senza"),
    ([.movedToEnd, .moved(by: 1)], "senza"),
    ([.movedToEnd, .movedToStart], "alfa"),
    ([.pageMoved(by: 1)], "vuoto"),
    ([.pageMoved(by: 9)], "senza"),
    ([.movedToEnd, .pageMoved(by: -1)], "seta"),
    ([.moved(by: .max)], "senza"),
    ([.movedToEnd, .moved(by: -.max)], "alfa"),
  ]

  @Test("the cursor moves by rows and pages and stays within them", arguments: moves)
  func moving(_ intents: [Intent], _ key: String) {
    var state = smallState()
    state.apply(intents)
    #expect(state.cursor(.clusters) == key)
  }

  @Test("members and programmes follow the cursor of the clusters")
  func followers() {
    var state = smallState()
    #expect(state.keys(.members) == ["poli", "zeta", "ovest"])
    state.apply([.moved(by: 1)])
    #expect(state.keys(.members) == ["poli", "ovest"])
    #expect(state.view(of: .members)?.title.owner == "Beta Energy")
    state.apply([.movedToEnd])
    #expect(state.keys(.members) == [])
  }

  @Test("a list of another owner begins afresh but keeps its order and column")
  func otherOwner() {
    var state = smallState()
    state.apply([.paneAsked(.members), .movedToEnd, .columnMoved(by: 1), .sortCycled])
    state.apply([.paneAsked(.clusters), .moved(by: 1)])
    let list = state.view(of: .members)?.list
    #expect(list?.key == nil)
    #expect(list?.column == 1)
    #expect(list?.sort == [SortOrder(column: "kind", isAscending: true)])
  }

  @Test("the column cursor stays within the columns on the screen")
  func columns() throws {
    var state = smallState()
    state.apply([.columnMoved(by: -1)])
    #expect(state.view(of: .clusters)?.list.column == 0)
    state.apply([.columnMoved(by: 99)])
    let view = try #require(state.view(of: .clusters))
    #expect(view.list.column == view.columns.count - 1)
    #expect(view.columns.allSatisfy { view.listing.headers[$0].place != .export })
  }

  @Test("Tab goes round the panes in both directions")
  func focus() {
    var state = smallState()
    let order: [PaneID] = [.members, .programmes, .clusters, .members]
    for pane in order {
      state.apply([.focusMoved(by: 1)])
      #expect(state.page.focus == pane)
    }
    for pane in order.reversed().dropFirst() {
      state.apply([.focusMoved(by: -1)])
      #expect(state.page.focus == pane)
    }
  }

  @Test("a number key focuses a pane of this page, or goes back to the dashboard for it")
  func asking() {
    var state = smallState()
    state.apply([.pageAsked(.regions), .paneAsked(.members)])
    #expect(state.page.kind == .dashboard)
    #expect(state.page.focus == .members)
    state.apply([.paneAsked(.clusters), .opened, .paneAsked(.members)])
    #expect(state.page.kind == .cluster("alfa"), "the page of a cluster has a members pane of its own")
    #expect(state.page.focus == .members)
  }

  @Test("opening goes cluster, member, other cluster; each Esc goes back to the row that was left")
  func trail() {
    var state = smallState()
    state.put(cursorOn: "beta")
    state.apply([.opened])
    #expect(state.page.kind == .cluster("beta"))
    state.apply([.paneAsked(.members), .opened])
    #expect(state.page.kind == .organisation("poli"))
    state.apply([.focusMoved(by: 1)])
    state.put(cursorOn: "alfa")
    state.apply([.opened])
    #expect(state.crumbs == ["Italy", "Beta Energy", "Politecnico di Città", "ALFA"])
    state.apply([.wentBack])
    #expect(state.page.kind == .organisation("poli"))
    #expect(state.cursor(.organisationClusters) == "alfa")
    state.apply([.wentBack])
    #expect(state.cursor(.members) == "poli")
    state.apply([.wentBack])
    #expect(state.page.kind == .dashboard)
    #expect(state.cursor(.clusters) == "beta")
  }

  @Test("Esc first clears the typed filter, then the zoom, then a crumb, then says that this is the start")
  func escOrder() {
    var state = smallState()
    state.apply([.opened, .paneAsked(.members), .zoomed, .filterAsked, .typed("poli"), .confirmed])
    #expect(state.keys(.members) == ["poli"])
    state.apply([.wentBack])
    #expect(state.keys(.members).count == 3)
    #expect(state.page.isZoomed)
    state.apply([.wentBack])
    #expect(!state.page.isZoomed)
    #expect(state.trail.count == 2)
    state.apply([.wentBack])
    #expect(state.trail.count == 1)
    #expect(state.message == nil)
    state.apply([.wentBack])
    #expect(state.message?.isRefusal == true)
    #expect(state.message?.text.contains("q quits") == true)
  }

  @Test("a page that is asked for twice is one crumb, and pages replace each other")
  func pages() {
    var state = smallState()
    state.apply([.pageAsked(.labels), .pageAsked(.labels)])
    #expect(state.trail.map(\.kind) == [.dashboard, .labels])
    state.apply([.pageAsked(.calls)])
    #expect(state.trail.map(\.kind) == [.dashboard, .calls])
    state.apply([.pageAsked(.dashboard)])
    #expect(state.trail.map(\.kind) == [.dashboard])
  }

  @Test("the trail keeps its beginning however far one drills")
  func longTrail() {
    var state = smallState()
    state.put(cursorOn: "beta")
    state.apply([.opened])
    for _ in 0..<100 {
      state.apply([.paneAsked(.members), .opened, .focusMoved(by: 1), .moved(by: 1), .opened])
    }
    #expect(state.trail.count <= 64)
    #expect(state.trail[0].kind == .dashboard)
  }

  @Test("opening what has nothing behind it is refused with words")
  func nothingBehind() {
    var state = smallState()
    state.apply([.opened, .opened])
    #expect(state.message?.text == "Nothing lies behind this line.")
    state.apply([.pageAsked(.problems), .opened])
    #expect(state.message?.isRefusal == true)
    state.apply([.pageAsked(.dashboard)])
    state.put(cursorOn: "vuoto")
    state.apply([.paneAsked(.members), .opened])
    #expect(state.message?.text == "Nothing to open here.")
  }

  @Test("entering a region filters by it and goes to the clusters")
  func region() {
    var state = smallState()
    state.apply([.pageAsked(.regions)])
    state.put(cursorOn: "ITH3")
    state.apply([.opened])
    #expect(state.page.kind == .dashboard)
    #expect(state.shown == ["alfa", "lungo", "evil"])
    #expect(state.crumbs == ["Italy", "Veneto", "regions", "clusters"])
  }

  @Test("a first click puts the cursor on a row, a second one opens it")
  func clicking() {
    var state = smallState()
    state.apply([.clicked(.members, row: 2)])
    #expect(state.page.focus == .members)
    #expect(state.cursor(.members) == "ovest")
    #expect(state.trail.count == 1)
    state.apply([.clicked(.members, row: 2)])
    #expect(state.page.kind == .organisation("ovest"))
    state.apply([.wentBack, .clicked(.clusters, row: 99)])
    #expect(state.page.focus == .clusters)
    state.apply([.paneClicked(.programmes), .paneClicked(.labels)])
    #expect(state.page.focus == .programmes, "a pane of another page cannot be focused")
  }

  @Test("the wheel moves the pane under it and leaves the focus")
  func wheel() {
    var state = smallState()
    state.apply([.scrolled(.members, by: 3)])
    #expect(state.cursor(.members) == "ovest")
    #expect(state.page.focus == .clusters)
  }

  @Test("a change of height keeps the cursor in sight")
  func heights() throws {
    var state = smallState()
    state.apply([.movedToEnd, .laidOut(rows: [.clusters: 2], columns: [:])])
    var view = try #require(state.view(of: .clusters))
    #expect(view.offset == 5)
    state.apply([.laidOut(rows: [.clusters: 50], columns: [:])])
    view = try #require(state.view(of: .clusters))
    #expect(view.offset == 0)
    #expect(state.cursor(.clusters) == "senza")
  }
}
