import Dialogue
import Testing

@testable import ariadne

@Suite struct TerminalTests {
    @Test func editsAsTypistsExpect() {
        var line = LineBuffer("θέλω ταυτότητα")
        line.moveWordLeft()
        line.insert("νέα ")
        #expect(line.text == "θέλω νέα ταυτότητα")
        line.deleteWordBackward()
        line.moveToEnd()
        line.deleteBackward()
        #expect(line.text == "θέλω ταυτότητ")
        line.moveToStart()
        line.deleteForward()
        line.moveWordRight()
        line.deleteToEnd()
        #expect(line.text == "έλω")
        line.deleteToStart()
        #expect(line.text == "")
        line.deleteBackward()
        line.moveLeft()
        #expect(line.cursor == 0)
    }

    @Test func aCombiningAccentJoinsItsLetter() {
        var line = LineBuffer()
        line.insert("ο")
        line.insert("\u{0301}")
        #expect(line.characters.count == 1)
        line.deleteBackward()
        #expect(line.text == "")
    }

    @Test(arguments: [
        ([0x1B, 0x5B, 0x44], [Key.left]), ([0x1B, 0x5B, 0x31, 0x3B, 0x35, 0x43], [.wordRight]),
        ([0x1B, 0x5B, 0x33, 0x7E], [.delete]), ([0x7F], [.backspace]), ([0x03], [.interrupt]), ([0x04], [.endOfInput]),
        ([0xCE, 0xB1, 0xCE, 0xB2], [.text("αβ")]), ([0xFF], [.unknown]), ([0x1B, 0x4F, 0x48], [.home]),
    ])
    func decodesKeys(bytes: [UInt8], keys: [Key]) {
        var decoder = KeyDecoder()
        #expect(decoder.decode(bytes) == keys)
        #expect(!decoder.isWaiting)
    }

    @Test func keysMayComeInPieces() {
        var decoder = KeyDecoder()
        #expect(decoder.decode([0xCE]) == [])
        #expect(decoder.decode([0xB1]) == [.text("α")])
        #expect(decoder.decode([0x1B]) == [])
        #expect(decoder.decode([0x5B]) == [])
        #expect(decoder.decode([0x41]) == [.up])
        #expect(decoder.decode([0x1B]) == [])
        #expect(decoder.flush() == [.escape])
    }

    @Test func anyBytesGiveSomeKeysAndNeverHang() {
        var generator = SystemRandomNumberGenerator()
        var decoder = KeyDecoder()
        for _ in 0..<2000 {
            _ = decoder.decode(
                (0..<Int.random(in: 1...40, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator)
                }
            )
        }
        _ = decoder.flush()
        #expect(!decoder.isWaiting)
    }

    @Test func longLinesAreDrawnOverSeveralRows() {
        var view = LineView(prompt: "> ")
        var line = LineBuffer(String(repeating: "α", count: 25))
        #expect(view.draw(line, columns: 10).hasSuffix("\r\u{1B}[7C"))
        line.moveToStart()
        #expect(view.draw(line, columns: 10).contains("\u{1B}[2A"))
    }

    @Test func textIsWrappedAtSpaces() {
        #expect(TextWrap.lines("ένα δύο τρία\nτέσσερα", width: 8) == ["ένα δύο", "τρία", "τέσσερα"])
        #expect(TextWrap.lines("https://www.gov.gr/a/very/long", width: 8) == ["https://www.gov.gr/a/very/long"])
    }

    @Test func repliesCannotSteerTheTerminal() {
        #expect(ReplyPrinter.harmless("α\u{1B}[2Jβ\u{7}\nγ\u{202E}δ\u{200F}\u{61C}") == "α[2Jβ\nγδ")
        var message = BotMessage(text: "\u{1B}]0;x\u{7}a", buttons: [Button(title: "b\u{9B}1m", payload: "/b")])
        message.image = "https://example.org/\u{1B}[5m.png"
        let style = TerminalStyle(isPlain: true)
        let lines = ReplyPrinter(style: style, width: 40, name: "A").lines(for: [message])
        #expect(!lines.joined().unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(lines)")
    }
}
