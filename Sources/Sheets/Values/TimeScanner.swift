// The time of day after a date, with its zone.

extension CellScanner {
  /// `17:00`, `17:00:00.000+0000`, `5:00 PM`, `00:00:00Z`; `false` where no time stands here.
  mutating func readTime() -> Bool {
    var hour = run()
    guard (1...2).contains(hour.count), here == UInt8(ascii: ":") else { return false }
    position += 1
    let minute = run()
    guard minute.count == 2, minute.value < 60, readSeconds() else { return false }
    skipBlanks()
    if let isAfternoon = readHalf() {
      guard (1...12).contains(hour.value) else { return false }
      hour.value = hour.value % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour.value < 24 || (hour.value == 24 && minute.value == 0) else { return false }
    found.minutes = Int16(hour.value * 60 + minute.value)
    skipBlanks()
    readZone()
    return true
  }

  private mutating func readSeconds() -> Bool {
    guard here == UInt8(ascii: ":") else { return true }
    position += 1
    let second = run()
    // A clock shows second 60 when a leap second is added.
    guard second.count == 2, second.value <= 60 else { return false }
    if here == UInt8(ascii: ".") || here == UInt8(ascii: ","), isDigit(position + 1) {
      position += 1
      _ = run()
    }
    return true
  }

  /// AM or PM: whether it is the afternoon; `nil` where neither is said.
  private mutating func readHalf() -> Bool? {
    let isAfternoon = here | 0x20 == UInt8(ascii: "p")
    guard isAfternoon || here | 0x20 == UInt8(ascii: "a"), byte(position + 1) | 0x20 == UInt8(ascii: "m"),
      !isLetter(position + 2)
    else { return nil }
    position += 2
    return isAfternoon
  }

  /// `Z`, `UTC`, `GMT`, `CET`, `CEST`, `+01:00`, `+0100`, `+01`.
  private mutating func readZone() {
    if isLetter(position) { return readZoneName() }
    let sign = here
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return }
    let before = position
    position += 1
    let hours = run()
    var minutes = 0
    var hour = hours.value
    if hours.count == 4 {
      (hour, minutes) = (hours.value / 100, hours.value % 100)
    } else if hours.count == 2, here == UInt8(ascii: ":") {
      position += 1
      minutes = run().value
    }
    guard hours.count == 2 || hours.count == 4, hour <= 14, minutes < 60 else {
      position = before
      return
    }
    found.zone = Int16(hour * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private mutating func readZoneName() {
    guard let (name, minutes) = Self.zones.first(where: { names($0.0) }) else { return }
    found.zone = minutes
    position += name.utf8.count
  }

  private static let zones: [(String, Int16)] = [
    ("Z", 0), ("UTC", 0), ("GMT", 0), ("CEST", 120), ("CET", 60),
  ]

  /// Whether the zone's name stands here and ends here.
  private func names(_ zone: String) -> Bool {
    var index = position
    for wanted in zone.utf8 {
      guard byte(index) == wanted else { return false }
      index += 1
    }
    return !isLetter(index)
  }
}
