// Reads the tables of provinces, regions and countries into what is looked up.

/// One province of the table.
struct ProvinceRow {
  let initials: String
  let code: Int?
  let nuts: [String]
  let names: [String]
  let capitals: [String]

  static let all = cells(ProvinceTable.today + "\n" + ProvinceTable.former, columns: 5).map {
    ProvinceRow(
      initials: $0[0], code: Int($0[1]), nuts: words($0[2], " "), names: words($0[3], "|"),
      capitals: words($0[4], "|"))
  }

  var place: Place {
    Place(
      region: nuts.first.map { String($0.prefix(4)) }, nuts3: nuts.first, province: initials, country: "IT")
  }

  static func byInitials(_ rows: [ProvinceRow]) -> [String: Place] {
    var places = Dictionary(rows.map { ($0.initials, $0.place) }) { first, _ in first }
    for (other, initials) in ProvinceTable.otherInitials { places[other] = places[initials] }
    return places
  }

  /// By the keys of names; `Reggio` is the name of two.
  static func byName(_ rows: [ProvinceRow]) -> [String: [Place]] {
    var places: [String: [Place]] = [:]
    for row in rows {
      for key in Set(row.names.flatMap(PlaceName.keys)) {
        places[key, default: []].append(row.place)
      }
    }
    return places
  }

  static func byCode(_ rows: [ProvinceRow]) -> [Int: Place] {
    var places: [Int: Place] = [:]
    for row in rows {
      guard let code = row.code else { continue }
      places[code] = row.place
      if ProvinceTable.metropolitan.contains(code) { places[200 + code] = row.place }
    }
    return places
  }

  static func byNUTS(_ rows: [ProvinceRow]) -> [String: Place] {
    Dictionary(rows.flatMap { row in row.nuts.map { ($0, row.place) } }) { first, _ in first }
  }
}

/// One region of the table.
struct RegionRow {
  let id: String
  let code: Int?
  let iso: String
  let names: [String]

  static let all = cells(RegionTable.regions, columns: 4).map {
    RegionRow(id: $0[0], code: Int($0[1]), iso: $0[2], names: words($0[3], "|"))
  }
  static let ids = all.map(\.id)

  static func byName(_ rows: [RegionRow]) -> [String: [String]] {
    var regions: [String: [String]] = [:]
    for row in rows { row.names.forEach { regions[PlaceName.key($0)] = [row.id] } }
    for entry in RegionTable.several {
      words(entry.names, "|").forEach { regions[PlaceName.key($0)] = entry.regions }
    }
    return regions
  }

  static func byCode(_ rows: [RegionRow]) -> [Int: [String]] {
    var regions: [Int: [String]] = [:]
    for row in rows {
      if let code = row.code { regions[code] = [row.id] }
    }
    let both = RegionTable.trentinoAltoAdige
    if let code = Int(both.istat) { regions[code] = both.regions }
    return regions
  }

  static func byISO(_ rows: [RegionRow]) -> [String: [String]] {
    var regions = Dictionary(rows.map { ("IT-\($0.iso)", [$0.id]) }) { first, _ in first }
    regions["IT-\(RegionTable.trentinoAltoAdige.iso)"] = RegionTable.trentinoAltoAdige.regions
    return regions
  }
}

/// The countries of the table.
enum CountryRow {
  /// Names in English by ISO code.
  static let englishNames = Dictionary(
    cells(CountryTable.named, columns: 3).compactMap { row in words(row[2], "|").first.map { (row[0], $0) } },
    uniquingKeysWith: { first, _ in first })

  /// ISO code of two letters by codes in capitals and by keys of names.
  static let byText: [String: String] = {
    var codes = CountryTable.nutsCodes
    for row in cells(CountryTable.named, columns: 3) {
      for text in [row[0], row[1]] + words(row[2], "|").map(PlaceName.key) { codes[text] = row[0] }
    }
    for code in CountryTable.otherCodes.split(whereSeparator: \.isWhitespace) {
      codes[String(code)] = String(code)
    }
    return codes
  }()
}

/// The rows of a table by line, those that have all columns.
private func cells(_ table: String, columns: Int) -> [[String]] {
  words(table, "\n").map { words($0, ";", keepsEmpty: true) }.filter { $0.count == columns }
}

private func words(_ text: String, _ separator: Unicode.Scalar, keepsEmpty: Bool = false) -> [String] {
  text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: !keepsEmpty)
    .map { String(Substring($0)) }
}
