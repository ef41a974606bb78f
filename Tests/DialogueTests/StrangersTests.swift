import Foundation
import GreekText
import TestSupport
import Testing
import Understanding
import YAML

@testable import Dialogue

/// Projects that follow Rasa's documentation, loaded without a change.
@Suite struct StrangersTests {
    static let library = Result { try Project.compilation("library") }
    static let concerts = Result { try Project.compilation("concerts") }
    static let librarian = Result { try library.get().assistant { QuickModel.train($0) } }
    static let promoter = Result { try concerts.get().assistant { QuickModel.train($0) } }

    @Test func onlyWhatIsNoContentIsNamed() throws {
        let named = try Self.library.get().diagnostics.map { "\($0.description.split(separator: "/").last ?? "")" }
        #expect(
            named == ["docker-compose.yml:1:1: warning: this file holds none of the keys of content and is passed over"]
        )
        #expect(try Self.concerts.get().diagnostics == [])
    }

    @Test func theLinterKnowsWhatAStrangersIntentsAreFor() throws {
        let found = ContentLinter.diagnostics(of: try Self.library.get()).map(\.message)
        #expect(found.filter { $0.contains("has no answer") || $0.contains("gets no answer") } == [])
        let wordless = TestContent.compilation(
            "nlu:\n- intent: a\n  examples: |\n    - x\nresponses:\n  utter_a:\n  - text: y\n"
        )
        #expect(
            ContentLinter.diagnostics(of: wordless).contains { $0.message.contains("add a response «utter_default»") }
        )
    }

    // MARK: - The library

    @Test func conditionsAndChannelsChooseTheWords() throws {
        var chat = Chat(try Self.librarian.get())
        #expect(chat.say("/greet") == ["Good day."])
        chat.channel = "rest"
        chat.conversation = Conversation(id: "r")
        #expect(chat.say("/greet") == ["Good day from the library."])
    }

    @Test func retrievalIntentsAreAnsweredByTheirOwnResponse() throws {
        var chat = Chat(try Self.librarian.get())
        #expect(chat.say("opening hours") == ["From nine to seven, Sundays closed."])
        #expect(chat.say("what does a card cost") == ["The card is free."])
        #expect(chat.actions.contains("utter_faq"))
    }

    @Test func theFormTakesEveryKindOfSlot() throws {
        var chat = Chat(try Self.librarian.get())
        #expect(chat.say("I want to reserve a book") == ["Which kind of book?"])
        #expect(chat.value("started_by") == "reservation")
        #expect(chat.say("a poem collection") == ["How many copies?"])
        #expect(chat.value("genre") == "poetry")
        #expect(chat.value("genres_seen") == .array(["poetry"]))
        #expect(chat.say("3") == ["In large print?"])
        #expect(chat.say("of course") == ["Anything else that we should know?"])
        #expect(chat.value("large_print") == true)
        let end = chat.say(#"a "quiet" {copies} place"#)
        #expect(end.first == #"3 × poetry, wish: a "quiet" {copies} place."#)
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func anIgnoredIntentLeavesTheFormToItsRule() throws {
        var chat = Chat(try Self.librarian.get())
        chat.say("reserve a novel for me")
        #expect(chat.say("drop it") == ["The reservation is dropped."])
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func rolesFillTheirSlotsAndStoriesSeeThem() throws {
        var chat = Chat(try Self.librarian.get())
        #expect(chat.say("how do I get from Harbour to Castle") == ["From Harbour to Castle."])
    }

    @Test func storiesNameTheVeryWords() throws {
        var chat = Chat(try Self.librarian.get())
        chat.say("how do I get from Harbour to Castle")
        #expect(chat.say("you are a TREASURE") == ["I am only a catalogue, but thank you."])
        #expect(chat.actions.last == "I am only a catalogue, but thank you.")
    }

    @Test func slotsDoNotOutliveASessionThatDoesNotCarryThem() throws {
        var chat = Chat(try Self.librarian.get())
        chat.say(#"/inform{"genre": "novel"}"#)
        #expect(chat.value("genre") == "novel")
        chat.now += 31 * 60
        chat.say("/greet")
        #expect(chat.value("genre") == .null)
    }

    @Test func payloadsAndCustomRepliesAreFilledIn() throws {
        let library = try Self.librarian.get()
        let renderer = { (genre: String) in
            ResponseRenderer(
                domain: library.domain,
                language: "en",
                channel: "test",
                slots: ["genre": .string(genre)],
                day: CalendarDate(dayNumber: 20_454),
                salt: 0
            )
        }
        let message = try #require(renderer("novel").message("utter_leaflet"))
        #expect(message.custom == .object(["kind": "leaflet", "about": "novel"]))
        #expect(renderer("a").message("utter_goodbye")?.image == "https://library.example.org/a.png")
        let payload = try #require(renderer(#"x", "is_member": "y"#).message("utter_reserved")?.buttons?.first?.payload)
        #expect(Payload(payload)?.entities == ["genre": #"x", "is_member": "y"#])
    }

    @Test func aPayloadDoesNotSetWhatOnlyConditionsName() throws {
        var chat = Chat(try Self.librarian.get())
        #expect(chat.say(#"/greet{"is_member": true}"#) == ["Good day."])
    }

    @Test func unclearMessagesEnterTheTwoStages() throws {
        var chat = Chat(try Self.librarian.get())
        let asked = chat.say("xqzw plmv trgk")
        #expect(asked.first?.hasPrefix("Did you mean") == true)
        #expect(chat.conversation.activeLoop == "action_two_stage_fallback")
    }

    // MARK: - Concerts

    @Test func storiesGoThroughCheckpoints() throws {
        var chat = Chat(try Self.promoter.get())
        #expect(chat.say("/greet") == ["Hey!"])
        #expect(chat.say("/search_concerts") == ["Three bands play tonight."])
        #expect(chat.say("/compare_reviews") == ["The second band is praised."])
        #expect(chat.say("/search_venues") == ["The old barn is open."])
        #expect(chat.say("/compare_reviews") == ["The barn has the better reviews.", "Shall I tell more?"])
        #expect(chat.say("/deny") == ["Enough, then."])
    }

    @Test func aQuestionInBetweenDoesNotBreakAStory() throws {
        var chat = Chat(try Self.promoter.get())
        for text in ["/greet", "/search_concerts", "/how_to_get_started", "/mood", "xqzw plmv"] { chat.say(text) }
        #expect(chat.say("/compare_reviews") == ["The second band is praised."])
    }

    @Test func whatAllStoriesAgreeOnNeedsNoBeginning() throws {
        let yaml = """
            intents: [hello, sad, yes]
            stories:
            - story: a
              steps:
              - {intent: hello}
              - {action: utter_hello}
              - {intent: sad}
              - {action: utter_cheer}
              - {action: utter_help}
              - {intent: yes}
              - {action: utter_fine}
            - story: b
              steps: [{intent: hello}, {action: utter_hello}, {intent: yes}, {action: utter_hello}]
            responses:
              utter_hello: [{text: Hello}]
              utter_cheer: [{text: Cheer up.}]
              utter_help: [{text: Does it help?}]
              utter_fine: [{text: Fine.}]
              utter_default: [{text: What?}]
            """
        var chat = Chat(TestContent.assistant(yaml))
        #expect(chat.say("/sad") == ["Cheer up.", "Does it help?"])
        #expect(chat.say("/yes") == ["Fine."])
        chat.conversation = Conversation(id: "d")
        // Here the stories differ.
        #expect(chat.say("/yes") == ["What?"])
    }

    @Test(arguments: ["/affirm", "/thankyou"])
    func alternativesLeadToTheSame(answer: String) throws {
        var chat = Chat(try Self.promoter.get())
        for text in ["/greet", "/search_concerts"] { chat.say(text) }
        #expect(chat.say(answer) == ["You are welcome."])
    }

    @Test func whatNoStoryExpectsIsNoted() throws {
        var chat = Chat(try Self.promoter.get())
        chat.say("/greet")
        #expect(chat.say("/deny") == ["That comes as a surprise."])
        #expect(chat.actions.contains("action_unlikely_intent"))
        #expect(chat.say("/mood") == ["I can not do that."])
    }

    @Test(arguments: 1...4)
    func anySequenceOfMessagesEndsEveryTurnAndReplays(seed: UInt64) throws {
        for assistant in [try Self.librarian.get(), try Self.promoter.get()] {
            var state = seed &* 0x9E37_79B9_7F4A_7C15
            func random(_ bound: Int) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % bound
            }
            let messages =
                assistant.domain.intents.keys.sorted().map { "/\($0)" } + [
                    "3", "xqzw plmv", "poetry", "/restart", "/back", "you are a treasure",
                    #"/inform{"genre": "novel"}"#,
                    "/out_of_scope", "/nothing",
                ]
            var chat = Chat(assistant)
            for _ in 0..<60 {
                let count = chat.events.count
                chat.say(messages[random(messages.count)])
                #expect(chat.events.count - count < 40)
            }
            let again = Conversation(id: "c", events: chat.events)
            #expect(again.slots == chat.conversation.slots)
            #expect(again.history == chat.conversation.history)
            #expect(again.activeLoop == chat.conversation.activeLoop)
        }
    }

    @Test func unreachedCheckpointsAreNamed() {
        let yaml = "intents: [a]\\nstories:\\n- story: s\\n  steps:\\n  - checkpoint: x\\n  - intent: a\\n".replacing(
            "\\n",
            with: "\n"
        )
        let found = TestContent.compilation(yaml).diagnostics
        #expect(found.map(\.message) == ["story «s» goes on after checkpoint «x», which no story reaches"])
        #expect(found.first?.mark.line == 3)
    }

    @Test func definitionsInTwoFilesAndOldFormatsAreNamed() {
        let slots = Array("slots: {a: {type: text}}\nforms: {f: {required_slots: []}}\n".utf8)
        let found = Compilation(reading: [
            .init(path: "domain/a.yml", bytes: slots), .init(path: "domain/b.yml", bytes: slots),
            .init(path: "data/nlu.md", kind: .outdated, bytes: []),
        ]).diagnostics
        #expect(found.map(\.file) == ["data/nlu.md", "domain/b.yml", "domain/b.yml"])
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test func theServedChannelsNeedNoWord() {
        let yaml = Array("rest:\nvoice:\nrasa:\n  url: x\n".utf8)
        #expect(Compilation(reading: [.init(path: "p/credentials.yml", bytes: yaml)]).diagnostics == [])
    }

    @Test(arguments: [
        ("config.yml", "pipeline:\n- name: DucklingEntityExtractor\n", 2, "DucklingEntityExtractor"),
        ("config.yml", "pipeline:\n- name: parts.Own\n", 2, "parts.Own"),
        (
            "config.yml", "policies:\n- name: RulePolicy\n  core_fallback_action_name: action_nowhere\n", 3,
            "action_nowhere"
        ),
        ("config.yml", "policies:\n- name: TwoFacedPolicy\n", 2, "TwoFacedPolicy"),
        ("endpoints.yml", "nlg:\n  url: x\n", 1, "nlg"),
        ("endpoints.yml", "tracker_store:\n  type: SQL\n", 1, "tracker_store"),
        ("endpoints.yml", "action_endpoint:\n  url: http://localhost:1\n  token: x\n", 3, "token"),
        ("domain.yml", "entities:\n- city: {rolse: [a]}\n", 2, "did you mean «roles»"),
        ("domain.yml", "slots:\n  a:\n    type: text\n    value_reset_delay: 60\n", 4, "value_reset_delay"),
        (
            "domain.yml",
            "slots:\n  a:\n    type: text\n    mappings:\n    - type: from_text\n      conditions:\n      - active_lop: f\n",
            7,
            "active_lop"
        ), ("nlu.yml", "nlu:\n- lookup: city\n  exmples: |\n    - Athens\n", 3, "exmples"),
        ("credentials.yml", "slack:\n  token: x\n", 1, "slack"),
    ])
    func whatIsNotSupportedIsNamed(file: String, yaml: String, line: Int, name: String) throws {
        let found = Compilation(reading: [.init(path: "p/\(file)", bytes: Array(yaml.utf8))]).diagnostics
        let first = try #require(found.first, "\(found)")
        #expect(first.message.contains(name))
        #expect(first.file == "p/\(file)")
        #expect(first.mark.line == line)
    }
}
