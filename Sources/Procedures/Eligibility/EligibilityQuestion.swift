/// A question whose answer tells which documents and fees of a procedure concern a person.
package struct EligibilityQuestion: Sendable, Identifiable {
    /// Unique in the procedure.
    package let id: String
    /// The question in words.
    package let text: LocalizedText
    /// What must have been answered before it may be asked; all must hold.
    package let dependencies: [Dependency]
    /// What can be answered.
    package let answers: [Answer]

    /// An earlier question, and the answers after which this one makes sense.
    package struct Dependency: Sendable, Hashable {
        package let question: String
        package let answers: [String]
    }

    /// Whether it asks for an exception: two answers, one of them the usual case.
    package var isAboutException: Bool { answers.count == 2 && usualAnswer != nil }

    /// The answer of the usual case, if the record names one.
    package var usualAnswer: Answer? { answers.first(where: \.isUsual) }

    /// One of the answers.
    package struct Answer: Sendable, Identifiable {
        /// Unique in the question.
        package let id: String
        /// The answer in words, short enough for a button.
        package let text: LocalizedText
        /// The documents that it makes unnecessary, by ``Procedure/Evidence/number``.
        package let excludes: Set<Int>
        /// The fees that it calls for, by ``Procedure/Cost/number``.
        package let costs: Set<Int>
        /// Whether it is the usual case: «Όχι» to «Είστε υπό επιτροπεία;».
        ///
        /// At most one answer of a question is.
        package let isUsual: Bool
        /// The ages of whom it holds for, in whole years; nil when it has nothing to do with age.
        package let ages: ClosedRange<Int>?
        /// Other words in which people give it: «έληξε», «μένω στο εξωτερικό».
        ///
        /// All words of a phrase must come in order, with at most ``EligibilityQuestion/widestGap`` others between two.
        package let phrases: [String]
        /// How common it is among those who ask, relative to the question's other answers; at least 1.
        package let weight: Int
    }
}
