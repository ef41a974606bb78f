internal import Foundation

/// Utterances with the intents they mean, as lines `intent<TAB>text`.
package struct LabelledLines: Sendable, Equatable {
    /// One line of a file.
    package struct Line: Sendable, Equatable {
        /// The intent that is meant.
        package var intent: String
        /// What was written.
        package var text: String

        /// Makes a line.
        package init(intent: String, text: String) {
            self.intent = intent
            self.text = text
        }
    }

    /// Why a file of labelled lines can't be used.
    package enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// The file can't be read.
        case unreadable(path: String)
        /// A line is not an intent, a tabulator and a text.
        case malformed(path: String, line: Int)
        /// The file has no line.
        case empty(path: String)

        /// What is wrong and what to do.
        package var description: String {
            switch self {
            case .unreadable(let path): "\(path): can't be read; check the path"
            case .malformed(let path, let line): "\(path):\(line): expected an intent, a tabulator and a text"
            case .empty(let path): "\(path): has no line «intent<TAB>text»"
            }
        }
    }

    /// The lines in order.
    package var lines: [Line]

    /// Makes a set of lines.
    package init(lines: [Line]) { self.lines = lines }

    /// Reads a file; empty lines are skipped.
    ///
    /// - Throws: ``Failure`` with the path and the line.
    package init(path: String) throws(Failure) {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
        lines = []
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let text = String(decoding: line, as: UTF8.self)
            if text.allSatisfy(\.isWhitespace) { continue }
            guard let tab = text.firstIndex(of: "\t"), tab > text.startIndex else {
                throw .malformed(path: path, line: number)
            }
            let sentence = text[text.index(after: tab)...].trimmingCharacters(in: .whitespacesAndNewlines)
            lines.append(Line(intent: String(text[..<tab]), text: sentence))
        }
        if lines.isEmpty { throw .empty(path: path) }
    }

    /// The lines as training data, intents in alphabetical order.
    package var trainingData: TrainingData {
        let groups = Dictionary(grouping: lines, by: \.intent)
        return TrainingData(
            intents: groups.keys.sorted().map { name in
                TrainingData.Intent(name: name, examples: (groups[name] ?? []).map { Example(text: $0.text) })
            }
        )
    }
}
