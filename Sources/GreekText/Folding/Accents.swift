/// The accents of Greek, which folding takes away.
package enum Accents {
    /// Whether UTF-8 text has a Greek letter with an accent, composed or followed by a combining one.
    ///
    /// The letters are those of the blocks Greek and Coptic and Greek Extended (Unicode 15), of the latter all: who
    /// types polytonic Greek types its accents.
    package static func occur(in bytes: some Sequence<UInt8>) -> Bool {
        var lead: UInt8 = 0
        for byte in bytes {
            switch (lead, byte) {
            case (0xCE, 0x86), (0xCE, 0x88...0x90), (0xCE, 0xAC...0xB0): return true
            case (0xCF, 0x8C...0x8E), (0xCF, 0x93): return true
            case (0xE1, 0xBC...0xBF): return true
            case (0xCC, 0x80...0x81), (0xCD, 0x82): return true
            default: lead = byte
            }
        }
        return false
    }

    /// Whether only an accent tells the folded word from another one: «πού» (where) from «που» (that), «πώς» (how)
    /// from «πως» (that), «ή» (or) from «η» (the).
    package static func tellApart(_ letters: [UInt8]) -> Bool { homographs.contains(letters) }

    private static let homographs = ["που", "πως", "η"].map { FoldedText($0).bytes }
}
