import Foundation

/// Why a transcript could not be written, read or changed, and what to do about it.
package enum TranscriptError: Error, Sendable, Equatable {
    /// Another process writes to the folder; `pid` when it left its number.
    case inUse(folder: String, pid: Int32?)
    /// The disk, or the user's quota, is full. Nothing of what was to be written counts as written.
    case diskFull(path: String)
    /// The file or folder may not be read or written by this user.
    case notPermitted(path: String)
    /// Any other failure of the system: which call, on what, and the system's own words.
    case system(operation: String, path: String, code: Int32)
    /// The journal stopped after a failure that leaves open what is on the disk.
    case stopped(path: String)
    /// The file that is being written to was changed or removed by something else.
    case changed(path: String)
    /// The journal was closed.
    case closed
    /// An event could not be turned into JSON.
    case notEncodable(event: String, reason: String)
    /// A line that is not an event of a known format.
    case unreadable(file: String, line: Int, reason: String)

    /// The error of a failed system call, by `errno`.
    static func failed(_ operation: String, _ path: String, code: Int32 = errno) -> TranscriptError {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
        case EACCES, EPERM, EROFS: .notPermitted(path: path)
        default: .system(operation: operation, path: path, code: code)
        }
    }
}

extension TranscriptError: CustomStringConvertible {
    /// One line for a person, with the next step.
    package var description: String {
        switch self {
        case .inUse(let folder, let pid):
            "\(folder) is in use by \(pid.map { "process \($0)" } ?? "another process"); "
                + "stop it, or give another folder with --transcripts"
        case .diskFull(let path): "\(path): no space left; nothing was recorded. Free some space and try again"
        case .notPermitted(let path): "\(path): no permission; check its owner and mode, and that it is not read-only"
        case .system(let operation, let path, let code):
            "\(path): \(operation) failed: \(String(cString: strerror(code)))"
        case .stopped(let path):
            "\(path): recording stopped after a failed write; check the disk and start again (it repairs itself)"
        case .changed(let path):
            "\(path): changed or removed by another program while in use; recording stopped. Start again"
        case .closed: "the transcript is closed"
        case .notEncodable(let event, let reason): "event \(event) can't be written: \(reason)"
        case .unreadable(let file, let line, let reason): "\(file):\(line): \(reason)"
        }
    }
}
