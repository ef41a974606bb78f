/// What language the Latin letters of a message are likely to be in.
package enum LatinUse: Sendable, Equatable {
    /// Nothing speaks for either.
    case open
    /// The message has words in Greek letters: a Latin word may well be a foreign name in it.
    case greekScript
    /// Other Latin words of the message are Greek.
    case greeklish
    /// Other Latin words of the message are foreign.
    case foreign
}

extension Lexicon {
    /// The words that the tokens of one message stand for, in the same order.
    ///
    /// Each token is decided by itself; where a Latin token is both a foreign and a Greek word (`me`, `to`, `an`),
    /// the others decide. Cost: a look-up for a known word, some microseconds for a Latin or a misspelt one.
    package func resolve(_ tokens: [Token]) -> [Resolution] {
        let readings = tokens.map { $0.kind == .latin ? latinReadings(of: $0.letters) : LatinReadings() }
        let use = latinUse(of: tokens, readings)
        return zip(tokens, readings).map { token, readings in
            token.kind == .latin ? resolveLatin(token.letters, readings, use: use) : resolveOther(token)
        }
    }

    /// The word that one token stands for.
    package func resolve(_ token: Token, latinUse: LatinUse = .open) -> Resolution {
        guard token.kind == .latin else { return resolveOther(token) }
        return resolveLatin(token.letters, latinReadings(of: token.letters), use: latinUse)
    }

    /// What the Latin letters of a message are, from the words that can only be one thing.
    package func latinUse(of tokens: [Token]) -> LatinUse {
        latinUse(of: tokens, tokens.map { $0.kind == .latin ? latinReadings(of: $0.letters) : LatinReadings() })
    }

    private func latinUse(of tokens: [Token], _ readings: [LatinReadings]) -> LatinUse {
        var greek = 0
        var greeklish = 0
        var foreign = 0
        for (token, reading) in zip(tokens, readings) {
            if token.kind == .greek || token.kind == .mixed { greek += 1 }
            guard token.letters.count >= 2, (reading.foreign != nil) != (reading.greek != nil) else { continue }
            let weight = token.letters.count >= 3 ? 2 : 1
            if reading.greek != nil { greeklish += weight } else { foreign += weight }
        }
        if greeklish > foreign { return .greeklish }
        if greek > 0 { return .greekScript }
        return foreign > greeklish ? .foreign : .open
    }

    /// The words that a Latin token may be: as it stands, and as Greeklish.
    private struct LatinReadings {
        var foreign: Int?
        var greek: Int?
    }

    private func latinReadings(of letters: [UInt8]) -> LatinReadings {
        guard letters.count <= Self.longestWord else { return LatinReadings() }
        return LatinReadings(foreign: word(letters), greek: bestGreekSounding(letters))
    }

    private func resolveOther(_ token: Token) -> Resolution {
        if let word = word(token.letters) { return found(word, .exact, cost: 0) }
        guard token.letters.count <= Self.longestWord else { return unknown(token.letters) }
        switch token.kind {
        case .greek: return resolveGreek(token.letters)
        case .mixed: return resolveMixed(token.letters)
        default: return unknown(token.letters)
        }
    }

    // MARK: Greek and mixed letters

    private func resolveGreek(_ letters: [UInt8]) -> Resolution {
        // Typed on the wrong layout; but «διαβατιριο» is a misspelt word, though its keys give Greeklish for it.
        if letters.count >= 5, let twin = Keyboard.shared.otherLayout(of: letters), let word = word(twin),
            bestSounding(letters, onlyGreek: true) == nil
        {
            return found(word, .layout, cost: 0.2)
        }
        return bySoundOrSlip(letters, onlyGreek: true) ?? bySoundOrSlip(letters) ?? unknown(letters)
    }

    /// The better of the words that sound the same and of those a slip away.
    ///
    /// Who writes Greek letters means a Greek word first, though a Latin one of the vocabulary may sound alike.
    private func bySoundOrSlip(_ letters: [UInt8], onlyGreek: Bool = false) -> Resolution? {
        let sounding = bestSounding(letters, onlyGreek: onlyGreek)
        let near = corrections(for: letters, limit: onlyGreek ? 4 : 1).first { !onlyGreek || isGreek($0.word) }
        if let near, near.rank < sounding?.rank ?? .infinity { return found(near.word, .typo, cost: near.distance) }
        return sounding.map { found($0.word, .sound, cost: 0.3) }
    }

    private func resolveMixed(_ letters: [UInt8]) -> Resolution {
        let readings = LookAlikes.repaired(letters)
        for reading in readings {
            if let word = word(reading) { return found(word, .lookAlike, cost: 0.1) }
        }
        if let word = bestGreekSounding(letters) { return found(word, .greeklish, cost: 0.2) }
        for reading in readings + [letters] {
            if let near = bySoundOrSlip(reading) { return near }
        }
        let best = readings.first ?? Greeklish.greekCandidates(letters, limit: 1).first ?? letters
        return unknown(best)
    }

    // MARK: Latin letters

    private func resolveLatin(_ letters: [UInt8], _ readings: LatinReadings, use: LatinUse) -> Resolution {
        guard letters.count <= Self.longestWord else { return unknown(letters) }
        if let foreign = readings.foreign, isForeign(foreign, not: readings.greek, use) {
            return found(foreign, .exact, cost: 0)
        }
        // Among foreign words a chance resemblance (`two`, `ya`) is no Greek word.
        let mayBeGreek = use != .foreign || (letters.count > 3 && looksGreek(letters, use))
        if mayBeGreek, let greek = readings.greek { return found(greek, .greeklish, cost: 0.1) }
        if let twin = LookAlikes.inGreek(letters), let word = word(twin) { return found(word, .lookAlike, cost: 0.1) }
        if letters.count >= 3, let twin = Keyboard.shared.otherLayout(of: letters), let word = word(twin) {
            return found(word, .layout, cost: 0.2)
        }
        if let sounding = bestSounding(letters) { return found(sounding.word, .sound, cost: 0.3) }
        if let near = nearLatin(letters, use: use, mayBeGreek: mayBeGreek) { return near }
        let isGreek = looksGreek(letters, use)
        let best = isGreek ? Greeklish.greekCandidates(letters, limit: 1).first ?? letters : letters
        return unknown(best)
    }

    /// Whether a Latin word that the lexicon has is meant as such, and not as Greeklish for a Greek word it has.
    private func isForeign(_ foreign: Int, not greek: Int?, _ use: LatinUse) -> Bool {
        guard let greek else { return true }
        let prior: Float =
            switch use {
            case .open: 0
            case .greekScript: 1
            case .greeklish: -3
            case .foreign: 4
            }
        return logarithm(1 + frequency(of: foreign)) + prior >= logarithm(1 + frequency(of: greek))
    }

    /// Whether an unknown Latin word is Greeklish rather than foreign.
    package func looksGreek(_ letters: [UInt8], _ use: LatinUse) -> Bool {
        let prior: Float =
            switch use {
            case .open, .greekScript: 0
            case .greeklish: 0.5
            case .foreign: -1
            }
        return scripts.greekness(of: letters) + prior > 0
    }

    /// The word a slip away from Latin letters, by their spelling or by one of their sounds.
    private func nearLatin(_ letters: [UInt8], use: LatinUse, mayBeGreek: Bool) -> Resolution? {
        let bias: Float = use == .greeklish ? -0.3 : use == .foreign ? 0.5 : 0
        var best: (word: Int, distance: Float, rank: Float)?
        func consider(_ corrections: [Correction]) {
            for near in corrections.prefix(3) where mayBeGreek || !isGreek(near.word) {
                let rank = near.rank + (isGreek(near.word) ? bias : 0)
                if rank < best?.rank ?? .infinity { best = (near.word, near.distance, rank) }
            }
        }
        consider(corrections(for: letters, in: bySpelling))
        for key in Greeklish.phoneticKeys(of: letters, limit: 4) {
            consider(corrections(for: key, in: bySoundSpelling))
        }
        return best.map { found($0.word, .typo, cost: $0.distance) }
    }

    // MARK: By sound

    /// The best Greek word that Latin or mixed letters can be read as.
    private func bestGreekSounding(_ letters: [UInt8]) -> Int? {
        var best: (word: Int, score: Float)?
        for (place, key) in Greeklish.phoneticKeys(of: letters).enumerated() {
            for word in words(sounding: key) where isGreek(word) {
                let score =
                    logarithm(1 + frequency(of: word)) - (place == 0 ? 0 : 0.7)
                    - Greeklish.disagreement(latin: letters, greek: slice(word))
                if score > best?.score ?? -.infinity { best = (word, score) }
            }
        }
        return best?.word
    }

    /// The best word that sounds as the letters do, of three letters or more, ranked as ``Correction`` is.
    private func bestSounding(_ letters: [UInt8], onlyGreek: Bool = false) -> (word: Int, rank: Float)? {
        guard letters.count >= 3, letters.contains(where: { !Letter.isDigit($0) }) else { return nil }
        var best: (word: Int, rank: Float)?
        var distance = SpellingDistance()
        for word in words(sounding: Greeklish.phoneticKey(of: letters)) where !onlyGreek || isGreek(word) {
            // However differently it is spelled, it is no further than half a wrong letter.
            let apart = distance.between(letters, slice(word), band: 4, limit: 6) ?? 6
            let rank = min(apart, 0.4 + 0.1 * apart) - 0.15 * logarithm(frequency(of: word))
            if rank < best?.rank ?? .infinity { best = (word, rank) }
        }
        return best
    }

    private func isGreek(_ word: Int) -> Bool { slice(word).contains(where: Letter.isGreek) }

    private func unknown(_ letters: [UInt8]) -> Resolution {
        Resolution(letters: letters, word: nil, way: .unknown, cost: 2)
    }

    private func found(_ word: Int, _ way: Resolution.Way, cost: Float) -> Resolution {
        Resolution(letters: letters(of: word), word: word, way: way, cost: cost)
    }
}
