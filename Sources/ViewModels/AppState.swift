// Everything that a frame depends on. Equal states draw equal frames.

public import ClusterDomain

/// The state of the program.
public struct AppState: Sendable {
  /// How far the dataset is.
  public enum Loading: Sendable, Hashable {
    /// Being read from this path.
    case reading(String)
    /// There.
    case ready
    /// Not to be had: the reason.
    case failed(String)
  }

  /// A line for the reader, gone with the next key.
  public struct Message: Sendable, Hashable {
    /// What it says.
    public let text: String
    /// Whether it says why something cannot be done.
    public let isRefusal: Bool
  }

  /// How far the dataset is.
  public internal(set) var loading: Loading
  /// How far the reading of a large table is.
  public internal(set) var loadingProgress: DatasetProgress?
  /// The dataset.
  public internal(set) var data: LoadedData?
  /// The dataset judged and filtered; made anew when date, filters or data change.
  public internal(set) var scene: Scene?
  /// The day on which the program runs.
  public internal(set) var today: CalendarDate
  /// The day at which all is judged; `nil` follows `today`.
  public internal(set) var chosenDate: CalendarDate?
  /// The day by which what is told of labels was known; nil counts all of it.
  public internal(set) var knownBy: CalendarDate?
  /// The dataset as it is shown, and what it was made of.
  var lastShown: ShownData?
  /// From where the as-of date was moved by months, and by how many: 31 March, a month back and on, is itself.
  var monthSteps: (from: CalendarDate, months: Int)?
  /// Days before its end from which a label counts as expiring.
  public let warningDays: Int
  /// The usual number of such days.
  public static let usualWarning = 90
  /// The usual number of days before its deadline from which a call counts as closing.
  public static let usualClosing = 30
  /// The filters, in the order in which they were set.
  public internal(set) var clauses: [Clause] = []
  /// Whether memberships that are only implied are shown.
  public internal(set) var showsImplied = true
  /// What the user added.
  public internal(set) var additions = Additions()
  /// What has changed since the older release that was named and since the program began.
  var changeLog = ChangeLog()
  /// Whether the dataset is being read again, and whether it has changed since.
  var isReloading = false
  var mustReload = false
  /// The additions on their way to the disk, in their order, each with the line that was typed.
  var underway: [Prompt?] = []
  /// Lines that did not arrive, to be given back to who typed them.
  var returned: [Prompt] = []
  /// The pages on the way here, the present one last; never empty.
  public internal(set) var trail = [Page(.dashboard)]
  /// What lies over the panes.
  public internal(set) var overlay: Overlay?
  /// A line for the reader.
  public internal(set) var message: Message?
  /// The theme in use, by name.
  public internal(set) var theme: String
  /// The themes to choose from.
  public let themes: [String]
  /// Whether the mouse is listened to.
  public internal(set) var usesMouse = true
  /// Lines for rows in each visible pane, as laid out.
  public internal(set) var heights: [PaneID: Int] = [:]
  /// The columns of each visible pane, as laid out.
  public internal(set) var drawnColumns: [PaneID: DrawnColumns] = [:]
  /// How the columns of each pane were last arranged: new lists of it begin so.
  var arrangements: [PaneID: ColumnArrangement] = [:]
  /// How many years time axes show.
  public internal(set) var axisYears = TimeAxis.usualYears
  /// How values are written.
  public let format: Formatting
  /// The open files, and what is known of their rows.
  public internal(set) var sheets = KnownRows()
  /// Whether files are open in place of a dataset.
  public internal(set) var isOnFiles = false
  var asked: Set<RowsAsk> = []
  var wantedPicker: WantedPicker?
  var sheetProblems: [Int: [Problem]] = [:]
  /// How many files are being written.
  var exports = 0
  /// Whether leaving was asked for while files were being written.
  var isLeaving = false
  /// The number of what was begun to be read last: answers with another one are dropped.
  public internal(set) var generation = 0
  var memory = ListingMemory()

  /// The state in which the program starts: nothing read yet.
  public init(
    path: String, today: CalendarDate, asOf: CalendarDate? = nil, knownBy: CalendarDate? = nil, theme: String,
    themes: [String],
    warningDays: Int = AppState.usualWarning, clauses: [Clause] = [], usesMouse: Bool = true,
    notice: String? = nil,
    format: Formatting = Formatting()
  ) {
    loading = .reading(path)
    self.today = today
    chosenDate = asOf
    self.knownBy = knownBy
    self.warningDays = warningDays
    self.clauses = clauses
    self.usesMouse = usesMouse
    message = notice.map { Message(text: $0, isRefusal: true) }
    self.theme = theme
    self.themes = themes
    self.format = format
    sheets.answersLater = true
  }

  /// The day at which all is judged.
  public var asOf: CalendarDate { chosenDate ?? today }

  /// The present page.
  public var page: Page {
    get { trail[trail.count - 1] }
    set { trail[trail.count - 1] = newValue }
  }

  /// The list of the focused pane, afresh where the stored one belonged to another owner.
  var focusedList: ListState { list(of: page.focus, subject: subject(of: page.focus)) }

  /// What takes the keys.
  public var mode: Mode {
    switch overlay {
    case nil: .normal
    case .filter: .filter
    case .picker: .picker
    case .prompt: .prompt
    case .menu: .menu
    case .columns(let chooser): chooser.isTyping ? .filter : .columns
    case .source, .help: .popup
    }
  }
}
