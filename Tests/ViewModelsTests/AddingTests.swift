// What a user adds: keys ask for it, and the state shows it only once the notebook has it.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Adding")
struct AddingTests {
  private func watching(_ clusters: ID<Cluster>...) -> Additions {
    Additions(
      clusters.enumerated().map { number, cluster in
        Entry(number: Int64(number), day: today, content: .watch(cluster))
      })
  }

  @Test("w asks the notebook, and a star stands there once it is on the disk")
  func watch() {
    var state = smallState()
    #expect(state.apply([.watchToggled]) == [.add(.watch("alfa"))])
    #expect(state.additions.watched.isEmpty)
    #expect(state.message == nil)
    state.apply([.added(.watched("alfa"), watching("alfa"))])
    #expect(state.message?.text == "ALFA is watched; f w shows all that are.")
    let name = state.view(of: .clusters).flatMap { view in
      view.listing.headers.firstIndex { $0.id == "name" }.map { view.listing.cell(row: 0, column: $0) }
    }
    #expect(name?.text.hasPrefix("★ ") == true)
    #expect(name?.value.plain.hasPrefix("Àlfa") == true)
    state.apply([.added(.unwatched("alfa"), Additions())])
    #expect(state.message?.text == "ALFA is no longer watched.")
  }

  @Test("the cluster of any row, or of the page, can be watched; what is none is refused")
  func subjects() {
    var state = smallState()
    #expect(state.apply([.pageAsked(.labels), .watchToggled]) == [.add(.watch("beta"))])
    #expect(state.apply([.opened, .watchToggled]) == [.add(.watch("beta"))])
    #expect(
      state.apply([.pageAsked(.calls), .focusMoved(by: 1), .moved(by: 1), .watchToggled])
        == [.add(.watch("beta"))])
    #expect(state.apply([.pageAsked(.regions), .watchToggled]).isEmpty)
    #expect(state.message?.isRefusal == true)
    #expect(state.apply([.noteAsked]).isEmpty)
    #expect(state.overlay == nil)
  }

  @Test("a note is typed on the bottom line; nothing typed is no note")
  func note() {
    var state = smallState()
    state.apply([.noteAsked, .typed("call them "), .typed("soon  ")])
    #expect(state.overlay == .prompt(Prompt(.note("alfa"), "call them soon  ")))
    #expect(state.apply([.confirmed]) == [.add(.note("alfa", "call them soon"))])
    #expect(state.overlay == nil)
    #expect(state.apply([.noteAsked, .typed("  "), .confirmed]).isEmpty)
    state.apply([.noteAsked, .typed(String(repeating: "x", count: 2000)), .typed("y")])
    #expect(state.overlay == .prompt(Prompt(.note("alfa"), String(repeating: "x", count: 2000))))
    #expect(state.message?.isRefusal == true)
    state.apply([.cancelled])
    state.apply([.noteAsked, .typed("ab"), .erased, .erased, .erased])
    #expect(state.overlay == nil)
    let note = Entry.Content.note("alfa", "call them soon")
    let additions = Additions([Entry(number: 1, day: today, content: note)])
    state.apply([.added(.entered(note), additions), .opened])
    let facts = state.view(of: .clusterFacts)?.listing
    let texts = (0..<(facts?.count ?? 0)).compactMap { facts?.cell(row: $0, column: 1).text }
    #expect(texts.contains("call them soon"))
  }

  @Test("the watch list is a filter, and follows what others write")
  func filter() {
    var state = smallState()
    state.apply([.additionsRead(watching("beta", "seta"))])
    state.set(Clause(.watch, ["watched"]))
    #expect(state.shown == ["beta", "seta"])
    state.apply([.additionsRead(watching("seta"))])
    #expect(state.shown == ["seta"])
    state.set(Clause(.watch, ["not watched"]))
    #expect(!state.shown.contains("seta") && state.shown.count == 6)
  }

  @Test("leaving waits for what is on its way, and a note that did not arrive is there again")
  func underway() {
    var state = smallState()
    state.apply([.noteAsked, .typed("soon"), .confirmed])
    #expect(state.apply([.quitAsked]).isEmpty)
    state.apply([.notAdded("The disk is full.")])
    #expect(state.overlay == .prompt(Prompt(.note("alfa"), "soon")))
    state.apply([.cancelled])
    #expect(state.apply([.quitAsked]) == [.quit])
  }

  @Test("what could not be added is said and shown nowhere")
  func failure() {
    var state = smallState()
    state.apply([.watchToggled, .notAdded("Nothing was added. The disk is full.")])
    #expect(state.message?.isRefusal == true)
    #expect(state.additions == Additions())
  }

  @Test(
    "taking back says what was taken back",
    arguments: [
      (AdditionResult.undone(.note("alfa", "soon")), "The note at ALFA is taken back."),
      (.undone(.watch("alfa")), "ALFA is no longer watched."),
      (.undone(.watch("beta")), "Beta Energy is watched again."),
      (.nothingToUndo, "There is nothing to take back."),
    ])
  func undo(_ result: AdditionResult, _ words: String) {
    var state = smallState()
    #expect(state.apply([.undoAsked]) == [.add(.undo(nil))])
    state.apply([.added(result, watching("beta"))])
    #expect(state.message?.text == words)
  }
}
