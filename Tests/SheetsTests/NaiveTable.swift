// Tables made by chance, as rows of texts and as a file: what sheets are held against.

@testable import Sheets

/// Rows of texts with the plainest answers to every question.
struct NaiveTable {
  let header: [String]
  var rows: [[String]]

  /// A table with columns of every kind: few values, numbers, many texts, dates, accents, blanks.
  init(rowCount: Int, seed: UInt64) {
    var chance = Chance(seed)
    header = ["id", "region", "staff", "name", "day", "note"]
    let regions = ["Veneto", "Lombardia", "Emilia-Romagna", "Valle d'Aosta", ""]
    let words = [
      "Fonderie", "Müller", "Forlì", "Ditta \"Rossi\"", "a,b", "riga\nsotto", "NA", "Łukasik", "O`Neil",
    ]
    rows = (0..<rowCount).map { row in
      [
        "M\(1_000_000 + row)", regions[Int.random(in: 0..<regions.count, using: &chance)],
        chance.next() % 11 == 0 ? "" : String(Int.random(in: -5...90_000, using: &chance)),
        (0..<Int.random(in: 1...3, using: &chance)).map { _ in
          words[Int.random(in: 0..<words.count, using: &chance)]
        }.joined(separator: " ") + " \(chance.next() % 1000)",
        "20\(10 + chance.next() % 15)-0\(1 + chance.next() % 9)-1\(chance.next() % 10)",
        chance.next() % 3 == 0 ? words[Int.random(in: 0..<words.count, using: &chance)] : "",
      ]
    }
  }

  /// The table as a file: quoted where it must be, and sometimes where it need not.
  func text(delimiter: Character = ",", lineBreak: String = "\n") -> String {
    ([header] + rows).map { row in
      row.enumerated().map { index, cell in
        let mustQuote = cell.contains { $0 == delimiter || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        guard mustQuote || (index == 1 && cell.count == 6) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: String(delimiter))
    }.joined(separator: lineBreak) + lineBreak
  }
}

extension Sheet {
  /// All cells, for comparing.
  var cells: [[String?]] {
    (0..<rowCount).map { row in columns.indices.map { text(row: row, column: $0) } }
  }
}

extension RowList {
  /// All rows of a list.
  var all: [Int] { (0..<count).compactMap(row) }
}
