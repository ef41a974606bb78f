import Glibc

/// Standard output and standard error, written to by the system's own call: `FileHandle` ends the program when a
/// reader has gone or a disk is full.
package enum StandardStream: Int32, Sendable {
    case output = 1
    case error = 2

    /// Writes a text.
    ///
    /// - Returns: the system's number of what went wrong; what was not written until then is lost.
    @discardableResult
    package func write(_ text: String) -> Int32? {
        var text = text
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(rawValue, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if count > 0 {
                    done += count
                } else if count < 0, errno == EAGAIN {
                    // Somebody who shares the stream does not want to wait for it; we do.
                    var descriptor = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
                    poll(&descriptor, 1, -1)
                } else if count == 0 || errno != EINTR {
                    return count == 0 ? ENOSPC : errno
                }
            }
            return nil
        }
    }

    /// Writes a line of the log to standard error: one that can't be written is no reason to end.
    package static func log(_ text: String) { error.write("ariadne: \(text)\n") }
}
