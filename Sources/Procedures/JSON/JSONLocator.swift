/// Finds where in a JSON text a value stands, for messages that name a file, line and column.
package enum JSONLocator {
    /// The line and column, from 1, of the value at a path such as `data.metadata.process_evidences[2].valid_from`.
    ///
    /// Of a path that leads nowhere the last value that exists; nil for a text that is not JSON up to there. Reads the
    /// text anew: for the rare case that there is something to say.
    package static func position(of path: String, in bytes: [UInt8]) -> (line: Int, column: Int)? {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONTreeReader(bytes: buffer)
            reader.skipSpace()
            var place = reader.index
            for step in steps(path) {
                // Records without the registry's envelope are named as if they had it.
                if step == .key("data"), !reader.hasKey("data") { continue }
                guard let next = try? reader.descend(step) else { break }
                place = next
            }
            reader.index = place
            guard place < buffer.count else { return nil }
            let problem = reader.problem("")
            return (problem.line, problem.column)
        }
    }

    /// A key of an object or a place in an array.
    enum Step: Equatable {
        case key(String)
        case index(Int)
    }

    private static func steps(_ path: String) -> [Step] {
        path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }).map { part in
            Int(part).map(Step.index) ?? .key(String(part))
        }
    }
}

extension JSONTreeReader {
    /// Whether the value that begins here is an object with a key; the reader stays where it is.
    fileprivate func hasKey(_ key: String) -> Bool {
        var probe = self
        return (try? probe.descend(.key(key))) != nil
    }

    /// Moves from the beginning of a value to that of a part of it; nil when it has no such part.
    fileprivate mutating func descend(_ step: JSONLocator.Step) throws(JSONSyntaxError) -> Int? {
        let opening = peek()
        guard opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") else { return nil }
        index += 1
        var count = 0
        while true {
            skipSpace()
            guard let byte = peek(), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") else { return nil }
            var found = step == .index(count)
            if opening == UInt8(ascii: "{") {
                let key = try string()
                found = step == .key(key)
                skipSpace()
                index += 1
                skipSpace()
            }
            if found { return index < bytes.count ? index : nil }
            _ = try value()
            skipSpace()
            if peek() == UInt8(ascii: ",") { index += 1 }
            count += 1
        }
    }
}
