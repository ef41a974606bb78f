/// How the end of a request's body is found (RFC 9112 §6.3).
enum BodyFraming: Hashable, Sendable {
    /// This many bytes, maybe none.
    case length(Int)
    /// Chunks up to an empty one.
    case chunked

    /// Decides it from the headers; whatever two servers might read in two ways is refused (RFC 9112 §11.2).
    init(_ headers: HTTPHeaders, minorVersion: Int, limit: Int) throws(RequestFailure.Problem) {
        let lengths = headers.values(of: "Content-Length")
        let codings = headers.values(of: "Transfer-Encoding")
        guard codings.isEmpty || lengths.isEmpty else { throw .ambiguousLength }
        guard lengths.count <= 1 else { throw .repeatedContentLength }
        if !codings.isEmpty {
            try Self.checkChunked(codings, minorVersion: minorVersion)
            self = .chunked
        } else if let text = lengths.first {
            self = .length(try Self.length(text, limit: limit))
        } else {
            self = .length(0)
        }
    }

    /// Reads 1*DIGIT; a number too large for `Int` is only too large, and so is one with many leading zeros not.
    private static func length(_ text: String, limit: Int) throws(RequestFailure.Problem) -> Int {
        let isList = text.utf8.contains(UInt8(ascii: ","))
        guard !isList else { throw .repeatedContentLength }
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else {
            throw .malformedContentLength
        }
        guard let length = Int(text), length <= limit else { throw .bodyTooLarge }
        return length
    }

    private static func checkChunked(_ values: [String], minorVersion: Int) throws(RequestFailure.Problem) {
        guard minorVersion >= 1 else { throw .malformedTransferEncoding }
        let codings = values.joined(separator: ",").split(separator: ",", omittingEmptySubsequences: false)
            .map(\.trimmingBlanks)
        // `chunked` has to be the last and must not stand twice (§6.1); anything before it we would have to undo.
        guard let last = codings.last, last.isSameField(as: "chunked") else { throw .malformedTransferEncoding }
        for coding in codings.dropLast() {
            let isKnownMistake = coding.isEmpty || coding.isSameField(as: "chunked")
            throw isKnownMistake ? .malformedTransferEncoding : .unsupportedTransferCoding
        }
    }
}
