// Keys as users name them, and everything else that can come from a terminal.

/// A key with its modifiers.
public enum Key: Hashable, Sendable {
  /// A printable character; the space bar is `" "`.
  case character(Character)
  /// Ctrl with a lower-case letter, the space bar or one of `\ ] ^ _`.
  case control(Character)
  /// Alt with a character.
  case alt(Character)
  /// The Enter key.
  case enter
  /// The Esc key.
  case escape
  /// The Tab key.
  case tab
  /// Shift-Tab.
  case backTab
  /// Deletes to the left.
  case backspace
  /// Deletes to the right.
  case delete
  /// The Insert key.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow to the left.
  case left
  /// Arrow to the right.
  case right
  /// The Home key.
  case home
  /// The End key.
  case end
  /// The PageUp key.
  case pageUp
  /// The PageDown key.
  case pageDown
  /// F1 and on.
  case function(Int)
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Action: Hashable, Sendable {
    /// A button went down.
    case press
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
  }

  /// 0 left, 1 middle, 2 right; 0 for the wheel.
  public var button: Int
  /// What was done.
  public var action: Action
  /// The cell under the pointer.
  public var point: Point

  /// An event.
  public init(button: Int, action: Action, point: Point) {
    self.button = button
    self.action = action
    self.point = point
  }
}

/// Something that happened at the terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// Text was pasted.
  case paste(String)
  /// The window has a new size.
  case resized(Size)
  /// Another process asked us to stop; the loop does so after this event was handled.
  case suspendAsked
  /// We were stopped and are back; the screen was restored.
  case resumed
  /// A signal asks us to end.
  case terminated(signal: Int32)
  /// The terminal is gone: no more input will come.
  case inputClosed
}
