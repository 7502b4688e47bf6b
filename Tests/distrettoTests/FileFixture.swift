// A small file with awkward cells, and frames of the dashboard on it.

import Foundation
import TUI
import ViewModels

@testable import distretto

/// A file in a folder of its own, and the dashboard on it without a terminal.
final class FileFixture {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("distretto-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file and gives back its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Members as an agency would send them: semicolons, decimal commas, a title row, a short row, a doubtful amount.
  func members() throws -> String {
    let names = [
      "Fonderie Brambilla", "Officine Forlì", "Łukasik & Figli", "Tessitura Müller", "O'Neil Prototipi",
    ]
    let provinces = ["BS", "FC", "NA", "MI", "BZ"]
    var lines = ["Elenco soci al 31/12/2025;;;;", "id;nome;provincia;addetti;fatturato"]
    for number in 0..<40 {
      let name = names[number % 5] + " \(number + 1)"
      lines.append(
        "M\(1001 + number);\(name);\(provinces[number % 5]);\(number * 7 % 93);\(number * 1311),50")
    }
    lines[5] = "M1004;Tessitura Müller 4"
    lines[8] = "M1007;\"Officine; \"\"Forlì\"\" 7\";FC;circa 20;–"
    return try write("soci.csv", lines.joined(separator: "\r\n") + "\r\n")
  }

  /// The dashboard on files after keys, as `--once` draws it.
  static func frame(_ paths: [String], _ size: Size, keys: String = "") throws -> Frame {
    var start = StartOptions(path: paths[0], today: StoryData.today)
    start.files = paths
    return OnceFrame.frame(start, size: size, events: try KeyScript.events(keys))
  }
}
