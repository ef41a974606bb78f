import Foundation
import TestSupport

/// The built program, run as its users run it.
struct Program {
    /// Beside the test bundle, where the package manager builds both.
    static let url = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("ariadne")

    static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Content")
        .path

    struct Result {
        var code: Int32
        var output: String
        var errors: String
    }

    /// Runs the program to its end.
    ///
    /// `sink` is a file that takes the output instead of the result.
    static func run(_ arguments: [String], input: String = "", sink: String? = nil) async throws -> Result {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        let (output, errors, inputPipe) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = sink.flatMap { FileHandle(forWritingAtPath: $0) } ?? output
        process.standardError = errors
        process.standardInput = inputPipe
        try process.run()
        // The end of the pipe is seen only when nobody may write any more.
        if sink != nil { try output.fileHandleForWriting.close() }
        async let said = Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value
        async let complained = Task.detached { errors.fileHandleForReading.readDataToEndOfFile() }.value
        inputPipe.fileHandleForWriting.write(Data(input.utf8))
        try inputPipe.fileHandleForWriting.close()
        let (outputData, errorData) = await (said, complained)
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus,
            output: String(decoding: outputData, as: UTF8.self),
            errors: String(decoding: errorData, as: UTF8.self)
        )
    }
}

extension ScratchFolder {
    var transcripts: String { path("transcripts") }
}
