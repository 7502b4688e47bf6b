// Arithmetic of colours: luminance, perceptual distance, colour vision, and the nearest colour a terminal has.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A colour by its red, green and blue in sRGB.
struct RGB: Hashable, Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour by its `#rrggbb`.
  init?(hex: String) {
    let digits = hex.dropFirst()
    guard hex.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
  }

  /// The colour in light rather than in sRGB's steps.
  var linear: LinearRGB {
    LinearRGB(Self.light[Int(red)], Self.light[Int(green)], Self.light[Int(blue)])
  }

  private static let light: [Double] = (0...255).map { step in
    let value = Double(step) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// Contrast of two colours from 1 to 21, as WCAG 2.2 defines it.
  func contrast(with other: RGB) -> Double {
    let (one, two) = (linear.luminance, other.linear.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// This colour mixed with another; 0 is all this one.
  func mixed(with other: RGB, share: Double) -> RGB {
    func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8((Double(one) * (1 - share) + Double(two) * share).rounded())
    }
    return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }
}

/// A colour in amounts of light from 0 to 1.
struct LinearRGB: Sendable {
  let red: Double
  let green: Double
  let blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Relative luminance, as WCAG 2.2 defines it.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The colour in OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020).
  var perceived: OKLab {
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return OKLab(
      lightness: 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
      greenRed: 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
      blueYellow: 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short)
  }
}

/// A colour as it is perceived: distances are differences that people see.
struct OKLab: Sendable {
  let lightness: Double
  let greenRed: Double
  let blueYellow: Double

  /// How far it is from grey.
  var chroma: Double { (greenRed * greenRed + blueYellow * blueYellow).squareRoot() }

  /// The difference of two colours; about 0.02 is just noticeable.
  func distance(to other: OKLab) -> Double {
    let light = lightness - other.lightness
    let green = greenRed - other.greenRed
    let blue = blueYellow - other.blueYellow
    return (light * light + green * green + blue * blue).squareRoot()
  }
}

extension RGB {
  /// xterm's own 16 colours; every terminal has its own, these stand for them where a figure is needed.
  static let ansi: [RGB] = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205),
    RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0),
    RGB(255, 255, 0), RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  /// All 256 colours: the 16, the cube of 6 × 6 × 6 and the 24 greys.
  static let indexed: [RGB] = ansi + cube + greys

  private static let cube: [RGB] = (0..<216).map { index in
    func step(_ value: Int) -> UInt8 { value == 0 ? 0 : UInt8(55 + 40 * value) }
    return RGB(step(index / 36), step(index / 6 % 6), step(index % 6))
  }

  private static let greys: [RGB] = (0..<24).map { index in
    let level = UInt8(8 + 10 * index)
    return RGB(level, level, level)
  }

  private static let perceived: [OKLab] = indexed.map(\.linear.perceived)

  /// The colour of 16–255 that looks most like it: the smallest distance in OKLab.
  static func nearest256(_ color: RGB) -> UInt8 {
    let sought = color.linear.perceived
    var best = (index: 16, distance: Double.infinity)
    for index in 16...255 {
      let distance = perceived[index].distance(to: sought)
      if distance < best.distance { best = (index, distance) }
    }
    return UInt8(best.index)
  }

  /// The colour of 0–15 that says the same.
  ///
  /// Greys, what is nearly black and what is nearly white are chosen by lightness. Other colours are chosen by hue,
  /// as a muted amber must stay yellow and not become grey, and are bright if they are light.
  static func nearest16(_ color: RGB) -> UInt8 {
    let sought = color.linear.perceived
    let isPale = sought.lightness > 0.9 && sought.chroma < 0.08
    if sought.chroma < 0.045 || sought.lightness < 0.3 || isPale {
      switch sought.lightness {
      case ..<0.4: return 0
      case ..<0.7: return 8
      case ..<0.93: return 7
      default: return 15
      }
    }
    func across(_ index: Int) -> Double {
      let hue = perceived[index]
      return (hue.greenRed * sought.greenRed + hue.blueYellow * sought.blueYellow) / hue.chroma
    }
    let hue = (1...6).max { across($0) < across($1) } ?? 7
    return UInt8(sought.lightness > 0.65 ? hue + 8 : hue)
  }
}
