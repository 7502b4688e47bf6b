// The writers on awkward values: quotes, line feeds, control codes, wide letters, numbers, nothing.

import Testing
import ViewModels

@testable import distretto

@Suite("Writers of rows")
struct CommandLineWriterTests {
  private let awkward = RowTable(
    ["name", "count"],
    [
      [TableCell("a \"b\", c"), TableCell([Run("1,234")], value: .number(1234))],
      [TableCell("line\none\u{1B}[31m\0"), TableCell([Run("≈ 0.5")], value: .number(0.5))],
      [TableCell("日本|*x*"), TableCell(nil)],
    ], numbers: ["count"])

  @Test func csvQuotesWhatMustBe() {
    #expect(
      OutputFormat.csv.text(awkward)
        == "name,count\n\"a \"\"b\"\", c\",1234\n\"line\none\u{1B}[31m\0\",0.5\n日本|*x*,\n")
  }

  @Test func csvOnATerminalObeysNothing() {
    let text = OutputFormat.csv.text(awkward, for: Destination(isTerminal: true, columns: nil))
    #expect(text.contains("line␊one␛[31m␀,0.5\n"))
  }

  @Test func csvOfOneEmptyFieldIsARow() {
    #expect(
      OutputFormat.csv.text(RowTable(["a"], [[TableCell(nil)], [TableCell(" b")]])) == "a\n\"\"\n\" b\"\n")
  }

  @Test func csvQuotesCarriageReturns() {
    #expect(CSVWriter.field("a\r\nb") == "\"a\r\nb\"")
    #expect(CSVWriter.field("a\rb") == "\"a\rb\"")
    #expect(CSVWriter.field("") == "")
  }

  @Test func jsonEscapesControlsAndKeepsNumbers() {
    #expect(
      OutputFormat.ndjson.text(awkward) == #"""
        {"name": "a \"b\", c", "count": 1234}
        {"name": "line\none\u001b[31m\u0000", "count": 0.5}
        {"name": "日本|*x*", "count": null}

        """#)
  }

  @Test func jsonIsAnArrayWithARowOnEachLine() {
    let text = OutputFormat.json.text(RowTable(["a"], [[TableCell("x")], [TableCell(nil)]]))
    #expect(text == "[\n  {\"a\": \"x\"},\n  {\"a\": null}\n]\n")
    #expect(OutputFormat.json.text(RowTable(["a"], [])) == "[]\n")
  }

  @Test(arguments: [
    ("\u{7F}", #""\u007f""#), ("\u{9B}", #""\u009b""#), ("\u{202E}", #""\u202e""#),
    ("\u{2028}", #""\u2028""#),
    ("\u{E0041}", #""\udb40\udc41""#), ("\\", #""\\""#), ("è😀", "\"è😀\""), ("\r\n\t", #""\r\n\t""#),
  ])
  func jsonStringsHoldNothingThatATerminalObeys(text: String, json: String) {
    #expect(JSON.quoted(text) == json)
  }

  @Test(arguments: [
    (140.0, "140"), (-3.0, "-3"), (9e9, "9000000000"), (361_312.94, "361312.94"), (0.1, "0.1"), (-0.0, "0"),
  ])
  func numbersArePlainWhateverTheLocale(number: Double, text: String) {
    #expect(PlainValue.number(number) == text)
  }

  @Test func whatIsNoNumberIsMissing() {
    #expect(JSON.number(.nan).compact == "null")
    #expect(PlainValue.text(.number(.infinity)) == "")
  }

  @Test func tablesAlignByDisplayWidth() {
    #expect(
      OutputFormat.table.text(awkward) == """
        NAME            COUNT
        a "b", c        1,234
        line␊one␛[31m␀  ≈ 0.5
        日本|*x*            –

        """)
  }

  @Test func tablesAreCutOnlyOnNarrowTerminals() {
    let table = RowTable(["name", "n"], [[TableCell("a long name of a cluster"), TableCell("12")]])
    #expect(OutputFormat.table.text(table).contains("a long name of a cluster  12\n"))
    let narrow = OutputFormat.table.text(table, for: Destination(isTerminal: true, columns: 14))
    #expect(narrow == "NAME        N\na long na…  12\n")
  }

  @Test func markdownEscapesMarkup() {
    #expect(
      OutputFormat.markdown.text(awkward) == #"""
        | NAME | COUNT |
        | --- | --: |
        | a "b", c | 1,234 |
        | line␊one␛\[31m␀ | ≈ 0.5 |
        | 日本\|\*x\* | – |

        """#)
  }

  @Test func nothingForPeopleWhenThereIsNoRow() {
    let none = RowTable(["a"], [])
    #expect(OutputFormat.table.text(none) == "")
    #expect(OutputFormat.markdown.text(none) == "")
    #expect(OutputFormat.ndjson.text(none) == "")
    #expect(OutputFormat.csv.text(none) == "a\n")
  }

  @Test func prettyJSONKeepsShallowObjectsOnOneLine() {
    let json = JSON.object([("a", .array([.object([("b", .null)])])), ("c", .flag(true)), ("d", .array([]))])
    #expect(json.pretty() == "{\n  \"a\": [\n    {\"b\": null}\n  ],\n  \"c\": true,\n  \"d\": []\n}")
  }
}
