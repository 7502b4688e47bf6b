// What places are looked up in, made from the tables of the program: it takes longer than opening a file.

/// Places by their codes and names.
final class PlaceTables: Sendable {
  /// Those of the program alone.
  static let ofProgram = PlaceTables([])

  let provinces: [String: Place]
  let provinceNames: [String: [Place]]
  let provinceCodes: [Int: Place]
  let nuts3: [String: Place]
  let regionNames: [String: [String]]
  let regionCodes: [Int: [String]]
  let isoCodes: [String: [String]]
  let municipalities: [String: [Place]]
  let countries: [String: String]
  let names: [PlaceKind: [String]]

  init(_ municipalities: [(name: String, nuts: String)]) {
    let provinces = ProvinceRow.all
    let regions = RegionRow.all
    self.provinces = ProvinceRow.byInitials(provinces)
    provinceNames = ProvinceRow.byName(provinces)
    provinceCodes = ProvinceRow.byCode(provinces)
    let nuts3 = ProvinceRow.byNUTS(provinces)
    self.nuts3 = nuts3
    regionNames = RegionRow.byName(regions)
    regionCodes = RegionRow.byCode(regions)
    isoCodes = RegionRow.byISO(regions)
    countries = CountryRow.byText
    names = [
      .province: provinces.compactMap(\.names.first), .region: regions.compactMap(\.names.first),
      .municipality: provinces.flatMap(\.capitals),
    ]
    self.municipalities = Self.merged(
      provinces, municipalities.map { ($0.name, NUTSCode.places($0.nuts, provinces: nuts3)) })
  }

  /// Changes with every change of what the tables are made from.
  static func version(_ municipalities: [(name: String, nuts: String)]) -> String {
    let tables = [
      ProvinceTable.today, ProvinceTable.former, RegionTable.regions, CountryTable.named,
      CountryTable.otherCodes,
    ]
    var state = Hash128.State()
    for text in tables + municipalities.flatMap({ [$0.name, $0.nuts] }) {
      Array(text.utf8).withUnsafeBufferPointer { state.add($0) }
    }
    return String(state.hash.low, radix: 36)
  }

  private static func merged(
    _ provinces: [ProvinceRow], _ others: [(name: String, places: [Place])]
  ) -> [String: [Place]] {
    var known: [String: [Place]] = [:]
    func add(_ name: String, _ place: Place) {
      for key in Set(PlaceName.languages(name).flatMap(PlaceName.municipalityKeys))
      where !known[key, default: []].contains(where: { $0.isNear(place) }) {
        known[key, default: []].append(place)
      }
    }
    for row in provinces { row.capitals.forEach { add($0, row.place) } }
    for (name, places) in others { places.forEach { add(name, $0) } }
    return known
  }
}
