import Foundation

/// The development data beside the package, where it is there: `ARIADNE_SHARED`, or `../shared/data`.
enum SharedData {
    private static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["ARIADNE_SHARED"] { return URL(fileURLWithPath: path) }
        // This file lies in Tests/GreekTextTests of the package.
        let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return package.appendingPathComponent("../shared/data").standardizedFileURL
    }()

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent(path))
    }

    static func lines(_ path: String) throws -> [String] {
        String(decoding: try data(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
