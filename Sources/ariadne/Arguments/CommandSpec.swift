/// What a command takes, for parsing its arguments and for its help.
struct CommandSpec: Sendable {
    /// An option of a command.
    struct Option: Sendable {
        /// The name with its dashes.
        var name: String
        /// What stands for the value in the help; `nil` for a flag.
        var value: String?
        var help: String

        static func flag(_ name: String, _ help: String) -> Option { Option(name: name, value: nil, help: help) }
        static func value(_ name: String, _ value: String, _ help: String) -> Option {
            Option(name: name, value: value, help: help)
        }
    }

    var name: String
    /// One line, for the list of commands.
    var summary: String
    /// What follows the name in the usage line, without the options.
    var operands: String
    /// How many operands there may be.
    var operandCount: ClosedRange<Int>
    var options: [Option]
    /// What the help says besides.
    var discussion: String

    init(
        _ name: String,
        _ summary: String,
        operands: String = "",
        count: ClosedRange<Int> = 0...0,
        options: [Option] = [],
        discussion: String = ""
    ) {
        self.name = name
        self.summary = summary
        self.operands = operands
        operandCount = count
        self.options = options
        self.discussion = discussion
    }

    /// The help page of the command.
    var help: String {
        var lines = [
            "\(name): \(summary)", "", "USAGE: ariadne \(name) [options]\(operands.isEmpty ? "" : " \(operands)")",
        ]
        if !discussion.isEmpty { lines += ["", discussion] }
        lines += ["", "OPTIONS:"]
        let all = options + [.flag("--help", "Show this help.")]
        let width = all.map { Self.label($0).count }.max() ?? 0
        for option in all {
            let label = Self.label(option)
            lines.append("  \(label)\(String(repeating: " ", count: width - label.count + 2))\(option.help)")
        }
        return lines.joined(separator: "\n")
    }

    private static func label(_ option: Option) -> String {
        option.value.map { "\(option.name) \($0)" } ?? option.name
    }
}

/// The options that several commands share.
extension CommandSpec.Option {
    static let intents = value("--intents", "DIR", "The folder of the content (default: intents).")
    static let transcripts = value("--transcripts", "DIR", "The folder of the transcripts (default: transcripts).")
    static let packs = value("--packs", "A,B", "Only these packs of the content (default: all).")
    static let now = value(
        "--now",
        "TIME",
        "The time to answer for, in UTC, as 2020-12-05 or 2020-12-05T09:30 (default: now)."
    )
    static let json = flag("--json", "Print JSON.")
}
