/// The words for each problem, all in this file: what is wrong, and what to do.
extension Problem {
    var words: (message: String, advice: String) {
        switch self {
        case .utf16, .notUTF8, .control, .invisible: encodingWords
        case .tabIndentation, .deeper, .itemAmongKeys, .keyAmongItems, .missingColon: layoutWords
        case .colonInValue, .multilineKey, .listOnKeyLine, .collectionOnSameLine, .textAfterValue: lineWords
        case .unclosedQuote, .quoteIndentation, .badEscape, .badCodePoint, .badStart: textWords
        case .unclosedBracket, .bracketIndentation, .emptyEntry, .missingComma: bracketWords
        case .blockHeader, .blockIndentation, .duplicateKey, .badMerge, .tooDeep: structureWords
        case .missingName, .unknownAlias, .aliasInItself, .aliasWithProperties, .aliasesTooLarge: aliasWords
        case .twoProperties, .unsupportedTag, .tagMismatch: tagWords
        default: documentWords
        }
    }

    private var encodingWords: (String, String) {
        switch self {
        case .utf16: ("The file is in UTF-16.", "Save it as UTF-8.")
        case .notUTF8(let byte):
            ("The byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8 here.", "Save the file as UTF-8.")
        case .control(let code):
            (
                "The character \(Self.hex(code)) can't stand in a text file.",
                "Delete it; inside \"…\" write it as an escape."
            )
        default:
            (
                "An invisible character (a no-break or zero-width space) starts this text.",
                "Delete it, use ordinary spaces, or put the text in quotes."
            )
        }
    }

    private var layoutWords: (String, String) {
        switch self {
        case .tabIndentation: ("A tab indents this line.", "Indent with spaces.")
        case .deeper(let column):
            (
                "This line is indented deeper than the lines it belongs to.",
                "Start it in column \(column + 1), or check the line above."
            )
        case .itemAmongKeys:
            ("A list item (`- `) stands among keys.", "Indent it under the key that it belongs to, or delete the `- `.")
        case .keyAmongItems: ("A list item should start here.", "Put `- ` before it, or correct its indentation.")
        case .missingColon(let key) where key.contains(":"):
            ("A key needs a space after its colon.", "Write `key: value`, with a space after `:`.")
        case .missingColon(let key):
            ("“\(key)” stands where a key is expected and has no colon.", "Write `key: value`, or indent the line.")
        default: documentWords
        }
    }

    private var lineWords: (String, String) {
        switch self {
        case .colonInValue: ("A second `: ` stands in one line.", "Put the value in quotes if the colon belongs to it.")
        case .multilineKey:
            (
                "A key extends over several lines.",
                "Write each key on one line, with `: ` after it; indent a value's further lines, or put it in quotes."
            )
        case .listOnKeyLine: ("A list can't start in the line of its key.", "Start the list in a line of its own.")
        case .collectionOnSameLine: ("Keys can't start in this line.", "Start them in a line of their own.")
        case .textAfterValue:
            ("There is more text after the end of the value.", "Put the whole value in quotes, or a space before `#`.")
        default: documentWords
        }
    }

    private var textWords: (String, String) {
        switch self {
        case .unclosedQuote:
            ("The quote that opens here is not closed.", "Close it, or double it if it is an apostrophe.")
        case .quoteIndentation(let opened):
            ("The quote that opens at \(opened) is not closed above this line.", "Close it, or indent this line.")
        case .badEscape(let escape):
            ("`\(escape)` is not an escape.", "Write `\\\\` for a backslash, or use single quotes.")
        case .badCodePoint: ("This escape is not a character.", "Correct its digits.")
        case .badStart(let start): ("A text can't start with `\(start)`.", "Put it in quotes.")
        default: documentWords
        }
    }

    private var bracketWords: (String, String) {
        switch self {
        case .unclosedBracket(let open):
            ("The `\(Self.character(open))` that opens here is not closed.", "Close it, or put the text in quotes.")
        case .bracketIndentation(let open, let opened):
            (
                "The `\(Self.character(open))` that opens at \(opened) is not closed above this line.",
                "Close it, or indent this line."
            )
        case .emptyEntry: ("There is nothing before this comma.", "Delete it.")
        case .missingComma(let closing):
            ("A comma or `\(Self.character(closing))` is missing here.", "Add it, or put the text in quotes.")
        default: documentWords
        }
    }

    private var structureWords: (String, String) {
        switch self {
        case .blockHeader:
            (
                "Only `+`, `-`, a digit from 1 to 9 or a comment can follow `|` or `>`.",
                "Start the text in the next line, or put it in quotes."
            )
        case .blockIndentation:
            ("An empty line above has more spaces than this first line.", "Delete the spaces of the empty line.")
        case .duplicateKey(let key, let first):
            ("The key “\(key)” is there already, in line \(first.line).", "Delete or rename one of the two.")
        case .badMerge: ("`<<` takes keys with values, or a list of them.", "Point it to an anchor of such.")
        case .tooDeep(let limit): ("More than \(limit) levels are nested here.", "Nest less deeply.")
        default: documentWords
        }
    }

    private var aliasWords: (String, String) {
        switch self {
        case .missingName(let what): ("The name of the \(what) is missing.", "Write it, or put the text in quotes.")
        case .unknownAlias(let name):
            ("There is no anchor `&\(name)` above.", "Put the text in quotes if it is no alias.")
        case .aliasInItself(let name): ("`*\(name)` stands inside its own anchor.", "Write the value out.")
        case .aliasWithProperties: ("An alias can't have an anchor or a tag.", "Delete one of the two.")
        case .aliasesTooLarge(let limit):
            ("The aliases of this file repeat more than \(limit) bytes and values.", "Write the values out.")
        default: documentWords
        }
    }

    private var tagWords: (String, String) {
        switch self {
        case .twoProperties: ("A value has two anchors or two tags.", "Delete one of the two.")
        case .unsupportedTag(let tag):
            (
                "The tag `\(tag)` is not supported.",
                "Delete it, or put the text in quotes; known are !!str, !!int, !!float, !!bool, !!null, !!seq, !!map."
            )
        case .tagMismatch(let tag): ("The value is not what its tag `\(tag)` says.", "Correct it, or delete the tag.")
        default: documentWords
        }
    }

    private var documentWords: (String, String) {
        switch self {
        case .badDirective(let name): ("The directive `\(name)` is not supported.", "Delete the line.")
        case .directiveWithoutDocument: ("A directive is not followed by `---`.", "Delete the directive's line.")
        case .directiveInDocument:
            ("A line can't start with `%` here.", "Put the text in quotes, or end the document above with `...`.")
        case .textAfterDocumentEnd: ("There is text after `...`.", "Delete it, or start it in the next line.")
        case .textAfterDocument:
            ("This line does not belong to anything above.", "Correct its indentation, or that of the lines above.")
        default:
            ("A second document starts here; only the first would be read.", "Delete the `---` line, or use two files.")
        }
    }

    private static func hex(_ code: UInt32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func character(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}
