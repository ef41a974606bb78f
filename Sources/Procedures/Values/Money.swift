/// An amount of euros, exact to the cent.
package struct Money: Sendable, Hashable, Comparable {
    /// The amount in cents, 0…10¹⁴.
    package let cents: Int

    package init(cents: Int) {
        self.cents = min(max(cents, 0), 100_000_000_000_000)
    }

    /// Reads an amount as records and people write it: `10`, `58.0`, `84,40`, `1.200,50`, `1,200.50`, `10 €`.
    ///
    /// The last point or comma is the decimal mark unless exactly three digits follow it and it may group thousands.
    /// Nil when the text is not one amount: `58 έως 84` is none.
    package init?(_ text: String) {
        var digits: [UInt8] = []
        var marks: [(byte: UInt8, place: Int)] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: digits.append(byte)
            case UInt8(ascii: "."), UInt8(ascii: ","): marks.append((byte, digits.count))
            case 0x20, 0xC2, 0xA0, 0xE2, 0x82, 0xAC: continue
            default: return nil
            }
        }
        guard (1...15).contains(digits.count) else { return nil }
        var decimals = marks.last.map { digits.count - $0.place } ?? 0
        let grouping = marks.dropLast().allSatisfy { $0.byte == marks.last?.byte }
        if decimals == 3, grouping, let first = marks.first, first.place > 0, digits[0] != 0x30 { decimals = 0 }
        guard decimals == 0 || marks.filter({ $0.byte == marks.last?.byte }).count == 1 else { return nil }
        var cents = 0
        for (index, digit) in digits.enumerated() where index < digits.count - decimals + 2 {
            cents = cents * 10 + Int(digit - 0x30)
        }
        for _ in decimals..<max(decimals, 2) { cents *= 10 }
        self.init(cents: cents)
    }

    package static func < (one: Money, other: Money) -> Bool { one.cents < other.cents }
    package static func + (one: Money, other: Money) -> Money { Money(cents: one.cents + other.cents) }
}

extension ClosedRange<Money> {
    /// Whether either end is not a whole number of euros.
    var hasCents: Bool { lowerBound.cents % 100 != 0 || upperBound.cents % 100 != 0 }
}
