/// What the assistant is taught: everything that a reading depends on, and nothing else.
///
/// `Understanding` is the room that turns an utterance into a ``Reading``: training data, rule patterns, features,
/// the classifier, entities, unknown detection and their evaluation. It may use `GreekText` and `YAML`, and knows
/// nothing of procedures, responses or conversations. So editing an answer never changes the training data, and its
/// ``digest`` tells whether a trained model still fits.
package struct TrainingData: Sendable, Equatable {
    /// One thing that a person may want, with the sentences and rules that show it.
    package struct Intent: Sendable, Equatable {
        /// The unique name, as content files write it.
        package var name: String
        /// Sentences that people really type.
        package var examples: [Example]
        /// Rules that decide before the classifier, in the syntax of ``Pattern``.
        package var patterns: [String]
        /// The side of a topic (`cost`, `documents` …) when the intent asks for one; its patterns are then also
        /// looked for anywhere in every utterance.
        package var aspect: String?
        /// Whether its examples are questions that the content does not answer: what means it is unknown.
        package var isOutOfDomain: Bool

        /// Makes an intent.
        package init(
            name: String,
            examples: [Example] = [],
            patterns: [String] = [],
            aspect: String? = nil,
            isOutOfDomain: Bool = false
        ) {
            self.name = name
            self.examples = examples
            self.patterns = patterns
            self.aspect = aspect
            self.isOutOfDomain = isOutOfDomain
        }
    }

    /// A list of the values of an entity, to be found exactly, declined or misspelt.
    package struct Lookup: Sendable, Equatable {
        /// The entity that a found value belongs to.
        package var entity: String
        /// The values, as they should be reported.
        package var values: [String]

        /// Makes a lookup.
        package init(entity: String, values: [String]) {
            self.entity = entity
            self.values = values
        }
    }

    /// A regular expression whose matches are an entity.
    package struct Regex: Sendable, Equatable {
        /// The entity that a match belongs to.
        package var entity: String
        /// The expression, in the syntax of `NSRegularExpression` (ICU).
        package var pattern: String

        /// Makes an expression.
        package init(entity: String, pattern: String) {
            self.entity = entity
            self.pattern = pattern
        }
    }

    /// Other spellings of one entity value.
    package struct Synonym: Sendable, Equatable {
        /// The value to report.
        package var value: String
        /// What people write for it.
        package var spellings: [String]

        /// Makes a synonym.
        package init(value: String, spellings: [String]) {
            self.value = value
            self.spellings = spellings
        }
    }

    /// The intents, in the order of the content.
    package var intents: [Intent]
    /// The lists of entity values.
    package var lookups: [Lookup]
    /// The regular expressions of entities.
    package var regexes: [Regex]
    /// The synonyms of entity values.
    package var synonyms: [Synonym]
    /// What words of the language have to do with each other.
    package var concepts: [Concept]

    /// Makes training data.
    package init(
        intents: [Intent] = [],
        lookups: [Lookup] = [],
        regexes: [Regex] = [],
        synonyms: [Synonym] = [],
        concepts: [Concept] = []
    ) {
        self.intents = intents
        self.lookups = lookups
        self.regexes = regexes
        self.synonyms = synonyms
        self.concepts = concepts
    }
}
