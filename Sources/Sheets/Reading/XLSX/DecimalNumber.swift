// Numbers as sheets store them, written as Excel shows them: fifteen digits and no more.

/// A number in decimal, as far as nineteen digits hold it.
struct DecimalNumber: Equatable {
  private(set) var isNegative = false
  private(set) var mantissa: UInt64 = 0
  /// The number is `mantissa` times ten to the power of this.
  private(set) var exponent = 0

  /// Reads digits with a sign, a point and an exponent; `nil` for anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var hasDigits = false
    if index < text.count, text[index] == 0x2D || text[index] == 0x2B {
      isNegative = text[index] == 0x2D
      index += 1
    }
    var isFraction = false
    while index < text.count {
      let digit = text[index] &- 0x30
      if digit < 10 {
        hasDigits = true
        take(digit, isFraction: isFraction)
      } else if text[index] == 0x2E, !isFraction {
        isFraction = true
      } else {
        break
      }
      index += 1
    }
    guard hasDigits else { return nil }
    guard index == text.count || readExponent(text, index) else { return nil }
  }

  private mutating func take(_ digit: UInt8, isFraction: Bool) {
    if mantissa < 100_000_000_000_000_000 {
      mantissa = mantissa * 10 + UInt64(digit)
      if isFraction { exponent -= 1 }
    } else if !isFraction {
      exponent += 1
    }
  }

  private mutating func readExponent(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard text[start] | 0x20 == 0x65 else { return false }
    var index = start + 1
    var sign = 1
    if index < text.count, text[index] == 0x2D || text[index] == 0x2B {
      sign = text[index] == 0x2D ? -1 : 1
      index += 1
    }
    guard index < text.count else { return false }
    var value = 0
    while index < text.count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return false }
      value = min(9999, value * 10 + Int(digit))
      index += 1
    }
    exponent += sign * value
    return true
  }

  /// The number, near enough for dates.
  var value: Double {
    var result = Double(mantissa)
    var left = max(-400, min(400, exponent))
    while left < 0 {
      let step = min(22, -left)
      result /= Self.powers[step]
      left += step
    }
    while left > 0 {
      let step = min(22, left)
      result *= Self.powers[step]
      left -= step
    }
    return isNegative ? -result : result
  }

  private static let powers = (0...22).map { power in (0..<power).reduce(1.0) { result, _ in result * 10 } }
}

extension DecimalNumber {
  /// Appends the number with at most fifteen digits, without zeros at the end of a fraction.
  func append(to text: inout [UInt8]) {
    var rounded = self
    rounded.round()
    if rounded.mantissa == 0 { return text.append(0x30) }
    if isNegative { text.append(0x2D) }
    let digits = Array(String(rounded.mantissa).utf8)
    // How many digits stand before the point.
    let point = digits.count + rounded.exponent
    switch point {
    case -8...0:
      text += [0x30, 0x2E] + [UInt8](repeating: 0x30, count: -point) + digits
    case 1..<digits.count:
      text += digits[..<point] + [0x2E] + digits[point...]
    case digits.count...21:
      text += digits + [UInt8](repeating: 0x30, count: point - digits.count)
    default:
      text.append(digits[0])
      if digits.count > 1 { text += [0x2E] + digits[1...] }
      text += Array((point > 0 ? "E+\(point - 1)" : "E\(point - 1)").utf8)
    }
  }

  private mutating func round() {
    var unit: UInt64 = 1
    while mantissa / unit >= 1_000_000_000_000_000 {
      unit *= 10
      exponent += 1
    }
    mantissa = (mantissa + unit / 2) / unit
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
  }

  /// Appends a stored number as Excel shows it; what is no number is appended as it is.
  @inline(__always)
  static func append(_ stored: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    if !isPlain(stored), let number = DecimalNumber(stored) {
      number.append(to: &text)
    } else {
      text.append(contentsOf: stored)
    }
  }

  /// Whether a number is written as it should be: short, no exponent, no zeros at the end of a fraction.
  @inline(__always)
  private static func isPlain(_ stored: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = stored.first, stored.count <= 15, first != 0x30 || stored.count == 1 else {
      return false
    }
    var hasPoint = false
    for index in 0..<stored.count where stored[index] &- 0x30 >= 10 {
      guard stored[index] == 0x2E, !hasPoint, index > 0 else { return false }
      hasPoint = true
    }
    return !hasPoint || stored[stored.count - 1] != 0x30 && stored[stored.count - 1] != 0x2E
  }
}
