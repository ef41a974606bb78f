/// Reads JSON (RFC 8259) into a ``JSONTree``, one pass over the bytes.
///
/// Strict: no trailing comma, no comment, no key twice. Containers nest at most ``depthLimit`` deep, so that hostile
/// input cannot exhaust the stack. A byte order mark is skipped. Lone surrogates and broken UTF-8 become U+FFFD.
struct JSONTreeReader {
    static let depthLimit = 128

    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    /// How deep the value being read is nested.
    private var depth = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    mutating func document() throws(JSONSyntaxError) -> JSONTree {
        let tree = try value()
        skipSpace()
        guard index == bytes.count else {
            throw problem("nothing may follow the value; remove the rest or a stray bracket")
        }
        return tree
    }

    mutating func value() throws(JSONSyntaxError) -> JSONTree {
        skipSpace()
        guard let byte = peek() else { throw problem("a value is missing: the text ends here") }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw problem("a value cannot begin with this character; texts need double quotes")
        }
    }

    /// From so many keys on an object is searched by a set.
    private static let many = 16

    private mutating func object() throws(JSONSyntaxError) -> JSONTree {
        try enter()
        var members: [JSONTree.Member] = []
        // Filled only where there are many: most objects have a handful of keys.
        var keys: Set<String> = []
        if try closes(UInt8(ascii: "}")) { return .object([]) }
        while true {
            skipSpace()
            guard peek() == UInt8(ascii: "\"") else { throw problem("a key in double quotes is expected") }
            let place = index
            let key = try string()
            if members.count == Self.many { keys = Set(members.map(\.key)) }
            if members.count < Self.many ? members.contains(where: { $0.key == key }) : !keys.insert(key).inserted {
                index = place
                throw problem("the key \"\(key)\" stands twice in this object")
            }
            skipSpace()
            guard peek() == UInt8(ascii: ":") else { throw problem("a colon is expected after the key \"\(key)\"") }
            index += 1
            members.append(JSONTree.Member(key, try value()))
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array() throws(JSONSyntaxError) -> JSONTree {
        try enter()
        var elements: [JSONTree] = []
        if try closes(UInt8(ascii: "]")) { return .array([]) }
        while true {
            elements.append(try value())
            if try ends(with: UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func enter() throws(JSONSyntaxError) {
        depth += 1
        guard depth <= Self.depthLimit else { throw problem("more than \(Self.depthLimit) levels of nesting") }
        index += 1
    }

    /// Whether the container just opened is empty; if so it is left.
    private mutating func closes(_ closing: UInt8) throws(JSONSyntaxError) -> Bool {
        skipSpace()
        guard peek() == closing else { return false }
        index += 1
        depth -= 1
        return true
    }

    /// Whether the container ends after an element (true) or goes on after a comma (false).
    private mutating func ends(with closing: UInt8) throws(JSONSyntaxError) -> Bool {
        skipSpace()
        switch peek() {
        case closing:
            index += 1
            depth -= 1
            return true
        case UInt8(ascii: ","):
            index += 1
            skipSpace()
            guard peek() != closing else { throw problem("no comma may stand before the closing bracket") }
            return false
        default:
            throw problem("a comma or \"\(Character(Unicode.Scalar(closing)))\" is expected")
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSONTree) throws(JSONSyntaxError) -> JSONTree {
        let end = index + word.utf8CodeUnitCount
        let matches =
            end <= bytes.count && (0..<word.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
        guard matches else { throw problem("only true, false and null may stand without quotes") }
        index = end
        return value
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONTree {
        let start = index
        if peek() == UInt8(ascii: "-") { index += 1 }
        let leading = peek()
        guard skipDigits() > 0 else { throw problem("a digit is expected") }
        if leading == UInt8(ascii: "0"), index - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
            throw problem("a number may not begin with 0; write it as a text in quotes")
        }
        if peek() == UInt8(ascii: ".") {
            index += 1
            guard skipDigits() > 0 else { throw problem("a digit is expected after the decimal point") }
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            index += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { index += 1 }
            guard skipDigits() > 0 else { throw problem("a digit is expected in the exponent") }
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func skipDigits() -> Int {
        let start = index
        while let byte = peek(), byte >= 0x30, byte <= 0x39 { index += 1 }
        return index - start
    }

    func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    func problem(_ reason: String) -> JSONSyntaxError {
        var line = 1
        var lineStart = 0
        for place in 0..<min(index, bytes.count) where bytes[place] == 0x0A {
            line += 1
            lineStart = place + 1
        }
        return JSONSyntaxError(line: line, column: index - lineStart + 1, reason: reason)
    }
}

extension JSONTree {
    /// Reads one JSON document from UTF-8 bytes.
    package init(json bytes: [UInt8]) throws(JSONSyntaxError) {
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONSyntaxError) -> JSONTree in
                var reader = JSONTreeReader(bytes: buffer)
                return try reader.document()
            }
        }
        self = try result.get()
    }

    /// Reads one JSON document from a text.
    package init(json text: String) throws(JSONSyntaxError) {
        self = try JSONTree(json: Array(text.utf8))
    }
}
