// Sheets that the program made itself, kept in the cache with numbers and words that belong to them.

import Glibc

/// The place in the cache of a sheet that was made from several files.
public struct SheetArchive: Sendable {
  private let folder: String
  private let fingerprint: Fingerprint

  /// A sheet as it was kept.
  public struct Kept: Sendable {
    /// The sheet.
    public let reading: SheetReading
    /// The numbers that belong to it, in the order in which they were kept.
    public let numbers: [PackedNumbers]
    /// The words that belong to it.
    public let notes: [String]
  }

  /// A place for what is made from these files, the first of which names it; `words` tell it from other such sheets.
  ///
  /// Nil where one of the files is no regular file, since then nothing tells whether it changed.
  public init?(folder: String, files: [String], words: [String]) {
    guard let fingerprint = Fingerprint(files: files, words: words) else { return nil }
    self.folder = folder
    self.fingerprint = fingerprint
  }

  /// The sheet that lies there, its columns read as told; nil where there is none that can be trusted.
  public func open(_ forced: ForcedReadings) -> Kept? {
    guard let (directory, sheet, numbers) = CacheReader.open(folder: folder, fingerprint: fingerprint) else {
      return nil
    }
    return Kept(
      reading: SheetReading(made: sheet, directory.evidence, forced), numbers: numbers,
      notes: directory.notes)
  }

  /// Whether what lies there still has the bytes that were written; reads all of it.
  public func isIntact(stop: StopFlag = StopFlag()) -> Bool {
    guard let (directory, _, _) = CacheReader.open(folder: folder, fingerprint: fingerprint) else {
      return true
    }
    return CacheReader.verify(
      folder: folder, fingerprint: fingerprint,
      (directory.places + directory.numbers).filter { $0.count > 0 }, stop)
  }

  /// Deletes what lies there.
  public func remove() { unlink("\(folder)/\(fingerprint.fileName)") }

  func writer() -> CacheWriter? { CacheWriter(folder: folder, fingerprint: fingerprint) }
}

extension SheetReading {
  /// A sheet that no file was read for.
  init(made sheet: Sheet, _ evidence: [ColumnEvidence], _ forced: ForcedReadings) {
    var progress = LoadProgress()
    progress.end = .complete
    self.init(
      path: "", source: SourceDescription(format: .delimited), sheet: sheet,
      columns: forced.readings(of: sheet.columns, evidence), progress: progress)
  }
}
