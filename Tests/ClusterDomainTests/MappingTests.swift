// Mappings: those of the program are sound, a user's own come first, and mistakes are told by line and column.

import Foundation
import Sheets
import Testing

@testable import ClusterDomain

@Suite struct MappingTests {
  private let mappings = Mappings()

  @Test func theMappingsOfTheProgramAreSound() {
    #expect(mappings.mistakes.map(\.description) == [])
    #expect(
      mappings.all.map(\.name) == [
        "cordis-organization", "cordis-project", "eu-ft-calls", "eu-ft-calls-csv", "it-startups",
        "opencup-locations", "organisations",
      ])
    #expect(mappings.all.allSatisfy { $0.file == nil && $0.main != nil })
  }

  @Test(arguments: [
    (
      "id,name,kind,city,province,nuts2,nace,employees,turnover_eur,cluster_id,joined_on,website",
      "organisations"
    ),
    ("Ragione Sociale,Partita IVA,Sigla,Fatturato", "organisations"),
    ("DENOMINAZIONE;Natura;COMUNE;Addetti", "organisations"),
    ("name,colour,size", nil), ("a,b,c", nil), ("", nil),
    (
      "id;acronym;status;title;startDate;ecMaxContribution;frameworkProgramme;fundingScheme", "cordis-project"
    ),
    (
      "PROJECTID;projectacronym;ROLE;Name;activity type;activityType;endOfParticipation",
      "cordis-organization"
    ),
    (
      "Denominazione,Provincia,Comune,Regione,AtecoCode,addetti,Data_Iscrizione_StartUp",
      "it-startups"
    ),
  ])
  func filesAreRecognisedByTheirHeaders(header: String, name: String?) {
    let titles = header.split { $0 == "," || $0 == ";" }.map(String.init)
    #expect(mappings.recognise(header: titles)?.name == name)
    #expect(MappingIndex().mapping(header: titles)?.name == name)
    #expect(MappingIndex().title(header: titles) == name.flatMap { mappings[$0]?.title })
  }

  static let own = """
    [mapping]
    name = "organisations"
    title = "Mine"
    makes = "organisations"

    [recognise]
    all = ["code", "what"]

    [organisations]
    key = [["code"]]
    name = "what"

    [organisations.kind]
    value = "company"
    """

  @Test func aMappingOfOnesOwnTakesThePlaceOfOneOfTheProgram() throws {
    let fixture = try ImportFixture(["f.csv": "code,what\n007,One\n"], mappings: ["mine": Self.own])
    #expect(fixture.mappings.mistakes == [])
    #expect(fixture.mappings.all.count == 7)
    #expect(fixture.mappings["organisations"]?.title == "Mine")
    let index = MappingIndex(folders: ["\(fixture.folder)/mappings"])
    #expect(index.title(header: ["code", "what"]) == "Mine")
    #expect(index.mapping(header: ["WHAT", "code"])?.file != nil)
    #expect(index.title(header: ["Ragione Sociale", "Sigla"]) == nil)
    #expect(try fixture.run(["f.csv"]).files[0].mapping == "organisations")
    #expect(try fixture.rows("organisations").map { [$0["id"], $0["kind"]] } == [["007", "company"]])
  }

  @Test(arguments: [
    ("makes = \"organisations\"", "makes = \"organisatons\"", 4, 1, "organisatons"),
    ("[organisations]", "[organistions]", 9, 2, "did you mean organisations"),
    ("name = \"what\"", "nme = \"what\"", 11, 1, "did you mean name"),
    ("name = \"what\"", "", 9, 2, "gives no value for “name”"),
    ("name = \"what\"", "name = 3", 11, 1, "neither a text nor a list"),
    ("value = \"company\"", "value = \"firm\"", 13, 2, "“firm” is no kind"),
    ("value = \"company\"", "from = \"what\"", 13, 2, "add words"),
    ("value = \"company\"", "value = \"company\"\nfrom = \"what\"", 13, 2, "says from and value"),
    ("value = \"company\"", "place = \"moon\"", 14, 1, "no part of a place"),
    ("key = [[\"code\"]]", "key = \"code\"", 10, 1, "no list of lists"),
    ("key = [[\"code\"]]", "", 9, 2, "key"),
    ("all = [\"code\", \"what\"]", "", 6, 2, "no header is required"),
    ("title = \"Mine\"", "", 1, 2, "“title” is missing"),
    ("title = \"Mine\"", "title = \"Mine", 3, 14, "see the mappings"),
    ("title = \"Mine\"", "= \"Mine\"", 3, 1, "name = value on one line"),
    ("name = \"organisations\"", "name = \"My list\"", 2, 1, "small letters"),
    (
      "value = \"company\"", "value = \"company\"\n\n[memberships]\nbasis = { value = \"stated\" }", 16, 2,
      "add [clusters]"
    ),
    (
      "value = \"company\"",
      "value = \"company\"\n\n[figures.size]\nfrom = \"x\"\nunit = { value = \"EUR\" }", 16, 2,
      "figures cannot be about organisations"
    ),
    ("value = \"company\"", "value = \"company\"\n\n[organisations.region]\nfrom = \"x\"", 16, 2, "[places]"),
  ])
  func mistakesAreToldByLineAndColumn(
    good: String, bad: String, line: Int, column: Int, words: String
  ) throws {
    #expect(Self.own.contains(good))
    let start = try #require(Self.own.range(of: good))
    let text = Self.own.replacingCharacters(in: start, with: bad)
    let fixture = try ImportFixture([:], mappings: ["mine": text])
    let mistake = try #require(fixture.mappings.mistakes.first)
    #expect(mistake.file.hasSuffix("/mine.toml"))
    #expect(mistake.description.contains(words), "\(mistake)")
    #expect([mistake.line, mistake.column] == [line, column], "\(mistake)")
    // What cannot be read takes the place of nothing.
    #expect(fixture.mappings["organisations"]?.file == nil)
  }

  @Test func noTextMakesTheParserFail() {
    var random = SystemRandomNumberGenerator()
    let signs =
      Array("[]{}=,\"'#.\n \\abc01-_").map(String.init) + ["\"\"\"", "[[", "]]", "= [", "= {", "\u{0}", "é"]
    let lines = Self.own.split(separator: "\n").map(String.init)
    for _ in 0..<400 {
      var text = lines
      for _ in 0..<3 {
        let index = Int.random(in: text.indices, using: &random)
        var line = text[index]
        let place = line.index(line.startIndex, offsetBy: Int.random(in: 0...line.count, using: &random))
        line.insert(contentsOf: signs.randomElement(using: &random) ?? "", at: place)
        text[index] = line
      }
      _ = try? MappingParser.mapping(text.joined(separator: "\n"), file: "odd.toml", isOwn: true)
    }
  }
}

@Suite struct DerivationTests {
  private let mappings = Mappings()
  private let places = Places()

  private func derived(_ name: String, _ header: [String], _ row: [String?]) throws -> [String: String?] {
    let mapping = try #require(mappings[name])
    var found: [String: String?] = [:]
    for derivation in mapping.derivations(header: header, places: places) {
      found[derivation.title] = derivation.value(derivation.inputs.map { row[$0] })
    }
    return found
  }

  @Test(
    arguments: [
      (["azienda", "Milano", "MI", "ITC4"], "company", "Lombardia"),
      (["pmi", "Napoli", "NA", nil], "sme", "Campania"),
      (["Università", nil, nil, "ITH10"], "university", "Bolzano/Bozen"),
      (["circolo", "", "NAN", ""], "?circolo", "?NAN"),
      (["", "", "", ""], nil, nil),
      ([nil, "Castro", "", "FR10"], nil, "FR10"),
      ([" banca ", " ", "Reggio", ""], "bank", "ITF6 or ITH5"),
      (["banca", "", "MI", "ITF3"], "bank", "ITC4 or ITF3"),
    ] as [([String?], String?, String?)])
  func regionAndKindOfALineOfOrganisations(row: [String?], kind: String?, region: String?) throws {
    let found = try derived("organisations", ["kind", "city", "province", "nuts2"], row)
    #expect(found == ["KIND": kind, "REGION": region])
  }

  @Test func twoColumnsDecideTheKindOfCORDIS() throws {
    let header = ["activityType", "SME", "country", "nutsCode"]
    #expect(try derived("cordis-organization", header, ["PRC", "true", "IT", "ITC11"])["KIND"] == "sme")
    #expect(try derived("cordis-organization", header, ["PRC", "false", "IT", "ITC11"])["KIND"] == "company")
    #expect(
      try derived("cordis-organization", header, ["HES", "true", "IT", "ITC11"])["KIND"] == "university")
    #expect(try derived("cordis-organization", header, ["HES", nil, "FR", nil])["REGION"] == "FR")
  }

  @Test func aFileWithoutEvidenceGetsNoColumn() throws {
    #expect(try derived("cordis-project", ["id", "title"], ["1", "x"]) == [:])
    #expect(try derived("organisations", ["name", "fatturato"], ["x", "1"]) == [:])
  }

  @Test func theVersionChangesWithTheMappingsAndThePlaces() throws {
    let others = Places(municipalities: [("Agliè", "ITC11")])
    #expect(Mapping.derivationVersion(places: places) == Mapping.derivationVersion(places: Places()))
    #expect(Mapping.derivationVersion(places: places) != Mapping.derivationVersion(places: others))
    let fixture = try ImportFixture([:], mappings: ["mine": MappingTests.own])
    let index = MappingIndex(folders: ["\(fixture.folder)/mappings"])
    #expect(index.version != MappingIndex().version)
    #expect(MappingIndex().version == MappingIndex(folders: ["/nowhere"]).version)
  }
}
