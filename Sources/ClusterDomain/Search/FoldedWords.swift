// The words of titles and names, as they are compared.

import Sheets

extension Folding {
  /// The runs of letters and digits of a text, folded.
  static func words(_ text: String) -> [String] {
    let folded = folded(text)
    // Most are plain, and then no character needs to be looked up in tables.
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
      return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    return folded.utf8.split { !isLetterOrDigit($0) }.map { String(Substring($0)) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }
}
