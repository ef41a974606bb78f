package import YAML

/// Everything that the content defines besides its training data: what Rasa calls the domain, with rules and stories.
package struct Domain: Sendable {
    package var intents: [String: IntentDefinition] = [:]
    package var entities: Set<String> = []
    package var slots: [String: SlotDefinition] = [:]
    package var forms: [String: FormDefinition] = [:]
    package var responses: [String: [ResponseVariant]] = [:]
    package var actions: Set<String> = []
    /// Texts that stories have the assistant say word for word: each is the name of an action too.
    package var spokenTexts: Set<String> = []
    package var rules: [Rule] = []
    package var stories: [Story] = []
    /// What stories expect people to say: intents, and very words.
    var storyCues = StoryCues()
    /// The subjects of the content, for those who look through it, in the order of their files.
    package var themes: [Theme] = []
    package var session = SessionSettings()
    package var settings = AssistantSettings()
    package var policies = PolicySettings()
    /// Where `config.yml` names an action.
    package var policyLocations: [String: Location] = [:]
    /// The URL of the action server that runs custom actions, from `endpoints.yml`.
    package var actionEndpoint: String?

    package init() {}

    /// The lines of a response that holds phrases, one a line, in all languages.
    func lines(of response: String) -> [String] {
        let texts = (responses[response] ?? []).flatMap { $0.text?.byLanguage.values.sorted() ?? [] }
        return texts.flatMap { text in text.split(separator: "\n").map { String($0) } }
    }
}

/// Where in the content a definition stands.
package struct Location: Sendable, Equatable {
    package var file: String
    package var mark: Mark

    package init(file: String, mark: Mark) {
        self.file = file
        self.mark = mark
    }
}

/// A text in the languages that the content gives it in.
package struct Translations: Sendable, Equatable {
    /// The text by language code.
    package var byLanguage: [String: String]

    package init(_ byLanguage: [String: String]) { self.byLanguage = byLanguage }

    /// The text in that language, or in Greek, or in whichever there is.
    package func text(in language: String) -> String {
        byLanguage[language] ?? byLanguage["el"] ?? byLanguage.sorted { $0.key < $1.key }.first?.value ?? ""
    }
}

/// What the content says of an intent besides its examples.
package struct IntentDefinition: Sendable {
    package var name: String
    /// The title that people see in clarifying questions and on buttons.
    package var title: Translations?
    /// The registry id of the procedure that it is about.
    ///
    /// The record answers when it is loaded, and the intent's own response when it is not: an intent of one pack can be
    /// about a record of another.
    package var procedure: String?
    /// The registry id of a procedure that covers what the intent is about, among other things.
    ///
    /// The intent's own response says what it is; of its sides the record tells, so that each fact stands once. Whoever
    /// means it does not mean something else than the procedure.
    package var partOf: String?
    /// The side of a procedure that it asks about.
    package var aspect: String?
    /// The side of the topic that it tells something of, without asking: «έληξε» is about how long it is valid.
    ///
    /// The intent's own response asks what is meant when nothing is talked about.
    package var tellsOf: String?
    /// The life event whose first steps it tells, so that a look through the event begins with it.
    package var guides: String?
    /// The entities that rules and stories look at, if only some.
    package var usedEntities: Set<String>?
    /// The entities that rules and stories do not look at.
    package var ignoredEntities: Set<String> = []
    /// Why a person should take over when somebody says this, if one should.
    package var handoff: Handoff.Reason?
    package var location: Location

    /// Whether rules and stories look at an entity of that name.
    func uses(_ entity: String) -> Bool {
        usedEntities?.contains(entity) ?? true && !ignoredEntities.contains(entity)
    }
}

/// When a session ends and what outlives it.
package struct SessionSettings: Sendable, Equatable {
    /// Minutes without a message after which the next one starts a new session; 0: never.
    package var expirationMinutes: Double = 60
    /// Whether slots keep their values in the new session.
    package var carriesSlotsOver = true
}

/// What the content sets for the assistant as a whole, under `settings`.
package struct AssistantSettings: Sendable, Equatable {
    /// The language in which a conversation begins.
    package var language = "el"
    /// The longest message that is read, in Unicode scalars.
    package var longestMessage = 2000
    /// Turns without mention after which a topic no longer carries over.
    package var topicFadesAfterTurns = 6
    /// Days after which the linter calls a source stale.
    package var staleAfterDays = 365
    /// When people are at the help desk, by weekday (`mon-fri`), as `08:00-15:00`; empty when the content does not say.
    package var deskHours: [String: [String]] = [:]
    /// Days on which nobody is there: `12-25`, `2026-12-24`, `easter+1`.
    package var deskHolidays: [String] = []
    /// Packs whose sources may be old, because they tell of the past or rest on laws.
    package var historyPacks: [String] = []
}
