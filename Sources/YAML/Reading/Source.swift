/// Makes a file's bytes fit to be parsed, so that the parser need not think of encodings and line ends.
///
/// Afterwards the text is valid UTF-8 of printable characters, without a byte-order mark, its lines end in a line feed,
/// and a 0 stands behind the last byte.
enum Source {
    /// The bytes to parse.
    ///
    /// - Throws: where the bytes are not UTF-8 or hold a character that YAML refuses (section 5.1).
    static func prepare(_ input: [UInt8]) throws(YAMLError) -> [UInt8] {
        if input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
            throw Problem.utf16.at(Mark(line: 1, column: 1))
        }
        let start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var hasReturns = false
        if let fault = firstFault(in: input, from: start, hasReturns: &hasReturns) {
            throw fault.problem.at(mark(of: fault.offset, in: input, from: start))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(input.count - start + 1)
        if hasReturns {
            copy(input, from: start, to: &bytes)
        } else {
            bytes.append(contentsOf: input[start...])
        }
        bytes.append(0)
        return bytes
    }

    /// The first place that is not UTF-8 or not printable.
    private static func firstFault(
        in input: [UInt8],
        from start: Int,
        hasReturns: inout Bool
    ) -> (offset: Int, problem: Problem)? {
        var offset = start
        while offset < input.count {
            let byte = input[offset]
            if byte >= 0x20, byte < 0x7F {
                offset += 1
            } else if byte < 0x80 {
                switch byte {
                case 0x09, 0x0A: break
                case 0x0D: hasReturns = true
                default: return (offset, .control(UInt32(byte)))
                }
                offset += 1
            } else {
                let length = sequenceLength(in: input, at: offset)
                if length == 0 { return (offset, .notUTF8(byte)) }
                if let code = refused(in: input, at: offset) { return (offset, .control(code)) }
                offset += length
            }
        }
        return nil
    }

    /// The length of the well-formed sequence of several bytes at an offset (Unicode, table 3-7), 0 when there is none.
    private static func sequenceLength(in input: [UInt8], at offset: Int) -> Int {
        let second: ClosedRange<UInt8>
        let length: Int
        switch input[offset] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard offset + length <= input.count, second.contains(input[offset + 1]) else { return 0 }
        for next in 2..<max(length, 2) where input[offset + next] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// The code point at an offset when YAML refuses it: controls but U+0085, and U+FFFE, U+FFFF.
    private static func refused(in input: [UInt8], at offset: Int) -> UInt32? {
        let second = input[offset + 1]
        if input[offset] == 0xC2, second < 0xA0, second != 0x85 { return UInt32(second) }
        if input[offset] == 0xEF, second == 0xBF, input[offset + 2] >= 0xBE {
            return 0xFFC0 + UInt32(input[offset + 2] & 0x3F)
        }
        return nil
    }

    /// Copies with each `CR LF` and each lone `CR` made a line feed.
    private static func copy(_ input: [UInt8], from start: Int, to bytes: inout [UInt8]) {
        var offset = start
        while offset < input.count {
            if input[offset] == 0x0D {
                bytes.append(0x0A)
                if offset + 1 < input.count, input[offset + 1] == 0x0A { offset += 1 }
            } else {
                bytes.append(input[offset])
            }
            offset += 1
        }
    }

    private static func mark(of offset: Int, in input: [UInt8], from start: Int) -> Mark {
        var mark = Mark(line: 1, column: 1)
        for index in start..<offset {
            let byte = input[index]
            if byte == 0x0A || (byte == 0x0D && input[index + 1] != 0x0A) {
                mark = Mark(line: mark.line + 1, column: 1)
            } else if byte & 0xC0 != 0x80 {
                mark.column += 1
            }
        }
        return mark
    }
}
