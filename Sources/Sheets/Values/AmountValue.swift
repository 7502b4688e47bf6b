// The number that a cell of a column of numbers holds.

extension AmountReading {
  @inline(__always)
  func value(_ cell: UnsafeBufferPointer<UInt8>) -> CellReading {
    if let number = CellScanner.plainNumber(cell) { return .number(Double(number)) }
    return value(CellScanner.scan(cell))
  }

  private func value(_ scanned: ScannedCell) -> CellReading {
    switch scanned.shape {
    case .whole, .year, .compactDate: .number(scanned.number(decimals: 0))
    case .pointGroups, .commaGroups, .blankGroups: .number(scanned.number(decimals: 0))
    case .pointDecimal2, .pointDecimal, .commaDecimal2, .commaDecimal, .monthYearDot, .exponent:
      .number(scanned.number(decimals: Int(scanned.decimals)))
    case .pointThree: threeDigits(scanned, point)
    case .commaThree: threeDigits(scanned, comma)
    default: other(scanned)
    }
  }

  @inline(__always)
  private func threeDigits(_ scanned: ScannedCell, _ role: Role) -> CellReading {
    switch role {
    case .unknown: .doubtful(.thousandsOrDecimals)
    case .thousands: .number(scanned.number(decimals: 0))
    case .decimals: .number(scanned.number(decimals: 3))
    }
  }

  private func other(_ scanned: ScannedCell) -> CellReading {
    if let reading = ColumnKind.common(scanned) { return reading }
    switch scanned.shape {
    case .leadingZero, .dotted: return .doubtful(.leadingZero)
    case .longDigits: return .doubtful(.tooManyDigits)
    case .range: return .doubtful(.range)
    case .bound: return .doubtful(.bound)
    case .unitWord: return .doubtful(.unknownWord)
    case .unclearScale: return .doubtful(.unclearScale)
    default: return .doubtful(.notANumber)
    }
  }
}

extension ScannedCell {
  /// The number with so many digits after its decimal mark.
  @inline(__always)
  func number(decimals: Int) -> Double {
    let power = Int(scale) - decimals
    guard digits <= 15, power >= -22, power <= 22 else { return exactNumber(power) }
    // Both are exact, so the quotient or product is rounded once.
    let number = power < 0 ? Double(mantissa) / Self.tenTo(-power) : Double(mantissa) * Self.tenTo(power)
    return isNegative ? -number : number
  }

  /// More digits than a `Double` multiplies exactly.
  private func exactNumber(_ power: Int) -> Double {
    let number = Double("\(mantissa)e\(power)") ?? .nan
    return isNegative ? -number : number
  }

  /// A power of ten up to 22, which a `Double` holds exactly.
  @inline(__always)
  private static func tenTo(_ power: Int) -> Double {
    var result = 1.0
    for _ in 0..<power { result *= 10 }
    return result
  }
}
