// How colours look to people who see fewer of them.

/// A kind of colour vision.
enum ColorVision: CaseIterable, Sendable {
  case normal
  case protanopia
  case deuteranopia
  case tritanopia

  /// What this vision makes of light: Machado, Oliveira and Fernandes, "A physiologically-based model for
  /// simulation of color vision deficiency" (IEEE TVCG 15(6), 2009), severity 1.0, on linear RGB.
  private var matrix: [[Double]] {
    switch self {
    case .normal:
      [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// A colour as it is perceived with this vision.
  func perceived(_ color: RGB) -> OKLab {
    let light = color.linear
    let seen = matrix.map { row in
      min(1, max(0, row[0] * light.red + row[1] * light.green + row[2] * light.blue))
    }
    return LinearRGB(seen[0], seen[1], seen[2]).perceived
  }

  /// The difference of two colours as this vision sees it.
  func distance(_ one: RGB, _ two: RGB) -> Double { perceived(one).distance(to: perceived(two)) }
}
