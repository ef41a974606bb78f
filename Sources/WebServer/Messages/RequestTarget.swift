/// What a request is aimed at (RFC 9112 §3.2), split and decoded.
package struct RequestTarget: Hashable, Sendable {
    /// The target as it stood in the request line.
    package let raw: String
    /// The decoded path, from its first slash: `/ααα/β γ`; `*` for the server as a whole.
    ///
    /// A `%2F` has become a slash here: compare whole paths with it, and take it apart with ``components``.
    package let path: String
    /// The path before decoding.
    package let rawPath: String
    /// What stands after the question mark, before decoding.
    package let rawQuery: String?
    /// Host and port of a target in absolute form, which then count instead of `Host` (RFC 9112 §3.2.2).
    package let authority: String?

    /// Splits a target.
    ///
    /// - Parameters:
    ///   - raw: an absolute path with an optional query, an `http` URL, or `*`.
    ///   - method: the method, since `*` is for `OPTIONS` alone.
    /// - Throws: what is wrong with it.
    package init(_ raw: String, method: HTTPMethod = .get) throws(RequestFailure.Problem) {
        // `#` never reaches a server: a fragment is the client's own (RFC 9112 §3.2 knows none).
        guard !raw.isEmpty, raw.utf8.allSatisfy({ $0 > ASCII.space && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw .malformedTarget
        }
        self.raw = raw
        var rest = raw[...]
        authority = try Self.takeAuthority(&rest)
        let question = rest.utf8.firstIndex(of: UInt8(ascii: "?"))
        rawQuery = question.map { String(rest[rest.utf8.index(after: $0)...]) }
        let written = String(rest[..<(question ?? rest.endIndex)])
        if written.isEmpty, authority != nil {
            // `http://host?query` has the empty path, which is the same as `/`; of `OPTIONS` it means `*` (§3.2.4).
            rawPath = method == .options && rawQuery == nil ? "*" : "/"
        } else {
            rawPath = written
        }
        guard rawPath.utf8.first == UInt8(ascii: "/") || (rawPath == "*" && method == .options && rawQuery == nil)
        else { throw .malformedTarget }
        path = try Self.decodePath(rawPath)
    }

    /// The decoded parts between the slashes, without empty ones: `/a//b%2Fc/` has `a` and `b/c`.
    package var components: [String] {
        rawPath.utf8.split(separator: UInt8(ascii: "/")).map { Percent.decode($0, plusIsSpace: false) }
    }

    /// The items of the query in their order, read as a form (`application/x-www-form-urlencoded`).
    ///
    /// As browsers do (WHATWG URL §5.1): `+` is a space, a broken `%` stands for itself, octets that are not UTF-8
    /// become U+FFFD.
    package var queryItems: [QueryItem] {
        guard let rawQuery else { return [] }
        return rawQuery.utf8.split(separator: UInt8(ascii: "&")).map { item in
            let equals = item.firstIndex(of: UInt8(ascii: "="))
            return QueryItem(
                name: Percent.decode(item[..<(equals ?? item.endIndex)], plusIsSpace: true),
                value: equals.map { Percent.decode(item[item.index(after: $0)...], plusIsSpace: true) } ?? ""
            )
        }
    }

    /// One item of a query.
    package struct QueryItem: Hashable, Sendable {
        /// What stands before the equals sign.
        package let name: String
        /// What stands after it; empty when there is none.
        package let value: String

        /// Makes an item.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}

extension RequestTarget {
    /// Takes `http://host:port` off the front of a target in absolute form.
    private static func takeAuthority(_ rest: inout Substring) throws(RequestFailure.Problem) -> String? {
        guard rest.utf8.first != UInt8(ascii: "/") else { return nil }
        let scheme = ["http://", "https://"].first { rest.prefix($0.count).isSameField(as: $0) }
        guard let scheme else { return nil }
        rest = rest.dropFirst(scheme.count)
        let end = rest.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        let authority = rest[..<end]
        // An empty host is an error in `http` (RFC 9110 §4.2.1); a user name in it is refused too (§4.2.4).
        guard !authority.isEmpty, authority.utf8.allSatisfy(ASCII.isHost) else { throw .malformedTarget }
        rest = rest[end...]
        return String(authority)
    }

    private static func decodePath(_ raw: String) throws(RequestFailure.Problem) -> String {
        let needsCare = raw.utf8.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: ".") }
        guard needsCare else { return raw }
        guard let path = Percent.decodeStrictly(raw.utf8) else { throw .malformedPathEncoding }
        // Looked for after decoding, so that `%2e%2e`, `..%2f` and a backslash in place of the slash are seen too.
        let separators = [UInt8(ascii: "/"), UInt8(ascii: "\\")]
        let hasDots = path.utf8.split(whereSeparator: separators.contains).contains { segment in
            segment.count <= 2 && segment.allSatisfy { $0 == UInt8(ascii: ".") }
        }
        guard !hasDots else { throw .dotSegment }
        return path
    }
}
