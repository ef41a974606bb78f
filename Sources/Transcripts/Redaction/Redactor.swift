package import Dialogue
import GreekText

/// Takes personal data out of what is going to be written, and puts a label such as `[ΑΦΜ]` in its place.
///
/// What is personal is found by a ``Finder``; ``Redactor/standard`` uses the identifiers of `GreekText`. Redacting
/// twice gives the same as redacting once.
///
/// Replies of the assistant and of the help desk are full of public telephone numbers and addresses: of these only
/// what the person wrote in the same turn, or what the caller names as personal, is taken out there. What is never
/// public, such as a tax number, goes wherever it stands.
package struct Redactor: Sendable {
    /// A personal value in a text.
    package struct Finding: Sendable, Equatable {
        /// Where it stands, in UTF-8 bytes.
        package var range: Range<Int>
        /// What it is, without brackets.
        package var label: String
        /// Whose words may hold such values, because they are not personal there.
        package var publicFor: Set<Author>

        package init(range: Range<Int>, label: String, publicFor: Set<Author> = []) {
            self.range = range
            self.label = label
            self.publicFor = publicFor
        }
    }

    /// Finds personal values in a text, in any order; they may overlap.
    package typealias Finder = @Sendable (String) -> [Finding]

    /// Whose words a text is.
    package enum Author: Sendable {
        /// A citizen.
        case person
        /// The assistant, whose texts come from the content.
        case assistant
        /// The help desk.
        case agent
    }

    /// The label of a value that only the caller knows to be personal.
    package static let valueLabel = "προσωπικό στοιχείο"
    /// The label of a contact in which nothing was recognised.
    package static let contactLabel = "στοιχεία επικοινωνίας"

    private let labels: Labels
    private let find: Finder

    /// The labels that stand in texts, and the length of the longest in UTF-8 bytes: no further is one looked for.
    private struct Labels: Sendable {
        let all: Set<String>
        let longest: Int

        init(_ all: Set<String>) {
            self.all = all
            longest = all.map(\.utf8.count).max() ?? 0
        }
    }

    /// A redactor that replaces what `find` finds.
    ///
    /// - Parameters:
    ///   - labels: All labels that `find` gives: texts in brackets that are known not to be personal.
    ///   - find: Finds what is personal.
    package init(labels: some Sequence<String>, find: @escaping Finder) {
        self.labels = Labels(Set(labels).union([Self.valueLabel, Self.contactLabel]))
        self.find = find
    }

    /// A text without the personal values that may not stand in what its author writes.
    package func redact(_ text: String, by author: Author = .person) -> String {
        redaction(of: text, by: author, personal: []).text
    }

    /// The events of a turn without personal values.
    ///
    /// - Parameters:
    ///   - events: The events of one turn: what its messages hold is taken out of its replies too.
    ///   - personal: Values known to be personal, such as those of a form; taken out wherever they occur as whole
    ///     words, whatever their case and accents. Values shorter than three letters are left alone.
    /// - Returns: the events, in the same order.
    package func redact(_ events: [Event], personal: [String] = []) -> [Event] {
        var personal = personal
        for event in events {
            switch event.body {
            case .user(let message): personal += message.personal == true ? [message.text] : values(in: message.text)
            case .ticketOpened(let ticket): personal += values(in: ticket.contact ?? "")
            case .slot(let slot) where slot.personal: personal += slot.value.texts
            default: break
            }
        }
        return events.map { event in
            var event = event
            event.body = redact(event.body, personal: personal)
            return event
        }
    }

    /// Whether something was taken out of a text.
    package func holdsLabel(_ text: String) -> Bool { Self.pieces(of: text, labels: labels).count > 1 }

    /// Whether a text is nothing but labels.
    func isLabel(_ text: String) -> Bool {
        let rest = Self.pieces(of: text, labels: labels)
        return rest.count > 0 && rest.allSatisfy { text.utf8(in: $0).allSatisfy { $0 == 0x20 || $0 == 0x2C } }
            && text.contains("[")
    }

    /// What kinds of personal values a text holds, in order.
    func redactionLabels(of text: String) -> [String] {
        find(text).sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.label)
    }

    /// What is personal in a text, as it is written there.
    private func values(in text: String) -> [String] {
        find(text).map { String(decoding: text.utf8(in: $0.range), as: UTF8.self) }
    }

    /// The text without personal values, and what was replaced on the way.
    func redaction(of text: String, by author: Author, personal: [String]) -> Redaction {
        var redaction = Redaction(text: text)
        // What a replacement leaves beside it may look like another value: go on until nothing does.
        for _ in 0..<8 {
            let findings = findings(in: redaction.text, by: author, personal: personal)
            if findings.isEmpty { break }
            redaction.replace(findings)
        }
        return redaction
    }

    private func findings(in text: String, by author: Author, personal: [String]) -> [Finding] {
        var findings: [Finding] = []
        for piece in Self.pieces(of: text, labels: labels) where !piece.isEmpty {
            let part = piece.count == text.utf8.count ? text : String(decoding: text.utf8(in: piece), as: UTF8.self)
            var found = find(part).filter { !$0.publicFor.contains(author) }
            if !personal.isEmpty { found += PersonalValues(personal).findings(in: part, label: Self.valueLabel) }
            for finding in found where !finding.range.isEmpty && finding.range.upperBound <= piece.count {
                let range = finding.range.lowerBound + piece.lowerBound..<finding.range.upperBound + piece.lowerBound
                findings.append(Finding(range: range, label: finding.label))
            }
        }
        return findings
    }

    /// The ranges of a text between the labels in brackets that it has already.
    private static func pieces(of text: String, labels: Labels) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        var pieces: [Range<Int>] = []
        var start = 0
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "[")) {
            let reach = bytes[open...].prefix(labels.longest + 2)
            if let close = reach.firstIndex(of: UInt8(ascii: "]")),
                labels.all.contains(String(decoding: bytes[open + 1..<close], as: UTF8.self))
            {
                pieces.append(start..<open)
                start = close + 1
                index = start
            } else {
                index = open + 1
            }
        }
        pieces.append(start..<bytes.count)
        return pieces
    }
}

extension String {
    /// The bytes of a range of the text's UTF-8.
    func utf8(in range: Range<Int>) -> Substring.UTF8View {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)].utf8
    }
}
