// The key table checks itself: no key twice, words for every binding, every key of the design is bound.

import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Key table")
struct KeymapTests {
  @Test("no key has two meanings in one mode")
  func once() {
    for mode in Mode.allCases where mode != .menu {
      expectDistinct(Keymap.bindings.filter { $0.mode == mode })
    }
    for menu in [Menu.facets, .copy] { expectDistinct(Keymap.menuBindings(menu)) }
  }

  private func expectDistinct(_ bindings: [Binding], _ location: SourceLocation = #_sourceLocation) {
    let keys = bindings.flatMap(\.keys)
    let twice = Dictionary(grouping: keys, by: \.self).filter { $0.value.count > 1 }.map(\.key.name)
    #expect(twice == [], sourceLocation: location)
    #expect(!bindings.isEmpty, sourceLocation: location)
  }

  @Test("every binding has a key, a hint of few words and a help line that begins with a capital")
  func words() {
    for binding in Keymap.bindings {
      #expect(!binding.keys.isEmpty)
      #expect(!binding.hint.isEmpty && binding.hint.count <= 12, "\(binding.help)")
      #expect(binding.help.first?.isUppercase == true, "\(binding.help)")
      #expect(!binding.help.hasSuffix("."))
    }
  }

  @Test("every mode but the menus shows hints, ranks are distinct save for those that always stay")
  func hints() {
    for mode in Mode.allCases where mode != .menu {
      let ranks = Keymap.bindings.filter { $0.mode == mode }.compactMap(\.rank)
      #expect(!ranks.isEmpty, "\(mode)")
      let ranked = ranks.filter { $0 > 0 }
      #expect(Set(ranked).count == ranked.count, "\(mode)")
    }
  }

  @Test("help and quit always keep their place in the bottom line", arguments: [40, 60, 80, 120, 200])
  func fixedHints(_ columns: Int) throws {
    let session = try StorySession(columns, 24)
    let last = session.rows[23]
    #expect(last.contains("? help"))
    #expect(last.contains("q quit"))
  }

  private static let designKeys: [(String, Intent)] = [
    ("<Up>", .moved(by: -1)), ("k", .moved(by: -1)), ("<Down>", .moved(by: 1)), ("j", .moved(by: 1)),
    ("<PageUp>", .pageMoved(by: -1)), ("<PageDown>", .pageMoved(by: 1)), ("g", .movedToStart),
    ("G", .movedToEnd), ("<Enter>", .opened), ("<Esc>", .wentBack), ("<Backspace>", .wentBack),
    ("<Left>", .columnMoved(by: -1)), ("h", .columnMoved(by: -1)), ("<Right>", .columnMoved(by: 1)),
    ("l", .columnMoved(by: 1)), ("<Tab>", .focusMoved(by: 1)), ("<S-Tab>", .focusMoved(by: -1)),
    ("1", .paneAsked(.clusters)), ("2", .paneAsked(.members)), ("3", .paneAsked(.programmes)),
    ("4", .pageAsked(.labels)), ("5", .pageAsked(.regions)), ("6", .pageAsked(.calls)), ("z", .zoomed),
    ("/", .filterAsked), ("r", .facetAsked(.region)), ("f", .facetMenuAsked), ("=", .cellFilterAsked),
    ("x", .lastClauseDropped), ("X", .clausesDropped), ("s", .sortCycled), ("+", .sortAdded),
    ("a", .asOfAsked), ("[", .asOfMoved(months: -1)), ("]", .asOfMoved(months: 1)),
    ("{", .asOfMoved(months: -12)), ("}", .asOfMoved(months: 12)), ("o", .sourceAsked),
    ("y", .copyMenuAsked), ("p", .pageAsked(.problems)), (":", .commandsAsked([])), ("T", .themesAsked),
    ("?", .helpAsked), ("M", .mouseToggled), ("<C-l>", .repaintAsked), ("<C-z>", .suspendAsked),
    ("m", .rowMarked), ("c", .columnsAsked), ("#", .jumpAsked),
    ("F", .frequencyAsked), ("q", .quitAsked), ("<C-c>", .quitAsked),
  ]

  @Test("the keys of the design mean what the design says", arguments: designKeys)
  func design(_ name: String, _ intent: Intent) throws {
    let key = try #require(Key(name: name))
    #expect(Keymap.intent(for: key, in: .normal, menu: nil) == intent)
  }

  @Test(
    "f is followed by a facet",
    arguments: [("r", Facet.region), ("l", .label), ("s", .sector), ("k", .kind), ("p", .programme)])
  func facets(_ key: String, _ facet: Facet) throws {
    #expect(Keymap.intent(for: try #require(Key(name: key)), in: .menu, menu: .facets) == .facetAsked(facet))
  }

  @Test("y is followed by what is copied")
  func copies() {
    #expect(Set(Keymap.copies.map(\.intent)) == Set(CopyKind.allCases.map { Intent.copied($0) }))
  }

  @Test("where is typed, a character that is not bound is typed", arguments: [Mode.filter, .picker, .prompt])
  func typing(_ mode: Mode) {
    for character in "qjkx? é絹" {
      #expect(Keymap.intent(for: .character(character), in: mode, menu: nil) == .typed(String(character)))
    }
    #expect(Keymap.intent(for: .function(5), in: mode, menu: nil) == nil)
    #expect(Keymap.intent(for: .alt("x"), in: mode, menu: nil) == nil)
  }

  @Test("Ctrl-C quits and Ctrl-Z suspends in every mode that takes keys", arguments: Mode.allCases)
  func always(_ mode: Mode) {
    guard mode != .menu else { return }
    #expect(Keymap.intent(for: .control("c"), in: mode, menu: nil) == .quitAsked)
    #expect(Keymap.intent(for: .control("z"), in: mode, menu: nil) == .suspendAsked)
  }

  @Test(
    "the help lists every binding with its keys, in Unicode and in ASCII",
    arguments: [Glyphs.unicode, .ascii])
  func help(_ glyphs: Glyphs) {
    let lines = HelpText.lines(glyphs: glyphs).map { $0.map(\.0) }
    for binding in Keymap.bindings {
      let keys = HelpText.keys(of: binding, ascii: glyphs == .ascii)
      #expect(
        lines.contains { $0.count == 2 && $0[0].hasPrefix("\(keys) ") && $0[1] == binding.help }, "\(keys)")
    }
    for group in Binding.Group.allCases { #expect(lines.contains([group.rawValue])) }
    if glyphs == .ascii { #expect(lines.joined().allSatisfy { $0.allSatisfy(\.isASCII) }) }
  }

  @Test("no help line is cut at 80 columns")
  func helpWidth() {
    for line in HelpText.lines(glyphs: .unicode) {
      #expect(line.reduce(0) { $0 + Width.of($1.0) } <= 74, "\(line.map(\.0))")
    }
  }

  @Test("the palette offers what keys do, save plain moving and itself")
  func palette() {
    let commands = Keymap.commands
    #expect(Set(commands.map(\.id)).count == commands.count)
    #expect(commands.allSatisfy { $0.intent != nil && !$0.detail.isEmpty })
    let offered = Set(commands.compactMap(\.intent))
    for binding in Keymap.bindings where binding.mode == .normal && binding.group != .move {
      if case .commandsAsked = binding.intent { continue }
      #expect(offered.contains(binding.intent), "\(binding.help)")
    }
    #expect(offered.isSuperset(of: Keymap.facets.map(\.intent)))
    #expect(!offered.contains(.moved(by: 1)))
  }
}
