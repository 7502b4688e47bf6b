// Writes the cache of a sheet while the sheet is read.

import Glibc
import Synchronization

/// Writes a cache file while its sheet is read; any failure ends it quietly, since it only costs speed.
final class CacheWriter: Sendable {
  private struct State {
    var end = CacheHeader.size
    var isBroken = false
  }

  private let descriptor: Int32
  private let temporary: String
  private let path: String
  private let fingerprint: Fingerprint
  private let state = Mutex(State())

  /// Begins a file in a folder, which is made where it is missing; nil where that is refused.
  init?(folder: String, fingerprint: Fingerprint) {
    guard CacheFolder.make(folder) else { return nil }
    CacheFolder.sweep(folder)
    path = folder + "/" + fingerprint.fileName
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    temporary = "\(path).\(getpid()).\(now.tv_nsec)"
    self.fingerprint = fingerprint
    descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    // Tells those that sweep that somebody writes it; where files cannot be locked nobody sweeps.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return nil }
  }

  deinit {
    close(descriptor)
    unlink(temporary)
  }

  /// Writes the bytes of a chunk and gives back where they lie, mapped; nil where the disk is full or the like.
  func write(_ bytes: UnsafeRawBufferPointer, layout: ChunkLayout) -> (CachePlace, ChunkMemory)? {
    // Room for a last byte that is not 0, which tells whether the file was cut before it.
    let length = (bytes.count / CacheHeader.size + 1) * CacheHeader.size
    let offset: Int? = state.withLock { state in
      if state.isBroken { return nil }
      defer { state.end += length }
      return state.end
    }
    guard let offset, put(bytes, at: offset), put(Self.guardByte, at: offset + length - 1),
      let memory = ChunkMemory(of: descriptor, offset: offset, count: bytes.count)
    else {
      state.withLock { $0.isBroken = true }
      return nil
    }
    let place = CachePlace(offset: offset, count: bytes.count, checksum: checksum(bytes), layout: layout)
    return (place, memory)
  }

  /// Writes the directory and puts the file in its place.
  func finish(_ directory: CacheDirectory) {
    let (end, isBroken) = state.withLock { ($0.end, $0.isBroken) }
    guard !isBroken else { return }
    let bytes = directory.bytes
    let header = CacheHeader(
      directoryOffset: end, directoryCount: bytes.count, directoryChecksum: bytes.withUnsafeBytes(checksum),
      fingerprint: fingerprint.sum)
    guard put(bytes, at: end), put(header.bytes, at: 0) else { return }
    rename(temporary, path)
  }

  private static let guardByte: [UInt8] = [0xFF]

  private func put(_ bytes: [UInt8], at offset: Int) -> Bool { bytes.withUnsafeBytes { put($0, at: offset) } }

  private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
