/// What can be wrong with a file; `Problem+Words.swift` says it to people.
enum Problem {
    case utf16
    case notUTF8(UInt8)
    case control(UInt32)
    case invisible

    case tabIndentation
    case deeper(than: Int)
    case itemAmongKeys
    case keyAmongItems
    case missingColon(key: String)
    case colonInValue
    case multilineKey
    case listOnKeyLine
    case collectionOnSameLine
    case textAfterValue

    case unclosedQuote
    case unclosedBracket(UInt8)
    case bracketIndentation(UInt8, opened: Mark)
    case quoteIndentation(opened: Mark)
    case emptyEntry
    case missingComma(closing: UInt8)
    case badEscape(String)
    case badCodePoint
    case badStart(String)
    case blockHeader
    case blockIndentation

    case missingName(of: String)
    case unknownAlias(String)
    case aliasInItself(String)
    case aliasWithProperties
    case aliasesTooLarge(limit: Int)
    case twoProperties
    case unsupportedTag(String)
    case tagMismatch(String)

    case duplicateKey(String, first: Mark)
    case badMerge
    case tooDeep(limit: Int)

    case badDirective(String)
    case directiveWithoutDocument
    case directiveInDocument
    case textAfterDocumentEnd
    case textAfterDocument
    case secondDocument

    /// The error to throw.
    func at(_ mark: Mark) -> YAMLError {
        let (message, advice) = words
        return YAMLError(message: message, mark: mark, advice: advice)
    }
}
