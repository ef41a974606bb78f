/// The first line of a request (RFC 9112 §3).
struct RequestLine: Sendable {
    /// Longer than every method in the registry of methods.
    static let longestMethod = 32

    let method: HTTPMethod
    let target: RequestTarget
    let minorVersion: Int

    /// Reads a line without its line end; strictly, since lenient splitting is what smuggling lives on (§3, §11.2).
    init(_ line: ArraySlice<UInt8>) throws(RequestFailure.Problem) {
        guard let first = line.firstIndex(of: ASCII.space), let last = line.lastIndex(of: ASCII.space) else {
            throw .malformedRequestLine
        }
        let name = line[..<first]
        guard !name.isEmpty, name.allSatisfy(ASCII.isToken), first < last else { throw .malformedRequestLine }
        guard name.count <= Self.longestMethod else { throw .methodTooLong }
        minorVersion = try Self.minorVersion(of: line[(last + 1)...])
        method = HTTPMethod(rawValue: String(decoding: name, as: UTF8.self))
        guard method != .connect else { throw .tunnel }
        target = try RequestTarget(String(decoding: line[(first + 1)..<last], as: UTF8.self), method: method)
    }

    /// Reads `HTTP/1.x`; later minor versions are answered as 1.1 (RFC 9110 §2.5, §6.2).
    private static func minorVersion(of text: ArraySlice<UInt8>) throws(RequestFailure.Problem) -> Int {
        let isDigit = { (byte: UInt8) in byte &- UInt8(ascii: "0") < 10 }
        guard text.count == 8, text.starts(with: "HTTP/".utf8) else { throw .malformedRequestLine }
        let digits = text.suffix(3)
        let (major, dot, minor) = (
            digits[digits.startIndex], digits[digits.startIndex + 1], digits[digits.endIndex - 1]
        )
        guard isDigit(major), dot == UInt8(ascii: "."), isDigit(minor) else { throw .malformedRequestLine }
        guard major == UInt8(ascii: "1") else { throw .unsupportedVersion }
        return minor == UInt8(ascii: "0") ? 0 : 1
    }
}
