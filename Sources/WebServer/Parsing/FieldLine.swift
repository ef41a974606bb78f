/// Reads one header or trailer line (RFC 9112 §5).
enum FieldLine {
    /// Splits a line without its line end into name and value.
    static func parse(_ line: ArraySlice<UInt8>) throws(RequestFailure.Problem) -> HTTPHeaders.Field {
        if let first = line.first, ASCII.isBlank(first) { throw .foldedLine }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformedFieldName }
        let name = line[..<colon]
        if let last = name.last, ASCII.isBlank(last) { throw .spaceBeforeColon }
        guard !name.isEmpty, name.allSatisfy(ASCII.isToken) else { throw .malformedFieldName }
        var value = line[(colon + 1)...]
        while let first = value.first, ASCII.isBlank(first) { value.removeFirst() }
        while let last = value.last, ASCII.isBlank(last) { value.removeLast() }
        guard value.allSatisfy({ !ASCII.isControl($0) || $0 == ASCII.tab }) else { throw .malformedFieldValue }
        return HTTPHeaders.Field(
            name: String(decoding: name, as: UTF8.self),
            value: String(decoding: value, as: UTF8.self)
        )
    }
}
