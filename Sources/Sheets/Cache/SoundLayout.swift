// Whether what a cache file says of its chunks can be so: questions rely on it and look at no bounds again.

extension ChunkLayout {
  /// Whether all parts lie in so many bytes, and every column has as many cells as there are rows.
  func isSound(in byteCount: Int) -> Bool {
    // A block has at most 64 MiB, and a row of it two bytes.
    guard (0...BlockSplitter.largest).contains(rowCount), faultRows.count == faults.count,
      lines.count == 0 || lines.count == rowCount
    else { return false }
    return lines.fits(UInt32.self, in: byteCount) && faultRows.fits(UInt32.self, in: byteCount)
      && faults.fits(UInt8.self, in: byteCount)
      && segments.allSatisfy { $0.isSound(rowCount: rowCount, in: byteCount) }
  }
}

extension Segment {
  fileprivate func isSound(rowCount: Int, in byteCount: Int) -> Bool {
    let cellCount = kind == .texts ? texts.ends.count : cells.count
    guard kind == .absent || cellCount == rowCount, missing.fits(UInt32.self, in: byteCount),
      texts.isSound(in: byteCount)
    else { return false }
    return switch kind {
    case .absent, .texts: true
    case .codes8: cells.fits(UInt8.self, in: byteCount)
    case .codes16: cells.fits(UInt16.self, in: byteCount)
    case .integers32: cells.fits(Int32.self, in: byteCount)
    case .integers64: cells.fits(Int64.self, in: byteCount)
    }
  }
}

extension TextSpans {
  fileprivate func isSound(in byteCount: Int) -> Bool {
    ends.fits(UInt32.self, in: byteCount) && bytes.fits(UInt8.self, in: byteCount)
      && foldedRows.fits(UInt32.self, in: byteCount) && foldedEnds.fits(UInt32.self, in: byteCount)
      && foldedBytes.fits(UInt8.self, in: byteCount)
  }
}

extension Span {
  fileprivate func fits<Element>(_ type: Element.Type, in byteCount: Int) -> Bool {
    let (length, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    return !overflows && count >= 0 && length <= byteCount && (0...(byteCount - length)).contains(offset)
      && offset % 8 == 0
  }
}

extension ColumnEvidence {
  /// Whether its numbers can have been counted, so that none is too large to be reckoned with.
  var isSound: Bool {
    let counts = 0...(1 << 40)
    let years = -32_768...32_767
    return shapes.isSound && units.isSound && missing.isSound && counts.contains(zeroEndings)
      && counts.contains(times)
      && (firstYear > lastYear || years.contains(firstYear) && years.contains(lastYear))
  }
}

extension Counts {
  fileprivate var isSound: Bool { (UInt8(0)..<64).allSatisfy { (0...(1 << 40)).contains(self[$0]) } }
}
