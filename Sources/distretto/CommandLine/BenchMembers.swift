// A list of members that is the same on every machine, to measure on where no file is at hand.

/// Makes the rows of a list of members: names with accents, quotes and commas, codes, numbers, empty cells.
struct BenchMembers {
  let rows: Int

  private static let trades = [
    "Fonderie", "Officine", "Tornerie", "Stamperie", "Tessitura", "Ceramiche", "Molino", "Robotica",
    "Pneumatica", "Elettronica", "Energia", "Vernici",
  ]
  private static let owners = [
    "Brambilla", "Rossi", "Viganò", "Dal Prà", "D'Amico", "Müller", "Łukasik", "Bertè", "Zanon", "Lefèvre",
    "Colombo", "Gnutti", "Fumagalli",
  ]
  private static let forms = ["S.r.l.", "S.p.A.", "S.n.c.", "Soc. Coop."]
  private static let kinds = ["company", "company", "company", "company", "sme", "research", "university"]
  private static let places = [
    ("Milano", "MI", "ITC4"), ("Brescia", "BS", "ITC4"), ("Bergamo", "BG", "ITC4"), ("Torino", "TO", "ITC1"),
    ("Vicenza", "VI", "ITH3"), ("Padova", "PD", "ITH3"), ("Forlì", "FC", "ITH5"), ("Modena", "MO", "ITH5"),
    ("Firenze", "FI", "ITI1"), ("Roma", "RM", "ITI4"), ("L'Aquila", "AQ", "ITF1"), ("Napoli", "NA", "ITF3"),
    ("Bari", "BA", "ITF4"), ("Aosta", "AO", "ITC2"),
  ]

  /// Gives the file in pieces to `put`; false as soon as that gives false.
  func write(_ put: ([UInt8]) -> Bool) -> Bool {
    var bytes = Array("id,name,kind,city,province,nuts2,employees,turnover_eur,joined_on,website\n".utf8)
    for row in 1...rows {
      bytes += Self.line(row).utf8
      guard bytes.count > 1 << 20 else { continue }
      guard put(bytes) else { return false }
      bytes.removeAll(keepingCapacity: true)
    }
    return put(bytes)
  }

  /// A line depends on its number alone.
  private static func line(_ row: Int) -> String {
    var chance = UInt64(row) &* 0x9E37_79B9_7F4A_7C15
    func draw(_ count: Int) -> Int {
      chance ^= chance >> 30
      chance = chance &* 0xBF58_476D_1CE4_E5B9
      chance ^= chance >> 27
      return Int(chance >> 11) % count
    }
    let (trade, owner) = (trades[draw(trades.count)], owners[draw(owners.count)])
    let form = forms[draw(forms.count)]
    let name =
      switch draw(200) {
      case 0: "\"\(trade) \"\"\(owner)\"\" \(form)\""
      case 1: "\"\(trade) \(owner), \(form)\""
      default: "\(trade) \(owner) \(1 + draw(999)) \(form)"
      }
    let (city, province, region) = places[draw(places.count)]
    // Many small ones, few large ones.
    let staff = 1 + draw(9) + (draw(4) == 0 ? draw(240) : 0) + (draw(50) == 0 ? draw(20_000) : 0)
    let turnover = draw(50) == 0 ? "" : "\(staff * (60_000 + draw(200_000)))"
    let day = "\(2009 + draw(17))-\(twoDigits(1 + draw(12)))-\(twoDigits(1 + draw(28)))"
    let site = draw(8) == 0 ? "" : "https://www.\(trade.lowercased())\(draw(99_999)).example"
    return
      "M\(10_000_000 + row),\(name),\(kinds[draw(kinds.count)]),\(city),\(province),\(region),\(staff),"
      + "\(turnover),\(day),\(site)\n"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
