/// Tells the roles of an entity apart by the words around it: «από την Αθήνα στη Χίο».
///
/// Naive Bayes over the two stems before and the one after, counted in the annotated examples.
struct RoleModel: Sendable {
    struct Part: Sendable, Hashable {
        var role: String?
        var group: String?
    }

    private struct Counts: Sendable {
        var total = 0.0
        var neighbours: [UInt64: Double] = [:]
    }

    private var parts: [String: [Part: Counts]] = [:]

    /// Counts one annotated value; `words` are the stems of the whole example.
    mutating func add(entity: String, part: Part, words: [UInt64], range: Range<Int>) {
        var counts = parts[entity, default: [:]][part, default: Counts()]
        counts.total += 1
        for neighbour in Self.neighbours(of: range, in: words) { counts.neighbours[neighbour, default: 0] += 1 }
        parts[entity, default: [:]][part] = counts
    }

    /// The likeliest role and group of an entity at a place.
    func part(of entity: String, words: [UInt64], range: Range<Int>) -> Part {
        guard let known = parts[entity] else { return Part() }
        if known.count == 1, let only = known.first?.key { return only }
        let neighbours = Self.neighbours(of: range, in: words)
        let scored = known.map { part, counts -> (Part, Double) in
            let likelihoods = neighbours.map { ((counts.neighbours[$0] ?? 0) + 0.1) / (counts.total + 1) }
            return (part, likelihoods.reduce(counts.total, *))
        }
        let order = { (part: Part) in (part.role ?? "") + "\u{0}" + (part.group ?? "") }
        return scored.max { ($0.1, order($1.0)) < ($1.1, order($0.0)) }?.0 ?? Part()
    }

    private static func neighbours(of range: Range<Int>, in words: [UInt64]) -> [UInt64] {
        [(-2, range.lowerBound - 2), (-1, range.lowerBound - 1), (1, range.upperBound)].map { offset, place in
            let word = words.indices.contains(place) ? words[place] : 1
            return Hash.mixed(word &+ UInt64(bitPattern: Int64(offset)) &* 0x9e37_79b9_7f4a_7c15)
        }
    }
}
