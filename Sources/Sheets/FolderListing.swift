// What lies in a folder.

import Glibc

/// Names of files.
public enum FolderListing {
  /// The names in a folder, without `.` and `..`, in no order; none where it cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Takes a folder away with all files in it; folders in it are left.
  public static func remove(_ folder: String) {
    for name in names(in: folder) { _ = unlink("\(folder)/\(name)") }
    _ = rmdir(folder)
  }
}
