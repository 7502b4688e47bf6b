// The help, drawn from the key table.

import TUI
import ViewModels

/// The lines of the help.
enum HelpText {
  private static let keyWidth = 22

  /// Every binding under the head of its group.
  static func lines(glyphs: Glyphs) -> [[(String, Role)]] {
    let groups = Binding.Group.allCases.map { group in
      [[(group.rawValue, Role.textStrong)]]
        + rows(of: group).map { row in
          [(padded(keys(of: row, ascii: glyphs == .ascii)), .key), (row.help, .text)]
        }
    }
    return Array(groups.joined(separator: [[]]))
  }

  /// The bindings of a group; those that several modes share are listed once.
  static func rows(of group: Binding.Group) -> [Binding] {
    var seen: Set<String> = []
    return Keymap.bindings.filter {
      $0.group == group && seen.insert("\($0.help)\($0.keys.map(\.name))").inserted
    }
  }

  /// The keys of a binding as they are pressed: `f r`, `↓ j`.
  static func keys(of binding: Binding, ascii: Bool) -> String {
    let labels = binding.keys.map { ascii ? $0.asciiLabel : $0.label }.joined(separator: " ")
    return Keymap.isFollowing(binding) ? "\(Keymap.prefix(of: binding)) then \(labels)" : labels
  }

  private static func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(2, keyWidth - Width.of(text)))
  }
}
