import Foundation
import Testing

import class TestSupport.ScratchFolder

@testable import Understanding

@Suite struct ModelTests {
    @Test func theSameSeedGivesTheSameModel() {
        #expect(Sample.model(seed: 3).encode() == Sample.model(seed: 3).encode())
    }

    @Test func comesBackFromBytes() throws {
        let model = Sample.understander.model
        let copy = try Model(decoding: model.encode())
        let other = Understander(data: Sample.data, model: copy)
        for utterance in ["θέλω διαβατήριο", "πόσο κοστίζει", "καλημέρα σας", "άσχετο"] {
            #expect(other.read(utterance) == Sample.understander.read(utterance))
        }
    }

    @Test func readsTheSameWhereItLiesInAFile() throws {
        let scratch = ScratchFolder()
        let path = scratch.path("model")
        let bytes = Sample.understander.model.encode()
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let file = try #require(MappedFile(path: path))
        let mapped = try Model(in: file)
        #expect(mapped.encode() == bytes)
        let other = Understander(data: Sample.data, model: mapped)
        for utterance in ["θέλω διαβατήριο", "πόσο κοστίζει", "καλημέρα σας", "άσχετο"] {
            #expect(other.read(utterance) == Sample.understander.read(utterance))
        }
        #expect(StoredArray<UInt64>(in: file, offset: 8, count: 1)?.count == nil)
        #expect(StoredArray<UInt64>(in: file, offset: 64, count: bytes.count / 8)?.count == nil)
        #expect(MappedFile(path: "/dev/null")?.bytes.count == nil)
    }

    @Test func damageIsFound() throws {
        let bytes = Sample.understander.model.encode()
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<12 {
            var damaged = bytes
            let place = Int(generator.next() % UInt64(bytes.count))
            if generator.next() % 2 == 0 {
                damaged[place] ^= 1 << UInt8(generator.next() % 8)
            } else {
                damaged.removeSubrange(place...)
            }
            #expect(throws: ModelError.self) { try Model(decoding: damaged) }
        }
        #expect(throws: ModelError.otherFormat) { try Model(decoding: []) }
    }

    @Test func theDigestCoversWhatTrainingDependsOn() {
        let digest = Sample.data.digest
        var changed = Sample.data
        changed.intents[0].examples[0].text += "!"
        #expect(changed.digest != digest)
        changed = Sample.data
        changed.intents[0].examples.swapAt(0, 1)
        #expect(changed.digest != digest)
        changed = Sample.data
        changed.lookups[0].values.removeLast()
        #expect(changed.digest != digest)
        changed = Sample.data
        changed.concepts[0].list += ", ταξίδι"
        #expect(changed.digest != digest)
        #expect(Sample.data.digest == digest)
        #expect(digest.count == 32)
    }

    @Test func theCacheRebuildsWhatIsDamaged() throws {
        let scratch = ScratchFolder()
        let cache = ModelCache(folder: scratch.url)
        #expect(cache.model(for: Sample.tiny).origin == .trained(notWritten: nil))
        #expect(cache.model(for: Sample.tiny).origin == .cached)
        let file = try #require(
            try FileManager.default.contentsOfDirectory(at: scratch.url, includingPropertiesForKeys: nil).first
        )
        try Data("rubbish".utf8).write(to: file)
        #expect(cache.model(for: Sample.tiny).origin == .trained(notWritten: nil))
        #expect(cache.model(for: Sample.tiny).origin == .cached)
    }

    @Test func theCacheKeepsWhatIsRead() throws {
        let scratch = ScratchFolder()
        let cache = ModelCache(folder: scratch.url, limit: 2)
        for seed: UInt64 in [1, 2] { _ = cache.model(for: Sample.tiny, seed: seed) }
        // Long ago, and the first before the second.
        for (index, seed) in [1, 2].enumerated() {
            let path = scratch.path("\(Sample.tiny.digest)-\(seed).model")
            let date = Date(timeIntervalSince1970: Double(1000 + index))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
        #expect(cache.model(for: Sample.tiny, seed: 1).origin == .cached)
        _ = cache.model(for: Sample.tiny, seed: 3)
        #expect(cache.model(for: Sample.tiny, seed: 1).origin == .cached)
        #expect(cache.model(for: Sample.tiny, seed: 2).origin == .trained(notWritten: nil))
    }

    @Test func aFolderThatCannotBeWrittenOnlyCostsTime() {
        let cache = ModelCache(folder: URL(fileURLWithPath: "/dev/null/models"))
        let (model, origin) = cache.model(for: Sample.tiny)
        #expect(model.fits(Sample.tiny))
        guard case .trained(let reason) = origin else { return #expect(Bool(false)) }
        #expect(reason != nil)
    }
}
