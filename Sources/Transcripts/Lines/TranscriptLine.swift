package import Dialogue
import Foundation

/// A line of a transcript where it stands, decoded only as far as it is asked for.
///
/// Handed to a callback by ``TranscriptReader``; keeping one beyond the call costs a copy of its bytes.
package struct TranscriptLine {
    /// What a line records.
    package enum Content: Sendable, Equatable {
        /// Something that happened in a conversation.
        case event
        /// An event whose payload was erased; its digest remains.
        case erased
        /// What was done to the transcript itself: an erasure, or the end of a retention period.
        case note
    }

    /// The line without its newline, seal included.
    package let bytes: ArraySlice<UInt8>
    /// The name of its file.
    package let file: String
    /// Its number in the file, from 1.
    package let number: Int
    /// Where it begins in the file, in bytes.
    package let offset: Int
    /// What it records.
    package let content: Content
    /// The event's kind, such as `user`; for an erased event, the kind it had.
    package let kind: String
    /// The conversation; empty for notes and erased events.
    package let conversation: String

    /// Looks at a line; throws ``TranscriptError/unreadable(file:line:reason:)`` when it is no flat JSON object with
    /// a kind.
    init(_ bytes: ArraySlice<UInt8>, file: String, number: Int, offset: Int) throws(TranscriptError) {
        self.bytes = bytes
        self.file = file
        self.number = number
        self.offset = offset
        var kind: String?
        var conversation = ""
        var erased = false
        let whole = JSONMembers.scan(bytes) { name, value in
            switch name.count {
            case 4 where name.elementsEqual("kind".utf8): kind = JSONMembers.string(value)
            case 6 where name.elementsEqual("erased".utf8): erased = true
            case 12 where name.elementsEqual("conversation".utf8): conversation = JSONMembers.string(value) ?? ""
            default: break
            }
        }
        guard whole, let kind else {
            throw .unreadable(file: file, line: number, reason: whole ? "no kind" : "not a JSON object")
        }
        self.kind = kind
        self.conversation = conversation
        content = erased ? .erased : TranscriptNote.Kind(rawValue: kind) != nil ? .note : .event
    }

    /// The seal; nil when the line has none.
    package var seal: Seal? { Seal(endOf: bytes) }

    /// The event, decoded.
    package func event() throws(TranscriptError) -> Event { try decode(Event.self) }

    /// The note, decoded.
    package func note() throws(TranscriptError) -> TranscriptNote { try decode(TranscriptNote.self) }

    /// What is left of an erased event, decoded.
    package func erasedEvent() throws(TranscriptError) -> ErasedEvent { try decode(ErasedEvent.self) }

    /// The text of a member of the line; nil when it has none of that name, or it is no text.
    package func string(_ name: String) -> String? {
        var found: String?
        _ = JSONMembers.scan(bytes) { member, value in
            if member.elementsEqual(name.utf8) { found = JSONMembers.string(value) }
        }
        return found
    }

    /// The whole number of a member of the line; nil when it has none of that name, or it is none.
    package func integer(_ name: String) -> Int? {
        var found: Int?
        _ = JSONMembers.scan(bytes) { member, value in
            if member.elementsEqual(name.utf8) { found = JSONMembers.integer(value) }
        }
        return found
    }

    private func decode<Value: Decodable>(_ type: Value.Type) throws(TranscriptError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw .unreadable(file: file, line: number, reason: Self.reason(error))
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .keyNotFound(let key, _): return "no \(key.stringValue)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
        @unknown default: return "\(error)"
        }
    }
}
