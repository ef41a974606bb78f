import Foundation

/// The one who writes: the open file, its length on the disk, and the end of the chain.
///
/// Used by one thread at a time. Either all that one call appends is on the disk when it returns, or none of it is in
/// the file.
struct JournalWriter: Sendable {
    /// Where a payload was written.
    struct Place: Sendable {
        var conversation: String
        var offset: Int
    }

    let folder: TranscriptFolder
    private let lock: FolderLock
    private var file: OpenFile?
    /// The newest file's name; no file of an earlier day is ever written to again, also when the clock goes back.
    private(set) var fileName: String
    /// The bytes of the file that are certainly on the disk.
    private var length = 0
    /// The chain value of the last line.
    private(set) var chain: Digest
    private var isStopped = false

    /// Lets another process write to the folder; nothing may be appended afterwards.
    func releaseLock() { lock.release() }

    init(folder: TranscriptFolder, lock: FolderLock, fileName: String, chain: Digest) {
        self.folder = folder
        self.lock = lock
        self.fileName = fileName
        self.chain = chain
    }

    /// Appends payloads to the file of the day of `time` and returns when they are on the disk.
    mutating func append(_ payloads: [Payload], at time: Date) throws(TranscriptError) -> [Place] {
        guard !isStopped else { throw .stopped(path: folder.path(of: fileName)) }
        let file = try open(TranscriptFolder.fileName(of: time))
        var bytes: [UInt8] = []
        var places: [Place] = []
        var newChain = chain
        for payload in payloads {
            newChain = payload.digest.chained(to: newChain)
            places.append(Place(conversation: payload.conversation, offset: length + bytes.count))
            Seal(digest: payload.digest, chain: newChain).appendLine(payload: payload.bytes, to: &bytes)
        }
        try write(bytes, to: file)
        chain = newChain
        length += bytes.count
        return places
    }

    /// Forgets the open file, because it is going to be replaced; the next write opens the new one.
    mutating func closeFile() { file = nil }

    /// Makes sure that the file of `name`, or the newest if that is newer, is open and as it was left.
    private mutating func open(_ name: String) throws(TranscriptError) -> OpenFile {
        let path = folder.path(of: max(name, fileName))
        if let file, name <= fileName {
            guard try file.isLinked(size: length) else {
                isStopped = true
                throw .changed(path: path)
            }
            return file
        }
        let opened = try OpenFile(path, O_WRONLY | O_CREAT | O_APPEND)
        length = try opened.size()
        // A new name is durable only when its folder is.
        if length == 0 { try FileSystem.flushFolder(folder.path) }
        file = opened
        fileName = max(name, fileName)
        return opened
    }

    private mutating func write(_ bytes: [UInt8], to file: OpenFile) throws(TranscriptError) {
        do {
            try file.write(bytes)
        } catch {
            do { try file.truncate(to: length) } catch { isStopped = true }
            throw error
        }
        do {
            try file.flush()
        } catch {
            // After a failed flush nobody knows what is on the disk: writing on could acknowledge what is lost.
            isStopped = true
            try? file.truncate(to: length)
            throw error
        }
    }
}
