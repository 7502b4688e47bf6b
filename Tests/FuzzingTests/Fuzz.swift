// Where the fuzzer hands over its bytes; built only when it is asked for.

import Glibc
import Synchronization

private let reader: FuzzedReader = {
  let name = getenv("FUZZED").map { String(cString: $0) } ?? ""
  guard let reader = FuzzedReader(rawValue: name) else {
    let names = FuzzedReader.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("set FUZZED to one of \(names)")
  }
  return reader
}()

/// Gives bytes to the reader under test.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let before = freeDescriptor()
  do {
    try reader.read(Array(UnsafeBufferPointer(start: start, count: size)))
  } catch {
    fatalError("\(reader): \(error)")
  }
  // Other threads open files for a moment, and some for good when they are first needed.
  let count = freeDescriptor() > before ? leaks.add(1, ordering: .relaxed).newValue : 0
  guard count < 50 else { fatalError("\(reader): files are left open") }
  return 0
}

/// How often files were left open.
private let leaks = Atomic(0)

/// The lowest descriptor that is free: a file that was left open takes it.
private func freeDescriptor() -> Int32 {
  let descriptor = dup(2)
  close(descriptor)
  return descriptor
}
