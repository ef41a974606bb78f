/// Turns places in UTF-8 bytes of a text into places in Unicode scalars.
struct ScalarOffsets {
    private let scalars: [Int32]

    init(_ text: String) {
        var count: Int32 = -1
        scalars = text.utf8.map { byte in
            if byte & 0xC0 != 0x80 { count += 1 }
            return max(0, count)
        }
    }

    /// The scalar that the byte belongs to, or the number of scalars for the end.
    func scalar(at byte: Int) -> Int {
        if byte < scalars.count { return Int(scalars[max(0, byte)]) }
        return scalars.isEmpty ? 0 : Int(scalars[scalars.count - 1]) + 1
    }
}
