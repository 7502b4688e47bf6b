// Imports of small files: what is kept, merged and rejected, and what is told instead of guessed.

import Foundation
import Sheets
import Testing

@testable import ClusterDomain

@Suite struct ImportTests {
  private static let header =
    "id,name,kind,city,province,nuts2,nace,employees,turnover_eur,cluster_id,joined_on,website"

  @Test func aRowBecomesAnOrganisationItsClusterAndItsMembership() throws {
    let fixture = try ImportFixture([
      "m.csv": Self.header
        + "\nM01,Acme S.r.l.,azienda,Milano,MI,ITC4,01.10,29,1106565,C0003,2022-03-14,https://acme.example\n"
    ])
    let report = try fixture.run(["m.csv"])
    #expect(report.files[0].mapping == "organisations")
    #expect(report.sums == [1, 1, 0, 0, 0])
    let organisation = try #require(try fixture.rows("organisations").first)
    #expect(
      organisation == [
        "id": "M01", "name": "Acme S.r.l.", "kind": "company", "city": "Milano", "region": "ITC4",
        "activity": "NACE 01.10", "vat_number": "", "tax_code": "", "employees": "29", "turnover": "1106565",
        "website": "https://acme.example",
      ])
    #expect(try fixture.rows("clusters").map { [$0["id"], $0["country"]] } == [["C0003", "ZZ"]])
    let membership = try #require(try fixture.rows("memberships").first)
    #expect([membership["cluster"], membership["organisation"]] == ["C0003", "M01"])
    #expect(membership["note"] == "joined 2022-03-14")
    #expect(try fixture.problems() == [])
  }

  @Test func rowsOfOneOrganisationAreMergedAndWhatTheySayOtherwiseIsStated() throws {
    let header =
      "projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;city;country;nutsCode;role;ecContribution;netEcContribution;totalCost;endOfParticipation\n"
    let fixture = try ImportFixture([
      "o.csv": header
        + "101;ABC;999;IT1;UNI ROMA;;false;HES;Roma;IT;ITI43;participant;100.5;100.5;1000,50;false\n"
        + "102;DEF;999;IT1;Uni Roma;;false;HES;Roma;IT;ITI43;coordinator;;0;;false\n"
        + "103;GHI;999;IT1;Uni Roma;;false;HES;Milano;IT;ITI43;coordinator;20;;;false\n"
        + "103;GHI;888;;Acme;;true;PRC;Torino;IT;ITC11;participant;30;;;false\n"
    ])
    let report = try fixture.run(["o.csv"])
    #expect(report.sums == [4, 2, 2, 0, 1])
    #expect(
      try fixture.rows("organisations").map { [$0["id"], $0["name"], $0["kind"], $0["region"]] } == [
        ["999", "UNI ROMA", "university", "ITI4"], ["888", "Acme", "sme", "ITC1"],
      ])
    let statements = try fixture.rows("statements").map {
      [$0["key"], $0["column"], $0["value"], $0["note"]]
    }
    #expect(statements.contains(["999", "name", "Uni Roma", "line 3"]))
    #expect(statements.count { $0[1] == "name" } == 1)
    #expect(statements.contains(["999", "city", "Milano", "line 4"]))
    #expect(
      statements.filter { $0[0] == "999" && $0[1] == "project" }.map { $0[2] } == ["101", "102", "103"])
    #expect(try fixture.rows("organisations").map { $0["vat_number"] } == ["IT1", ""])
    #expect(try fixture.rows("projects").map { $0["id"] } == ["101", "102", "103"])
    let problem = try #require(try fixture.rows("problems").first)
    #expect([problem["line"], problem["column"], problem["text"]] == ["4", "city", "Milano"])
    #expect(try fixture.problems() == [])
  }

  @Test func moneyOfParticipantsIsNeverAddedUpAndEmptyIsNotZero() throws {
    let header =
      "projectID;projectAcronym;organisationID;name;activityType;country;role;ecContribution;totalCost;endOfParticipation\n"
    let fixture = try ImportFixture([
      "o.csv": header + "101;ABC;1;One;PRC;IT;participant;100.5;1000,50;false\n"
        + "101;ABC;2;Two;PRC;IT;participant;0;;false\n"
    ])
    _ = try fixture.run(["o.csv"])
    let figures = try fixture.rows("figures").map {
      [$0["subject"], $0["measure"], $0["value"], $0["basis"]]
    }
    #expect(
      figures == [
        ["101", "EU contribution to a participant", "100.5", "One"],
        ["101", "total cost of a participant", "1000.5", "One"],
        ["101", "EU contribution to a participant", "0", "Two"],
      ])
  }

  @Test func whatIsDoubtfulIsToldAndLeftEmpty() throws {
    let fixture = try ImportFixture([
      "m.csv":
        "id,name,kind,province,country,employees\n1,One,azienda,NAN,IT,12\n2,Two,cooperativa,MI,IT,0-4\n3,Three,azienda,NA,IT,7\n"
        + "4,Four,azienda,,NA,8\n5,Five,,Reggio,IT,n.d.\n"
    ])
    let report = try fixture.run(["m.csv"])
    #expect(report.sums == [5, 5, 0, 0, 6])
    let rows = try fixture.rows("organisations")
    #expect(rows.map { $0["region"] } == ["", "ITC4", "ITF3", "", ""])
    #expect(rows.map { $0["kind"] } == ["company", "other", "company", "company", "other"])
    let problems = try fixture.rows("problems").map {
      [$0["line"] ?? "", $0["column"] ?? "", $0["text"] ?? ""]
    }
    #expect(
      Set(problems) == [
        ["2", "province", "NAN"], ["3", "kind", "cooperativa"], ["3", "employees", "0-4"], ["6", "kind", ""],
        ["6", "province", "Reggio"], ["6", "employees", "n.d."],
      ])
    #expect(rows.map { $0["employees"] } == ["12", "", "7", "8", ""])
    #expect(try fixture.problems() == [])
  }

  @Test func rowsThatCannotBeUsedAreRejectedWithTheirText() throws {
    let fixture = try ImportFixture([
      "m.csv":
        "id,name,kind,city\n1,One,azienda,Roma\n2,,azienda,\"Roma, IT\"\n3,Three,azienda,Roma,too much\n4,Four\n,,azienda,Roma\n"
    ])
    let report = try fixture.run(["m.csv"])
    #expect(report.sums == [5, 1, 0, 4, 0])
    let rejected = try fixture.rows("rejected")
    #expect(rejected.map { $0["line"] } == ["3", "4", "5", "6"])
    #expect(rejected[0]["column"] == "name")
    #expect(rejected[0]["row"] == "2,,azienda,\"Roma, IT\"")
    #expect(rejected[1]["reason"]?.hasPrefix("has more cells") == true)
    #expect(rejected[2]["row"] == "4,Four")
    #expect(rejected[3]["reason"]?.hasPrefix("states no id") == true)
  }

  @Test func severalFilesBecomeOneDataset() throws {
    let fixture = try ImportFixture([
      "project.csv":
        "id,acronym,status,title,startDate,endDate,totalCost,ecMaxContribution,frameworkProgramme,fundingScheme\n101,ABC,SIGNED,\"A title, long\",2023-01-01,2025-12-31,0,75000,HORIZON,HORIZON-CSA\n",
      "organization.csv":
        "projectID;projectAcronym;organisationID;name;activityType;country;role;endOfParticipation\n101;ABC;1;One;PRC;IT;participant;false\n",
    ])
    let report = try fixture.run(["project.csv", "organization.csv"])
    #expect(report.files.map(\.mapping) == ["cordis-project", "cordis-organization"])
    #expect(report.addsUp)
    #expect(
      try fixture.rows("projects") == [["id": "101", "name": "ABC - A title, long", "programme": "HORIZON"]])
    #expect(
      try fixture.rows("figures").map { [$0["measure"], $0["value"]] } == [
        ["EU contribution", "75000"], ["budget", "0"],
      ])
    let statements = try fixture.rows("statements").map {
      [$0["table"], $0["key"], $0["column"], $0["value"]]
    }
    #expect(statements.contains(["projects", "101", "name", "ABC"]))
    #expect(statements.contains(["projects", "101", "start", "2023-01-01"]))
    #expect(try fixture.rows("sources").map { $0["id"] } == ["project.csv", "organization.csv"])
    #expect(try fixture.problems() == [])
  }

  @Test func keysAreKeptAsCodesAndMadeFromNames() throws {
    let fixture = try ImportFixture([
      "m.csv":
        "name,city,province\nForlì & Figli S.p.A.,Roma,RM\nForli' e figli spa,Milano,MI\nFORLÌ & FIGLI S.P.A.,ROMA,RM\n日本,Roma,RM\nForlì & Figli S.p.A.,Torino,TO\n"
    ])
    let report = try fixture.run(["m.csv"])
    #expect(report.sums == [5, 4, 1, 0, 1])
    let ids = try fixture.rows("organisations").compactMap { $0["id"] }
    #expect(ids.prefix(2) == ["forli-figli-s-p-a", "forli-e-figli-spa"])
    #expect(ids[2].hasPrefix("x-"))
    #expect(ids[3] == "forli-figli-s-p-a-2")
    #expect(Set(ids).count == 4)
    let stated = try fixture.rows("statements").map { [$0["key"], $0["value"]] }
    #expect(stated == [["forli-figli-s-p-a", "FORLÌ & FIGLI S.P.A."], ["forli-figli-s-p-a", "ROMA"]])
  }

  @Test func textIsCleanedAndNothingOddReachesTheTables() throws {
    let fixture = try ImportFixture([
      "m.csv": "id,name,kind,city\n1,\"  Two\n lines\u{00A0}\u{00A0}here \",azienda,Ro\u{1B}ma\n"
    ])
    #expect(try fixture.run(["m.csv"]).sums == [1, 1, 0, 0, 1])
    let row = try #require(try fixture.rows("organisations").first)
    #expect([row["name"], row["city"]] == ["Two lines here", "Roma"])
    #expect(try fixture.problems() == [])
  }

  @Test func twoImportsGiveTheSameBytes() throws {
    let text =
      Self.header + "\n"
      + (0..<3000).map { "M\($0),Name \($0 % 700),azienda,Roma,RM,,,\($0),,C\($0 % 9),2020-01-02," }.joined(
        separator: "\n")
    let fixture = try ImportFixture(["m.csv": text])
    _ = try fixture.run(["m.csv"], into: "one")
    _ = try fixture.run(["m.csv"], into: "two")
    let one = try fixture.contents(of: "one")
    #expect(one == (try fixture.contents(of: "two")))
    #expect(one.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains(fixture.folder) })
  }
}
