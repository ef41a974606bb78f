import Dialogue
import Foundation
import GreekText

/// The arguments of a command, checked against its ``CommandSpec``.
struct Arguments: Sendable {
    private(set) var operands: [String] = []
    private var values: [String: String] = [:]
    private var flags: Set<String> = []

    /// Parses what follows the name of the command.
    ///
    /// `--option value` and `--option=value` are the same; after `--` everything is an operand.
    /// - Throws: ``UsageError``.
    init(_ words: [String], for spec: CommandSpec) throws(UsageError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            try takeOption(word, &rest, spec)
        }
        if flags.contains("--help") { return }
        guard spec.operandCount.contains(operands.count) else {
            let what = operands.count < spec.operandCount.lowerBound ? "too few arguments" : "too many arguments"
            throw UsageError("\(spec.name): \(what)", command: spec.name)
        }
    }

    private mutating func takeOption(_ word: String, _ rest: inout ArraySlice<String>, _ spec: CommandSpec)
        throws(UsageError)
    {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = word == "-h" ? "--help" : String(parts[0])
        if name == "--help" {
            flags.insert(name)
            return
        }
        guard let option = spec.options.first(where: { $0.name == name }) else {
            let hint = Suggestion.nearest(to: name, among: spec.options.map(\.name) + ["--help"])
            let advice = hint.map { ": did you mean \($0)?" } ?? ""
            throw UsageError("\(spec.name): unknown option \(name)\(advice)", command: spec.name)
        }
        guard let placeholder = option.value else {
            guard parts.count == 1 else { throw UsageError("\(spec.name): \(name) takes no value", command: spec.name) }
            flags.insert(name)
            return
        }
        if parts.count == 2 {
            values[name] = String(parts[1])
        } else if let value = rest.popFirst() {
            values[name] = value
        } else {
            throw UsageError("\(spec.name): \(name) needs a value: \(name) \(placeholder)", command: spec.name)
        }
    }

    /// Whether the help is asked for.
    var wantsHelp: Bool { flags.contains("--help") }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    subscript(_ option: String) -> String? { values[option] }

    /// Refuses options that an action of the command takes no notice of.
    func allow(_ options: Set<String>, for action: String, of command: String) throws(UsageError) {
        let idle = Set(values.keys).union(flags).subtracting(options).subtracting(["--transcripts"])
        guard let option = idle.min() else { return }
        throw UsageError("\(command) \(action): \(option) has no effect here", command: command)
    }

    /// A day, in ISO 8601.
    func day(_ option: String) throws(UsageError) -> String? {
        guard let text = values[option] else { return nil }
        guard let day = CalendarDate(iso: text) else {
            throw UsageError("\(option) takes a day such as 2026-11-20, not «\(text)»", command: nil)
        }
        return day.iso
    }

    /// A whole number within bounds.
    func integer(_ option: String, in range: ClosedRange<Int>, default fallback: Int) throws(UsageError) -> Int {
        guard let text = values[option] else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "\(option) takes a whole number from \(range.lowerBound) to \(range.upperBound), not «\(text)»",
                command: nil
            )
        }
        return number
    }

    /// The time of `--now`: a day, a time in UTC, or nothing for the present.
    func clock() throws(UsageError) -> @Sendable () -> Date {
        guard let text = values["--now"] else { return { Date() } }
        guard let date = FixedClock.moment(text) else {
            throw UsageError("--now takes a time such as 2020-12-05 or 2020-12-05T09:30, not «\(text)»", command: nil)
        }
        return { date }
    }
}

/// A command line that can't be understood.
struct UsageError: Error, CustomStringConvertible {
    var message: String
    /// The command whose help explains more.
    var command: String?

    init(_ message: String, command: String?) {
        self.message = message
        self.command = command
    }

    var description: String {
        let help = command.map { "ariadne \($0) --help" } ?? "ariadne --help"
        return "\(message)\nSee '\(help)'."
    }
}

/// The exit codes of BSD's `sysexits.h` that the program uses.
enum ExitCode {
    static let ok: Int32 = 0
    /// A check found problems, a test failed, a verification broke.
    static let problems: Int32 = 1
    static let usage: Int32 = 64
    static let badData: Int32 = 65
    static let noInput: Int32 = 66
    static let unavailable: Int32 = 69
    static let software: Int32 = 70
    static let cantCreate: Int32 = 73
    static let inputOutput: Int32 = 74
    /// Somebody else has it: try again later.
    static let temporary: Int32 = 75
    static let noPermission: Int32 = 77
    static let configuration: Int32 = 78
}

/// Why a command ends without having done its work.
struct CommandFailure: Error, CustomStringConvertible {
    var code: Int32
    var description: String

    init(_ code: Int32, _ description: String) {
        self.code = code
        self.description = description
    }
}
