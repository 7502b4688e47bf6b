// The regions of Italy with their codes and the names that files give them.

/// Regions as a table.
///
/// Sources: Eurostat, NUTS 2021 (the 21 codes of level 2 are those of all vintages from 2010 on); ISTAT, codes of
/// regions; ISO 3166-2:IT. Names in Italian, English, German and French, and frequent other spellings.
enum RegionTable {
  /// NUTS 2 code; ISTAT code; ISO 3166-2 code without the country; names, the official one first.
  static let regions = """
    ITC1;01;21;Piemonte|Piedmont|Piemont|Piémont
    ITC2;02;23;Valle d'Aosta|Vallée d'Aoste|Valle d'Aosta/Vallée d'Aoste|Val d'Aosta|Val d'Aoste|Aosta Valley|\
    Aostatal|Aosta|VDA
    ITC3;07;42;Liguria|Ligurien|Ligurie
    ITC4;03;25;Lombardia|Lombardy|Lombardei|Lombardie
    ITF1;13;65;Abruzzo|Abruzzi|Abruzzen|Abruzzes
    ITF2;14;67;Molise
    ITF3;15;72;Campania|Kampanien|Campanie
    ITF4;16;75;Puglia|Puglie|Apulia|Apulien|Pouilles
    ITF5;17;77;Basilicata|Basilikata|Basilicate|Lucania
    ITF6;18;78;Calabria|Kalabrien|Calabre
    ITG1;19;82;Sicilia|Sicily|Sizilien|Sicile
    ITG2;20;88;Sardegna|Sardinia|Sardinien|Sardaigne
    ITH1;;BZ;Provincia Autonoma di Bolzano|Provincia Autonoma di Bolzano/Bozen|Bolzano/Bozen|Bolzano|Bozen|\
    Bolzano-Alto Adige|Alto Adige|Alto Adige/Südtirol|Südtirol|South Tyrol|Suedtirol|Haut-Adige|PAB
    ITH2;;TN;Provincia Autonoma di Trento|Trento|Trient|Trentino|PAT
    ITH3;05;34;Veneto|Venetien|Venezien|Vénétie
    ITH4;06;36;Friuli-Venezia Giulia|Friuli|Venezia Giulia|Friuli VG|Friuli V.G.|Friuli V. Giulia|FVG|\
    Friaul-Julisch Venetien|Friaul|Frioul-Vénétie julienne|Friuli Giulia
    ITH5;08;45;Emilia-Romagna|Emilia|Romagna|Emilia R.|Emilie-Romagne|Emilia-Romagne|Émilie-Romagne
    ITI1;09;52;Toscana|Tuscany|Toskana|Toscane
    ITI2;10;55;Umbria|Umbrien|Ombrie
    ITI3;11;57;Marche|Marches|Marken|Le Marche
    ITI4;12;62;Lazio|Latium
    """

  /// Names and codes that mean several regions.
  static let several: [(names: String, regions: [String])] = [
    (
      "Trentino-Alto Adige|Trentino-Alto Adige/Südtirol|Trentino-Südtirol|Trentino-South Tyrol|Südtirol-Trentino|"
        + "Trentin-Haut-Adige|TAA|Trento e Bolzano|Trento-Bolzano",
      ["ITH1", "ITH2"]
    ),
    ("Nord-Ovest|Nordovest|North-West", ["ITC1", "ITC2", "ITC3", "ITC4"]),
    ("Nord-Est|Nordest|North-East", ["ITH1", "ITH2", "ITH3", "ITH4", "ITH5"]),
    ("Centro|Centro (IT)|Centre", ["ITI1", "ITI2", "ITI3", "ITI4"]),
    ("Sud|South", ["ITF1", "ITF2", "ITF3", "ITF4", "ITF5", "ITF6"]),
    ("Isole|Islands", ["ITG1", "ITG2"]),
  ]

  /// ISTAT code and ISO 3166-2 code of Trentino-Alto Adige, which is two regions of NUTS 2.
  static let trentinoAltoAdige = (istat: "04", iso: "32", regions: ["ITH1", "ITH2"])

  /// ISTAT codes of the parts of region 04.
  static let istatParts = ["041": "ITH1", "042": "ITH2"]
}
