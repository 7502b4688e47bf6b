// The columns of published files, where they lie beside the package: what each is read as.

import Testing

@testable import Sheets

struct RealColumnTests {
  private func kind(_ reading: ColumnReading?) -> String {
    switch reading?.kind {
    case .text: "text"
    case .code: "code"
    case .whole: "whole"
    case .amount(let amount): "amount \(amount.decimal?.rawValue ?? "")"
    case .date(let date): "date \(date.order?.rawValue ?? "") \(date.precision)"
    case .flag: "flag"
    case nil: "none"
    }
  }

  @Test(
    .enabled(
      if: PublishedFiles.has("it-startup-registry.csv"), "the register does not lie beside the package"))
  func startUps() throws {
    let columns = try PublishedFiles.columns("it-startup-registry.csv")
    #expect(kind(columns["Data_Iscrizione_StartUp"]) == "date dmy day")
    #expect(kind(columns["Year"]) == "date  year")
    #expect(kind(columns["AltoValoreTecnologico"]) == "flag")
    #expect(columns["SpeseRnD"]?.missingWords == [MissingWord(word: "no data", count: 4586)])
    #expect(kind(columns["valore di produzione"]) == "text")
    #expect(kind(columns["valore di capitale"]) == "text")
    #expect(kind(columns["addetti"]) == "text")
    #expect(kind(columns["Provincia"]) == "text")
    #expect(columns["Provincia"]?.read("NAN") == .text)
    #expect(kind(columns["RegionKey"]) == "whole")
    #expect(kind(columns["AtecoCode"]) == "code")
    #expect(columns["Data_Inizio_Attivita"]?.unfit == 0)
  }

  @Test(
    .enabled(
      if: PublishedFiles.has("it-opencup-pnrr-locations.csv"), "the locations do not lie beside the package"))
  func projectLocations() throws {
    let columns = try PublishedFiles.columns("it-opencup-pnrr-locations.csv")
    for title in ["CODICE_REGIONE", "CODICE_PROVINCIA", "CODICE_COMUNE", "CUP"] {
      #expect(kind(columns[title]) == "code", "\(title)")
    }
    #expect(kind(columns["SIGLA_PROVINCIA"]) == "text")
    #expect(columns["SIGLA_PROVINCIA"]?.read("NA") == .text)
    #expect(columns["SIGLA_PROVINCIA"]?.explanation == "text")
  }

  @Test(
    .enabled(
      if: PublishedFiles.has("cordis-horizon-organization-it.csv"),
      "the participations do not lie beside the package"))
  func participations() throws {
    let columns = try PublishedFiles.columns("cordis-horizon-organization-it.csv", UInt8(ascii: ";"))
    #expect(kind(columns["ecContribution"]) == "amount point")
    #expect(kind(columns["totalCost"]) == "amount comma")
    #expect(kind(columns["projectID"]) == "code")
    #expect(kind(columns["organisationID"]) == "code")
    #expect(kind(columns["SME"]) == "flag")
    #expect(kind(columns["country"]) == "text")
    #expect(columns["ecContribution"]?.read("") == .empty)
    #expect(columns["ecContribution"]?.unfit == 0)
    #expect(columns["totalCost"]?.unfit == 0)
  }

  @Test(.enabled(if: PublishedFiles.has("nace-rev2.csv"), "the activities do not lie beside the package"))
  func activities() throws {
    let columns = try PublishedFiles.columns("nace-rev2.csv", UInt8(ascii: ";"))
    for title in ["Code", "Parent", "Reference_to_ISIC_Rev._4"] {
      #expect(kind(columns[title]) == "code", "\(title)")
    }
    #expect(kind(columns["Description"]) == "text")
    #expect(kind(columns["Level"]) == "whole")
  }
}
