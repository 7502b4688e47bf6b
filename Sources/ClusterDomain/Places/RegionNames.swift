// The names of Italy's NUTS 2 regions as the bundled dataset has them.

/// Names of regions by their codes.
enum RegionNames {
  private static let table = """
    ITC1;Piemonte;Piedmont
    ITC2;Valle d'Aosta;Aosta Valley
    ITC3;Liguria;Liguria
    ITC4;Lombardia;Lombardy
    ITF1;Abruzzo;Abruzzo
    ITF2;Molise;Molise
    ITF3;Campania;Campania
    ITF4;Puglia;Apulia
    ITF5;Basilicata;Basilicata
    ITF6;Calabria;Calabria
    ITG1;Sicilia;Sicily
    ITG2;Sardegna;Sardinia
    ITH1;Bolzano/Bozen;South Tyrol
    ITH2;Trento;Trentino
    ITH3;Veneto;Veneto
    ITH4;Friuli-Venezia Giulia;Friuli-Venezia Giulia
    ITH5;Emilia-Romagna;Emilia-Romagna
    ITI1;Toscana;Tuscany
    ITI2;Umbria;Umbria
    ITI3;Marche;Marche
    ITI4;Lazio;Lazio
    """

  private static let rows: [String: (name: String, english: String)] = {
    var rows: [String: (name: String, english: String)] = [:]
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: ";").map(String.init)
      if cells.count == 3 { rows[cells[0]] = (cells[1], cells[2]) }
    }
    return rows
  }()

  /// The name in Italian; nil for a region of another country.
  static func name(of code: String) -> String? { rows[code]?.name }

  /// The name in English; nil for a region of another country.
  static func englishName(of code: String) -> String? { rows[code]?.english }

  /// Changes with the table.
  static let version = String(Hash128(Array(table.utf8)).low, radix: 36)
}
