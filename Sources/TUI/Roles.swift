// The roles that the program draws with; every theme gives each of them a look.

extension Role {
  /// Plain text on the page, and the page itself.
  public static let text = Role(rawValue: "text")
  /// Text of less weight: units, hints, what is left out.
  public static let textDim = Role(rawValue: "text.dim")
  /// Text of more weight: names and figures that carry the message.
  public static let textStrong = Role(rawValue: "text.strong")
  /// The program's name.
  public static let brand = Role(rawValue: "brand")
  /// The way from the first page to this one.
  public static let crumb = Role(rawValue: "crumb")
  /// The last step of that way: this page.
  public static let crumbActive = Role(rawValue: "crumb.active")
  /// The border of a pane.
  public static let border = Role(rawValue: "border")
  /// The border of the pane that takes the keys.
  public static let borderFocus = Role(rawValue: "border.focus")
  /// A pane's number and title.
  public static let title = Role(rawValue: "title")
  /// The title of the pane that takes the keys.
  public static let titleFocus = Role(rawValue: "title.focus")
  /// How many rows there are, at the right of a border.
  public static let count = Role(rawValue: "count")
  /// The name of a column.
  public static let header = Role(rawValue: "header")
  /// The name of a column that the rows are sorted by.
  public static let headerSorted = Role(rawValue: "header.sorted")
  /// The bar over the row of the keys.
  public static let cursor = Role(rawValue: "cursor")
  /// The same bar in a pane that does not take the keys.
  public static let cursorUnfocused = Role(rawValue: "cursor.unfocused")
  /// A mark, a watch or a change at the left of a row.
  public static let mark = Role(rawValue: "mark")
  /// A filter that is on.
  public static let chip = Role(rawValue: "chip")
  /// How many rows a filter leaves.
  public static let chipCount = Role(rawValue: "chip.count")
  /// The sign before a line that is being typed.
  public static let prompt = Role(rawValue: "prompt")
  /// The line that is being typed.
  public static let promptText = Role(rawValue: "prompt.text")
  /// A key in the bottom line.
  public static let hintKey = Role(rawValue: "hint.key")
  /// What that key does.
  public static let hintText = Role(rawValue: "hint.text")
  /// What the program has to say.
  public static let message = Role(rawValue: "message")
  /// What went wrong.
  public static let messageError = Role(rawValue: "message.error")
  /// A key in running text and in help.
  public static let key = Role(rawValue: "key")
  /// Something that can be opened.
  public static let link = Role(rawValue: "link")
  /// Where a figure comes from.
  public static let source = Role(rawValue: "source")
  /// The position in the list, on the right border.
  public static let thumb = Role(rawValue: "thumb")
  /// The border of a list that lies over the page.
  public static let pickerBorder = Role(rawValue: "picker.border")
  /// The title of such a list.
  public static let pickerTitle = Role(rawValue: "picker.title")
  /// The gold label; its letter G comes first, the colour second.
  public static let labelGold = Role(rawValue: "label.gold")
  /// The silver label, letter S.
  public static let labelSilver = Role(rawValue: "label.silver")
  /// The bronze label, letter B.
  public static let labelBronze = Role(rawValue: "label.bronze")
  /// No label.
  public static let labelNone = Role(rawValue: "label.none")
  /// A label that holds.
  public static let statusValid = Role(rawValue: "status.valid")
  /// A label that ends soon.
  public static let statusExpiring = Role(rawValue: "status.expiring")
  /// A label that ended and may still be renewed.
  public static let statusGrace = Role(rawValue: "status.grace")
  /// A label that ended.
  public static let statusLapsed = Role(rawValue: "status.lapsed")
  /// A label whose end is not known.
  public static let statusUnknown = Role(rawValue: "status.unknown")
  /// A label that is being assessed.
  public static let statusAssessment = Role(rawValue: "status.assessment")
  /// No label, where its status would stand.
  public static let statusNone = Role(rawValue: "status.none")
  /// A call that takes proposals.
  public static let callOpen = Role(rawValue: "call.open")
  /// A call that closes soon.
  public static let callClosing = Role(rawValue: "call.closing")
  /// A call that is announced.
  public static let callForthcoming = Role(rawValue: "call.forthcoming")
  /// A call between two cut-off dates.
  public static let callBetween = Role(rawValue: "call.between")
  /// A call that is over.
  public static let callClosed = Role(rawValue: "call.closed")
  /// A call whose dates are not known.
  public static let callUnknown = Role(rawValue: "call.unknown")
  /// The bar of a small chart.
  public static let bar = Role(rawValue: "bar")
  /// What asks for attention: counts that ought to be zero.
  public static let warning = Role(rawValue: "warning")

  /// Every role, in the order above.
  public static let all: [Role] = [
    .text, .textDim, .textStrong, .brand, .crumb, .crumbActive, .border, .borderFocus, .title, .titleFocus,
    .count, .header, .headerSorted, .cursor, .cursorUnfocused, .mark, .chip, .chipCount, .prompt,
    .promptText, .hintKey, .hintText, .message, .messageError, .key, .link, .source, .thumb, .pickerBorder,
    .pickerTitle, .labelGold, .labelSilver, .labelBronze, .labelNone, .statusValid, .statusExpiring,
    .statusGrace, .statusLapsed, .statusUnknown, .statusAssessment, .statusNone, .callOpen, .callClosing,
    .callForthcoming, .callBetween, .callClosed, .callUnknown, .bar, .warning,
  ]

  /// Label and status roles: what is written in a row and must stay readable under the cursor.
  public static let levels: [Role] = all.filter {
    ["label", "status", "call"].contains($0.path.first)
  }

  /// The dotted parts of the name.
  var path: [Substring] { rawValue.split(separator: ".") }

  /// This role, then each shorter one, then `text`.
  var fallbacks: [Role] {
    var names: [Role] = []
    var parts = path
    while !parts.isEmpty {
      names.append(Role(rawValue: parts.joined(separator: ".")))
      parts.removeLast()
    }
    if names.last != .text { names.append(.text) }
    return names
  }

  /// Whether this is the bar over a row.
  var isCursor: Bool { self == .cursor || rawValue.hasPrefix("cursor.") }
}
