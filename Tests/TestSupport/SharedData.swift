package import Foundation

/// The development data that lies beside a checkout, or where `ARIADNE_SHARED` says.
///
/// Absent on most machines.
package enum SharedData {
    /// Where the data would lie.
    package static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["ARIADNE_SHARED"] { return URL(fileURLWithPath: path) }
        // Up from Tests/TestSupport of the package, and beside it.
        return URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/data")
    }()

    package static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    package static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    package static func lines(_ path: String, omittingEmpty: Bool = true) throws -> [String] {
        let text = String(decoding: try bytes(path), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: omittingEmpty).map(String.init)
    }
}
