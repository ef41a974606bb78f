import Procedures
import TestSupport
import Testing

@Suite struct EligibilityTests {
    /// Six documents; the age decides on four, the car on one, the trailer (only for drivers) on one.
    private func procedure(order: JSONTree = []) throws -> Procedure {
        try Records.procedure(
            "ferry",
            "Εισιτήριο",
            groups: [
                "process_evidences": .array(
                    (1...6).map { ["evidence_num_id": .number("\($0)"), "evidence_type": .string("Χαρτί \($0)")] }
                ),
                "process_evidences_cost": .array(
                    (1...3).map { ["evidence_cost_num_id": .number("\($0)"), "evidence_cost_min": .string("\($0)0")] }
                ),
                "ariadne": [
                    "cost_order": order,
                    "questions": [
                        [
                            "id": "trailer", "text": "Τρέιλερ;",
                            "depends_on": [["question": "car", "answers": ["yes"]]],
                            "answers": [["id": "yes", "text": "Ναι"], ["id": "no", "text": "Όχι", "excludes": [6]]],
                        ],
                        [
                            "id": "car", "text": "Αυτοκίνητο;",
                            "answers": [
                                ["id": "yes", "text": "Ναι", "costs": [3]],
                                ["id": "no", "text": "Όχι", "excludes": [5, 6]],
                            ],
                        ],
                        [
                            "id": "age", "text": "Ηλικία;",
                            "answers": [
                                ["id": "child", "text": "Παιδί", "excludes": [1, 2, 3], "costs": [1]],
                                ["id": "adult", "text": "Ενήλικος", "excludes": [4, 3], "costs": [2]],
                            ],
                        ],
                        [
                            "id": "useless", "text": "Χρώμα;",
                            "answers": [
                                ["id": "red", "text": "Κόκκινο"], ["id": "blue", "text": "Μπλε", "excludes": [99]],
                            ],
                        ],
                    ],
                ],
            ]
        )
    }

    private func eligibility(order: JSONTree = []) throws -> Eligibility {
        Eligibility(try procedure(order: order), on: Records.context().today)
    }

    /// A procedure of so many questions, each of which depends on all others, but for the last.
    private func tangle(of count: Int, weight: JSONTree) throws -> Procedure {
        let ids = (1...count).map { "q\($0)" }
        let questions = ids.map { id -> JSONTree in
            let others = id == ids.last ? [] : ids.filter { $0 != id && $0 != ids.last }
            return [
                "id": .string(id), "text": "Ισχύει;",
                "depends_on": .array(others.map { ["question": .string($0), "answers": ["no"]] }),
                "answers": [
                    ["id": "yes", "text": "Ναι", "weight": weight], ["id": "no", "text": "Όχι", "weight": weight],
                ],
            ]
        }
        return try Records.procedure("tangle", "Κύκλος", groups: ["ariadne": ["questions": .array(questions)]])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["9223372036854775807", "1", "-4"])
    func questionsThatDependOnEachOtherAndHeavyAnswersEnd(weight: String) throws {
        let procedure = try tangle(of: 14, weight: .number(weight))
        let eligibility = Eligibility(procedure, on: Records.context().today)
        #expect(eligibility.result(answers: [:]).isComplete)
        let weights = procedure.guidance.questions.flatMap(\.answers).map(\.weight)
        #expect(weights.allSatisfy { (1...1_000_000).contains($0) })
    }

    @Test func asksWhatShortensMostFirst() throws {
        let eligibility = try eligibility()
        #expect(eligibility.nextQuestion(answers: [:])?.id == "age")
        #expect(eligibility.nextQuestion(answers: ["age": "child"])?.id == "car")
        #expect(eligibility.nextQuestion(answers: ["age": "child", "car": "yes"])?.id == "trailer")
        #expect(eligibility.nextQuestion(answers: ["age": "child", "car": "no"]) == nil)
        #expect(eligibility.openQuestionCount(answers: [:]) == 3)
    }

    @Test func givesThePersonalList() throws {
        let result = try eligibility().result(answers: ["age": "adult", "car": "yes", "trailer": "no"])
        #expect(result.evidences.compactMap(\.number) == [1, 2, 5])
        #expect(result.excludedCount == 3)
        #expect(result.isComplete)
        #expect(result.amount == Money(cents: 5000)...Money(cents: 5000))
    }

    @Test func feesThatRuleEachOtherOutDoNotAddUp() throws {
        let result = try eligibility(order: [3, 2, 1]).result(answers: ["age": "adult", "car": "yes"])
        #expect(result.costs.compactMap(\.number) == [3])
    }

    @Test func knowsNothingAtFirst() throws {
        let result = try eligibility().result(answers: ["car": "maybe", "nothing": "x"])
        #expect(result.evidences.count == 6)
        #expect(result.costs.count == 3)
        #expect(result.amount == Money(cents: 1000)...Money(cents: 3000))
        #expect(!result.isComplete)
    }

    @Test func composesThePersonalList() throws {
        let catalogue = ProcedureCatalogue([try procedure()])
        let answers = ["age": "adult", "car": "yes", "trailer": "no"]
        let answer = try #require(catalogue.personalAnswer("ferry", answers: answers, context: Records.context()))
        #expect(answer.text == "- Χαρτί 1\n- Χαρτί 2\n- Χαρτί 5\n50 €")
        #expect(!answer.hasQuestions)
        #expect(catalogue.personalAnswer("ferry", answers: [:], context: Records.context())?.hasQuestions == true)
    }

    @Test(arguments: [
        ("και για παιδιά;", ["age": "child"]), ("ενηλικας", ["age": "adult"]), ("ναι", [:]),
        ("παιδί ή ενήλικος;", [:]),
    ])
    func hearsAnswersInSentences(text: String, answers: [String: String]) throws {
        #expect(try eligibility().answers(namedIn: text) == answers)
    }

    /// A ticket with questions whose answers say how people give them.
    private func told() throws -> Procedure {
        try Records.procedure(
            "ticket",
            "Κάρτα",
            groups: [
                "process_evidences": .array(
                    (1...3).map { ["evidence_num_id": .number("\($0)"), "evidence_type": .string("Χαρτί \($0)")] }
                ),
                "process_evidences_cost": .array(
                    (1...2).map { ["evidence_cost_num_id": .number("\($0)"), "evidence_cost_min": .string("\($0)0")] }
                ),
                "ariadne": [
                    "questions": [
                        [
                            "id": "age", "text": "Ηλικία;",
                            "answers": [
                                ["id": "child", "text": "Ανήλικος", "ages": ["to": 17], "costs": [1]],
                                [
                                    "id": "adult", "text": "Ενήλικος", "ages": ["from": 18], "excludes": [1],
                                    "costs": [2],
                                ],
                            ],
                        ],
                        [
                            "id": "first", "text": "Πρώτη φορά;",
                            "answers": [
                                [
                                    "id": "yes", "text": "Ναι", "excludes": [2],
                                    "phrases": ["πρώτη κάρτα", "πρώτη φορά"],
                                ],
                                ["id": "no", "text": "Όχι", "phrases": ["έληξε", "όχι πρώτη φορά"]],
                            ],
                        ],
                        [
                            "id": "reason", "text": "Γιατί;", "depends_on": [["question": "first", "answers": ["no"]]],
                            "answers": [
                                ["id": "expired", "text": "Έληξε", "phrases": ["έληξε"], "excludes": [3]],
                                ["id": "lost", "text": "Χάθηκε", "phrases": ["έχασα κάρτα"]],
                            ],
                        ],
                    ]
                ],
            ]
        )
    }

    private static let sentences: [(String, [String: String])] = [
        ("παιδί 8 χρονών", ["age": "child"]), ("18 χρονών, για πρώτη φορά", ["age": "adult", "first": "yes"]),
        ("έχασα την παλιά μου κάρτα", ["reason": "lost"]), ("8 και 20 χρονών", [:]),
        ("έχασα την μία φορά εκεί κάρτα", [:]),
        ("μου έληξε", ["first": "no", "reason": "expired"]), ("πρώτη φορά, μου έληξε", ["reason": "expired"]),
        ("ναι", [:]),
        ("όχι για πρώτη φορά", ["first": "no"]),
    ]

    @Test(arguments: sentences)
    func hearsWhatIsToldWithoutAsking(text: String, answers: [String: String]) throws {
        let reader = AgeReader(after: ["χρονών"])
        let eligibility = Eligibility(try told(), on: Records.context().today)
        #expect(eligibility.answers(toldBy: text, ages: reader) == answers)
    }

    /// What was told of a question that does not arise changes nothing.
    @Test func toldAnswersCountWhereTheirQuestionIsAsked() throws {
        let eligibility = Eligibility(try told(), on: Records.context().today)
        #expect(eligibility.result(answers: ["reason": "expired"]).evidences.count == 3)
        #expect(eligibility.result(answers: ["reason": "expired", "first": "yes"]).evidences.count == 2)
        #expect(eligibility.result(answers: ["reason": "expired", "first": "no"]).evidences.count == 2)
    }

    @Test func whoAsksForTheCostIsAskedNoMore() throws {
        let day = Records.context().today
        #expect(Eligibility(try told(), on: day).nextQuestion(answers: ["age": "child"])?.id == "first")
        #expect(Eligibility(try told(), on: day, scope: .costs).nextQuestion(answers: ["age": "child"]) == nil)
        let catalogue = ProcedureCatalogue([try told()])
        let answer = catalogue.personalAnswer(
            "ticket",
            answers: ["age": "child"],
            scope: .costs,
            context: Records.context()
        )
        #expect(answer?.text == "10 €")
        #expect(answer?.aspect == .cost)
        #expect(answer?.hasQuestions == false)
    }

    @Test func agesThatMakeNoSenseAreReported() throws {
        let procedure = try Records.procedure(
            "p",
            "Τίτλος",
            groups: [
                "ariadne": [
                    "questions": [
                        [
                            "id": "a", "text": "Ηλικία;",
                            "answers": [
                                ["id": "1", "text": "Α", "ages": ["from": 5, "to": 3]],
                                ["id": "2", "text": "Β", "ages": ["from": 5]],
                                ["id": "3", "text": "Γ", "ages": ["from": 2, "to": 5]],
                            ],
                        ]
                    ]
                ]
            ]
        )
        #expect(procedure.problems.count == 2, "\(procedure.problems)")
    }

    @Test func matchesAnswers() throws {
        let question = try #require(try procedure().guidance.questions.first { $0.id == "car" })
        #expect(question.answer(matching: "ΝΑΙ έχω")?.id == "yes")
        #expect(question.answer(matching: "όχι")?.id == "no")
        #expect(question.answer(matching: "ίσως") == nil)
    }

    @Test func answersTellOfQuestions() throws {
        let catalogue = ProcedureCatalogue([try procedure(), try Records.fishingPermit()])
        #expect(catalogue.answer("ferry", aspect: .documents, context: Records.context())?.hasQuestions == true)
        #expect(
            catalogue.answer("fishing-permit", aspect: .documents, context: Records.context())?.hasQuestions == false
        )
    }

    /// Whatever is answered, the questions end, no question is asked twice, and asking the rest changes nothing.
    @Test func endsAndMissesNothing() throws {
        let procedure = try procedure()
        let eligibility = try eligibility()
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<60 {
            var answers: Eligibility.Answers = [:]
            while let question = eligibility.nextQuestion(answers: answers) {
                #expect(answers[question.id] == nil)
                answers[question.id] = question.answers.randomElement(using: &generator)?.id
            }
            let result = eligibility.result(answers: answers)
            #expect(result.isComplete)
            for question in procedure.guidance.questions
            where answers[question.id] == nil && question.dependencies.isEmpty {
                var more = answers
                more[question.id] = question.answers.last?.id
                #expect(eligibility.result(answers: more).evidences.count == result.evidences.count)
            }
        }
    }
}
