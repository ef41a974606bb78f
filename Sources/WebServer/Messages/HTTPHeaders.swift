/// Header fields in the order in which they stand, names compared without regard to ASCII case (RFC 9110 §5.1).
///
/// A message has few of them, so a look-up walks the list: O(fields).
package struct HTTPHeaders: Hashable, Sendable {
    /// One field line.
    package struct Field: Hashable, Sendable {
        /// The name as it was written.
        package let name: String
        /// The value without surrounding white space; of a request, octets that are not UTF-8 became U+FFFD.
        package let value: String

        /// Makes a field line.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    private var fields: [Field]

    /// Makes an empty list.
    package init() {
        fields = []
    }

    /// The value of the first field of this name; setting replaces every field of the name, `nil` removes them.
    package subscript(name: String) -> String? {
        get { fields.first { $0.name.isSameField(as: name) }?.value }
        set {
            fields.removeAll { $0.name.isSameField(as: name) }
            if let newValue { append(name: name, value: newValue) }
        }
    }

    /// The values of all fields of this name, in order.
    package func values(of name: String) -> [String] {
        fields.lazy.filter { $0.name.isSameField(as: name) }.map(\.value)
    }

    /// Whether a field holds a comma-separated list with this member, compared without regard to ASCII case.
    ///
    /// For lists of tokens, such as `Connection`; a quoted string with a comma in it is not understood.
    package func list(_ name: String, contains token: String) -> Bool {
        fields.contains { field in
            field.name.isSameField(as: name)
                && field.value.utf8.split(separator: UInt8(ascii: ",")).contains { member in
                    Substring(member).trimmingBlanks.isSameField(as: token)
                }
        }
    }

    /// Adds a field at the end.
    package mutating func append(name: String, value: String) {
        fields.append(Field(name: name, value: value))
    }
}

extension HTTPHeaders: RandomAccessCollection {
    /// The position of the first field.
    package var startIndex: Int { fields.startIndex }
    /// The position after the last field.
    package var endIndex: Int { fields.endIndex }
    /// The field at a position.
    package subscript(position: Int) -> Field { fields[position] }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Makes a list of names and values; a name may stand twice.
    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }
}

extension StringProtocol {
    /// Whether two tokens are the same without regard to ASCII case.
    func isSameField(as other: some StringProtocol) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { $0 == $1 || ASCII.lowercased($0) == ASCII.lowercased($1) }
    }
}

extension Substring {
    /// The text without spaces and tabs around it (`OWS`, RFC 9110 §5.6.3).
    var trimmingBlanks: Substring {
        var rest = self
        while let first = rest.utf8.first, ASCII.isBlank(first) { rest = rest.dropFirst() }
        while let last = rest.utf8.last, ASCII.isBlank(last) { rest = rest.dropLast() }
        return rest
    }
}
