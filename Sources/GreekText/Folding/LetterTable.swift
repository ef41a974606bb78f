import Foundation

/// The folding of every Unicode scalar that Greek users type, as tables.
///
/// Built once from the Unicode blocks Basic Latin, Latin-1 Supplement, Latin Extended-A, Greek and Coptic, Cyrillic
/// look-alikes, the Arabic digits, Latin Extended Additional, Greek Extended and General Punctuation (Unicode 15,
/// UnicodeData.txt).
struct LetterTable: Sendable {
    static let shared = LetterTable()

    private let low: [UInt8]
    private let greekExtended: [UInt8]
    private let latinAdditional: [UInt8]

    private init() {
        low = (0..<0x0800).map { Self.fold(UInt32($0)) }
        latinAdditional = (0x1E00..<0x1F00).map { Self.decomposed(UInt32($0)) }
        greekExtended = (0x1F00..<0x2000).map { Self.decomposed(UInt32($0)) }
    }

    @inline(__always)
    func ascii(_ byte: UInt8) -> UInt8 { low[Int(byte)] }

    func letter(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0..<0x0800: low[Int(scalar)]
        case 0x1E00..<0x1F00: latinAdditional[Int(scalar - 0x1E00)]
        case 0x1F00..<0x2000: greekExtended[Int(scalar - 0x1F00)]
        case 0x2018, 0x2019, 0x201B, 0x2032: UInt8(ascii: "'")
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: Letter.dropped
        case 0x2000...0x206F, 0x3000...0x303F: Letter.space
        case 0x20AC: UInt8(ascii: "$")
        case 0x2070...0x2BFF, 0xFFF0...0xFFFC, 0x1F000...0x1FAFF: Letter.space
        case 0xFF01...0xFF5E: low[Int(scalar - 0xFF00 + 0x20)]
        default: Letter.other
        }
    }

    private static func fold(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x41...0x5A: UInt8(scalar + 0x20)
        case 0x21...0x7E: UInt8(scalar)
        case 0...0x20, 0x7F...0xA0: Letter.space
        case 0xAD, 0x0300...0x036F, 0x037A, 0x0384, 0x0385: Letter.dropped
        case 0xB4: UInt8(ascii: "'")
        case 0xB5: Letter.alpha + 11
        // The digits of Arabic and of Persian keyboards.
        case 0x0660...0x0669: UInt8(scalar - 0x0660 + 0x30)
        case 0x06F0...0x06F9: UInt8(scalar - 0x06F0 + 0x30)
        case 0xAA: UInt8(ascii: "a")
        case 0xBA: UInt8(ascii: "o")
        case 0xA1...0xBF, 0xD7, 0xF7: scalar == 0xB7 ? UInt8(ascii: ",") : Letter.space
        case 0xC0...0x024F, 0x0370...0x03FF: decomposed(scalar)
        default: cyrillicLookAlikes[scalar] ?? Letter.other
        }
    }

    /// The base letter of a precomposed one, by canonical decomposition.
    private static func decomposed(_ scalar: UInt32) -> UInt8 {
        if let special = specials[scalar] { return special }
        guard let unicode = Unicode.Scalar(scalar) else { return Letter.other }
        let lowered = unicode.properties.lowercaseMapping.decomposedStringWithCanonicalMapping
        guard let base = lowered.unicodeScalars.first else { return Letter.other }
        switch base.value {
        case 0x61...0x7A: return UInt8(base.value)
        case 0x03C2: return Letter.sigma
        case 0x03B1...0x03C9: return Letter.alpha + UInt8(base.value - 0x03B1)
        default: return specials[base.value] ?? (base.properties.isAlphabetic ? Letter.other : Letter.space)
        }
    }

    private static let specials: [UInt32: UInt8] = [
        0x037E: UInt8(ascii: ";"), 0x0387: UInt8(ascii: ","), 0xDF: UInt8(ascii: "s"), 0xE6: UInt8(ascii: "a"),
        0xC6: UInt8(ascii: "a"), 0xD8: UInt8(ascii: "o"), 0xF8: UInt8(ascii: "o"), 0x0152: UInt8(ascii: "o"),
        0x0153: UInt8(ascii: "o"), 0x0131: UInt8(ascii: "i"), 0x0141: UInt8(ascii: "l"), 0x0142: UInt8(ascii: "l"),
        0x0110: UInt8(ascii: "d"), 0x0111: UInt8(ascii: "d"), 0xD0: UInt8(ascii: "d"), 0xF0: UInt8(ascii: "d"),
        0xDE: UInt8(ascii: "t"), 0xFE: UInt8(ascii: "t"), 0x03D0: 0xE2, 0x03D1: 0xE8, 0x03D5: 0xF6, 0x03D6: 0xF0,
        0x03F0: 0xEA, 0x03F1: 0xF1, 0x03F2: Letter.sigma, 0x03F9: Letter.sigma, 0x03F5: 0xE5, 0x03D7: Letter.other,
    ]

    /// Cyrillic letters that are drawn like Greek ones, by their upper and lower case.
    private static let cyrillicLookAlikes: [UInt32: UInt8] = [
        0x0410: 0xE1, 0x0430: 0xE1, 0x0412: 0xE2, 0x0415: 0xE5, 0x0435: 0xE5, 0x041A: 0xEA, 0x043A: 0xEA,
        0x041C: 0xEC, 0x041D: 0xE7, 0x041E: 0xEF, 0x043E: 0xEF, 0x0420: 0xF1, 0x0440: 0xF1, 0x0422: 0xF4,
        0x0423: 0xF5, 0x0443: 0xF5, 0x0425: 0xF7, 0x0445: 0xF7,
    ]
}
