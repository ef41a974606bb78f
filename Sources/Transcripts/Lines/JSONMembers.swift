import Foundation

/// The members of one flat JSON object, found by a scan over its bytes.
///
/// Mining gigabytes can't afford a decoder for every line: this reads only where the members of the outermost object
/// begin and end. It trusts nothing: of a line that is no JSON object it says so, and a value is decoded only when
/// someone asks for it.
struct JSONMembers {
    /// Calls `visit` with the name (still escaped) and the value's bytes of every member, in order.
    ///
    /// - Returns: whether the line was an object from its first byte to its last.
    static func scan(
        _ line: ArraySlice<UInt8>,
        _ visit: (_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void
    ) -> Bool {
        line.withUnsafeBufferPointer { bytes in
            guard bytes.count >= 2, bytes[0] == UInt8(ascii: "{") else { return false }
            var index = 1
            if bytes[1] == UInt8(ascii: "}") { return bytes.count == 2 }
            while true {
                guard let nameEnd = stringEnd(bytes, from: index), nameEnd < bytes.count,
                    bytes[nameEnd] == UInt8(ascii: ":"), let valueEnd = valueEnd(bytes, from: nameEnd + 1),
                    valueEnd < bytes.count
                else { return false }
                visit(
                    UnsafeBufferPointer(rebasing: bytes[index + 1..<nameEnd - 1]),
                    UnsafeBufferPointer(rebasing: bytes[nameEnd + 1..<valueEnd])
                )
                if bytes[valueEnd] == UInt8(ascii: "}") { return valueEnd + 1 == bytes.count }
                guard bytes[valueEnd] == UInt8(ascii: ",") else { return false }
                index = valueEnd + 1
            }
        }
    }

    /// The text of a string value; nil for other values.
    static func string(_ value: UnsafeBufferPointer<UInt8>) -> String? {
        guard value.count >= 2, value[0] == UInt8(ascii: "\"") else { return nil }
        let inside = UnsafeBufferPointer(rebasing: value[1..<value.count - 1])
        if !inside.contains(UInt8(ascii: "\\")) { return String(decoding: inside, as: UTF8.self) }
        return try? JSONDecoder().decode(String.self, from: Data(value))
    }

    /// A whole number; nil for other values.
    static func integer(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = value.first else { return nil }
        var result = 0
        let negative = first == UInt8(ascii: "-")
        guard value.count > (negative ? 1 : 0) else { return nil }
        for byte in value.dropFirst(negative ? 1 : 0) {
            guard (0x30...0x39).contains(byte) else { return nil }
            let (product, tooLarge) = result.multipliedReportingOverflow(by: 10)
            let (sum, over) = product.addingReportingOverflow(Int(byte - 0x30))
            guard !tooLarge, !over else { return nil }
            result = sum
        }
        return negative ? -result : result
    }

    /// The index after the string that begins at `index`.
    private static func stringEnd(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
        var at = index + 1
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""): return at + 1
            case UInt8(ascii: "\\"): at += 2
            default: at += 1
            }
        }
        return nil
    }

    /// The index after the value that begins at `index`.
    private static func valueEnd(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "\""): return stringEnd(bytes, from: index)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return groupEnd(bytes, from: index)
        default:
            var at = index
            while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "}") { at += 1 }
            return at > index ? at : nil
        }
    }

    private static func groupEnd(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
        var depth = 0
        var at = index
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                guard let end = stringEnd(bytes, from: at) else { return nil }
                at = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return at + 1 }
            default: break
            }
            at += 1
        }
        return nil
    }
}
