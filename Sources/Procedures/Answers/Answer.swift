package import GreekText

/// What the assistant says of one side of a procedure.
///
/// The parts are apart so that each channel can lay them out: the terminal as lines, the webhook as text, link and
/// buttons, a voice channel without addresses.
package struct Answer: Sendable, Equatable {
    /// The procedure it is about.
    package var procedure: String
    /// The title of the procedure in the answer's language.
    package var title: String
    /// The side that was asked about.
    package var aspect: Aspect
    /// The answer: plain lines, lists with a dash or number a line.
    package var text: String
    /// Whether the record does not say; the text tells so then.
    package var isMissing: Bool
    /// Addresses that belong to the answer and that the text does not already give.
    package var links: [AnswerLink]
    /// Where the facts come from.
    package var source: AnswerSource?
    /// The way without a computer, in one sentence.
    package var counter: String?
    /// Other sides that the record knows, the most asked first; at most ``AnswerSettings/aspectLimit``.
    package var otherAspects: [Aspect]
    /// Procedures that the answer names, for buttons.
    package var procedures: [ProcedureReference]
    /// Whether questions can find out which documents and fees concern the person: see ``Eligibility``.
    package var hasQuestions: Bool
    /// Whether some of the text is in Greek because the record has no other.
    package var isPartlyGreek: Bool
}

/// An address with its title.
package struct AnswerLink: Sendable, Equatable {
    package var title: String
    package var url: String

    package init(title: String, url: String) {
        self.title = title
        self.url = url
    }
}

/// Where the facts of an answer come from.
package struct AnswerSource: Sendable, Equatable {
    package var title: String
    /// The day of the source, or of the record's last change.
    package var date: CalendarDate?
    /// The day in words.
    package var dateText: String?
    package var url: String?
}

/// A procedure by its identifier and title.
package struct ProcedureReference: Sendable, Hashable {
    package var id: String
    package var title: String

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

/// How long answers may be.
package struct AnswerSettings: Sendable {
    /// Entries of a list before «… and n more».
    package var listLimit = 7
    /// Letters of one entry before it is cut at a word.
    package var entryLimit = 180
    /// Letters of a description.
    package var descriptionLimit = 420
    /// Buttons for other aspects.
    package var aspectLimit = 5

    package init() {}
}

/// What an answer is composed for, besides the procedure and the aspect.
package struct AnswerContext {
    /// The language to answer in.
    package var language: AnswerLanguage
    /// Gives the wording of a response by its name, in that language.
    ///
    /// Nil for a response that does not exist.
    package var texts: (String) -> String?
    /// The day of the question.
    package var today: CalendarDate
    /// What is known of the person, for statements that hold only for some.
    package var facts: [String: String]
    /// How long the answer may be.
    package var settings = AnswerSettings()

    package init(
        language: AnswerLanguage,
        today: CalendarDate,
        facts: [String: String] = [:],
        texts: @escaping (String) -> String?
    ) {
        self.language = language
        self.today = today
        self.facts = facts
        self.texts = texts
    }
}
