import Synchronization

/// The names under which conversations are recorded.
///
/// Channels of telephones name a conversation by the number that calls, others by an address. Such a name is personal
/// data: it is recorded as its HMAC (RFC 2104) with SHA-256 under a random key that lies in `private/` beside the
/// contacts. The same person thus goes on with the same conversation, and nobody without the key can try all numbers.
package final class ConversationNames: Sendable {
    private let folder: TranscriptFolder
    private let key: Mutex<[UInt8]?>

    /// The bytes of a key: as many as the digest has.
    private static let keyLength = 32

    /// Reads the key of a folder, if it has one.
    ///
    /// - Throws: ``TranscriptError``.
    package init(_ folder: TranscriptFolder) throws(TranscriptError) {
        self.folder = folder
        key = Mutex(try FileSystem.contents(of: folder.namesPath).flatMap { $0.count == Self.keyLength ? $0 : nil })
    }

    /// The name under which a conversation is recorded, by the key that is made with the first name that needs one.
    ///
    /// - Throws: ``TranscriptError`` when the key can't be kept.
    func recorded(_ name: String, by redactor: Redactor) throws(TranscriptError) -> String {
        guard Self.isPersonal(name, redactor) else { return name }
        let bytes = try key.withLock { key throws(TranscriptError) -> [UInt8] in
            if let key { return key }
            let new = try newKey()
            key = new
            return new
        }
        return SHA256.authentication(of: Array(name.utf8), key: bytes).description
    }

    /// The names under which a conversation may stand in the record: the one it is called by, and what is recorded in
    /// the place of a personal one.
    package func all(of name: String, by redactor: Redactor = .standard) -> Set<String> {
        guard Self.isPersonal(name, redactor), let key = key.withLock({ $0 }) else { return [name] }
        return [name, SHA256.authentication(of: Array(name.utf8), key: key).description]
    }

    /// Whether a name tells who somebody is; the digits of a random name or of a digest do not.
    private static func isPersonal(_ name: String, _ redactor: Redactor) -> Bool {
        let digits = name.utf8.filter { $0 != UInt8(ascii: "-") }
        let isRandom = digits.count >= 32 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        return !isRandom && redactor.redact(name) != name
    }

    private func newKey() throws(TranscriptError) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<Self.keyLength).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try FileSystem.makeFolder(folder.privatePath, mode: 0o700)
        try FileSystem.replace(folder.namesPath, with: bytes, mode: 0o600)
        return bytes
    }
}

extension SHA256 {
    /// The authentication code of a message (HMAC, RFC 2104), for a key no longer than a block.
    static func authentication(of message: [UInt8], key: [UInt8]) -> Digest {
        let block = key + [UInt8](repeating: 0, count: max(0, 64 - key.count))
        let inner = hash(block.map { $0 ^ 0x36 } + message).bytes
        return hash(block.map { $0 ^ 0x5C } + inner.indices.map { inner[$0] })
    }
}
