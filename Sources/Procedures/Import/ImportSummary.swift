/// What an import did.
package struct ImportSummary: Sendable, Equatable {
    /// Records that were not there before.
    package internal(set) var new = 0
    /// Records that were there and are different now.
    package internal(set) var changed = 0
    /// Records that were there just so.
    package internal(set) var unchanged = 0
    /// Records that were skipped, with the reason.
    package internal(set) var bad: [BadRecord] = []
    /// Records that were kept although something in them is wrong.
    package internal(set) var flagged: [BadRecord] = []

    /// A record with something wrong in it.
    package struct BadRecord: Sendable, Equatable, CustomStringConvertible {
        /// Its identifier, when it has one.
        package var id: String?
        /// Where it stands: a file and line, or an address.
        package var place: String
        /// What is wrong.
        package var reason: String

        package var description: String { "\(place): \(id.map { "\($0): " } ?? "")\(reason)" }

        /// The file or address in which it stands, without line and column.
        fileprivate var source: Substring {
            var source = place[...]
            while let colon = source.lastIndex(of: ":"), source[colon...].dropFirst().allSatisfy(\.isNumber) {
                source = source[..<colon]
            }
            return source
        }
    }

    /// The bad records in words, a line each; of many with one reason in one file the first few and how many more.
    ///
    /// A file of another kind in the folder would else fill the screen.
    package var badLines: [String] {
        var counts: [String: Int] = [:]
        var reasons: [(key: String, record: BadRecord)] = []
        var lines: [String] = []
        for record in bad {
            let key = "\(record.source)\n\(record.reason)"
            counts[key, default: 0] += 1
            if counts[key] == 1 { reasons.append((key, record)) }
            if counts[key] ?? 0 <= Self.shownAlike { lines.append(record.description) }
        }
        for (key, record) in reasons {
            let more = (counts[key] ?? 0) - Self.shownAlike
            if more > 0 { lines.append("\(record.source): \(more) more records: \(record.reason)") }
        }
        return lines
    }

    /// Records with the same reason in the same file that are shown one by one.
    private static let shownAlike = 3
}

/// How far an import is.
package struct ImportProgress: Sendable, Equatable {
    /// Records seen so far.
    package var done: Int
    /// Records in all, when the source says so.
    package var total: Int?
}

/// Why an import could not be done at all.
package enum ImportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no file or folder of that name.
    case noSource(String)
    /// The folder has no file of a kind that is read.
    case emptyFolder(String)
    /// The source is an address and nothing was given to fetch with.
    case noFetch(String)
    /// Fetching failed; what had come is kept, and the next import goes on from there.
    case interrupted(address: String, reason: String, kept: Int)
    /// The pack's own file cannot be read: it is not overwritten.
    case brokenStore(String)
    /// A file cannot be written.
    case cannotWrite(path: String, reason: String)

    package var description: String {
        switch self {
        case .noSource(let path): "there is no file or folder \(path)"
        case .emptyFolder(let path): "\(path) has no .json, .jsonl, .jsonld or .ttl file"
        case .noFetch(let address): "\(address) cannot be fetched here; download it and import the file"
        case .interrupted(let address, let reason, let kept):
            "\(address): \(reason); \(kept) records are kept, import again to go on from there"
        case .brokenStore(let place): "\(place); repair or remove the line, then import again"
        case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)"
        }
    }
}
