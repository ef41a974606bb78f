extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        var view = self[...].unicodeScalars
        while let scalar = view.first, scalar.value <= 0x20 || scalar.properties.isWhitespace { view.removeFirst() }
        while let scalar = view.last, scalar.value <= 0x20 || scalar.properties.isWhitespace { view.removeLast() }
        return String(view)
    }
}
