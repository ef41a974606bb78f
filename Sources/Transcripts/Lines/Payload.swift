import Dialogue
import Foundation

/// The JSON of an event or note, without a seal, ready to be written.
struct Payload: Sendable {
    let bytes: [UInt8]
    let digest: Digest
    /// The conversation; empty for a note.
    let conversation: String

    /// Encodes an event: keys sorted, slashes as they are, no newline inside.
    init(_ event: Event, encoder: JSONEncoder) throws(TranscriptError) {
        try self.init(event, id: event.id, conversation: event.conversation, encoder: encoder)
    }

    /// Encodes a note.
    init(_ note: TranscriptNote) throws(TranscriptError) {
        try self.init(note, id: note.id, conversation: "", encoder: Self.encoder())
    }

    private init(
        _ value: some Encodable,
        id: String,
        conversation: String,
        encoder: JSONEncoder
    ) throws(TranscriptError) {
        do {
            bytes = Array(try encoder.encode(value))
        } catch {
            throw .notEncodable(event: id, reason: "\(error)")
        }
        digest = SHA256.hash(bytes)
        self.conversation = conversation
    }

    /// An encoder of the one form in which transcripts are written.
    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
