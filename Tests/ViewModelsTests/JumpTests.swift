// Going to a row by number or share: what is understood, what is beyond the list, what is no row.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Jumping")
struct JumpTests {
  @Test(
    "numbers and shares lead to rows",
    arguments: [
      ("1", RowText.Place.row(0)), ("7", .row(6)), ("8", .outside), ("0", .outside), ("0%", .row(0)),
      ("50%", .row(3)), ("50 %", .row(3)), ("100%", .row(6)), ("101%", .outside), ("", .unclear),
      ("%", .unclear), ("-1", .unclear), ("1.5", .unclear), ("x", .unclear), ("٣", .unclear),
      ("99999999999999999999999", .outside), ("99999999999999999999999%", .outside), ("5%%", .unclear),
    ])
  func places(_ typed: String, _ place: RowText.Place) {
    #expect(RowText.place(typed, among: 7) == place)
  }

  @Test("an empty list has no row to go to", arguments: ["1", "0%", "100%"])
  func empty(_ typed: String) {
    #expect(RowText.place(typed, among: 0) == .outside)
    var state = smallState()
    state.set(Clause(.region, ["ITC2"]))
    state.apply([.jumpAsked])
    #expect(state.overlay == nil)
    #expect(state.message?.text == "There is no row to go to.")
  }

  @Test("what was typed is gone to, and the cursor follows the entity there")
  func going() {
    var state = smallState()
    state.apply([.jumpAsked, .typed("3"), .confirmed])
    #expect(state.overlay == nil)
    #expect(state.cursor(.clusters) == state.keys(.clusters)[2])
    state.apply([.jumpAsked, .typed("100%"), .confirmed])
    #expect(state.cursor(.clusters) == state.keys(.clusters).last)
    state.apply([.jumpAsked, .confirmed])
    #expect(state.overlay == nil)
  }

  @Test("what leads nowhere is refused with words and can be mended")
  func refused() {
    var state = smallState()
    state.apply([.jumpAsked, .typed("12"), .confirmed])
    #expect(state.message?.text == "There is no row 12: the rows are 1 to 7.")
    #expect(state.overlay == .prompt(Prompt(.jump, "12")))
    state.apply([.erased, .erased, .typed("x"), .confirmed])
    #expect(state.message?.text == "\"x\" is no row: write a number such as 120, or a share such as 50%.")
    state.apply([.erased, .typed("120%"), .confirmed])
    #expect(state.message?.text == "120% is beyond the end of the list; 100% is its last row.")
    state.apply([.cancelled])
    #expect(state.overlay == nil)
    state.apply([.jumpAsked, .erased])
    #expect(state.overlay == nil)
  }

  @Test("in a list of millions the row is gone to at once")
  func vast() {
    let rows = VastRows(rows: 5_000_000)
    var state = smallState()
    state.show(rows)
    _ = rows.asked()
    state.apply([.jumpAsked, .typed("4000000"), .confirmed])
    #expect(state.cursor(.clusters) == "row 3999999")
    #expect(rows.asked() < 50)
  }
}
