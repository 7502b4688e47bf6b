// The words that mean something in a cell: months, currencies, factors, yes and no, and what says "missing".

/// A word inside a number or a date.
enum InnerWord: Sendable {
  /// 1…12.
  case month(UInt8)
  /// The name of two different months.
  case unclearMonth
  /// 1…7 from Monday.
  case weekday(UInt8)
  case unit(AmountUnit)
  /// A power of ten.
  case scale(Int8)
  /// A power of ten with a currency, `TEUR`.
  case scaledUnit(Int8, AmountUnit)
  case unclearScale
  case quarter
  /// A word between the parts of a date, `de`.
  case joiner
  /// `ca.`, `oltre`.
  case bound
  /// `to`, `bis`.
  case until
}

/// A whole cell of one known word.
enum WholeWord: Sendable {
  /// Position in `CellWords.flags`.
  case flag(UInt8)
  /// Position in `CellWords.missing`.
  case missing(UInt8)
  /// `NA`.
  case notAvailable
}

/// The words known, as tables.
enum CellWords {
  /// Words for yes and no by pairs; yes at even positions, no at odd ones.
  static let flags = [
    "true", "false", "yes", "no", "si", "no", "sì", "no", "sí", "no", "ja", "nein", "ja", "nee", "oui", "non",
    "vero", "falso", "vrai", "faux", "wahr", "falsch", "tak", "nie", "sim", "não", "y", "n", "s", "n", "j",
    "n", "o", "n", "t", "f", "v", "f",
  ]

  /// Words and signs by which files say that something is missing; at most 16 bytes each.
  static let missing = [
    "n/a", "n.a.", "n.a", "#n/a", "n/d", "n.d.", "n.d", "nd", "-", "--", "---", "–", "—", ".", "..", "...",
    "…", ":", "?", "null", "(null)", "none", "nil", "nan", "<na>", "\\n", "no data", "not available",
    "not applicable", "unknown", "non disponibile", "non pervenuto", "non noto", "non definito", "k.a.",
    "k. a.", "keine angabe", "keine angaben", "unbekannt", "s/d", "s.d.", "sin datos", "no disponible",
    "n.c.", "n/c", "inconnu", "non renseigné", "brak", "brak danych", "tbd", "tbc", "undefined", "#ref!",
    "#value!", "#div/0!", "#name?",
  ]

  static let whole = WordTable<WholeWord>(
    flags.enumerated().map { ($1, .flag(UInt8($0))) }
      + missing.enumerated().map { ($1, .missing(UInt8($0))) } + [("na", .notAvailable)])

  /// Month names and their short forms: English, Italian, German, French, Spanish, Portuguese, Dutch, Polish.
  private static let months = [
    "january jan gennaio gen januar jänner jän janvier janv enero ene janeiro januari stycznia styczeń sty",
    "february feb febbraio febbr februar feber février fevrier févr fevr fév fev febrero fevereiro februari "
      + "lutego luty lut",
    "march mar marzo märz maerz mär mrz mars março marco maart mrt marca marzec",
    "april apr aprile avril avr abril abr kwietnia kwiecień kwi",
    "may maggio mag mai mayo maio mei maja maj",
    "june jun giugno giu juni juin junio junho czerwca czerwiec cze",
    "july jul luglio lug juli juillet juil julio julho lipca lipiec lip",
    "august aug agosto ago août aout augustus sierpnia sierpień sie",
    "september sep sept settembre sett set septembre septiembre setiembre setembro września wrzesień wrz",
    "october oct ottobre ott oktober okt octobre octubre outubro out października paź",
    "november nov novembre noviembre novembro",
    "december dec dicembre dic dezember dez décembre decembre déc diciembre dezembro grudnia grudzień gru",
  ]

  private static let weekdays = [
    "monday mon lunedì lunedi lun montag lundi lunes",
    "tuesday tue tues martedì martedi dienstag mardi martes",
    "wednesday wed mercoledì mercoledi mittwoch mercredi miércoles",
    "thursday thu thur thurs giovedì giovedi donnerstag jeudi jueves",
    "friday fri venerdì venerdi freitag vendredi viernes",
    "saturday sat sabato samstag sonnabend samedi sábado",
    "sunday sun domenica sonntag dimanche domingo",
  ]

  private static let units: [(AmountUnit, String)] = [
    (.eur, "eur euro euros"), (.gbp, "gbp"), (.usd, "usd"), (.chf, "chf sfr"), (.kr, "kr kr."), (.sek, "sek"),
    (.nok, "nok"), (.dkk, "dkk"), (.pln, "pln zł zŁ zl"), (.czk, "czk kč kČ"), (.huf, "huf ft"),
    (.hrk, "hrk kn"), (.ron, "ron lei"), (.bgn, "bgn лв"), (.tryLira, "try"), (.itl, "itl lit lire"),
    (.dem, "dem dm"), (.jpy, "jpy"),
  ]

  private static let scales: [(InnerWord, String)] = [
    (.scale(3), "mila mille thousand tsd k tausend tysięcy tys"),
    (
      .scale(6),
      "mln mio million millions milione milioni millionen millón millones milionów miljoen miljoner milj"
    ),
    (.scale(9), "bn mld mrd miliardo miliardi milliarde milliarden milliard milliards miliardów"),
    (.unclearScale, "m mm mil md b t mn bio billion billions billionen billón billones"),
    (.scaledUnit(3, .eur), "keur teur"), (.scaledUnit(6, .eur), "meur"),
  ]

  private static let others: [(InnerWord, String)] = [
    (.unclearMonth, "listopad listopada"), (.quarter, "q quarter trimestre trim quartal"),
    (.joiner, "de del di of the"), (.until, "to bis a à al until fino"),
    (.bound, "ca circa approx about oltre over min max almeno über ab più"),
  ]

  static let inner = WordTable<InnerWord>(innerWords)

  static let innerWords =
    listed(months.enumerated().map { (.month(UInt8($0 + 1)), $1) })
    + listed(weekdays.enumerated().map { (.weekday(UInt8($0 + 1)), $1) })
    + listed(units.map { (.unit($0), $1) }) + listed(scales) + listed(others)

  private static func listed(_ entries: [(InnerWord, String)]) -> [(String, InnerWord)] {
    entries.flatMap { meaning, words in words.split(separator: " ").map { (String($0), meaning) } }
  }
}
