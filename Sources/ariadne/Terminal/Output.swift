import Glibc
import Portal

/// Writes whole lines to standard output and standard error.
enum Output {
    static func line(_ text: String) { write(text + "\n") }

    /// Writes to standard output, or ends the program: whoever asked for the output does not get it.
    static func write(_ text: String) {
        guard let code = StandardStream.output.write(text) else { return }
        error("ariadne: standard output: \(String(cString: strerror(code)))")
        exit(ExitCode.inputOutput)
    }

    static func error(_ text: String) { errorWrite(text + "\n") }

    static func errorWrite(_ text: String) { StandardStream.error.write(text) }
}
