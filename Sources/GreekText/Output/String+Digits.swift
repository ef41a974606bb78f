extension String {
    /// A number with zeros before it where it has fewer digits: `String(7, digits: 2)` is `07`.
    package init(_ number: some BinaryInteger, radix: Int = 10, digits: Int) {
        let text = String(number, radix: radix)
        self = String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
    }
}
