import GreekText
import Procedures

/// What a message tells of the person whom a service is for: «και για το παιδί μου που είναι 8;», «… για παιδί 8
/// χρονών».
///
/// It answers questions of the procedure's record, which are not asked then. How it is recognised stands in the record
/// (`ages`, `phrases`) and, for ages, in the responses `age_before`, `age_after`, `age_months` and `age_words`.
extension Turn {
    /// The answers that the person gave without being asked, with the procedure that they were about.
    private static let saidSlot = "personal_said"
    /// Words of a message that still goes on about the topic, when it begins so or tells an age.
    private static let longestAside = 14
    /// The same, when it only has words of an answer's title.
    private static let longestEcho = 6
    /// The same, when nothing but a phrase of the record says that it does: «μου την έκλεψαν».
    private static let longestPhrase = 4

    /// Answers «και για ανήλικο;»: what the procedure that is talked about asks of such a person.
    ///
    /// - Parameter aspects: the sides that the message asks for; of others than documents and cost it is no question.
    /// - Returns: whether the message named one.
    mutating func answerForPersonNamed(_ aspects: [Aspect] = []) -> Bool {
        guard let procedure = topicOfAside, Self.areOfPerson(aspects) || aspects.isEmpty else { return false }
        let eligibility = Eligibility(procedure, on: today)
        var answers = toldAside(of: procedure)
        let words = wordsAsked()
        if words.count <= Self.longestEcho {
            if isEcho(words, of: procedure) { answers = eligibility.answers(namedIn: asked, besides: answers) }
            if answers.isEmpty, words.contains(where: { $0.text == "για" || $0.text == "for" }),
                procedure.guidance.questions.contains(where: { $0.isTouched(by: asked) })
            {
                // It matters which of several the person is: the questions find out.
                followUp = BuiltIn.personalList
                return true
            }
        }
        guard !answers.isEmpty else { return false }
        // What is not said anew still holds: «και για παιδί 15 χρονών;» asks the same of another age.
        answers.merge(remembered(of: procedure)) { told, _ in told }
        let sides = aspects.isEmpty ? [conversation.aspect.flatMap(Aspect.init(rawValue:)) ?? .documents] : aspects
        answer(for: answers, procedure, Self.scope(of: sides))
        return true
    }

    /// Whether a message repeats an answer's title, rather than has a word of it by chance.
    ///
    /// It says for whom it asks, or nothing else but one word; «μόνο το πρώτο» picks by position.
    private func isEcho(_ words: [Token], of procedure: Procedure) -> Bool {
        if beginsAside { return true }
        if words.contains(where: { $0.text == "για" || $0.text == "for" }) { return true }
        guard !ValueText(asked).numbers.contains(where: \.isOrdinal) else { return false }
        let others = words.filter { word in
            !assistant.words.beforeNames.contains(word.letters)
                && !procedure.guidance.questions.contains { $0.isTouched(by: word.text) }
        }
        return others.count <= 1
    }

    /// Whether the message begins as one that goes on about the topic: «και …».
    var beginsAside: Bool { begins(with: assistant.words.asides) }

    /// Answers a question about the documents or cost of a procedure for the person that it tells of.
    ///
    /// With `isAgain` the question goes on about the procedure, so that what was told before still holds.
    /// - Returns: whether it tells of one.
    mutating func answerForPersonTold(_ id: String, _ aspects: [Aspect], isAgain: Bool = false) -> Bool {
        guard reading != nil, let procedure = assistant.catalogue[id] else { return false }
        let answers = (isAgain ? remembered(of: procedure) : [:]).merging(told(of: procedure)) { $1 }
        guard !answers.isEmpty else { return false }
        let sides = aspects.filter { Self.areOfPerson([$0]) }
        let scope = Self.scope(of: sides)
        let eligibility = Eligibility(procedure, on: today, scope: scope)
        // Who asks what a renewal costs is not asked for whom, when the fee depends on the age alone; and a cost that
        // still depends on more is said with all its cases, which is shorter than a question.
        let isComplete = scope == .all && !isAgain || eligibility.nextStep(answers: answers) == nil
        guard !sides.isEmpty, isComplete || isAgain && scope == .all, eligibility.isDecided(by: answers) else {
            remember(answers, of: procedure)
            return false
        }
        let others = aspects.filter { !sides.contains($0) }
        if !others.isEmpty { answer(id, others) }
        if isComplete {
            answer(for: answers, procedure, scope)
        } else {
            // What was said before narrows the list; it is no wish to be asked for more.
            remember(answers, of: procedure)
            sayPersonal(procedure, answers, scope)
        }
        return true
    }

    /// Whether the message only tells who the person is, for the procedure that is talked about.
    var isAsideOnPerson: Bool { topicOfAside.map { toldAside(of: $0) }?.isEmpty == false }

    /// What the message tells of the person, if it goes on about the topic: it begins so («και για …»), is nothing but
    /// a phrase of the record, or tells an age and names no record of its own.
    private func toldAside(of procedure: Procedure) -> Eligibility.Answers {
        let told = told(of: procedure)
        guard !told.isEmpty else { return [:] }
        if wordsAsked().count <= Self.longestPhrase || beginsAside { return told }
        guard !assistant.ages.ages(in: asked).isEmpty else { return [:] }
        if case .certain = assistant.search(asked).verdict { return [:] }
        return told
    }

    /// What the message tells of the person without being asked.
    func told(of procedure: Procedure) -> Eligibility.Answers {
        guard reading != nil, !procedure.guidance.questions.isEmpty else { return [:] }
        return Eligibility(procedure, on: today).answers(toldBy: asked, ages: assistant.ages)
    }

    /// What the person has told before, of this procedure.
    func remembered(of procedure: Procedure) -> Eligibility.Answers {
        guard case .object(let said)? = conversation.slots[Self.saidSlot], said["procedure"]?.string == procedure.id,
            case .object(let answers)? = said["answers"]
        else { return [:] }
        return answers.compactMapValues(\.string)
    }

    mutating func remember(_ answers: Eligibility.Answers, of procedure: Procedure) {
        let value: JSONValue = .object([
            "procedure": .string(procedure.id), "answers": .object(answers.mapValues { .string($0) }),
        ])
        guard conversation.slots[Self.saidSlot] != value else { return }
        emit(.slot(SlotSet(name: Self.saidSlot, value: value)))
    }

    /// The procedure that is talked about, when the message is short enough to go on about it.
    private var topicOfAside: Procedure? {
        let fades = assistant.domain.settings.topicFadesAfterTurns
        guard reading != nil, let topic = conversation.currentTopic(fadingAfter: fades),
            let procedure = assistant.catalogue[topic], !procedure.guidance.questions.isEmpty
        else { return nil }
        return wordsAsked(limit: 2 * Self.longestAside).count <= Self.longestAside ? procedure : nil
    }

    /// Whether these sides differ from person to person as far as the questions tell.
    private static func areOfPerson(_ aspects: [Aspect]) -> Bool {
        !aspects.isEmpty && aspects.allSatisfy { $0 == .documents || $0 == .cost }
    }

    private static func scope(of aspects: [Aspect]) -> Eligibility.Scope { aspects == [.cost] ? .costs : .all }

    /// Says what holds for the person, or asks what still matters first.
    private mutating func answer(
        for answers: Eligibility.Answers,
        _ procedure: Procedure,
        _ scope: Eligibility.Scope
    ) {
        personalScope = scope
        remember(answers, of: procedure)
        let eligibility = Eligibility(procedure, on: today, scope: personalScope)
        if eligibility.nextStep(answers: answers) == nil {
            sayPersonal(procedure, answers, personalScope)
        } else {
            followUp = BuiltIn.personalList
        }
    }

    /// Says what holds for a person after these answers.
    mutating func sayPersonal(_ procedure: Procedure, _ answers: Eligibility.Answers, _ scope: Eligibility.Scope) {
        let renderer = renderer
        let context = answerContext()
        guard
            let answer = assistant.catalogue.personalAnswer(
                procedure.id,
                answers: answers,
                scope: scope,
                context: context
            )
        else { return }
        var message = message(for: answer, isLast: true, asked: [answer.aspect], renderer)
        message.response = "utter_personal_list"
        emit(.bot(message))
    }
}

extension AgeReader {
    /// Reads ages by the words that the content has for them, one phrase a line.
    init(domain: Domain) {
        self.init(
            before: domain.lines(of: "age_before"),
            after: domain.lines(of: "age_after"),
            months: domain.lines(of: "age_months"),
            named: domain.lines(of: "age_words")
        )
    }
}
