extension String {
    /// The text without what could steer a terminal: control characters and changes of writing direction become `·`.
    ///
    /// - Parameter singleLine: Whether line ends become spaces.
    /// - Returns: the harmless text.
    package func printable(singleLine: Bool) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0A: scalars.append(singleLine ? " " : "\n")
            case 0x09: scalars.append(" ")
            default: scalars.append(scalar.steersTerminal ? "·" : scalar)
            }
        }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    /// Whether the character, shown in a terminal, may do something else than be read: control characters, and those
    /// that change the direction of writing (Unicode's Bidi_Control).
    package var steersTerminal: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
