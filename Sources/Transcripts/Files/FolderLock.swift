import Foundation

/// The right to write to a transcript folder, which one process has at a time.
///
/// The system gives the lock back when the process ends, however it ends, so that none is ever left over.
final class FolderLock: Sendable {
    private let file: OpenFile

    /// Takes the lock, or says who has it.
    init(_ folder: TranscriptFolder) throws(TranscriptError) {
        try FileSystem.makeFolder(folder.path, mode: 0o750)
        let file = try OpenFile(folder.lockPath, O_RDWR | O_CREAT, mode: 0o640)
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw .failed("flock", folder.lockPath) }
            throw .inUse(folder: folder.path, pid: Self.holder(of: file))
        }
        try file.truncate(to: 0)
        try file.write(Array("\(getpid())\n".utf8))
        self.file = file
    }

    /// Gives the lock back before the process ends.
    func release() {
        flock(file.descriptor, LOCK_UN)
    }

    private static func holder(of file: OpenFile) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 32)
        guard (try? file.read(into: &bytes, at: 0)) != nil else { return nil }
        return Int32(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
