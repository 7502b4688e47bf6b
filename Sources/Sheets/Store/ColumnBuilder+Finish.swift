// Puts a collected column into the memory of its chunk, and looks at its texts on the way.

extension ColumnBuilder {
  /// Puts the column into a chunk's memory and notes each text as often as it stands there.
  mutating func finish(into buffer: inout ChunkBuffer, noting evidence: inout ColumnEvidence) -> Segment {
    settle()
    switch mode {
    case .values: return finishValues(&buffer, &evidence)
    case .integers:
      note(integersIn: &evidence)
      return finishIntegers(&buffer)
    case .texts:
      note(textsIn: &evidence)
      var segment = Segment(kind: .texts)
      segment.texts = Self.write(store.block, to: &buffer)
      segment.missing = buffer.append(missingRows)
      return segment
    }
  }

  private func finishValues(_ buffer: inout ChunkBuffer, _ evidence: inout ColumnEvidence) -> Segment {
    var counts = [Int](repeating: 0, count: values.count)
    for code in codes.elements { counts[Int(code)] &+= 1 }
    for (code, count) in counts.enumerated() where code != missingCode {
      evidence.note(values.texts[code], count: count)
    }
    var segment = Segment(kind: values.count <= 256 ? .codes8 : .codes16, missingCode: missingCode)
    segment.cells =
      segment.kind == .codes16
      ? buffer.append(codes.elements)
      : buffer.append(codes.elements, as: UInt8.self) { UInt8(truncatingIfNeeded: $0) }
    segment.texts = Self.write(values.texts.block, to: &buffer)
    return segment
  }

  private func note(textsIn evidence: inout ColumnEvidence) {
    var missing = missingRows[...]
    for row in 0..<store.count {
      if let next = missing.first, next == UInt32(truncatingIfNeeded: row) {
        missing.removeFirst()
      } else {
        evidence.note(store[row])
      }
    }
  }

  private func note(integersIn evidence: inout ColumnEvidence) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      for number in integers.elements where number != .min + 1 && !evidence.note(plain: number) {
        let count = number == .min ? 0 : number.write(to: buffer)
        evidence.note(UnsafeBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }

  private func finishIntegers(_ buffer: inout ChunkBuffer) -> Segment {
    let narrow = Int(Int32.min) + 2...Int(Int32.max)
    guard integers.elements.allSatisfy({ $0 <= .min + 1 || narrow.contains($0) }) else {
      return Segment(kind: .integers64, cells: buffer.append(integers.elements))
    }
    let cells = buffer.append(integers.elements, as: Int32.self) { number in
      // The two smallest stand for cells without a number.
      number <= .min + 1
        ? Int32.min + Int32(truncatingIfNeeded: number &- .min) : Int32(truncatingIfNeeded: number)
    }
    return Segment(kind: .integers32, cells: cells)
  }

  private static func write(_ block: TextBlock, to buffer: inout ChunkBuffer) -> TextSpans {
    var spans = TextSpans()
    spans.ends = buffer.append(block.ends)
    spans.bytes = buffer.append(block.bytes)
    let folded = FoldedTexts(block)
    spans.foldedRows = buffer.append(folded.rows)
    spans.foldedEnds = buffer.append(folded.ends)
    spans.foldedBytes = buffer.append(folded.bytes)
    return spans
  }
}
