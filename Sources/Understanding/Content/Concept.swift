internal import Foundation

/// Words of general language that mean nearly the same or are of one kind, such as the words for rain or for relatives.
///
/// Examples show only some of the words that people use. What the content says of the others are its concepts: an
/// utterance is read with the concepts of its words beside the words themselves, so that «ψιχαλίζει» is understood
/// where only «βρέχει» was taught. A word may belong to several. Inflected forms meet by their stem.
package struct Concept: Sendable, Equatable {
    /// The unique name, as content files write it.
    package var name: String
    /// The words, in any language, with commas between them.
    ///
    /// They are taken apart only when they are needed: a trained model holds what it makes of them.
    package var list: String

    /// Makes a concept.
    package init(name: String, list: String) {
        self.name = name
        self.list = list
    }

    /// The words.
    package var words: [String] {
        list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
