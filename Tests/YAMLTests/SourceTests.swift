import Testing

@testable import YAML

/// Bytes that are no text: the first of them is named with its place.
struct SourceTests {
    static let faults: [(bytes: [UInt8], place: String, words: String)] = [
        ([0xFF, 0xFE, 0x61, 0x00], "1:1", "UTF-16"),
        ([0xFE, 0xFF, 0x00, 0x61], "1:1", "UTF-16"),
        (Array("α: β\nγ: ".utf8) + [0xE1, 0xE2], "2:4", "0xE1"),  // ISO 8859-7
        (Array("α\r\nβ\rγ".utf8) + [0x80], "3:2", "0x80"),
        (Array("α".utf8) + [0xCE], "1:2", "0xCE"),  // cut off
        ([0xC0, 0x80], "1:1", "0xC0"),  // overlong
        ([0xE0, 0x80, 0x80], "1:1", "0xE0"),
        ([0xF0, 0x80, 0x80, 0x80], "1:1", "0xF0"),
        ([0xED, 0xA0, 0x80], "1:1", "0xED"),  // a surrogate
        ([0xF4, 0x90, 0x80, 0x80], "1:1", "0xF4"),  // above U+10FFFF
        ([0xF5, 0x80, 0x80, 0x80], "1:1", "0xF5"),
        ([0x61, 0xE2, 0x82, 0x61], "1:2", "0xE2"),
        ([0x61, 0x00], "1:2", "U+0000"),
        ([0x61, 0x0A, 0x1B], "2:1", "U+001B"),
        ([0x61, 0x7F], "1:2", "U+007F"),
        ([0x61, 0xC2, 0x9F], "1:2", "U+009F"),
        ([0xEF, 0xBF, 0xBE], "1:1", "U+FFFE"),
        ([0xEF, 0xBF, 0xBF], "1:1", "U+FFFF"),
        ([0xEF, 0xBB, 0xBF, 0x61, 0x00], "1:2", "U+0000"),
        (Array("\u{A0}\u{A0}α: β".utf8), "1:1", "invisible"),
        (Array("- \u{200B}α".utf8), "1:3", "invisible"),
        (Array("a: \u{FEFF}α".utf8), "1:4", "invisible"),
    ]

    @Test(arguments: 0..<faults.count)
    func fault(_ index: Int) {
        let fault = Self.faults[index]
        let error = #expect(throws: YAMLError.self) { try YAML.parse(fault.bytes) }
        #expect(error?.mark.description == fault.place)
        #expect(error?.message.contains(fault.words) == true, "\(String(describing: error))")
    }

    @Test func everyScalarIsReadOrRefused() throws {
        for code in stride(from: UInt32(0x20), through: 0x10FFFF, by: 7) {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let isControl = scalar.properties.generalCategory == .control && code != 0x85
            let isRefused = isControl || code == 0xFFFE || code == 0xFFFF
            let read = try? YAML.parse(Array("\"α\(Character(scalar))\"".utf8))
            if scalar == "\"" || scalar == "\\" { continue }
            #expect((read == nil) == isRefused, "U+\(String(code, radix: 16))")
            if let read { #expect(read.text.map { Array($0.utf8) } == Array("α\(Character(scalar))".utf8)) }
        }
    }
}
