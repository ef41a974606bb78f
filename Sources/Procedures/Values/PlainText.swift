/// Text without mark-up, made of what editors of the registry paste into its fields.
package enum PlainText {
    /// The text with tags removed, entities resolved and white space tidied.
    ///
    /// Line breaks, paragraphs and list items each begin a line, list items with a dash; scripts and styles go with
    /// their content. A `<` that begins no tag stays, so `12 < 18` is text. Linear in the input.
    package static func plain(_ text: String) -> String {
        isPlain(text) ? text : tidied(text)
    }

    /// Whether a text has neither mark-up nor white space to tidy: nearly all have not, and are taken as they are.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var previous: UInt8 = 0x20
            for (place, byte) in bytes.enumerated() {
                switch byte {
                case UInt8(ascii: "<"), UInt8(ascii: "&"), 0..<0x0A, 0x0B..<0x20: return false
                case 0x20, 0x0A: if previous == 0x20 || previous == 0x0A { return false }
                // Leads of the spaces, format characters and line breaks that need a closer look.
                case 0xC2:
                    if place + 1 < bytes.count, bytes[place + 1] == 0xA0 || bytes[place + 1] == 0xAD { return false }
                case 0xE2:
                    if place + 1 < bytes.count, bytes[place + 1] == 0x80, isSpaceTail(bytes[place + 2]) { return false }
                case 0xE3, 0xEF: return false
                default: break
                }
                previous = byte
            }
            return previous != 0x20 && previous != 0x0A
        }
    }

    /// Whether U+2000…U+203F ends in this byte and is a space, a format character or a line break.
    private static func isSpaceTail(_ byte: UInt8) -> Bool { byte < 0x90 || byte >= 0xA8 && byte <= 0xAF }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0xFEFF: true
        case 0x1680, 0x2000...0x3000: scalar.properties.isWhitespace
        default: false
        }
    }

    private static func tidied(_ text: String) -> String {
        var scalars: [Unicode.Scalar] = []
        let source = Array(text.unicodeScalars)
        scalars.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            switch source[index] {
            case "<":
                index = tag(in: source, at: index, into: &scalars)
            case "&":
                index = entity(in: source, at: index, into: &scalars)
            default:
                scalars.append(source[index])
                index += 1
            }
        }
        return tidy(scalars)
    }

    /// Skips the tag that begins at `start`, leaving the break that it stands for; returns where to go on.
    private static func tag(in source: [Unicode.Scalar], at start: Int, into text: inout [Unicode.Scalar]) -> Int {
        var index = start + 1
        if index < source.count, source[index] == "/" { index += 1 }
        let nameStart = index
        while index < source.count, source[index].properties.isAlphabetic, source[index].isASCII { index += 1 }
        let isComment = source[start...].starts(with: "<!--".unicodeScalars)
        guard index > nameStart || isComment else {
            text.append("<")
            return start + 1
        }
        // Greek words between angle brackets are text, Latin ones tags; a tag ends within reason.
        guard let end = source[index..<min(source.count, index + 2000)].firstIndex(of: ">") else {
            text.append("<")
            return start + 1
        }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: source[nameStart..<index])
        let tag = String(name).lowercased()
        if tag == "script" || tag == "style", source[start + 1] != "/" {
            return contentEnd(of: tag, in: source, from: end)
        }
        if tag == "li", source[start + 1] != "/" {
            text += Array("\n- ".unicodeScalars)
        } else if blocks.contains(tag) {
            text.append("\n")
        }
        return end + 1
    }

    private static func contentEnd(of tag: String, in source: [Unicode.Scalar], from start: Int) -> Int {
        let closing = Array("</\(tag)".unicodeScalars)
        var index = start
        while index + closing.count < source.count {
            if source[index] == "<",
                source[index..<index + closing.count].elementsEqual(closing, by: { sameLetter($0, $1) })
            {
                return index
            }
            index += 1
        }
        return source.count
    }

    private static func sameLetter(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
        one == other || one.properties.lowercaseMapping == other.properties.lowercaseMapping
    }

    /// Resolves the entity that begins at `start`, or leaves the ampersand; returns where to go on.
    private static func entity(in source: [Unicode.Scalar], at start: Int, into text: inout [Unicode.Scalar]) -> Int {
        guard let end = source[start..<min(source.count, start + 12)].firstIndex(of: ";") else {
            text.append("&")
            return start + 1
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: source[start + 1..<end])
        guard let scalar = scalar(named: String(view)) else {
            text.append("&")
            return start + 1
        }
        text.append(scalar)
        return end + 1
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return entities[name]
    }

    /// Trims lines, drops control characters and more than one empty line in a row.
    private static func tidy(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        var breaks = 0
        var space = false
        for scalar in scalars {
            if scalar == "\n" || scalar == "\u{2028}" {
                breaks += 1
            } else if isSpace(scalar) {
                space = true
            } else {
                if !view.isEmpty {
                    if breaks > 0 {
                        view.append(contentsOf: breaks > 1 ? "\n\n".unicodeScalars : "\n".unicodeScalars)
                    } else if space {
                        view.append(" ")
                    }
                }
                breaks = 0
                space = false
                view.append(scalar)
            }
        }
        return String(view)
    }

    private static let blocks: Set<String> = [
        "br", "p", "div", "ul", "ol", "tr", "table", "h", "section", "article", "blockquote", "dd", "dt", "dl", "hr",
    ]

    /// The entities that editors produce (HTML 4, 24.2–24.4); others stay as they were written.
    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "laquo": "«", "raquo": "»",
        "euro": "€", "ndash": "–", "mdash": "—", "hellip": "…", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”",
        "bull": "•", "middot": "·", "deg": "°", "sect": "§", "shy": "\u{AD}", "copy": "©", "reg": "®", "frac12": "½",
    ]
}
