import Foundation
import TestSupport
import Testing

@testable import Dialogue

@Suite struct ContentFolderTests {
    @Test func filesAreFoundByPackAndKind() throws {
        let scratch = try folder([
            "a.yml", "b.txt", ".hidden.yml", "test_stories.yml", "one/x.yaml", "one/procedures/p.json",
            "one/notes.json",
            "one/tests/t.yml", "two/deep/y.YML", "two/procedures-2026.jsonl",
        ])
        let root = scratch.path
        let files = try ContentFolder(path: root).files()
        #expect(
            files.map { $0.path.dropFirst(root.count + 1) } == [
                "a.yml", "one/procedures/p.json", "one/x.yaml", "two/deep/y.YML", "two/procedures-2026.jsonl",
            ]
        )
        #expect(files.map(\.pack) == [nil, "one", "one", "two", "two"])
        #expect(files.map(\.kind) == [.yaml, .procedures, .yaml, .yaml, .procedures])
        #expect(files.allSatisfy { $0.size == 2 && abs($0.modified.timeIntervalSinceNow) < 60 })
        #expect(try ContentFolder(path: root + "/", packs: ["two"]).files().map(\.pack) == [nil, "two", "two"])
    }

    @Test func aFolderThatIsPassedOverIsNoPack() throws {
        let scratch = try folder(["one/x.yml", "models/m.yml", "results/r.yml", "tests/t.yml", "actions/a.yml"])
        let root = scratch.path
        #expect(try ContentFolder(path: root).packNames() == ["one"])
        #expect { try ContentFolder(path: root, packs: ["results"]).files() } throws: {
            "\($0)".contains("Known packs: one")
        }
    }

    @Test func whatIsNotThereIsNamed() throws {
        let scratch = try folder(["one/x.yml"])
        let root = scratch.path
        #expect { try ContentFolder(path: root, packs: ["tow"]).files() } throws: {
            "\($0)".contains("Known packs: one")
        }
        #expect { try ContentFolder(path: root + "/none").files() } throws: { "\($0)".contains("no such folder") }
    }

    /// A new folder with these files.
    private func folder(_ paths: [String]) throws -> ScratchFolder {
        let scratch = ScratchFolder()
        for path in paths { try scratch.write("{}", to: path) }
        return scratch
    }
}
