internal import GreekText

/// Turns the words of an utterance into hashed features.
struct FeatureExtractor: Sendable {
    struct Settings: Sendable {
        var wordBigrams = true
        var skipBigrams = false
        var stems = true
        var stemBigrams = true
        var shortest = 2
        var longest = 4
        var acrossWords = true
    }
    var settings = Settings()

    func features(of words: [[UInt8]], into found: inout [UInt64]) {
        found.removeAll(keepingCapacity: true)
        var text: [UInt8] = [Letter.space]
        text.reserveCapacity(words.count * 8)
        var previous: UInt64 = 1
        var previousStem: UInt64 = 1
        var beforeStem: UInt64 = 1
        for word in words {
            var hash = Hash(seed: 1)
            for letter in word { hash.add(letter) }
            let value = hash.value
            found.append(value)
            if settings.wordBigrams { found.append(Self.pair(previous, value, seed: 2)) }
            previous = value
            if settings.stems {
                let stem = Self.stem(word)
                found.append(stem)
                if settings.stemBigrams { found.append(Self.pair(previousStem, stem, seed: 4)) }
                if settings.skipBigrams { found.append(Self.pair(beforeStem, stem, seed: 5)) }
                beforeStem = previousStem
                previousStem = stem
            }
            text += word
            text.append(Letter.space)
        }
        if settings.wordBigrams { found.append(Self.pair(previous, 2, seed: 2)) }
        if settings.stems, settings.stemBigrams { found.append(Self.pair(previousStem, 2, seed: 4)) }
        letterFeatures(of: text, into: &found)
    }

    private static func pair(_ first: UInt64, _ second: UInt64, seed: UInt64) -> UInt64 {
        var hash = Hash(seed: seed)
        hash.add(first)
        hash.add(second)
        return hash.value
    }

    static func stem(_ word: [UInt8]) -> UInt64 {
        var hash = Hash(seed: 3)
        for letter in word.prefix(Stemmer.stemLength(of: word)) { hash.add(letter) }
        return hash.value
    }

    private func letterFeatures(of text: [UInt8], into found: inout [UInt64]) {
        guard settings.longest > 0 else { return }
        for start in text.indices {
            var hash = Hash(seed: 6)
            var end = start
            while end < text.count, end - start < settings.longest {
                hash.add(text[end])
                end += 1
                if end - start >= settings.shortest { found.append(hash.value) }
                if !settings.acrossWords, end - start > 1, text[end - 1] == Letter.space { break }
            }
        }
    }
}
