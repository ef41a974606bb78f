/// Where and why a text is not Turtle.
struct TurtleSyntaxError: Error, Equatable {
    var line: Int
    var column: Int
    var reason: String
}

/// Reads Turtle (W3C Recommendation "RDF 1.1 Turtle", 2014) into a ``LinkedGraph``.
///
/// Prefixes, `a`, lists with `;` and `,`, blank nodes, collections, all forms of literals. Names are kept with their
/// prefix: within one file they are the same things. Nesting is limited to ``depthLimit``.
struct TurtleReader {
    static let depthLimit = 64

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    private var blanks = 0
    private var graph = LinkedGraph()
    private var prefixes: [String: String] = [:]

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func graph(_ bytes: [UInt8]) throws(TurtleSyntaxError) -> LinkedGraph {
        var reader = TurtleReader(bytes)
        reader.skip()
        while reader.peek() != nil { try reader.statement() }
        return reader.graph
    }

    private mutating func statement() throws(TurtleSyntaxError) {
        if try directive() { return }
        let isBlank = peek() == UInt8(ascii: "[")
        let subject = try node()
        skip()
        // `[ … ] .` says everything inside the brackets.
        if !(isBlank && peek() == UInt8(ascii: ".")) { try properties(of: subject) }
        try expect(".", "a full stop is expected after a statement")
    }

    /// Reads `@prefix`, `@base`, `PREFIX` or `BASE`, if one stands here.
    private mutating func directive() throws(TurtleSyntaxError) -> Bool {
        let start = index
        let isAt = peek() == UInt8(ascii: "@")
        if isAt { index += 1 }
        let word = letters().lowercased()
        guard word == "prefix" || word == "base", isAt || peek().map(Self.isSpace) == true else {
            if isAt { throw problem("@prefix or @base is expected") }
            index = start
            return false
        }
        skip()
        if word == "prefix" {
            let name = name()
            guard name.hasSuffix(":") else { throw problem("a prefix ends in a colon") }
            skip()
            prefixes[name] = try address()
        } else {
            _ = try address()
        }
        if isAt { try expect(".", "a full stop is expected after a prefix") } else { skip() }
        return true
    }

    private mutating func properties(of subject: String) throws(TurtleSyntaxError) {
        while true {
            skip()
            if peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: ".") || peek() == nil { return }
            let predicate = peek() == UInt8(ascii: "<") ? try address() : name()
            guard !predicate.isEmpty else { throw problem("the name of a property is expected") }
            repeat {
                skip()
                let object = try object()
                graph.add(subject, predicate == "a" ? "type" : predicate, object)
                skip()
            } while accept(",")
            guard accept(";") else { return }
            while true {
                skip()
                guard accept(";") else { break }
            }
        }
    }

    private mutating func object() throws(TurtleSyntaxError) -> LinkedGraph.Term {
        guard let byte = peek() else { throw problem("a value is missing: the text ends here") }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal(quote: byte)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            return .text(number(), language: nil)
        default:
            let start = index
            let word = letters()
            let ends = peek().map { !Self.isNameByte($0) && $0 != UInt8(ascii: ":") } ?? true
            if word == "true" || word == "false", ends { return .text(word, language: nil) }
            index = start
            return .reference(try node())
        }
    }

    /// A thing: an address, a prefixed name, a blank node or a collection.
    private mutating func node() throws(TurtleSyntaxError) -> String {
        switch peek() {
        case UInt8(ascii: "<"): return try address()
        case UInt8(ascii: "["), UInt8(ascii: "("): return try nested()
        default:
            let name = name()
            guard name.contains(":") else { throw problem("a name, an address in <…> or a text in quotes is expected") }
            return expanded(name)
        }
    }

    /// A prefixed name in full, so that it meets its address wherever that is written out.
    private func expanded(_ name: String) -> String {
        guard let colon = name.firstIndex(of: ":"), !name.hasPrefix("_:"),
            let base = prefixes[String(name[...colon])]
        else { return name }
        return base + name[name.index(after: colon)...]
    }

    private mutating func nested() throws(TurtleSyntaxError) -> String {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw problem("more than \(Self.depthLimit) levels of nesting") }
        blanks += 1
        let name = "_:blank\(blanks)"
        let isCollection = peek() == UInt8(ascii: "(")
        index += 1
        skip()
        if isCollection {
            while peek() != UInt8(ascii: ")") {
                graph.add(name, "member", try object())
                skip()
            }
            index += 1
        } else {
            try properties(of: name)
            try expect("]", "a closing bracket is expected")
        }
        return name
    }

    private mutating func expect(_ mark: Unicode.Scalar, _ reason: String) throws(TurtleSyntaxError) {
        skip()
        guard accept(mark) else { throw problem(reason) }
        skip()
    }
}

extension TurtleReader {
    private mutating func address() throws(TurtleSyntaxError) -> String {
        guard accept("<") else { throw problem("an address in <…> is expected") }
        let start = index
        while let byte = peek(), byte != UInt8(ascii: ">"), byte > 0x20 { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard accept(">") else { throw problem("an address ends in > and has no space") }
        return text
    }

    private mutating func literal(quote: UInt8) throws(TurtleSyntaxError) -> LinkedGraph.Term {
        let isLong = bytes[index...].starts(with: [quote, quote, quote])
        index += isLong ? 3 : 1
        var text: [UInt8] = []
        while true {
            guard let byte = peek() else { throw problem("the closing quote of a text is missing") }
            if byte == quote, !isLong || bytes[index...].starts(with: [quote, quote, quote]) { break }
            if byte == 0x0A, !isLong { throw problem("a text over several lines needs three quotes") }
            index += 1
            if byte == UInt8(ascii: "\\") { text += try escape() } else { text.append(byte) }
        }
        index += isLong ? 3 : 1
        var language: String?
        if accept("@") {
            let start = index
            while let byte = peek(), Self.isNameByte(byte) { index += 1 }
            language = String(decoding: bytes[start..<index], as: UTF8.self)
        } else if bytes[index...].starts(with: [0x5E, 0x5E]) {
            index += 2
            _ = try node()
        }
        return .text(String(decoding: text, as: UTF8.self), language: language)
    }

    private mutating func escape() throws(TurtleSyntaxError) -> [UInt8] {
        guard let byte = peek() else { throw problem("the closing quote of a text is missing") }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let end = index + (byte == UInt8(ascii: "u") ? 4 : 8)
            guard end <= bytes.count,
                let value = UInt32(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { throw problem("hexadecimal digits of a character are expected") }
            index = end
            return Array(String(scalar).utf8)
        default: return [byte]
        }
    }

    private mutating func number() -> String {
        let start = index
        while let byte = peek(), Self.isNameByte(byte) || byte == UInt8(ascii: "+") || Self.isInnerStop(bytes, index) {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func letters() -> String {
        let start = index
        while let byte = peek(), (byte | 0x20) >= UInt8(ascii: "a"), (byte | 0x20) <= UInt8(ascii: "z") { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func name() -> String {
        let start = index
        while let byte = peek(),
            Self.isNameByte(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "%")
                || Self.isInnerStop(bytes, index)
        {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// A full stop inside a name or number; one at its end ends the statement.
    private static func isInnerStop(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count && isNameByte(bytes[index + 1])
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF:
            true
        default: false
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func accept(_ mark: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    /// Skips white space and comments.
    private mutating func skip() {
        while let byte = peek() {
            if byte == UInt8(ascii: "#") {
                while let byte = peek(), byte != 0x0A { index += 1 }
            } else if Self.isSpace(byte) {
                index += 1
            } else {
                return
            }
        }
    }

    private func problem(_ reason: String) -> TurtleSyntaxError {
        let before = bytes[..<min(index, bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return TurtleSyntaxError(
            line: before.count { $0 == 0x0A } + 1,
            column: before.count - lineStart + 1,
            reason: reason
        )
    }
}
