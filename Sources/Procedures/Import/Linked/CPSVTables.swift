/// CPSV-AP as tables: an object with a list of rows for each class (`publicservice`, `evidence`, …) and for each
/// relation (`answerfordoc_ex_ev`), as research projects export it from their databases.
///
/// Besides what the vocabulary has, such tables hold questions whose answers exclude documents: they become
/// `ariadne.questions`.
struct CPSVTables {
    private let tables: JSONTree
    private let service: JSONTree

    /// Takes a document that has a table of public services; of several services the first.
    init?(_ tree: JSONTree) {
        guard case .array(let services)? = tree["publicservice"], let service = services.first else { return nil }
        tables = tree
        self.service = service
    }

    /// The record in the registry's shape.
    func document() -> JSONTree {
        let metadata: JSONTree = [
            "process": process,
            "process_conditions": .array(
                rows("criterionrequirement").enumerated().map { index, row in
                    [
                        "conditions_num_id": .number("\(index + 1)"), "conditions_type": row["name"] ?? .null,
                        "conditions_name": row["description"] ?? row["name"] ?? .null,
                    ]
                }
            ),
            "process_evidences": .array(
                numbered("evidence").map { number, row in
                    [
                        "evidence_num_id": .number("\(number)"),
                        "evidence_type": ["title": ["el": row["name"] ?? .null]],
                        "evidence_description": row["description"] ?? .null,
                    ]
                }
            ),
            "process_evidences_cost": .array(numbered("cost").map { cost($0, $1) }),
            "process_rules": .array(
                rows("legalresource").map { ["rule_description": $0["description"] ?? $0["name"] ?? .null] }
            ),
            "ariadne": [
                "contact": .array(rows("contactpoint").map(contact)), "cost_order": .array(costOrder),
                "questions": .array(rows("questionfordoc").map(question)),
            ],
        ]
        return [
            "data": [
                "id": service["identifier"] ?? .null, "title": ["el": service["name"] ?? .null], "metadata": metadata,
            ],
            "success": true,
        ]
    }

    private var process: JSONTree {
        let keywords = (service["keyword"]?.text ?? "").split(separator: ",").map {
            JSONTree.string(String($0).trimmed)
        }
        let times = (service["processingtime"]?.text ?? "").split(separator: ",").map { String($0).trimmed }
        var process: JSONTree = [
            "official_title": service["name"] ?? .null, "description": service["description"] ?? .null,
            "alternative_titles": .array(keywords), "life_events": .array(rows("lifeevent").compactMap { $0["name"] }),
            "output_type": .array(rows("output").compactMap { $0["name"] }),
        ]
        if let time = times.first(where: { ISODuration(iso: $0) != nil }) {
            process = process.setting("deadline_duration", to: .string(time))
        }
        if let body = rows("publicorganization").first?["name"] {
            process = process.setting("org_owner", to: ["title": ["el": body]])
        }
        return process
    }

    private func cost(_ number: Int, _ row: JSONTree) -> JSONTree {
        let value = row["Value"] ?? row["value"] ?? .null
        return [
            "evidence_cost_num_id": .number("\(number)"), "evidence_cost_min": value, "evidence_cost_max": value,
            "evidence_cost_description": row["sort_description"] ?? row["description"] ?? .null,
        ]
    }

    /// Fees rule each other out: the lighter goes before the heavier.
    private var costOrder: [JSONTree] {
        let weights = numbered("cost").compactMap { number, row in
            row["weight"]?.text.flatMap { Int($0) }.map { (number: number, weight: $0) }
        }
        return weights.sorted { ($0.weight, $0.number) < ($1.weight, $1.number) }.map { .number("\($0.number)") }
    }

    private func contact(_ row: JSONTree) -> JSONTree {
        let fields = [
            ("title", "title"), ("phone", "telephone"), ("email", "email"), ("address", "address"),
            ("hours", "hoursavailable"),
        ]
        return .object(
            fields.compactMap { name, column in
                guard let value = row[column], !value.isEmpty else { return nil }
                return .init(name, .string(PlainText.plain(value.text ?? "").replacing("\n", with: " ")))
            }
        )
    }

    private func question(_ row: JSONTree) -> JSONTree {
        let id = row["identifier"]
        let ids = rows("question_answer").filter { $0["identifier_q"] == id }.compactMap { $0["identifier_a"] }
        let answers = rows("answerfordoc").filter { row in row["identifier"].map(ids.contains) == true }
        let heading = Self.sharedHeading(answers.compactMap { $0["name"]?.text })
        let links = rows("q_dependson_q").filter { $0["identifier_q"] == id }
        let parents = links.compactMap { $0["dependson_identifier_q"] }
        var question: JSONTree = [
            "id": id ?? .null, "text": ["el": row["description"] ?? .null],
            "answers": .array(answers.map { answer($0, heading: heading) }),
        ]
        if !links.isEmpty {
            let dependencies = parents.enumerated().filter { !parents.prefix($0).contains($1) }.map {
                _,
                parent -> JSONTree in
                let values = links.filter { $0["dependson_identifier_q"] == parent }.compactMap {
                    $0["value_identifier_a"]
                }
                return ["question": parent, "answers": .array(values)]
            }
            question = question.setting("depends_on", to: .array(dependencies))
        }
        return question
    }

    private func answer(_ row: JSONTree, heading: Int) -> JSONTree {
        let id = row["identifier"]
        let excluded = rows("answerfordoc_ex_ev").filter { $0["identifier_a"] == id }.compactMap { $0["identifier_ev"] }
        let numbers = numbered("evidence").filter { row in row.1["identifier"].map(excluded.contains) == true }.map(\.0)
        let costs = numbered("cost").filter {
            $0.1["identifier"]?.text?.lowercased() == row["cost"]?.text?.lowercased()
        }
        let text = String((row["name"]?.text ?? "").dropFirst(heading)).trimmed
        let answer: JSONTree = [
            "id": id ?? .null, "text": ["el": .string(text)],
            "excludes": .array(numbers.map { .number("\($0)") }), "costs": .array(costs.map { .number("\($0.0)") }),
        ]
        return SearchWords.folded(text) == Self.negation ? answer.setting("usual", to: true) : answer
    }

    /// The answer of such tables to the question whether something unusual is the case, folded.
    private static let negation = SearchWords.folded("Όχι")

    /// How many letters of all answers repeat the question: up to the last hyphen that they share.
    private static func sharedHeading(_ answers: [String]) -> Int {
        guard let first = answers.first, answers.count > 1 else { return 0 }
        var shared = first[...]
        for answer in answers.dropFirst() {
            shared = shared.prefix(zip(shared, answer).prefix { $0 == $1 }.count)
        }
        return shared.lastIndex(of: "-").map { shared.distance(from: shared.startIndex, to: $0) + 1 } ?? 0
    }

    private func rows(_ table: String) -> [JSONTree] { tables[table]?.elements ?? [] }

    /// The rows of a table with their numbers, from 1.
    private func numbered(_ table: String) -> [(Int, JSONTree)] {
        rows(table).enumerated().map { ($0 + 1, $1) }
    }
}
