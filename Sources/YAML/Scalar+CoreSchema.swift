/// What a scalar is by the core schema of YAML 1.2 (section 10.3): `yes`, `no`, `on` and `off` are text.
extension Scalar {
    /// Whether the text is looked at for anything but a string.
    private var isOpen: Bool {
        switch resolution {
        case .byStyle: style == .plain
        case .string: false
        case .core: true
        }
    }

    /// Whether it is null: nothing at all, `~`, `null`, `Null` or `NULL`, without quotes.
    package var isNull: Bool {
        guard isOpen, text.utf8.count <= 4 else { return false }
        switch text {
        case "", "~", "null", "Null", "NULL": return true
        default: return false
        }
    }

    /// The boolean that it is (`true`, `True`, `TRUE`, `false`, `False`, `FALSE`), or nil.
    package var bool: Bool? {
        guard isOpen, text.utf8.count <= 5 else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// The integer that it is (decimal, `0o` octal, `0x` hexadecimal), or nil, also when it exceeds 64 bits.
    package var int: Int? {
        guard isOpen else { return nil }
        if text.hasPrefix("0o") { return Self.digits(text.dropFirst(2), radix: 8) }
        if text.hasPrefix("0x") { return Self.digits(text.dropFirst(2), radix: 16) }
        return Int(text)
    }

    /// The number that it is, integers included, `.inf` and `.nan` too, or nil.
    package var double: Double? {
        guard isOpen, let first = text.utf8.first, Self.opensNumber(first) else { return nil }
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
        case "-.inf", "-.Inf", "-.INF": return -.infinity
        case ".nan", ".NaN", ".NAN": return .nan
        default: break
        }
        if let int { return Double(int) }
        return Self.isFloat(text.utf8) ? Double(text) : nil
    }

    private static func digits(_ text: Substring, radix: Int) -> Int? {
        // Int(_:radix:) takes a sign, the schema does not.
        guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
        return Int(text, radix: radix)
    }

    private static func opensNumber(_ byte: UInt8) -> Bool {
        byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`; Double(_:) alone takes far more.
    private static func isFloat(_ bytes: String.UTF8View) -> Bool {
        var rest = bytes[...]
        dropSign(&rest)
        let whole = dropDigits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            if dropDigits(&rest) == 0, whole == 0 { return false }
        } else if whole == 0 {
            return false
        }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            rest.removeFirst()
            dropSign(&rest)
            if dropDigits(&rest) == 0 { return false }
        }
        return rest.isEmpty
    }

    private static func dropSign(_ rest: inout Substring.UTF8View) {
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest.removeFirst() }
    }

    private static func dropDigits(_ rest: inout Substring.UTF8View) -> Int {
        let count = rest.prefix(while: \.isDigit).count
        rest.removeFirst(count)
        return count
    }
}
