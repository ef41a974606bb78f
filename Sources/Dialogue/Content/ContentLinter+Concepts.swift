import GreekText
import Understanding

extension ContentLinter {
    /// Concepts hold single words, each once.
    mutating func checkConcepts() {
        for (concept, location) in zip(compilation.training.concepts, compilation.conceptLocations) {
            var seen: Set<[UInt8]> = []
            for word in concept.words {
                let tokens = FoldedText(word).tokens()
                guard tokens.count == 1, let letters = tokens.first?.letters else {
                    warn(location, "«\(word)» in the concept «\(concept.name)» is not one word: it would never be met")
                    continue
                }
                if !seen.insert(letters).inserted {
                    warn(location, "«\(word)» stands twice in the concept «\(concept.name)»: keep one")
                }
            }
        }
    }
}
