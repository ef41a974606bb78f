internal import GreekText

extension TrainingData {
    /// Identifies everything that training depends on: 32 hexadecimal digits, the same on every machine.
    ///
    /// Two independent 64-bit hashes over all fields with their lengths. Linear in the text, about a millisecond a
    /// megabyte.
    package var digest: String {
        var writer = DigestWriter()
        writer.add(Trainer.recipe)
        writer.add(intents.count)
        for intent in intents {
            writer.add(intent.name)
            writer.add(intent.aspect ?? "")
            writer.add(intent.patterns)
            writer.add(intent.examples.count)
            for example in intent.examples {
                writer.add(example.text)
                writer.add(example.annotations.count)
                for annotation in example.annotations {
                    writer.add([
                        annotation.entity, annotation.value ?? "", annotation.role ?? "", annotation.group ?? "",
                    ])
                    writer.add(annotation.range.lowerBound)
                    writer.add(annotation.range.upperBound)
                }
            }
        }
        writer.add(lookups.count)
        for lookup in lookups { writer.add([lookup.entity] + lookup.values) }
        writer.add(regexes.count)
        for regex in regexes { writer.add([regex.entity, regex.pattern]) }
        writer.add(synonyms.count)
        for synonym in synonyms { writer.add([synonym.value] + synonym.spellings) }
        writer.add(concepts.count)
        for concept in concepts { writer.add([concept.name, concept.list]) }
        return writer.digest
    }
}

/// Adds up two hashes over values that are told apart by their lengths.
private struct DigestWriter {
    private var one = Hash(seed: 101)
    private var other = Hash(seed: 102)

    mutating func add(_ number: Int) {
        one.add(UInt64(bitPattern: Int64(number)))
        other.add(UInt64(bitPattern: Int64(number)))
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        for byte in text.utf8 {
            one.add(byte)
            other.add(byte)
        }
    }

    mutating func add(_ texts: [String]) {
        add(texts.count)
        for text in texts { add(text) }
    }

    var digest: String { String(one.value, radix: 16, digits: 16) + String(other.value, radix: 16, digits: 16) }
}
