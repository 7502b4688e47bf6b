// The places of rows, each combination of statements found out once.

/// What a combination of statements says.
struct FoundPlace: Sendable {
  var region: [UInt8]?
  var province: [UInt8]?
  var nuts3: [UInt8]?
  var country: [UInt8]?
  /// What could not be used: the column, why, and its text.
  var findings: [(column: Int, reason: String, text: String)] = []
}

/// Finds places.
struct PlaceCache {
  private let places: Places
  private var numbers: [[UInt8]: Int] = [:]
  private(set) var found: [FoundPlace] = []
  /// Which of them rows were written with.
  private(set) var used: [Bool] = []

  init(_ places: Places) { self.places = places }

  /// The number of the place that the texts of these columns tell; the key is the file's number and the texts,
  /// with a zero byte before each.
  mutating func number(of key: [UInt8], _ evidence: [(kind: PlaceKind, column: Int)]) -> Int {
    if let number = numbers[key] { return number }
    let texts = key.dropFirst(2).split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    found.append(place(texts, evidence))
    used.append(false)
    numbers[key] = found.count - 1
    return found.count - 1
  }

  mutating func use(_ number: Int) { used[number] = true }

  private func place(_ texts: [String], _ evidence: [(kind: PlaceKind, column: Int)]) -> FoundPlace {
    var statements = PlaceStatements()
    for (item, text) in zip(evidence, texts) where !text.isEmpty { statements.texts[item.kind] = text }
    guard !statements.texts.isEmpty else { return FoundPlace() }
    let answer = PlaceOfRow(statements, places: places)
    var place = FoundPlace()
    place.region = answer.place?.region.map { Array($0.utf8) }
    place.province = answer.place?.province.map { Array($0.utf8) }
    place.nuts3 = answer.place?.nuts3.map { Array($0.utf8) }
    place.country = answer.place?.country.map { Array($0.utf8) }
    for doubt in answer.doubts {
      guard let column = evidence.first(where: { $0.kind == doubt.kind })?.column else { continue }
      place.findings.append((column, doubt.reason, doubt.text))
    }
    return place
  }
}
