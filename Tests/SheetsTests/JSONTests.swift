// JSON and NDJSON in all the shapes in which rows come.

import Testing

@testable import Sheets

@Suite struct JSONTests {
  private func read(_ text: String, ending: String = "json", _ options: ReadingOptions = ReadingOptions())
    throws -> ReadTable
  {
    try ReadTable(text, ending: ending, options)
  }

  @Test func anArrayOfObjectsIsRows() throws {
    let table = try read("[{\"a\": 1, \"b\": \"x\"}, {\"b\": null, \"c\": true}, {}]")
    #expect(table.header == ["a", "b", "c"])
    #expect(table.rows == [["1", "x"], [nil, nil, "true"], []])
    #expect(table.description.summary == "JSON, utf-8")
  }

  @Test func numbersStayAsTheyAreWritten() throws {
    let table = try read(
      "[{\"a\": 1.50, \"b\": -0, \"c\": 1E+05, \"d\": 12345678901234567890123, \"e\": NaN}]")
    #expect(table.rows == [["1.50", "-0", "1E+05", "12345678901234567890123", "NaN"]])
  }

  @Test func objectsInsideHaveDottedNames() throws {
    let table = try read("[{\"a\":{\"b\":{\"c\":1},\"d\":[1, {\"x\" : \"y z\"}]},\"e\":{}}]")
    #expect(table.header == ["a.b.c", "a.d", "e"])
    #expect(table.rows == [["1", "[1,{\"x\":\"y z\"}]", "{}"]])
  }

  @Test func whatLiesDeeperStaysText() throws {
    let table = try read("[{\"a\":{\"b\":{\"c\":{\"d\":{\"e\": {\"f\": 1}}}}}}]")
    #expect(table.header == ["a.b.c.d.e"])
    #expect(table.rows == [["{\"f\":1}"]])
  }

  @Test func escapesAreResolved() throws {
    let table = try read(
      #"[{"a":"\"\\\/\b\f\n\r\t\u00e8\uD83D\uDE00","b":"\ud800x\udc00","c":"\ud83d\ud83d\ude00"}]"#)
    #expect(table.rows == [["\"\\/\u{8}\u{C}\n\r\tè😀", "\u{FFFD}x\u{FFFD}", "\u{FFFD}😀"]])
  }

  @Test func namesThatComeTwiceAreBothKept() throws {
    let table = try read("[{\"a\":1,\"a\":2,\"a\":3},{\"a\":4,\"a (2)\":5,\"a\":6}]")
    #expect(table.header == ["a", "a (2)", "a (3)", "a (2) (2)"])
    #expect(table.rows == [["1", "2", "3"], ["4", "5", nil, "6"]])
  }

  @Test func membersMayComeInAnyOrder() throws {
    let table = try read("[{\"a\":1,\"b\":2,\"c\":3},{\"c\":\"six\",\"a\":\"four\",\"b\":null},{\"b\":8}]")
    #expect(table.rows == [["1", "2", "3"], ["four", nil, "six"], [nil, "8"]])
  }

  @Test func theArrayInsideAnObjectIsFound() throws {
    let text =
      "{\"total\": 2, \"help\": {\"url\": \"x\"}, \"records\": [{\"a\":1},{\"a\":2}], \"more\": [1,2]}"
    let table = try read(text)
    #expect(table.rows == [["1"], ["2"]])
    #expect(table.description.sheet == "records")
    #expect(table.description.summary == "JSON, rows of records, utf-8")
  }

  @Test func theLargerOfTwoArraysIsTakenUnlessToldOtherwise() throws {
    let text = "{\"result\":{\"fields\":[{\"id\":\"x\"}],\"records\":[{\"a\":1},{\"a\":2},{\"a\":3}]}}"
    #expect(try read(text).description.sheet == "result.records")
    #expect(try read(text).description.sheets == ["result.records", "result.fields"])
    #expect(try read(text, ReadingOptions(sheet: "result.fields")).rows == [["x"]])
    let error = sheetError { _ = try read(text, ReadingOptions(sheet: "other")) }
    #expect(error?.advice == "choose one of: result.records, result.fields")
  }

  @Test func anObjectOfObjectsIsRowsWithTheirNames() throws {
    let table = try read("{\"it\":{\"n\":1,\"l\":[{\"x\":1}]},\"fr\":{\"n\":2},\"de\":{}}")
    #expect(table.header == ["key", "n", "l"])
    #expect(table.rows == [["it", "1", "[{\"x\":1}]"], ["fr", "2"], ["de"]])
    #expect(try read("{\"data\":{\"a\":{\"n\":1},\"b\":{\"n\":2}}}").description.sheet == "data")
  }

  @Test func oneObjectIsOneRow() throws {
    #expect(try read("{\"a\":1,\"b\":{\"c\":2}}\n").rows == [["1", "2"]])
  }

  @Test func anArrayOfArraysHasItsHeaderInTheFirst() throws {
    let table = try read("[[\"name\",\"sum\"],[\"a\",1.5],[null,2,\"more\"]]")
    #expect(table.header == ["name", "sum", "column 3"])
    #expect(table.rows == [["a", "1.5"], [nil, "2", "more"]])
    #expect(try read("{\"columns\":[\"x\"],\"data\":[[1],[2]]}").rows == [["1"], ["2"]])
  }

  @Test func anArrayOfPlainValuesIsOneColumn() throws {
    let table = try read("[\"a\", 2, null, {\"b\": 3}]")
    #expect(table.header == ["value", "b"])
    #expect(table.rows == [["a"], ["2"], [nil], [nil, "3"]])
  }

  @Test func linesOfObjectsAreRows() throws {
    let table = try read("{\"a\":1}\n\n{\"a\":2,\"b\":\"x\"}\r\n{\"b\":\"y\"}", ending: "txt")
    #expect(table.rows == [["1"], ["2", "x"], [nil, "y"]])
    #expect(table.lines == [1, 3, 4])
    #expect(table.description.format == .ndjson)
    #expect(try read("{\"a\":1}\n", ending: "jsonl").description.summary == "NDJSON, utf-8")
  }

  @Test func linesOfArraysAreRowsToo() throws {
    let table = try read("[\"name\",\"sum\"]\n[\"a\",1]\n[\"b\",2]\n", ending: "jsonl")
    #expect(table.header == ["name", "sum"])
    #expect(table.rows == [["a", "1"], ["b", "2"]])
  }

  @Test func anArrayNamedNDJSONIsAnArray() throws {
    let table = try read("[{\"a\":1},{\"a\":2}]", ending: "ndjson")
    #expect(table.rows == [["1"], ["2"]])
    #expect(table.description.format == .json)
  }

  @Test func aWrongLineIsARowOfOneText() throws {
    let table = try read("{\"a\":1}\n{\"a\":\"x\n{\"a\":3\n[4]\r\n{\"a\":5}\n{\"a\":", ending: "ndjson")
    #expect(table.header == ["a", "value"])
    #expect(
      table.rows == [
        ["1"], [nil, "{\"a\":\"x"], [nil, "{\"a\":3"], [nil, "[4]"], ["5"], [nil, "{\"a\":"],
      ])
    #expect(table.lines == [1, 2, 3, 4, 5, 6])
    #expect(table.faults == [nil, .notJSON, .notJSON, nil, nil, .notJSON])
  }

  @Test func aWrongLineFarInIsFoundAgainInWhole() throws {
    let wrong = "{\"a\":\"" + String(repeating: "long ", count: 100_000) + "\",}"
    let table = try read(
      String(repeating: "{\"a\":1}\n", count: 40_000) + wrong + "\n{\"a\":2}\n", ending: "ndjson")
    #expect(table.rows.count == 40_002)
    #expect(table.rows[40_000] == [nil, wrong])
    #expect(table.rows[40_001] == ["2"])
    #expect(table.lines.last == 40_002)
  }

  @Test func wrongLinesOnlyAreNoNDJSON() throws {
    let error = sheetError { _ = try read("{\"a\n{\"b\n", ending: "ndjson") }
    #expect(error?.line == 1)
    #expect(error?.reason.contains("no JSON") == true)
  }

  @Test func rowsKnowTheirLines() throws {
    #expect(try read("[\n {\n\"a\": 1 },\n\n {\"a\": \"x\"}\n]\n").lines == [2, 5])
  }

  @Test(
    arguments: [
      ("[{\"a\":1},\n{\"a\":}]", 2, "a value is expected here"),
      ("[{\"a\":1}\n,\n{\"a\" 1}]", 3, "a colon is expected here"),
      ("[{\"a\":1}\n{\"a\":2}]", 2, "a comma or a closing bracket is expected here"),
      ("[{\"a\":1},\n\n{\"a\":\"x", 3, "the closing quote of a string is expected but the text ends"),
      ("[{\"a\":1},\n{\"a\":\"\\x\"}]", 2, "an escape is not known"),
      ("[{\"a\":1},{\"a\":\"\\u12g4\"}]", 1, "four hexadecimal digits are expected"),
      ("[{\"a\":1}]\n\n]", 3, "text follows the end of the value"),
      ("[{\"a\":1},{\"a\":01x}]", 1, "a value is expected here"),
      ("[{\"a\":1},{a:1}]", 1, "a name in quotes is expected here"),
    ]) func mistakesAreToldWithTheirLine(text: String, line: Int, reason: String) throws
  {
    let error = sheetError { _ = try read(text) }
    #expect(error?.line == line)
    #expect(error?.reason == "no JSON: \(reason)")
  }

  @Test func deepNestingIsRefused() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      sheetError { _ = try read("[{\"a\":1},{\"a\":\(deep)}]") }?.reason.contains("nested more than 200 deep")
        == true)
    #expect(sheetError { _ = try read(deep) } != nil)
    let fine = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    #expect(try read("[{\"a\":\(fine)}]").rows == [[fine]])
  }

  @Test func tooManyNamesAreRefused() {
    let text = "[{" + (0..<17_000).map { "\"n\($0)\":1" }.joined(separator: ",") + "}]"
    #expect(sheetError { _ = try read(text) }?.reason == "has rows with more than 16384 different names")
  }

  @Test func aPartLargerThanTheFirstLookIsFine() throws {
    let long = String(repeating: "x", count: 700_000)
    let table = try read("{\"note\":\"\(long)\",\"data\":[{\"a\":\"\(long)\"},{\"a\":\"y\"}]}")
    #expect(table.rows == [[long], ["y"]])
    #expect(table.description.sheet == "data")
  }

  @Test func textThatOnlyBeginsLikeJSONIsDelimited() throws {
    #expect(try read("[id],name\n1,a\n2,b\n", ending: "csv").header == ["[id]", "name"])
    #expect(try read("{id};name\n1;a\n2;b\n", ending: "csv").header == ["{id}", "name"])
  }

  @Test func emptyContainersHaveNoRows() throws {
    #expect(try read("[]").rows.isEmpty)
    #expect(try read("{\"data\":[]}").rows == [["[]"]])
  }

  @Test(arguments: [1, 2, 3, 5, 64]) func textComesThroughHoweverItArrives(step: Int) throws {
    let text = Array(#"[{"name":"è\u00e8\ud83d\ude00\"x","n":{"k":-1.5e3,"l":[1, "]"]}},{"name":null}]"#.utf8)
    let window = ByteWindow(SlowBytes(text, step: step), path: "x", capacity: 64)
    var reader = JSONRowReader(JSONTokens(window), JSONLayout(rows: .elements(ofArrays: false)))
    var row = RowCells()
    #expect(try reader.next(into: &row))
    #expect(row.texts.map { String(decoding: $0, as: UTF8.self) } == ["èè😀\"x", "-1.5e3", "[1,\"]\"]"])
    #expect(try reader.next(into: &row))
    #expect(row.missing == [true])
    #expect(try !reader.next(into: &row))
  }

  @Test func emptyObjectsAreCellsHoweverTheyAreSpaced() throws {
    let table = try read("[{\"a\":{ },\"b\":{\"c\":{\n}}},{\"a\":{}},{ }]")
    #expect(table.header == ["a", "b.c"])
    #expect(table.rows == [["{}", "{}"], ["{}"], []])
  }
}
