import Testing

@testable import Transcripts

@Suite struct SHA256Tests {
    /// The examples of NIST (FIPS 180-2, appendix B, and the short message test vectors).
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func standardVectors(message: String, expected: String) {
        #expect(SHA256.hash(message.utf8).description == expected)
    }

    /// The first test cases of RFC 4231.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
    ])
    func authenticationCodes(key: [UInt8], message: String, expected: String) {
        #expect(SHA256.authentication(of: Array(message.utf8), key: key).description == expected)
    }

    @Test func aMillionTimesA() {
        var hash = SHA256()
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
        for _ in 0..<1000 { hash.update(piece) }
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(hash.finalize().description == expected)
    }

    /// Every length around the block and padding limits, in one piece and in all pairs of pieces.
    @Test func piecesMakeNoDifference() {
        let bytes = (0..<200).map { UInt8($0) }
        for length in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 200] {
            let whole = SHA256.hash(bytes.prefix(length))
            for cut in stride(from: 0, through: length, by: 7) {
                var hash = SHA256()
                hash.update(bytes[0..<cut])
                hash.update(AnySequence(bytes[cut..<length]))
                #expect(hash.finalize() == whole, "length \(length), cut at \(cut)")
            }
        }
    }

    @Test func digestsReadBack() {
        let digest = SHA256.hash("thread".utf8)
        #expect(Digest(digest.description) == digest)
        #expect(Digest("xyz") == nil)
        #expect(Digest(String(repeating: "G", count: 64)) == nil)
    }
}
