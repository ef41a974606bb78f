import Dialogue
import Foundation
import HelpDesk
import TestSupport
import Testing
import Transcripts
import Understanding
import WebServer

@testable import Portal

@Suite struct AssistantServiceTests {
    @Test func conversationsAndTicketsResumeFromTheTranscriptAlone() async throws {
        let office = try Office()
        #expect(try await office.say("I want a human") == ["What?"])
        #expect(try await office.say("my card is lost") == ["How to reach you?"])
        await office.journal.close()
        let second = try Office(in: office.folder)
        let done = try await second.say("6912345678")
        #expect(done.first?.hasPrefix("Number AR-") == true)
        let number = try #require(done.first?.split(separator: " ").last.map(String.init))
        try await second.service.reply(toTicket: number, text: "Found {it}.", agent: "A")
        await second.journal.close()
        let third = try Office(in: office.folder)
        #expect(try await third.say("/hours") == ["\(number): Found {it}.", "Nine to three."])
        #expect(try await third.say("/hours") == ["Nine to three."])
        #expect(await third.service.tickets()[number]?.state == .delivered)
        await third.end()
    }

    @Test func aTurnKeepsTheContentThatItBeganWith() async throws {
        let actions = Replacing()
        let office = try Office(with: Replacing.assistant("first"), actions: actions)
        await actions.use(office.service)
        #expect(try await office.say("/go") == ["first"])
        #expect(try await office.say("/go") == ["second"])
        #expect(await actions.domains == ["first", "second"])
        await office.end()
    }

    @Test func newContentBringsWhatPerformsItsActions() async throws {
        let content = Replacing.assistant("word")
        let office = try Office(with: content)
        let failed = try await office.say("/go")
        await office.service.replace(content, actions: Replacing())
        #expect(try await office.say("/go") == ["word"])
        await office.service.replace(content, actions: nil)
        #expect(try await office.say("/go") == failed && failed != ["word"])
        await office.end()
    }

    @Test func manyAtOnceGetTicketsOfTheirOwn() async throws {
        let office = try Office()
        let numbers = try await withThrowingTaskGroup(of: String.self) { group in
            for index in 0..<30 {
                group.addTask {
                    _ = try await office.say("I want a human", as: "s\(index)")
                    _ = try await office.say("subject \(index)", as: "s\(index)")
                    return try await office.say("nobody@example.org", as: "s\(index)").joined()
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(numbers.count == 30)
        await office.end()
    }

    @Test func turnsOfOneConversationKeepTheirOrder() async throws {
        let office = try Office()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 { group.addTask { _ = try await office.say("/hours") } }
            try await group.waitForAll()
        }
        let events = try await office.service.transcript(of: "s").events
        #expect(events.map(\.seq) == Array(1...events.count))
        #expect(events.last?.turn == 40)
        await office.end()
    }

    @Test func personalDataNeverReachesTheDisk() async throws {
        let office = try Office()
        for text in ["my number is 6912345678 ok", "I want a human", "AFM 123456783", "Maria Papadopoulou, Ermou 5"] {
            _ = try await office.say(text)
        }
        let text = try office.written
        for secret in ["6912345678", "123456783", "Papadopoulou"] { #expect(!text.contains(secret)) }
        await office.end()
    }
}

/// Actions during which the content is replaced.
private actor Replacing: ActionPerformer {
    private var service: AssistantService?
    private(set) var domains: [String] = []

    static func assistant(_ word: String) -> Assistant {
        let content = """
            version: "3.1"
            intents: [go]
            actions: [action_one, action_two]
            rules: [{rule: a, steps: [{intent: go}, {action: action_one}, {action: action_two}, {action: utter_word}]}]
            responses: {utter_word: [{text: \(word)}]}
            """
        return Compilation(reading: [.init(path: "a.yml", bytes: Array(content.utf8))])
            .assistant { QuickModel.train($0) }
    }

    func use(_ service: AssistantService) { self.service = service }

    func perform(_ call: ActionCall, domain: Domain) async -> ActionOutcome {
        if call.action == "action_two" {
            domains.append(domain.responses["utter_word"]?.first?.text?.text(in: "en") ?? "")
        }
        await service?.replace(Self.assistant("second"), actions: self)
        return .succeeded(events: [], responses: [])
    }
}
