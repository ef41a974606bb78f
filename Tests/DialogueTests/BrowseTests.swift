import Testing
import YAML

@testable import Dialogue

/// Looking through the services by the themes of a body.
@Suite struct BrowseTests {
    private static func theme(_ title: String, _ count: Int) -> String {
        let intents = (1...count).map { number in
            """
            - intent: \(title)_\(number)
              metadata: {title: {el: "\(title) \(number)"}}
              examples: |
                - \(title) \(number)
            """
        }
        let responses = (1...count).map { number in
            "  utter_\(title)_\(number): [{text: Ναι., metadata: {source: {title: Σελίδα, date: 2026-01-01}, counter: Εκεί.}}]"
        }
        return """
            theme: {title: {el: \(title)}, body: {el: Δήμος, en: Municipality}}
            nlu:
            \(intents.joined(separator: "\n"))
            responses:
            \(responses.joined(separator: "\n"))
            """
    }

    private static let browsing = """
        nlu:
        - intent: browse
          patterns: |
            - * υπηρεσίες *
          examples: |
            - υπηρεσίες
        rules:
        - rule: browse
          steps: [{intent: browse}, {action: action_browse}]
        responses:
          utter_browse_themes: [{text: "{title}: {count} σε {themes}"}]
          utter_browse: [{text: "{title}: {count}"}]
          utter_browse_start: [{text: Ποιο;}]
          utter_browse_none: [{text: "Τίποτα για {title}."}]
          utter_more: [{text: Κι άλλα}]
        """

    private static let record = """
        {"data": {"id": "card", "title": {"el": "Κάρτα"}, "metadata": {"process": {
          "official_title": "Κάρτα", "org_owner": {"title": {"el": "Δήμοι"}}, "life_events": ["Γέννηση"]}}}}
        """

    private static let guide = """
        nlu:
        - intent: after_birth
          metadata: {title: {el: Μετά τη γέννηση}, guides: Γέννηση}
          examples: |
            - τι κάνουν οι νέοι γονείς
        responses:
          utter_after_birth: [{text: Πρώτα η δήλωση., metadata: {source: {title: Σελίδα, date: 2026-01-01}, counter: Εκεί.}}]
          utter_browse_all: [{text: Όλες}]
        """

    /// What is due first after a life event comes before the list of its services.
    @Test func aLookThroughALifeEventBeginsWithItsGuide() {
        var chat = Chat(TestContent.assistant(files: [Self.browsing, Self.guide], procedures: [Self.record]))
        #expect(chat.say("υπηρεσίες για τη γέννηση").first?.hasPrefix("Πρώτα η δήλωση.") == true)
        #expect(chat.conversation.currentTopic(fadingAfter: 1) == "after_birth")
        #expect(chat.say("Όλες") == ["Γέννηση: 1"])
    }

    @Test func aLifeEventHasOneGuide() {
        let other = Self.guide.replacing("after_birth", with: "newborn").replacing(
            "νέοι γονείς",
            with: "γονείς του μωρού"
        )
        let found = TestContent.compilation(files: [Self.browsing, Self.guide, other], procedures: [Self.record])
            .diagnostics
        #expect(found.contains { $0.message.contains("guides «Γέννηση» already") })
    }

    private static let assistant = TestContent.assistant(
        files: [browsing, theme("νερό", 3), theme("δρόμοι", 7)],
        procedures: [record]
    )

    @Test func aBodyIsLookedThroughByItsThemes() {
        var chat = Chat(Self.assistant)
        #expect(chat.say("τι υπηρεσίες έχει ο δήμος μου;") == ["Δήμος: 11 σε 2"])
        #expect(chat.buttons == ["δρόμοι", "νερό", "Κάρτα"])
        #expect(chat.say("δρόμοι") == ["δρόμοι: 7"])
        #expect(chat.buttons == (1...5).map { "δρόμοι \($0)" } + ["Κι άλλα"])
        chat.say("Κι άλλα")
        #expect(chat.buttons == ["δρόμοι 6", "δρόμοι 7"])
        #expect(chat.say("δρόμοι 7").first?.hasPrefix("Ναι.") == true)
    }

    @Test func aBodyWithThemesIsASubjectBesideTheEventsOfLife() {
        var chat = Chat(Self.assistant)
        #expect(chat.say("όλες οι υπηρεσίες") == ["Ποιο;"])
        #expect(chat.buttons == ["Δήμος", "Γέννηση"])
        #expect(chat.say("Δήμος") == ["Δήμος: 11 σε 2"])
    }

    @Test(arguments: [#"/browse{"theme": "Άλλο"}"#, #"/browse{"theme": "νερό", "page": "9223372036854775807"}"#])
    func whatIsNotThereIsNoTrouble(payload: String) {
        var chat = Chat(Self.assistant)
        #expect(chat.say(payload).count == 1)
    }

    @Test func aThemeWithoutATitleIsReported() {
        let problems = Compilation(
            reading: [Compilation.Source(path: "a.yml", bytes: Array("theme: {body: Δήμος}\nnlu: []".utf8))]
        ).diagnostics
        #expect(problems.map(\.message) == ["a theme needs a title and a body"])
    }
}
