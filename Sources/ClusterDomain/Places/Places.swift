// Resolves what files say of a place: codes of many kinds and names in several spellings.

/// Finds the region of NUTS 2 for codes and names; each distinct value needs to be asked for once.
public struct Places: Sendable {
  /// Changes whenever what is known changes, here or in the tables of the program.
  public let version: String
  /// With municipalities of the caller's; nil where those of the program are enough.
  private let own: PlaceTables?

  /// Places with the capitals of the provinces, and other municipalities with their NUTS 3 codes.
  public init(municipalities: [(name: String, nuts: String)] = []) {
    version = PlaceTables.version(municipalities)
    own = municipalities.isEmpty ? nil : PlaceTables(municipalities)
  }

  /// What is looked up; those of the program are made when the first place is asked for.
  private var tables: PlaceTables { own ?? .ofProgram }

  /// Names to offer for an unknown one, by kind.
  var names: [PlaceKind: [String]] { tables.names }

  /// A NUTS code of level 0 to 3, of NUTS 2003 to 2024; also as the end of an address.
  ///
  /// Codes of other countries give the region of level 2 that they begin with. Codes for what belongs to no
  /// region (`ITZZZ`) give the country; those of level 1 are ambiguous in Italy.
  public func nuts(_ text: String) -> PlaceFinding { finding(.nuts, text) }

  /// An ISTAT code of a province, `015` or `15`, or of a metropolitan city, `215`.
  public func istatProvince(_ text: String) -> PlaceFinding { finding(.istatProvince, text) }

  /// An ISTAT code of a municipality, `015146` or `15146`: the first three of six digits are its province.
  public func istatMunicipality(_ text: String) -> PlaceFinding { finding(.istatMunicipality, text) }

  /// An ISTAT code of a region: `03`, `3`, `003`, or in tens as in `030`.
  ///
  /// `010` and `020` can be meant either way and are ambiguous, and so is `04`, Trentino-Alto Adige.
  public func istatRegion(_ text: String) -> PlaceFinding { finding(.istatRegion, text) }

  /// Initials or the name of a province; `NA` is Napoli, and `Reggio` is ambiguous.
  public func province(_ text: String) -> PlaceFinding { finding(.province, text) }

  /// The name of a region, or its code in ISO 3166-2 (`IT-25`); also the name of a province, for its region.
  public func region(_ text: String) -> PlaceFinding { finding(.region, text) }

  /// The name of a municipality; one that several provinces have is ambiguous without initials, `Castro (LE)`.
  public func municipality(_ text: String) -> PlaceFinding { finding(.municipality, text) }

  /// The name of a country in English, Italian or German, or its code in ISO 3166-1 or NUTS.
  public func country(_ text: String) -> PlaceFinding { finding(.country, text) }

  private func finding(_ kind: PlaceKind, _ text: String) -> PlaceFinding {
    Self.finding(places(kind, text), by: kind)
  }

  /// One place, or the regions of several; where these share their region, no more than that.
  static func finding(_ places: [Place], by kind: PlaceKind) -> PlaceFinding {
    guard let first = places.first else { return .unknown }
    if places.count == 1 { return .found(first, by: kind) }
    let regions = Set(places.compactMap(\.region)).sorted()
    if regions.count > 1 { return .ambiguous(regions) }
    return .found(Place(region: first.region, country: first.country), by: kind)
  }
}

// MARK: - What a statement can mean

extension Places {
  /// All places that a statement can mean.
  func places(_ kind: PlaceKind, _ text: String) -> [Place] {
    switch kind {
    case .nuts: NUTSCode.places(text, provinces: tables.nuts3)
    case .istatMunicipality: municipalityOfCode(text)
    case .istatProvince: number(text, digits: 1...3).flatMap { tables.provinceCodes[$0] }.map { [$0] } ?? []
    case .province: provinceOfInitials(text).map { [$0] } ?? provincesOfName(text)
    case .municipality: municipalitiesOfName(text)
    case .istatRegion: regions(regionsOfCode(text))
    case .region: regionsOfName(text)
    case .country:
      (tables.countries[text.uppercased()] ?? tables.countries[PlaceName.key(text)]).map {
        [Place(country: $0)]
      } ?? []
    }
  }

  private func municipalityOfCode(_ text: String) -> [Place] {
    guard let code = number(text, digits: 4...6), code % 1000 > 0 else { return [] }
    return tables.provinceCodes[code / 1000].map { [$0] } ?? []
  }

  private func regionsOfCode(_ text: String) -> [String] {
    guard let code = number(text, digits: 1...3) else { return [] }
    // ISTAT codes the two autonomous provinces like parts of region 04.
    if let province = RegionTable.istatParts[text] { return [province] }
    let inTens = text.utf8.count == 3 && code % 10 == 0 ? tables.regionCodes[code / 10] ?? [] : []
    return (tables.regionCodes[code] ?? []) + inTens
  }

  private func regions(_ ids: [String]) -> [Place] { ids.map { Place(region: $0, country: "IT") } }

  private func regionsOfName(_ text: String) -> [Place] {
    if let ids = tables.isoCodes[text.uppercased()] { return regions(ids) }
    if let ids = PlaceName.keys(text).lazy.compactMap({ tables.regionNames[$0] }).first {
      return regions(ids)
    }
    return provincesOfName(text)
  }

  /// The province with these initials, also as `IT-MI`.
  private func provinceOfInitials(_ text: String) -> Place? {
    let initials = text.uppercased()
    return tables.provinces[initials.hasPrefix("IT-") ? String(initials.dropFirst(3)) : initials]
  }

  /// The provinces that a name can mean; initials in brackets decide, `Milano (MI)`.
  private func provincesOfName(_ text: String) -> [Place] {
    if let place = PlaceName.bracketed(text).flatMap({ provinceOfInitials($0.initials) }) { return [place] }
    return PlaceName.keys(text).lazy.compactMap { tables.provinceNames[$0] }.first ?? []
  }

  private func municipalitiesOfName(_ text: String) -> [Place] {
    if let bracketed = PlaceName.bracketed(text), let province = provinceOfInitials(bracketed.initials) {
      return municipalities(named: bracketed.name).filter { $0.isNear(province) }
    }
    return municipalities(named: text)
  }

  private func municipalities(named name: String) -> [Place] {
    PlaceName.languages(name).flatMap(PlaceName.municipalityKeys).lazy.compactMap {
      tables.municipalities[$0]
    }.first
      ?? []
  }
}

extension Place {
  /// Whether it is the same place, or a province with which its province has exchanged municipalities.
  func isNear(_ other: Place) -> Bool {
    guard region == other.region, country == other.country else { return false }
    guard let province, let others = other.province, province != others else { return true }
    return ProvinceTable.exchanged.contains { $0.contains(province) && $0.contains(others) }
  }
}

/// The number that so many digits make.
private func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
  guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return Int(text)
}
