internal import GreekText

/// Finds the entities of an utterance: marked in examples, listed in lookups, by regular expressions, or by the words
/// beside them.
struct EntityFinder: Sendable {
    private var book = PhraseBook()
    private(set) var roles = RoleModel()
    private var synonyms: [[[UInt8]]: String] = [:]
    private let regexes: RegexFinder
    /// The words of names, to which unknown words are put right.
    private var names: Lexicon?
    /// The words that values stand beside.
    private(set) var contexts = ContextBook()
    /// For phrases from examples: how often they were marked, and how often not in intents that mark their entity.
    ///
    /// What other intents say of the same things does not matter: they have no use for the entity.
    private var marked: [Int: (marked: Int, plain: Int)] = [:]

    /// What was found: the entities to report, and where patterns may find entities.
    struct Findings: Sendable {
        var entities: [Entity] = []
        var slots: [PatternProgram.Slot] = []
    }

    /// Learns from the content; some milliseconds for thousands of names.
    init(_ data: TrainingData) {
        regexes = RegexFinder(data.regexes)
        for lookup in data.lookups {
            for value in lookup.values { book.add(value, entity: lookup.entity, value: value, extractor: .lookup) }
        }
        for synonym in data.synonyms {
            for spelling in synonym.spellings { synonyms[Self.words(spelling)] = synonym.value }
        }
        let annotated = data.intents.flatMap { $0.examples.filter { !$0.annotations.isEmpty } }
        for example in annotated {
            for annotation in example.annotations {
                let text = Self.text(of: annotation, in: example)
                let value = annotation.value ?? text
                if annotation.value != nil { synonyms[Self.words(text)] = value }
                book.add(text, entity: annotation.entity, value: value, extractor: .example)
            }
        }
        addSpellings(data.synonyms)
        let words = Set(book.phrases.flatMap(\.words)).sorted { $0.lexicographicallyPrecedes($1) }
        names = words.isEmpty ? nil : Lexicon(words.map { (letters: $0, count: 1) })
        if !annotated.isEmpty { count(data.intents, ContextLearner(annotated)) }
    }

    /// Adds all spellings of a synonym to each entity that has one of them: whoever marks or lists one means them all.
    private mutating func addSpellings(_ list: [TrainingData.Synonym]) {
        guard !list.isEmpty else { return }
        var entities: [[[UInt8]]: Set<String>] = [:]
        for synonym in list {
            for text in synonym.spellings + [synonym.value] { entities[Self.words(text)] = [] }
        }
        for phrase in book.phrases where entities[phrase.words] != nil { entities[phrase.words]?.insert(phrase.entity) }
        for synonym in list {
            let all = (synonym.spellings + [synonym.value]).reduce(into: Set<String>()) { all, text in
                all.formUnion(entities[Self.words(text)] ?? [])
            }
            for entity in all.sorted() {
                for spelling in synonym.spellings {
                    book.add(spelling, entity: entity, value: synonym.value, extractor: .lookup)
                }
            }
        }
    }

    /// Counts contexts of marked values, and values that occur unmarked.
    private mutating func count(_ intents: [TrainingData.Intent], _ learner: ContextLearner) {
        var learner = learner
        let starts = PhraseStarts(book.phrases.filter { $0.extractor == .example })
        for intent in intents {
            let marks = Set(intent.examples.lazy.flatMap(\.annotations).map(\.entity))
            guard !marks.isEmpty || learner.isUseful else { continue }
            for example in intent.examples {
                let text = FoldedText(example.text)
                if learner.isUseful { learner.add(example, text) }
                guard !example.annotations.isEmpty || !marks.isEmpty && starts.mayOccur(in: text) else { continue }
                count(example, text.tokens().filter { $0.kind != .question }, marks)
            }
        }
        contexts = learner.book
    }

    /// Counts an example of an intent that marks some entities.
    private mutating func count(_ example: Example, _ tokens: [Token], _ marks: Set<String>) {
        let stems = tokens.map { PhraseBook.stem($0.letters) }
        let candidates = tokens.map { [PhraseBook.Candidate(letters: $0.letters, confidence: 1)] }
        let offsets = ScalarOffsets(example.text)
        let starts = tokens.map { offsets.scalar(at: $0.source.lowerBound) }
        for annotation in example.annotations {
            let first = starts.firstIndex { $0 >= annotation.range.lowerBound } ?? 0
            let end = starts.firstIndex { $0 >= annotation.range.upperBound } ?? starts.count
            let part = RoleModel.Part(role: annotation.role, group: annotation.group)
            guard first <= end else { continue }
            roles.add(entity: annotation.entity, part: part, words: stems, range: first..<end)
        }
        for match in book.matches(in: candidates) where book.phrases[match.phrase].extractor == .example {
            guard marks.contains(book.phrases[match.phrase].entity) else { continue }
            let start = starts[match.words.lowerBound]
            let isMarked = example.annotations.contains { annotation in
                annotation.range.contains(start) && annotation.entity == book.phrases[match.phrase].entity
            }
            let old = marked[match.phrase] ?? (0, 0)
            marked[match.phrase] = isMarked ? (old.marked + 1, old.plain) : (old.marked, old.plain + 1)
        }
    }

    /// The entities of an utterance.
    func find(in utterance: String, wording: Wording) -> Findings {
        var findings = Findings()
        var candidates: [(entity: Entity, words: Range<Int>)] = []
        if !book.isEmpty { candidates = phrases(in: utterance, wording) }
        let expressions = regexes.entities(in: utterance)
        if !expressions.isEmpty {
            let offsets = ScalarOffsets(utterance)
            let starts = wording.words.map { offsets.scalar(at: $0.source.lowerBound) }
            for entity in expressions {
                let first = starts.firstIndex { $0 >= entity.start } ?? starts.count
                let end = starts.firstIndex { $0 >= entity.end } ?? starts.count
                candidates.append((withSynonym(entity), first..<max(first, end)))
            }
        }
        findings.slots = candidates.map { PatternProgram.Slot(entity: $0.entity.entity, words: $0.words) }
        findings.entities = Self.chosen(candidates.map(\.entity))
        let inferred = inferred(in: utterance, wording, besides: findings.entities)
        if !inferred.isEmpty {
            // They come last of all and fill no place of a rule, which would decide by a guess.
            findings.entities = (findings.entities + inferred).sorted { $0.start < $1.start }
        }
        return findings
    }

    private func phrases(in utterance: String, _ wording: Wording) -> [(Entity, Range<Int>)] {
        let candidates = wording.words.map(spellings)
        let matches = book.matches(in: candidates)
        guard !matches.isEmpty else { return [] }
        let offsets = ScalarOffsets(utterance)
        let stems = wording.words.map { PhraseBook.stem($0.meant) }
        return matches.compactMap { match in
            let phrase = book.phrases[match.phrase]
            var confidence = match.confidence
            if phrase.extractor == .example, let counts = marked[match.phrase] {
                // A word that examples of the same intent mostly leave unmarked is hardly meant as the entity.
                confidence *= Double(counts.marked) / Double(max(1, counts.marked + counts.plain))
                if confidence < 0.3 { return nil }
            }
            let part = roles.part(of: phrase.entity, words: stems, range: match.words)
            let first = wording.words[match.words.lowerBound].source.lowerBound
            let last = wording.words[match.words.upperBound - 1].source.upperBound
            let entity = Entity(
                entity: phrase.entity,
                value: synonyms[phrase.words] ?? phrase.value,
                role: part.role,
                group: part.group,
                start: offsets.scalar(at: first),
                end: offsets.scalar(at: last),
                extractor: phrase.extractor,
                confidence: confidence
            )
            return (entity, match.words)
        }
    }

    /// The ways to take a word: as typed, as meant, and put right to a word of a name.
    private func spellings(of word: Wording.Word) -> [PhraseBook.Candidate] {
        var ways = [PhraseBook.Candidate(letters: word.typed, confidence: 1)]
        if word.meant != word.typed { ways.append(.init(letters: word.meant, confidence: 0.9)) }
        if !word.isKnown, let names, word.typed.count > 3 {
            let token = Token(kind: word.kind, letters: word.typed, source: word.source)
            let resolution = names.resolve(token)
            if resolution.word != nil, !ways.contains(where: { $0.letters == resolution.letters }) {
                ways.append(.init(letters: resolution.letters, confidence: 0.95 - 0.1 * Double(resolution.cost)))
            }
        }
        return ways
    }

    private func withSynonym(_ entity: Entity) -> Entity {
        guard let value = synonyms[Self.words(entity.value)] else { return entity }
        var entity = entity
        entity.value = value
        return entity
    }

    /// The longest of overlapping entities, then the surest; in the order of their occurrence.
    private static func chosen(_ entities: [Entity]) -> [Entity] {
        let order = entities.sorted { one, other in
            (other.end - other.start, other.confidence, one.start) < (one.end - one.start, one.confidence, other.start)
        }
        var chosen: [Entity] = []
        for entity in order where !chosen.contains(where: { $0.start < entity.end && entity.start < $0.end }) {
            chosen.append(entity)
        }
        return chosen.sorted { $0.start < $1.start }
    }

    private static func words(_ text: String) -> [[UInt8]] {
        FoldedText(text).tokens(limit: PhraseBook.longest).filter { $0.kind != .question }.map(\.letters)
    }

    private static func text(of annotation: Example.Annotation, in example: Example) -> String {
        let scalars = Array(example.text.unicodeScalars)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[annotation.range.clamped(to: 0..<scalars.count)])
        return String(text)
    }
}
