// Decides from all cells of a column how each of them is read.

extension ColumnEvidence {
  /// How the cells are read.
  ///
  /// A column is one of numbers, dates, codes or flags when nine of ten cells are; words for what is missing
  /// and empty cells are left out of the count. The cells that do not fit are doubts, never dropped.
  public func decision(_ forced: ForcedReading? = nil) -> ColumnReading {
    let kind = forced.map(forcedKind) ?? decidedKind
    return ColumnReading(
      kind: kind, explanation: explanation(kind, isForced: forced != nil), missingWords: missingWords(kind),
      isForced: forced != nil, stated: stated, unfit: unfit(kind))
  }

  /// Cells that hold something, and are no words for what is missing.
  var stated: Int {
    CellShape.allCases.reduce(0) { $0 + count($1) } - count(.empty) - count(.missing) - count(.notAvailable)
  }

  var numbers: Int { count(.numbers) }

  /// Whether nine of ten cells are such.
  func isMost(_ cells: Int) -> Bool { cells > 0 && cells * 10 >= stated * 9 }

  private var decidedKind: ColumnKind {
    if isFlag { return .flag }
    if isDate { return .date(dateReading()) }
    if isCode { return .code }
    guard isMost(numbers) else { return .text }
    let plain = count(.whole) + count(.year) + count(.compactDate) + count(.blankGroups)
    return plain == numbers && unitUse == .none ? .whole : .amount(amountReading())
  }

  private func forcedKind(_ forced: ForcedReading) -> ColumnKind {
    switch forced {
    case .text: return .text
    case .code: return .code
    case .flag: return .flag
    case .number(.none): return .amount(amountReading())
    case .number(.some(.point)):
      return .amount(AmountReading(decimal: .point, point: .decimals, comma: .thousands, unit: unitUse))
    case .number(.some(.comma)):
      return .amount(AmountReading(decimal: .comma, point: .thousands, comma: .decimals, unit: unitUse))
    case .date(let order, let since):
      let first = since.map { Int16(min(max($0, 1), 9900)) }
      return .date(dateReading(order: order, years: first.map { $0...$0 + 99 }))
    }
  }

  /// Cells that give a doubt.
  private func unfit(_ kind: ColumnKind) -> Int {
    switch kind {
    case .text, .code: return 0
    case .flag: return stated - count(.flag)
    case .whole: return stated - numbers
    case .amount(let reading):
      let points = reading.point == .unknown ? count(.pointThree) : 0
      return stated - numbers + points + (reading.comma == .unknown ? count(.commaThree) : 0)
    case .date(let reading): return stated - readable(reading)
    }
  }

  /// The words for what is missing that occur, the most frequent first; among texts `NA` is none of them.
  func missingWords(_ kind: ColumnKind) -> [MissingWord] {
    var words = CellWords.missing.indices.map {
      MissingWord(word: CellWords.missing[$0], count: missing[UInt8($0)])
    }
    if kind != .text, kind != .code { words.append(MissingWord(word: "NA", count: count(.notAvailable))) }
    return words.filter { $0.count > 0 }.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
  }
}

// MARK: - Flags and codes

extension ColumnEvidence {
  private var isFlag: Bool { isMost(count(.flag)) && CellWords.areFlags(flags) }

  /// Digits beginning with zero, or identifiers of one length, make a column of codes.
  private var isCode: Bool {
    let codes = count(.codes)
    let all = codes + numbers + (count(.dotted) > 0 ? count(.shortDots) : 0)
    if codes == 0 { return isIdentifier }
    guard isMost(all) else { return false }
    let isOneWidth = count(.digits) == all && widths.nonzeroBitCount == 1
    // Amounts may hold a stray 00; where nothing looks like an amount, a few codes in many cells tell.
    return isOneWidth || codes * (looksLikeAmounts ? 2 : codes < 3 ? 100 : 500) >= all
  }

  private var looksLikeAmounts: Bool {
    unitUse != .none
      || count(.commaDecimal2) + count(.commaDecimal) + count(.commaGroups) + count(.pointGroups) > 0
  }

  /// Twenty or more numbers of one length of eight digits or more, few of them round.
  private var isIdentifier: Bool {
    guard numbers >= 20, isMost(numbers), count(.digits) == numbers, widths.nonzeroBitCount == 1 else {
      return false
    }
    return widths >= 1 << 8 && zeroEndings * 4 <= numbers
  }
}

extension CellWords {
  /// Whether the words seen are yes and no: both of a pair, or a word that can mean nothing else.
  static func areFlags(_ seen: UInt64) -> Bool {
    let words = flags.indices.filter { seen >> UInt64($0) & 1 == 1 }.map {
      (word: flags[$0], isYes: $0 % 2 == 0)
    }
    let long = words.filter { $0.word.utf8.count > 1 }
    if words.count > long.count {
      return long.isEmpty
        && letterPairs.contains { pair in words.allSatisfy { pair.contains($0.word) } && words.count == 2 }
    }
    let clear: Set = ["true", "false", "yes", "vero", "falso", "vrai", "faux", "wahr", "falsch"]
    return long.contains { clear.contains($0.word) } || Set(long.map(\.isYes)).count == 2
  }

  private static let letterPairs = ["yn", "sn", "jn", "on", "tf", "vf"].map { pair in
    Set(pair.map(String.init))
  }
}

// MARK: - Numbers

extension ColumnEvidence {
  func amountReading() -> AmountReading {
    let points = count(.pointDecimal2) + count(.pointDecimal)
    let commas = count(.commaDecimal2) + count(.commaDecimal)
    let point = role(
      of: count(.pointThree), decimals: points, others: count(.pointDecimal),
      thousands: count(.pointGroups) + commas)
    let comma = role(
      of: count(.commaThree), decimals: commas, others: count(.commaDecimal),
      thousands: count(.commaGroups) + points)
    return AmountReading(decimal: decimal(points, commas), point: point, comma: comma, unit: unitUse)
  }

  /// What a mark before three digits means.
  ///
  /// Cells that are clear on their own decide, if those that say otherwise are fewer than one in a hundred.
  /// One clear cell is enough for thousands. Decimals that happen to have three digits are seldom alone:
  /// they need one clear cell to twenty, and not all of these with two digits.
  private func role(of threes: Int, decimals: Int, others: Int, thousands: Int) -> AmountReading.Role {
    if thousands > 0, decimals * 100 <= thousands { return .thousands }
    guard others > 0, thousands * 100 <= decimals else { return .unknown }
    return decimals * 20 >= threes ? .decimals : .unknown
  }

  private func decimal(_ points: Int, _ commas: Int) -> DecimalMark? {
    if points > 0, commas * 100 <= points { return .point }
    return commas > 0 && points * 100 <= commas ? .comma : nil
  }

  var unitUse: UnitUse {
    let used = AmountUnit.allCases.filter { units[$0.rawValue] > 0 }
    guard let first = used.first else { return .none }
    if used.count > 1 { return .mixed }
    return units[first.rawValue] >= numbers ? .all(first) : .partly(first)
  }
}
