// Names of keys, both ways, and scripts.

import TUI
import Testing

@Suite struct KeyTests {
  static let all: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ] + (1...12).map(Key.function) + "aZ5<>/ è€日\"\\-".map(Key.character)
    + "abcdefghijklmnopqrstuvwxyz \\]^_".map(Key.control) + "xX7<> -è\r\t\u{7F}".map(Key.alt)

  @Test(arguments: all) func `A name gives back its key`(key: Key) {
    #expect(Key(name: key.name) == key)
    #expect(Key.script(key.name) == [.key(key)])
    #expect(!key.label.isEmpty)
    #expect(key.asciiLabel.utf8.allSatisfy { $0 < 0x80 } || key.label == key.asciiLabel)
  }

  @Test(arguments: [
    ("<CR>", Key.enter), ("<Esc>", .escape), ("<C-L>", .control("l")), ("<c-space>", .control(" ")),
    ("<A-x>", .alt("x")), ("<M-X>", .alt("X")), ("<pgdn>", .pageDown), ("<f5>", .function(5)),
    ("<lt>", .character("<")), ("<Space>", .character(" ")), ("<", .character("<")),
  ]) func `Other spellings are understood`(name: String, key: Key) { #expect(Key(name: name) == key) }

  @Test(arguments: [
    "", " ", "ab", "<>", "<C->", "<C-1>", "<C-è>", "<X-a>", "<Nope>", "<F0>", "<F99>", "\u{1B}", "<C-ab>",
    "\n",
  ]) func `What is no key has no name`(name: String) { #expect(Key(name: name) == nil) }

  @Test func `Labels are short`() {
    #expect(Key.control("l").label == "Ctrl-L")
    #expect(Key.enter.label == "⏎")
    #expect(Key.enter.asciiLabel == "Enter")
    #expect(Key.up.label == "↑")
    #expect(Key.pageDown.label == "PgDn")
    #expect(Key.character(" ").label == "Space")
    #expect(Key.alt("x").label == "Alt-x")
    #expect(Key.control(" ").label == "Ctrl-Space")
  }

  @Test func `A script is keys by name and typed text`() {
    let typed = "venet".map { InputEvent.key(.character($0)) }
    let expected: [InputEvent] =
      [.key(.down), .key(.enter), .key(.character("/"))] + typed + [.key(.enter)]
    #expect(Key.script("<Down> <Enter> /  venet\n<Enter>") == expected)
    #expect(Key.script("a<Enter>") == [.key(.character("a")), .key(.enter)])
    #expect(Key.script("1 < 2") == "1<2".map { .key(.character($0)) })
    #expect(Key.script("") == [])
    #expect(Key.script("<Nope>") == nil)
  }
}
