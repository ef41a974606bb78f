import Dialogue
import Foundation
import Portal
import Transcripts
import Understanding

/// `ariadne bench`: the project's figures, measured.
enum BenchCommand: Command {
    static let spec = CommandSpec(
        "bench",
        "Measure reading, turns and recording.",
        operands: "reading [PART…] | turns | conversations [TURNS] | journal",
        count: 1...6,
        options: [
            .intents, .packs,
            .value("--data", "DIR", "The folder of the public data sets, for reading (default: ../shared/data/nlu)."),
        ],
        discussion: """
            reading  accuracy, robustness, calibration, unknown, few-shot on MASSIVE, CLINC150 and BANKING77, whose files
                     are NAME.tsv with lines intent<TAB>text; parts: massive unknown few clinc banking
            turns    reading, deciding, and a whole turn, with all content; an answer to a form's question
            conversations  the memory that 10,000 open conversations, of 4 turns each or of so many, take beyond the content
            journal  turns recorded in a second, alone and many at once
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let most = ["turns": 1, "journal": 1, "conversations": 2][arguments.operands[0]] ?? .max
        guard arguments.operands.count <= most else {
            throw UsageError("bench \(arguments.operands[0]): too many arguments", command: "bench")
        }
        switch arguments.operands[0] {
        case "reading": try reading(arguments)
        case "turns": try TurnBenchmark(arguments, show: show).run()
        case "conversations": try conversations(arguments)
        case "journal": try await journal()
        default:
            let hint = Suggestion.nearest(
                to: arguments.operands[0],
                among: ["reading", "turns", "conversations", "journal"]
            )
            throw UsageError(
                "bench: unknown «\(arguments.operands[0])»\(hint.map { ": did you mean «\($0)»?" } ?? "")",
                command: "bench"
            )
        }
        return ExitCode.ok
    }

    private static func show(_ name: String, _ value: String) {
        Output.line("\(name)\(String(repeating: " ", count: max(1, 54 - name.count)))\(value)")
    }

    private static func reading(_ arguments: Arguments) throws {
        let names = arguments.operands.dropFirst()
        let parts =
            try names.isEmpty
            ? Benchmark.Part.allCases
            : names.map { name in
                guard let part = Benchmark.Part(rawValue: name) else {
                    throw UsageError("bench reading: unknown part «\(name)»", command: "bench")
                }
                return part
            }
        let concepts = try arguments.concepts()
        show("concepts of the language, from the content", "\(concepts.count)")
        let benchmark = Benchmark(folder: arguments["--data"] ?? "../shared/data/nlu", concepts: concepts) {
            show($0.name, $0.value)
        }
        for part in parts { try benchmark.run(part) }
    }

    private static func conversations(_ arguments: Arguments) throws {
        let turns = arguments.operands.count > 1 ? Int(arguments.operands[1]) : 4
        guard let turns, (1...1_000).contains(turns) else {
            throw UsageError("bench conversations: «\(arguments.operands[1])» is no number of turns", command: "bench")
        }
        try TurnBenchmark(arguments, show: show).holdConversations(turns: turns)
    }

    private static func journal() async throws {
        for width in [1, 8, 64] {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "ariadne-bench-\(UUID().uuidString)"
            )
            defer { try? FileManager.default.removeItem(at: folder) }
            let (journal, _) = try Journal.open(TranscriptFolder(folder.path), redactor: .standard)
            let count = 2_000 / width
            let start = ContinuousClock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<width {
                    group.addTask {
                        for turn in 1...count { try await journal.append(events(writer: writer, turn: turn)) }
                    }
                }
                try await group.waitForAll()
            }
            let seconds = start.duration(to: .now) / .seconds(1)
            await journal.close()
            show("recording, \(width) at once", "\(Int(Double(count * width) / seconds)) turns/s")
        }
    }

    private static func events(writer: Int, turn: Int) -> [Event] {
        let bodies: [Event.Body] = [
            .user(UserMessage(text: "τι χαρτιά θέλω")), .bot(BotMessage(text: "Θα χρειαστείτε …")),
        ]
        return bodies.enumerated().map { index, body in
            Event(
                id: "w\(writer)/\(2 * turn + index)",
                time: Date(),
                conversation: "w\(writer)",
                seq: 2 * turn + index - 1,
                turn: turn,
                channel: "bench",
                language: "el",
                body: body
            )
        }
    }
}
