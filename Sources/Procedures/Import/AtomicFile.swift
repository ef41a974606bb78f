import Foundation

/// Writes a file so that at any moment either the old or the new content is there in full.
enum AtomicFile {
    /// Writes beside the file, flushes to disk, and renames.
    ///
    /// Missing folders are made.
    static func write(_ bytes: [UInt8], to file: URL) throws(ImportError) {
        let folder = file.deletingLastPathComponent()
        let temporary = folder.appendingPathComponent(".\(file.lastPathComponent).new")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: temporary)
            let handle = try FileHandle(forUpdating: temporary)
            try handle.synchronize()
            try handle.close()
        } catch {
            throw .cannotWrite(path: file.path, reason: error.localizedDescription)
        }
        guard rename(temporary.path, file.path) == 0 else {
            throw .cannotWrite(path: file.path, reason: String(cString: strerror(errno)))
        }
    }
}
