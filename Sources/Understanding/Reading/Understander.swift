internal import GreekText

/// Reads utterances: a pure function of the content and the words.
///
/// Immutable, shared freely between threads.
package struct Understander: Sendable {
    let data: TrainingData
    let model: Model
    let lexicon: Lexicon
    let rules: RuleBook
    let entities: EntityFinder
    /// The names of the intents that stand for what the content does not answer, and their places among the classes.
    private let outOfDomain: Set<String>
    private let outOfDomainClasses: [Int]

    /// Prepares for reading; some tens of milliseconds for thousands of examples.
    ///
    /// - Parameters:
    ///   - data: The content. Patterns that can't be read are left out; ``Pattern`` says why.
    ///   - model: A model trained on the same data.
    package init(data: TrainingData, model: Model) {
        self.init(data: data) { _ in model }
    }

    /// Prepares for reading, while the model is read or trained.
    ///
    /// - Parameters:
    ///   - data: The content.
    ///   - model: Gives a model trained on the data; called once.
    package init(data: TrainingData, model: (TrainingData) -> Model) {
        self.data = data
        // A stored model is read in less time than the entities take.
        let (read, entities) = Together.make(
            { (model: model(data), rules: RuleBook(data.intents)) },
            { EntityFinder(data) }
        )
        self.model = read.model
        lexicon = read.model.lexicon
        rules = read.rules
        self.entities = entities
        let outside = Set(data.intents.lazy.filter(\.isOutOfDomain).map(\.name))
        outOfDomain = outside
        outOfDomainClasses = read.model.classes.indices.filter { outside.contains(read.model.classes[$0]) }
    }

    /// What the utterance means.
    ///
    /// Never fails; bounded by the first 4 kB and 200 words of the utterance.
    package func read(_ utterance: String) -> Reading {
        let wording = Wording(utterance, lexicon: lexicon)
        guard !wording.words.isEmpty else { return .nothing(in: .greek) }
        var reading = read(utterance, wording)
        reading.segments = segments(of: utterance, wording)
        return reading
    }

    private func read(_ utterance: String, _ wording: Wording) -> Reading {
        var reading = reading(of: wording.letters)
        reading.language = wording.language
        let words = wording.words.map(PatternProgram.Word.init)
        reading.tellsLanguage = !wording.isForeignWord
        let findings = entities.find(in: utterance, wording: wording)
        let (rule, aspects) = rules.find(in: words, slots: findings.slots)
        reading.entities = findings.entities
        reading.aspects = aspects
        if let rule {
            reading.decide(by: rule)
            if outOfDomain.contains(rule.intent) { reading.refuse() }
        } else if wording.isUnheardOf {
            reading.outcome = .unknown
        }
        return reading
    }

    /// The concepts of the content that a word belongs to, by its folded letters.
    package func concepts(of word: [UInt8]) -> Set<UInt64> {
        Set(model.classifier.space.extractor.concepts.concepts(of: FeatureExtractor.stem(word)))
    }

    /// The questions of a message, when at least two of them are understood and mean different intents.
    private func segments(of utterance: String, _ wording: Wording) -> [Reading.Segment] {
        guard !wording.questions.isEmpty, wording.questions != [wording.words.count] else { return [] }
        var starts = [0] + wording.questions.filter { $0 > 0 && $0 < wording.words.count }
        guard (2...8).contains(starts.count) else { return [] }
        starts.append(wording.words.count)
        let offsets = ScalarOffsets(utterance)
        let bytes = Array(utterance.utf8)
        let segments = zip(starts, starts.dropFirst()).map { start, end in
            let source = wording.words[start].source.lowerBound..<wording.words[end - 1].source.upperBound
            let text = String(decoding: bytes[source], as: UTF8.self)
            let range = offsets.scalar(at: source.lowerBound)..<offsets.scalar(at: source.upperBound)
            return Reading.Segment(range: range, reading: read(text, Wording(text, lexicon: lexicon)))
        }
        let understood = Set(segments.filter { $0.reading.outcome == .understood }.map(\.reading.intent))
        return understood.count > 1 ? segments : []
    }

    /// The places of the greatest values, greatest first; of equal ones the first.
    ///
    /// Hundreds of intents are not worth sorting for ten of them.
    private static func best(_ count: Int, of values: [Float]) -> [Int] {
        var best: [Int] = []
        best.reserveCapacity(count + 1)
        for index in values.indices {
            if best.count == count, let last = best.last, values[last] >= values[index] { continue }
            var place = best.count
            while place > 0, values[best[place - 1]] < values[index] { place -= 1 }
            best.insert(index, at: place)
            if best.count > count { best.removeLast() }
        }
        return best
    }

    /// Below this probability that the content answers it, an utterance is more probably out of its domain.
    private static let leastAnswered: Float = 0.5

    private func reading(of words: [[UInt8]]) -> Reading {
        let scores = model.classifier.scores(of: model.classifier.input(of: words))
        guard !scores.values.isEmpty else { return .nothing(in: .greek) }
        var probabilities = model.calibration.probabilities(of: scores)
        var familiarity = Double(model.calibration.familiarity(of: model.calibration.signals(of: scores)))
        if let label = model.taught.label(of: words) {
            // Who teaches a sentence relies on it, whatever the networks make of its neighbours.
            let certainty = TaughtUtterances.certainty
            for index in probabilities.indices { probabilities[index] *= 1 - certainty }
            probabilities[label] += certainty
            familiarity = max(familiarity, Double(certainty))
        }
        // What means a question that is not answered is no candidate, and makes all the others less likely.
        var answered: Float = 1
        for index in outOfDomainClasses {
            answered -= probabilities[index]
            probabilities[index] = 0
        }
        familiarity *= Double(max(0, answered))
        let scale = 1 / max(answered, 1e-6)
        let ranking = Self.best(10, of: probabilities).filter { probabilities[$0] > 0 }.map {
            Reading.Candidate(intent: model.classes[$0], confidence: Double(min(1, probabilities[$0] * scale)))
        }
        return Reading(
            language: .greek,
            ranking: ranking,
            outcome: Decision().outcome(of: ranking, familiarity: familiarity),
            familiarity: familiarity,
            isOutOfDomain: answered < Self.leastAnswered,
            aspects: [],
            entities: []
        )
    }
}

extension PatternProgram.Word {
    /// A word as rules see it: they decide with certainty, so a guess of two slips is none for them.
    init(_ word: Wording.Word) {
        self.init(
            typed: word.typed,
            meant: word.isDoubtful ? word.typed : word.meant,
            stress: word.stress
        )
    }
}

extension Reading {
    /// Puts the rule's intent first, as certain.
    mutating func decide(by rule: Rule) {
        ranking.removeAll { $0.intent == rule.intent }
        for index in ranking.indices { ranking[index].confidence = 0 }
        ranking.insert(Candidate(intent: rule.intent, confidence: 1), at: 0)
        self.rule = rule
        outcome = .understood
        familiarity = 1
        isOutOfDomain = false
    }

    /// Takes the first intent of the ranking for a question that is not answered.
    fileprivate mutating func refuse() {
        ranking.removeFirst()
        outcome = .unknown
        familiarity = 0
        isOutOfDomain = true
    }
}
