// The tables that the importer makes by itself: sources, countries, regions.

extension ImportRun {
  /// Who states the names of regions.
  private static let nuts = (
    id: "eurostat-nuts", url: "https://ec.europa.eu/eurostat/web/nuts", title: "NUTS 2021",
    publisher: "Eurostat"
  )

  /// Writes the files as sources, and the regions and countries that rows are in.
  mutating func addReferenceTables() {
    for file in files {
      output.addRow(
        "sources",
        [
          String(decoding: file.source, as: UTF8.self), file.name, "\(file.mapping.title): \(file.reading)",
          file.mapping.publisher ?? "", "",
        ])
    }
    let used = zip(places.found, places.used).filter(\.1).map(\.0)
    let regions = Set(used.compactMap(\.region)).map { String(decoding: $0, as: UTF8.self) }.sorted()
    if !regions.isEmpty {
      output.addRow("sources", [Self.nuts.id, Self.nuts.url, Self.nuts.title, Self.nuts.publisher, ""])
    }
    for region in regions {
      let country = CountryRow.byText[String(region.prefix(2))] ?? String(region.prefix(2))
      countries.insert(country)
      output.addRow(
        "regions",
        [
          region, RegionNames.name(of: region) ?? region, RegionNames.englishName(of: region) ?? region, "",
          country,
          Self.nuts.id,
        ])
    }
    for country in countries.sorted() {
      let name = country == "ZZ" ? "not stated" : CountryRow.englishNames[country] ?? country
      output.addRow("countries", [country, name])
    }
  }

  /// The country that the files say they are about; empty where they do not, so that nothing is left out of sight.
  var homeCountry: String { files.lazy.compactMap(\.mapping.homeCountry).first ?? "" }
}
