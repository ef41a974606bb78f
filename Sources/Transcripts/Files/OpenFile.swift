import Foundation

/// An open file, closed when nobody holds it any more.
///
/// A thin cover of the system's calls: `Foundation`'s file handles can neither flush data alone nor say why they fail.
final class OpenFile: Sendable {
    let descriptor: Int32
    let path: String

    /// Opens `path`.
    ///
    /// The file is not inherited by child processes.
    init(_ path: String, _ flags: Int32, mode: mode_t = 0o640) throws(TranscriptError) {
        let descriptor = open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .failed("open", path) }
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// The length in bytes.
    func size() throws(TranscriptError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed("fstat", path) }
        return Int(status.st_size)
    }

    /// Whether the file still has a name and exactly `size` bytes: nobody else removed, cut or wrote it.
    func isLinked(size: Int) throws(TranscriptError) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed("fstat", path) }
        return status.st_nlink > 0 && Int(status.st_size) == size
    }

    /// Writes all bytes at the file's position, or throws.
    func write(_ bytes: [UInt8]) throws(TranscriptError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            // A write of nothing without an error would go on for ever.
            guard count > 0 else { throw .failed("write", path, code: count == 0 ? ENOSPC : errno) }
            done += count
        }
    }

    /// Reads into `buffer`, which it makes shorter at the end of the file.
    func read(into buffer: inout [UInt8], at offset: Int) throws(TranscriptError) {
        var done = 0
        while done < buffer.count {
            let count = buffer.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, off_t(offset + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .failed("read", path) }
            if count == 0 { break }
            done += count
        }
        buffer.removeLast(buffer.count - done)
    }

    /// Returns when the data is on the disk.
    func flush() throws(TranscriptError) {
        guard fdatasync(descriptor) == 0 else { throw .failed("fdatasync", path) }
    }

    /// Cuts the file to `length` bytes.
    func truncate(to length: Int) throws(TranscriptError) {
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw .failed("truncate", path) }
    }
}

/// What is done to whole files and folders.
enum FileSystem {
    /// Makes a folder, if it is not there.
    static func makeFolder(_ path: String, mode: mode_t) throws(TranscriptError) {
        if mkdir(path, mode) == 0 { return }
        let code = errno
        var status = stat()
        if code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        throw .failed("mkdir", path, code: code)
    }

    /// Makes the names in a folder durable: after a file in it was made, renamed or removed.
    static func flushFolder(_ path: String) throws(TranscriptError) {
        let folder = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        guard fsync(folder.descriptor) == 0 else { throw .failed("fsync", path) }
    }

    /// Replaces the file at `path` in one step: after a crash there is either the old or the new one, whole.
    static func replace(_ path: String, with bytes: [UInt8], mode: mode_t) throws(TranscriptError) {
        let temporary = path + ".tmp"
        do {
            let file = try OpenFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
            try file.write(bytes)
            try file.flush()
        } catch {
            unlink(temporary)
            throw error
        }
        try move(temporary, to: path)
    }

    /// Renames a file over another and makes that durable.
    static func move(_ source: String, to target: String) throws(TranscriptError) {
        guard rename(source, target) == 0 else { throw .failed("rename", target) }
        try flushFolder(folder(of: target))
    }

    /// Removes a file; it is no error when it is not there.
    static func remove(_ path: String) throws(TranscriptError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .failed("unlink", path) }
    }

    /// The names in a folder, sorted; none when the folder is not there.
    static func names(in path: String) throws(TranscriptError) -> [String] {
        guard let stream = opendir(path) else {
            if errno == ENOENT { return [] }
            throw .failed("opendir", path)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The bytes of a whole file; nil when it is not there.
    static func contents(of path: String) throws(TranscriptError) -> [UInt8]? {
        guard access(path, F_OK) == 0 else { return nil }
        let file = try OpenFile(path, O_RDONLY)
        var bytes = [UInt8](repeating: 0, count: try file.size())
        try file.read(into: &bytes, at: 0)
        return bytes
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
