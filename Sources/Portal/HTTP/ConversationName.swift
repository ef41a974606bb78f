import GreekText

/// The names of conversations: who knows one can go on with it, so one that is reachable by others must be a secret.
enum ConversationName {
    /// A new name of 128 random bits, as 32 hexadecimal digits.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 16, digits: 16)
        }.joined()
    }

    /// Whether nobody will hit upon the name by chance: a UUID, or 32 hexadecimal digits and more.
    static func isUnguessable(_ name: String) -> Bool {
        let digits = name.utf8.filter { $0 != UInt8(ascii: "-") }
        return digits.count >= 32 && Set(digits).count >= 8 && digits.allSatisfy(isHexadecimal)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
