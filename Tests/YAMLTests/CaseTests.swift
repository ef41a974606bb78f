import Testing

@testable import YAML

/// The cases of `Cases`: what each rule of the specification makes of a text.
struct CaseTests {
    static let files = ["block.txt", "flow.txt", "scalars.txt", "documents.txt", "errors.txt", "rasa.txt"]

    @Test(arguments: try files.flatMap(Case.all(in:)))
    func outcome(_ example: Case) throws {
        switch example.outcome {
        case .documents(let expected):
            let documents = try YAML.documents(example.yaml)
            #expect(documents.map(JSON.init) == expected)
        case .failure(let place, let words):
            let error = #expect(throws: YAMLError.self) { try YAML.documents(example.yaml) }
            if let error {
                #expect(error.mark.description == place, "\(error)")
                #expect(error.message.contains(words) || error.advice.contains(words), "\(error)")
            }
        }
    }

    /// A file with other line ends means the same, and errors are at the same places.
    @Test(arguments: try files.flatMap(Case.all(in:)), ["\r\n", "\r"])
    func lineEnds(_ example: Case, _ lineEnd: String) throws {
        guard !example.yaml.contains(UInt8(ascii: "\r")) else { return }
        let other = example.yaml.flatMap { $0 == UInt8(ascii: "\n") ? Array(lineEnd.utf8) : [$0] }
        #expect(Reading(of: other) == Reading(of: example.yaml))
    }

    @Test func enoughCases() throws {
        #expect(try Self.files.flatMap(Case.all(in:)).count >= 200)
    }
}

/// What comes of reading a text.
enum Reading: Equatable {
    case documents([JSON])
    case failure(YAMLError)

    init(of bytes: [UInt8]) {
        do {
            self = .documents(try YAML.documents(bytes).map(JSON.init))
        } catch {
            self = .failure(error)
        }
    }
}
