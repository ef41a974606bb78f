import Foundation
import Understanding

@testable import Dialogue

/// A Rasa project of somebody else, as it stands in `Tests/Projects`.
enum Project {
    /// The folder of all projects.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Projects")

    static func compilation(_ name: String) throws -> Compilation {
        try Compilation.read(ContentFolder(path: folder.appendingPathComponent(name).path))
    }
}
