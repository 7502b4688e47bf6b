// Every table of a dataset, declared: a column is one line, and one argument of the entity.

extension DatasetReader {
  /// The tables that the program knows.
  static let tableNames: Set<String> = [
    "sources", "countries", "regions", "networks", "totals", "organisations", "programmes", "clusters",
    "calls", "deadlines", "projects", "figures", "labels", "label_rules", "label_counts", "memberships",
    "network_memberships", "conditions", "participations", "statements",
  ]
}

// What a row states stands, even where the page that states it is not listed.
private let source = Column("source", .required, .reference("sources", ifDangling: .keep))
private let note = Column("note")

/// Years that a calendar can name.
private let years = 1...9999
/// Money and sizes; a greater `Double` is no exact whole number any more.
private let sizes = -9e15...9e15

private func words<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> [String] {
  type.allCases.map(\.rawValue)
}

// MARK: - Reference tables

extension Table where Row == Source {
  static var sources: Table {
    Table(
      "sources",
      [
        Column("id", .required, .key),
        Column("url", .required),
        Column("title"),
        Column("publisher"),
        Column("published", .optional, .date),
      ]
    ) { row in
      Source(
        id: row.id("id"), url: row.word("url"), title: row.text("title"), publisher: row.text("publisher"),
        published: row.date("published"))
    }
  }
}

extension Table where Row == Country {
  static var countries: Table {
    Table("countries", [Column("id", .required, .key), Column("name", .required)]) { row in
      Country(id: row.id("id"), name: row.word("name"))
    }
  }
}

extension Table where Row == Region {
  static var regions: Table {
    Table(
      "regions",
      [
        Column("id", .required, .key),
        Column("name", .required),
        Column("name_en", .required),
        Column("legacy", .optional, .list),
        Column("country", .required, .reference("countries", ifDangling: .keep)),
        source,
      ]
    ) { row in
      Region(
        id: row.id("id"), name: row.word("name"), englishName: row.word("name_en"),
        legacyCodes: row.list("legacy"), country: row.word("country"), source: row.id("source"))
    }
  }
}

extension Table where Row == Network {
  static var networks: Table {
    Table("networks", [Column("id", .required, .key), Column("name", .required)]) { row in
      Network(id: row.id("id"), name: row.word("name"))
    }
  }
}

extension Table where Row == Total {
  static var totals: Table {
    Table(
      "totals",
      [Column("id", .required, .key), Column("name", .required), Column("sectors", .optional, .list), note]
    ) { row in
      Total(id: row.id("id"), name: row.word("name"), sectors: row.list("sectors"), note: row.text("note"))
    }
  }
}

extension Table where Row == Statement {
  static var statements: Table {
    Table(
      "statements",
      [
        Column("table", .required, .choice(DatasetReader.tableNames.subtracting(["statements"]).sorted())),
        Column("key", .required, .referenceBy("table")),
        Column("column", .required),
        Column("value", .required),
        source,
        note,
      ]
    ) { row in
      Statement(
        table: row.word("table"), key: row.word("key"), column: row.word("column"), value: row.word("value"),
        source: row.id("source"), note: row.text("note"))
    }
  }
}

// MARK: - Clusters, their members and figures

extension Table where Row == Cluster {
  static var clusters: Table {
    Table(
      "clusters",
      [
        Column("id", .required, .key),
        Column("name", .required),
        Column("short_name"),
        Column("kind"),
        Column("country", .required, .reference("countries", ifDangling: .keep)),
        Column("region", .optional, .reference("regions", ifDangling: .leaveEmpty)),
        Column("place"),
        Column("sectors", .optional, .list),
        Column("founded", .optional, .date),
        Column("website"),
        source,
        note,
      ]
    ) { row in
      Cluster(
        id: row.id("id"), name: row.word("name"), shortName: row.text("short_name"),
        kind: row.text("kind") ?? "", country: row.word("country"), region: row.optionalID("region"),
        place: row.text("place"), sectors: row.list("sectors"), founded: row.date("founded"),
        website: row.text("website"), source: row.id("source"), note: row.text("note"))
    }
  }
}

extension Table where Row == Organisation {
  static var organisations: Table {
    Table(
      "organisations",
      [
        Column("id", .required, .key),
        Column("name", .required),
        Column("kind", .required, .choice(words(Organisation.Kind.self))),
        Column("city"),
        Column("region", .optional, .reference("regions", ifDangling: .leaveEmpty)),
        Column("activity"),
        Column("vat_number", .extra),
        Column("tax_code", .extra),
        Column("employees", .extra, .integer(0...1_000_000_000)),
        Column("turnover", .extra, .number(sizes)),
        Column("website", .extra),
      ]
    ) { row in
      Organisation(
        id: row.id("id"), name: row.word("name"), kind: row.choice("kind") ?? .other, city: row.text("city"),
        region: row.optionalID("region"), activity: row.text("activity"), vatNumber: row.text("vat_number"),
        taxCode: row.text("tax_code"), employees: row.integer("employees"), turnover: row.number("turnover"),
        website: row.text("website"))
    }
  }
}

extension Table where Row == Membership {
  static var memberships: Table {
    Table(
      "memberships",
      [
        Column("cluster", .required, .reference("clusters", ifDangling: .skipRow)),
        Column("organisation", .required, .reference("organisations", ifDangling: .skipRow)),
        Column("basis", .required, .choice(words(Membership.Basis.self))),
        Column("kind", .optional, .choice(words(Organisation.Kind.self))),
        Column("city"),
        Column("region", .optional, .reference("regions", ifDangling: .leaveEmpty)),
        Column("activity"),
        source,
        note,
      ], statementKey: \.statementKey
    ) { row in
      Membership(
        cluster: row.id("cluster"), organisation: row.id("organisation"),
        basis: row.choice("basis") ?? .stated, kind: row.choice("kind"), city: row.text("city"),
        region: row.optionalID("region"), activity: row.text("activity"), note: row.text("note"),
        source: row.id("source"))
    }
  }
}

extension Table where Row == Figure {
  static var figures: Table {
    Table(
      "figures",
      [
        Column("subject_type", .required, .choice(["cluster", "programme", "call", "project", "total"])),
        Column("subject", .required, .referenceBy("subject_type")),
        Column("measure", .required),
        Column("bound", .required, .choice(words(Figure.Bound.self))),
        Column("value", .required, .number(sizes)),
        Column("unit", .required),
        Column("as_of", .optional, .date),
        Column("basis"),
        source,
        note,
      ], statementKey: \.statementKey
    ) { row in
      guard let subject = Subject(kind: row.word("subject_type"), key: row.word("subject")) else {
        return nil
      }
      return Figure(
        subject: subject, measure: row.word("measure"), bound: row.choice("bound") ?? .exact,
        value: row.number("value") ?? 0, unit: row.word("unit"), asOf: row.date("as_of"),
        basis: row.text("basis"), source: row.id("source"), note: row.text("note"))
    }
  }
}

extension Subject {
  fileprivate init?(kind: String, key: String) {
    switch kind {
    case "cluster": self = .cluster(ID(rawValue: key))
    case "programme": self = .programme(ID(rawValue: key))
    case "call": self = .call(ID(rawValue: key))
    case "project": self = .project(ID(rawValue: key))
    case "total": self = .total(ID(rawValue: key))
    default: return nil
    }
  }
}

extension Table where Row == NetworkMembership {
  static var networkMemberships: Table {
    Table(
      "network_memberships",
      [
        Column("network", .required, .reference("networks", ifDangling: .skipRow)),
        Column("cluster", .optional, .reference("clusters", ifDangling: .leaveEmpty)),
        Column("member_name", .required),
        Column("area"),
        source,
        note,
      ], statementKey: \.statementKey
    ) { row in
      NetworkMembership(
        network: row.id("network"), cluster: row.optionalID("cluster"), memberName: row.word("member_name"),
        area: row.text("area"), note: row.text("note"), source: row.id("source"))
    }
  }
}

// MARK: - Labels

extension Table where Row == LabelEvent {
  static var labels: Table {
    Table(
      "labels",
      [
        Column("id", .required, .key),
        Column("award", .required),
        Column("cluster", .required, .reference("clusters", ifDangling: .skipRow)),
        Column("event", .required, .choice(words(LabelEvent.Kind.self))),
        Column("level", .required, .choice(words(LabelLevel.self))),
        Column("portfolio"),
        Column("date", .optional, .date),
        Column("valid_until", .optional, .date),
        Column("stated_years", .optional, .integer(LabelRule.yearsRange)),
        Column("score", .optional, .number(0...100)),
        Column("collective", .optional, .flag),
        Column("recorded", .extra, .date),
        source,
        note,
      ],
      fault: { event in
        guard let date = event.date, let end = event.validUntil, end.last < date.first else { return nil }
        let reason = "lies before the date \(date); kept as stated"
        return ("valid_until", Finding(reason: reason, text: "\(end)", severity: .value))
      }
    ) { row in
      guard let kind: LabelEvent.Kind = row.choice("event"), let level: LabelLevel = row.choice("level")
      else {
        return nil
      }
      return LabelEvent(
        id: row.id("id"), award: row.id("award"), cluster: row.id("cluster"), kind: kind, level: level,
        portfolio: row.text("portfolio"), date: row.date("date"), validUntil: row.date("valid_until"),
        statedYears: row.integer("stated_years"), score: row.number("score"),
        isCollective: row.flag("collective"), recorded: row.date("recorded"), source: row.id("source"),
        note: row.text("note"))
    }
  }
}

extension Table where Row == LabelRule {
  static var labelRules: Table {
    Table(
      "label_rules",
      [
        Column("id", .required, .key),
        Column("levels", .optional, .choices(words(LabelLevel.self))),
        Column("rule", .required),
        Column("value"),
        Column("unit"),
        Column("use", .optional, .choice(words(LabelRule.Use.self))),
        Column("valid_from", .optional, .date),
        Column("valid_to", .optional, .date),
        source,
        note,
      ],
      fault: { rule in
        guard !rule.isUsable, let use = rule.use else { return nil }
        let range = LabelRule.yearsRange
        let wanted =
          switch use {
          case .leastScore: "percentage"
          case .upgradeInterval: "number of years up to \(range.upperBound)"
          default: "whole number of years between \(range.lowerBound) and \(range.upperBound)"
          }
        let reason = "is no \(wanted); rule not applied"
        let text = [rule.value, rule.unit].compactMap(\.self).joined(separator: " ")
        return ("value", Finding(reason: reason, text: text, severity: .value))
      }
    ) { row in
      LabelRule(
        id: row.id("id"), levels: row.list("levels").compactMap(LabelLevel.init), rule: row.word("rule"),
        value: row.text("value"), unit: row.text("unit"), use: row.choice("use"),
        validFrom: row.date("valid_from"), validTo: row.date("valid_to"), source: row.id("source"),
        note: row.text("note"))
    }
  }
}

extension Table where Row == LabelCount {
  static var labelCounts: Table {
    Table(
      "label_counts",
      [
        Column("as_of", .optional, .date),
        Column("level", .required),
        Column("area"),
        Column("count", .required, .integer(0...1_000_000_000)),
        source,
        note,
      ], statementKey: \.statementKey
    ) { row in
      LabelCount(
        asOf: row.date("as_of"), level: row.word("level"), area: row.text("area") ?? "",
        count: row.integer("count") ?? 0, source: row.id("source"), note: row.text("note"))
    }
  }
}

// MARK: - Funding

extension Table where Row == Programme {
  static var programmes: Table {
    Table(
      "programmes",
      [
        Column("id", .required, .key),
        Column("name", .required),
        Column("scope", .required),
        Column("region", .optional, .reference("regions", ifDangling: .leaveEmpty)),
        Column("part_of_eu", .extra, .flag),
        Column("managing_body"),
        Column("start", .optional, .integer(years)),
        Column("end", .optional, .integer(years)),
        Column("theme"),
        Column("applicants"),
        source,
        note,
      ]
    ) { row in
      Programme(
        id: row.id("id"), name: row.word("name"), scope: row.word("scope"),
        region: row.optionalID("region"), isForPart: row.flag("part_of_eu"),
        managingBody: row.text("managing_body"),
        start: row.integer("start"), end: row.integer("end"),
        theme: row.text("theme"), applicants: row.text("applicants"), source: row.id("source"),
        note: row.text("note"))
    }
  }
}

extension Table where Row == Call {
  static var calls: Table {
    Table(
      "calls",
      [
        Column("id", .required, .key),
        Column("programme", .required, .reference("programmes", ifDangling: .skipRow)),
        Column("name", .required),
        Column("opens", .optional, .date),
        Column("closes", .optional, .date),
        source,
        note,
      ]
    ) { row in
      Call(
        id: row.id("id"), programme: row.id("programme"), name: row.word("name"), opens: row.date("opens"),
        closes: row.date("closes"), source: row.id("source"), note: row.text("note"))
    }
  }
}

/// A deadline and the call that it belongs to.
typealias DeadlineOfCall = (ID<Call>, Deadline)

extension Table where Row == DeadlineOfCall {
  static var deadlines: Table {
    Table(
      "deadlines",
      [
        Column("call", .required, .reference("calls", ifDangling: .skipRow)),
        Column("date", .required, .date),
        Column("kind", .required),
        Column("time"),
        Column("zone"),
        Column("stated_status"),
        source,
      ], statementKey: { $0.1.statementKey(in: $0.0) },
      fault: { deadline in
        guard let time = deadline.1.time, !Deadline.isTime(time) else { return nil }
        return (
          "time",
          Finding(reason: "is no time of day such as 17:00; kept as stated", text: time, severity: .value)
        )
      }
    ) { row in
      guard let date = row.date("date") else { return nil }
      let deadline = Deadline(
        date: date, kind: row.word("kind"), time: row.text("time"), zone: row.text("zone"),
        statedStatus: row.text("stated_status"), source: row.id("source"))
      return (row.id("call"), deadline)
    }
  }
}

extension Table where Row == Condition {
  static var conditions: Table {
    Table(
      "conditions",
      [
        Column("programme", .required, .reference("programmes", ifDangling: .skipRow)),
        // Left empty it would hold for all calls of the programme.
        Column("call", .optional, .reference("calls", ifDangling: .keep)),
        Column("call_name"),
        Column("condition", .required),
        Column("value", .required),
        Column("test", .extra, .test),
        source,
        note,
      ], statementKey: \.statementKey
    ) { row in
      Condition(
        programme: row.id("programme"), call: row.optionalID("call"), callName: row.text("call_name"),
        condition: row.word("condition"), value: row.word("value"),
        test: row.text("test").flatMap { FitTest($0) }, source: row.id("source"), note: row.text("note"))
    }
  }
}

extension Table where Row == Project {
  static var projects: Table {
    Table(
      "projects",
      [
        Column("id", .required, .key),
        Column("name", .required),
        Column("programme", .optional, .reference("programmes", ifDangling: .leaveEmpty)),
      ]
    ) { row in
      Project(id: row.id("id"), name: row.word("name"), programme: row.optionalID("programme"))
    }
  }
}

extension Table where Row == Participation {
  static var participations: Table {
    Table(
      "participations",
      [
        Column("cluster", .required, .reference("clusters", ifDangling: .skipRow)),
        Column("project", .optional, .reference("projects", ifDangling: .leaveEmpty)),
        Column("programme", .optional, .reference("programmes", ifDangling: .leaveEmpty)),
        Column("year", .optional, .date),
        Column("amount", .optional, .number(0...sizes.upperBound)),
        Column("share", .extra, .flag),
        source,
        note,
      ], statementKey: \.statementKey
    ) { row in
      Participation(
        cluster: row.id("cluster"), project: row.optionalID("project"),
        programme: row.optionalID("programme"), year: row.date("year"), amount: row.number("amount"),
        isShare: row.flag("share"), source: row.id("source"), note: row.text("note"))
    }
  }
}
