/// Which keys lie beside each other, on the Greek and on the Latin layout, which share their places.
///
/// Rows `;ςερτυθιοπ / ασδφγηξκλ / ζχψωβνμ` lie on `qwertyuiop / asdfghjkl / zxcvbnm` (ELOT 1000).
struct Keyboard: Sendable {
    static let shared = Keyboard()

    private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    private static let greekRows: [[UInt8]] = [
        [0x3B, 0xF2, 0xE5, 0xF1, 0xF4, 0xF5, 0xE8, 0xE9, 0xEF, 0xF0],
        [0xE1, 0xF3, 0xE4, 0xF6, 0xE3, 0xE7, 0xEE, 0xEA, 0xEB],
        [0xE6, 0xF7, 0xF8, 0xF9, 0xE2, 0xED, 0xEC],
    ]

    /// For each letter a set of keys: bit *n* is the key of the *n*-th Latin letter.
    private var keys = [UInt32](repeating: 0, count: 256)
    private var neighbours = [UInt32](repeating: 0, count: 256)
    private var twins = [UInt8](repeating: 0, count: 256)

    private init() {
        var places: [(latin: UInt8, greek: UInt8, row: Int, x: Double)] = []
        for (row, line) in Self.rows.enumerated() {
            for (column, latin) in line.utf8.enumerated() {
                // Each row is shifted to the right of the one above by about half a key.
                let x = Double(column) + [0, 0.25, 0.75][row]
                places.append((latin, Self.greekRows[row][column], row, x))
            }
        }
        for place in places {
            let bit = UInt32(1) << UInt32(place.latin - 0x61)
            var near: UInt32 = 0
            for other in places where abs(other.row - place.row) <= 1 && abs(other.x - place.x) < 1.1 {
                near |= UInt32(1) << UInt32(other.latin - 0x61)
            }
            for letter in [place.latin, place.greek] {
                keys[Int(letter)] = bit
                neighbours[Int(letter)] = near & ~bit
            }
            twins[Int(place.latin)] = place.greek == 0xF2 ? Letter.sigma : place.greek
            if Letter.isGreek(place.greek) { twins[Int(place.greek)] = place.latin }
        }
    }

    /// Whether the keys of two letters touch.
    @inline(__always)
    func areNeighbours(_ one: UInt8, _ other: UInt8) -> Bool {
        neighbours[Int(one)] & keys[Int(other)] != 0
    }

    /// The word that the same keys give on the other layout, or nil if a key gives no letter there.
    func otherLayout(of letters: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        for letter in letters {
            let twin = twins[Int(letter)]
            guard Letter.isGreek(twin) || Letter.isLatin(twin) else { return nil }
            result.append(twin)
        }
        return result
    }
}
