// The JSON reader: values, escapes, and the place of every mistake.

import Testing

@testable import ClusterDomain

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONReader.value(of: Array(text.utf8)) }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), (" false ", .bool(false)), ("-1.5e2", .number(-150)),
      ("\"a\\n\\u00e8\\ud83d\\ude42\\\\\"", .string("a\nè🙂\\")), ("\"\\ud83d\"", .string("\u{FFFD}")),
      ("[]", .array([])), ("[1, [2]]", .array([.number(1), .array([.number(2)])])),
      ("{\"a\": {\"b\": []}}", .object(["a": .object(["b": .array([])])])), ("\u{FEFF}{}", .object([:])),
    ] as [(String, JSONValue)])
  func values(text: String, value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    ("[1,\n 2,\n x]", 3, 2), ("{\"a\" 1}", 1, 6), ("[1 2]", 1, 4), ("\"a\\x\"", 1, 4), ("\"\\u12\"", 1, 4),
    ("[1,]", 1, 4), ("{a: 1}", 1, 2), ("01x", 1, 3), ("nul", 1, 1), ("\"a\nb\"", 1, 3),
  ])
  func mistakes(text: String, line: Int, column: Int) {
    do throws(JSONError) {
      _ = try JSONReader.value(of: Array(text.utf8))
      Issue.record("no mistake found in \(text)")
    } catch {
      #expect([error.line, error.column] == [line, column], "\(error.reason)")
    }
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try read(text) }
  }
}
