// Reads codes of the NUTS classification of several vintages.

/// Codes of the NUTS classification (Regulation (EC) 1059/2003 and its amendments).
enum NUTSCode {
  /// What a code of level 0 to 3 can mean; `provinces` are Italy's places by their codes of all vintages.
  static func places(_ text: String, provinces: [String: Place]) -> [Place] {
    let code = text.split(separator: "/").last.map { $0.uppercased() } ?? ""
    guard (2...5).contains(code.utf8.count), code.utf8.allSatisfy(isSign) else { return [] }
    let prefix = String(code.prefix(2))
    let country = CountryTable.nutsCodes[prefix] ?? prefix
    let nutsPrefix = CountryTable.nutsCodes.first { $0.value == country }?.key ?? prefix
    guard CountryTable.withNUTS.contains(nutsPrefix) else { return [] }
    if code.utf8.count == 2 || code.dropFirst(2).hasPrefix("Z") { return [Place(country: country)] }
    return country == "IT" ? italian(code, provinces) : [foreign(nutsPrefix + code.dropFirst(2), country)]
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
  }

  private static func foreign(_ code: String, _ country: String) -> Place {
    let region = code.utf8.count > 3 ? String(code.prefix(4)) : nil
    return Place(region: region, nuts3: code.utf8.count == 5 ? code : nil, country: country)
  }

  private static func italian(_ stated: String, _ provinces: [String: Place]) -> [Place] {
    // ITD and ITE were renamed in 2010; what follows them stayed.
    let renamed = ["ITD": "ITH", "ITE": "ITI"]
    let group = String(stated.prefix(3))
    let code = (renamed[group] ?? group) + stated.dropFirst(3)
    let nuts3 = code.utf8.count == 5 ? code : nil
    return RegionRow.ids.filter { $0.hasPrefix(code.prefix(4)) }.map {
      Place(region: $0, nuts3: nuts3, province: nuts3.flatMap { provinces[$0]?.province }, country: "IT")
    }
  }
}
