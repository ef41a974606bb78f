/// A length of time as ISO 8601 writes it: `P3M` is three months, `PT10M` ten minutes.
package struct ISODuration: Sendable, Hashable {
    /// A unit of time, the longest first.
    package enum Unit: Int, Sendable, Hashable, CaseIterable {
        case year, month, week, day, hour, minute, second
    }

    /// A number of one unit, at least 1.
    package struct Part: Sendable, Hashable {
        package var count: Int
        package var unit: Unit
    }

    /// The parts that are not zero, the longest unit first; none for `P0D`.
    package let parts: [Part]

    /// A whole number of one unit.
    package init(_ count: Int, _ unit: Unit) {
        parts = count > 0 ? [Part(count: count, unit: unit)] : []
    }

    /// Reads `PnYnMnWnDTnHnMnS` with whole numbers below a million.
    ///
    /// Nil for anything else, and when it is only `P`.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 3, bytes[0] == UInt8(ascii: "P") else { return nil }
        var parts: [Part] = []
        var inTime = false
        var count: Int?
        var previous = -1
        for byte in bytes.dropFirst() {
            if byte >= 0x30, byte <= 0x39 {
                count = (count ?? 0) * 10 + Int(byte - 0x30)
                guard count ?? 0 < 1_000_000 else { return nil }
            } else if byte == UInt8(ascii: "T"), !inTime, count == nil {
                inTime = true
            } else {
                guard let number = count, let unit = Self.unit(byte, inTime: inTime), unit.rawValue > previous
                else { return nil }
                if number > 0 { parts.append(Part(count: number, unit: unit)) }
                previous = unit.rawValue
                count = nil
            }
        }
        guard count == nil, previous >= 0 else { return nil }
        self.parts = parts
    }

    private static func unit(_ letter: UInt8, inTime: Bool) -> Unit? {
        switch (letter, inTime) {
        case (UInt8(ascii: "Y"), false): .year
        case (UInt8(ascii: "M"), false): .month
        case (UInt8(ascii: "W"), false): .week
        case (UInt8(ascii: "D"), false): .day
        case (UInt8(ascii: "H"), true): .hour
        case (UInt8(ascii: "M"), true): .minute
        case (UInt8(ascii: "S"), true): .second
        default: nil
        }
    }
}
