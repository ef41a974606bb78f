import Foundation
import Testing

/// The development data that lies beside a checkout, or where `ARIADNE_SHARED` says.
///
/// Absent on most machines.
enum SharedData {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["ARIADNE_SHARED"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/data")
    }()

    static let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("registry").path)

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    static func lines(_ path: String) throws -> [String] {
        String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
