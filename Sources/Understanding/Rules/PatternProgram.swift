/// A ``Pattern`` as a small machine that reads words one by one (Thompson 1968), so that time is bounded by words
/// times instructions, whatever the pattern.
struct PatternProgram: Sendable {
    enum Instruction: Sendable, Equatable {
        case word([UInt8])
        /// A word that its accent tells from another; alone, if nothing else in the pattern speaks for it.
        case stressed([UInt8], isAlone: Bool)
        case prefix([UInt8])
        case anyWord
        case entity(String)
        /// Goes on at both places.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    /// A word of the utterance as patterns see it: as it was typed, and as it was probably meant.
    struct Word: Sendable {
        var typed: [UInt8]
        var meant: [UInt8]
        /// Whether it has the accent that tells it from a word spelled like it.
        var stress = Wording.Stress.present
    }

    /// An entity found in the utterance, by the words it covers.
    struct Slot: Sendable {
        var entity: String
        var words: Range<Int>
    }

    private(set) var instructions: [Instruction] = []
    private let isAlone: Bool

    init(_ pattern: Pattern) {
        isAlone = pattern.parts.count(where: \.isNeeded) == 1
        emit(pattern.parts)
        instructions.append(.match)
    }

    private mutating func emit(_ parts: [Pattern.Part]) {
        for part in parts {
            switch part {
            case .word(let letters): instructions.append(.word(letters))
            case .stressed(let letters): instructions.append(.stressed(letters, isAlone: isAlone))
            case .prefix(let letters): instructions.append(.prefix(letters))
            case .entity(let name): instructions.append(.entity(name))
            case .anything:
                let start = instructions.count
                instructions.append(.split(start + 1, start + 3))
                instructions.append(.anyWord)
                instructions.append(.jump(start))
            case .optional(let parts): emit(choices: [parts, []])
            case .alternatives(let choices): emit(choices: choices)
            }
        }
    }

    private mutating func emit(choices: [[Pattern.Part]]) {
        var ends: [Int] = []
        for (index, choice) in choices.enumerated() {
            let isLast = index + 1 == choices.count
            let split = instructions.count
            if !isLast { instructions.append(.split(split + 1, 0)) }
            emit(choice)
            guard !isLast else { continue }
            ends.append(instructions.count)
            instructions.append(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    /// Whether the words as a whole match.
    func matches(_ words: [Word], slots: [Slot]) -> Bool {
        firstEnd(in: words, slots: slots, anywhere: false) != nil
    }

    /// After how many words the first match within the words ends, nil when there is none.
    func firstOccurrence(in words: [Word], slots: [Slot]) -> Int? {
        firstEnd(in: words, slots: slots, anywhere: true)
    }

    /// Whether the words from one place up to another match.
    func matches(_ words: [Word], from start: Int, to end: Int, slots: [Slot]) -> Bool {
        let moved = slots.filter { $0.words.lowerBound >= start && $0.words.upperBound <= end }.map { slot in
            Slot(entity: slot.entity, words: slot.words.lowerBound - start..<slot.words.upperBound - start)
        }
        return matches(Array(words[start..<end]), slots: moved)
    }

    private func firstEnd(in words: [Word], slots: [Slot], anywhere: Bool) -> Int? {
        let size = instructions.count
        // One row of flags a position: the instructions that may go on there.
        var active = [Bool](repeating: false, count: (words.count + 1) * size)
        for position in 0...words.count {
            if position == 0 || anywhere { add(0, at: position, to: &active) }
            for place in 0..<size where active[position * size + place] {
                switch instructions[place] {
                case .match:
                    if anywhere || position == words.count { return position }
                case .entity(let name):
                    for slot in slots where slot.words.lowerBound == position && slot.entity == name {
                        add(place + 1, at: slot.words.upperBound, to: &active)
                    }
                case .word, .stressed, .prefix, .anyWord:
                    if position < words.count, accepts(place, words[position]) {
                        add(place + 1, at: position + 1, to: &active)
                    }
                case .split, .jump: break
                }
            }
        }
        return nil
    }

    private func accepts(_ place: Int, _ word: Word) -> Bool {
        switch instructions[place] {
        case .word(let letters): word.typed == letters || word.meant == letters
        case .stressed(let letters, let isAlone):
            (word.typed == letters || word.meant == letters)
                && (word.stress == .present || word.stress == .open && !isAlone)
        case .prefix(let letters): word.typed.starts(with: letters) || word.meant.starts(with: letters)
        default: true
        }
    }

    /// Marks an instruction and all that it leads to without reading a word.
    private func add(_ place: Int, at position: Int, to active: inout [Bool]) {
        var waiting = [place]
        while let place = waiting.popLast() {
            let index = position * instructions.count + place
            guard !active[index] else { continue }
            active[index] = true
            switch instructions[place] {
            case .split(let one, let other): waiting += [one, other]
            case .jump(let target): waiting.append(target)
            default: break
            }
        }
    }
}
