internal import GreekText

/// Reads the syntax of ``Pattern`` by recursive descent.
struct PatternParser {
    private let text: String
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars.prefix(Pattern.longest + 1))
    }

    mutating func parse() throws(PatternError) -> [Pattern.Part] {
        guard scalars.count <= Pattern.longest else {
            throw error("longer than \(Pattern.longest) characters; split it into several")
        }
        let choices = try alternatives(until: nil)
        let parts = choices.count == 1 ? choices[0] : [.alternatives(choices)]
        guard parts.contains(where: \.isNeeded) else {
            throw error("would match anything; name at least one word or entity that must occur")
        }
        return parts
    }

    private mutating func alternatives(until close: Unicode.Scalar?) throws(PatternError) -> [[Pattern.Part]] {
        var choices: [[Pattern.Part]] = [[]]
        depth += 1
        defer { depth -= 1 }
        guard depth <= Pattern.deepest else { throw error("brackets nest too deep") }
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == close {
                index += 1
                return choices
            }
            if scalar == "|" {
                index += 1
                choices.append([])
            } else {
                choices[choices.count - 1] += try parts()
            }
        }
        if let close { throw error("«\(close)» is missing") }
        return choices
    }

    /// The parts that the next bracket, star, entity or stretch of words stands for.
    private mutating func parts() throws(PatternError) -> [Pattern.Part] {
        let scalar = scalars[index]
        switch scalar {
        case "(":
            index += 1
            return [.alternatives(try alternatives(until: ")"))]
        case "[":
            index += 1
            let choices = try alternatives(until: "]")
            return [.optional(choices.count == 1 ? choices[0] : [.alternatives(choices)])]
        case "{":
            return [.entity(try entity())]
        case ")", "]", "}":
            throw error("«\(scalar)» closes nothing")
        case "*":
            index += 1
            return [.anything]
        default:
            return words()
        }
    }

    private mutating func entity() throws(PatternError) -> String {
        guard let end = scalars[index...].firstIndex(of: "}") else { throw error("«}» is missing") }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[index + 1..<end])
        let trimmed = String(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !trimmed.isEmpty else { throw error("an entity's name is missing in «{}»") }
        index = end + 1
        return trimmed
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "[", "]", "{", "}", "|", "*": true
        default: false
        }
    }

    /// A stretch of plain text: its words, the last of them a prefix when a star follows at once.
    private mutating func words() -> [Pattern.Part] {
        let start = index
        while index < scalars.count, !Self.isSign(scalars[index]) { index += 1 }
        var stretch = String.UnicodeScalarView()
        stretch.append(contentsOf: scalars[start..<index])
        let bytes = Array(String(stretch).utf8)
        var parts = FoldedText(String(stretch)).tokens().filter { $0.kind != .question }.map { token in
            Accents.tellApart(token.letters) && Accents.occur(in: bytes[token.source])
                ? Pattern.Part.stressed(token.letters) : .word(token.letters)
        }
        let touches = index < scalars.count && scalars[index] == "*" && !scalars[index - 1].properties.isWhitespace
        if touches, case .word(let letters)? = parts.last {
            parts[parts.count - 1] = .prefix(letters)
            index += 1
        }
        return parts
    }

    private func error(_ problem: String) -> PatternError {
        PatternError(pattern: text, column: min(index, scalars.count) + 1, problem: problem)
    }
}
