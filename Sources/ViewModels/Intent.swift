// What a person or the world did, named after what happened; the state decides what follows.

public import ClusterDomain

/// Something that happened.
public enum Intent: Sendable, Hashable {
  // Moving about.
  case moved(by: Int)
  case pageMoved(by: Int)
  case movedToStart
  case movedToEnd
  case columnMoved(by: Int)
  case jumpAsked
  case focusMoved(by: Int)
  case paneAsked(PaneID)
  case opened
  case wentBack
  case crumbClicked(Int)
  case pageAsked(PageKind)
  case zoomed
  // Pointing.
  case clicked(PaneID, row: Int)
  case headerClicked(PaneID, column: Int)
  case paneClicked(PaneID)
  case scrolled(PaneID, by: Int)
  case overlayClicked(line: Int)
  // Filtering and ordering.
  case filterAsked
  case facetAsked(Facet)
  case facetMenuAsked
  case cellFilterAsked
  case lastClauseDropped
  case clausesDropped
  case sortCycled
  case sortAdded
  case impliedToggled
  // Counting values.
  case frequencyAsked
  case sumAsked
  // Marking rows.
  case rowMarked
  case shownRowsMarked
  case marksDropped
  // Arranging columns.
  case columnsAsked
  case columnToggled
  case columnShifted(by: Int)
  case columnWidened(by: Int)
  case columnsFrozen
  case columnsReset
  case columnSearched
  // Time.
  case asOfAsked
  /// A longer time axis, or a shorter one when negative.
  case axisZoomed(by: Int)
  /// The cluster at hand is put on the watch list, or taken off.
  case watchToggled
  case noteAsked
  /// A label event of the cluster at hand is to be entered, or a deadline of the call at hand.
  case entryAsked
  case undoAsked
  /// What was known by a day is asked for.
  case knownByAsked
  case asOfMoved(months: Int)
  // Asking.
  case sourceAsked
  case helpAsked
  case themesAsked
  case commandsAsked([PickerItem])
  case copyMenuAsked
  case copied(CopyKind)
  case exportAsked
  case briefAsked
  // Typing into an overlay.
  case typed(String)
  case erased
  case wordErased
  case marked
  case confirmed
  case cancelled
  // The program itself.
  case unboundPressed(String)
  case mouseToggled
  case repaintAsked
  case suspendAsked
  case quitAsked
  // The world.
  case laidOut(rows: [PaneID: Int], columns: [PaneID: DrawnColumns])
  case loadingProgressed(generation: Int, DatasetProgress)
  case loaded(generation: Int, LoadOutcome)
  case dayChanged(CalendarDate)
  case workEnded(String, isDone: Bool)
  case exportEnded(String, isDone: Bool)
  /// Files of the dataset have changed, and have come to rest.
  case datasetChanged
  /// The dataset was read again, with what is not as it was.
  case reloaded(generation: Int, LoadOutcome, [Change])
  /// What is not as in the older release with this path.
  case compared(since: String, [Change])
  /// What the user, or another program, had added.
  case additionsRead(Additions)
  /// Something is on the disk that the user has added.
  case added(AdditionResult, Additions)
  /// Why nothing was added.
  case notAdded(String)
  /// Why what was added cannot be read.
  case notebookUnreadable(String)
  case sheetRead(generation: Int, OpenSheet)
  case sheetFailed(generation: Int, String)
  case rowsAnswered(generation: Int, RowsAsk, RowsAnswer)
  case sheetProblemsFound(generation: Int, sheet: Int, [Problem])
}

/// What a copy takes.
public enum CopyKind: String, Sendable, Hashable, CaseIterable {
  /// The cell under the cursor.
  case cell
  /// The row, cells separated by tabs.
  case row
  /// All rows, cells separated by tabs.
  case table
  /// The command line that prints this view.
  case command
}

/// What the state asks the program to do.
public enum Effect: Sendable, Hashable {
  case load(generation: Int)
  case reload(generation: Int, LoadedData, CalendarDate)
  case readSheets(generation: Int, [String])
  case stopReading(Int)
  case askRows(generation: Int, RowsAsk)
  case add(Addition)
  case export(ExportTask)
  case writeBrief(BriefTask)
  case copy(String)
  case copyCommand
  case setMouse(Bool)
  case repaint
  case suspend
  case quit
}

/// A dataset as it came from the disk, or why none came.
public enum LoadOutcome: Sendable, Hashable {
  /// It is there.
  case ready(LoadedData)
  /// Nothing can be shown: the reason, and what to do.
  case failed(String)
}
