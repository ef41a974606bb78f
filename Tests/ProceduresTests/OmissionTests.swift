import Procedures
import Testing

/// What happens when something is late or not done, out of the sentences of a record.
@Suite struct OmissionTests {
    private func answer(_ metadata: String, _ words: String? = "εκπρόθεσμ*\nπρόστιμο") throws -> Answer {
        let json = #"{"data": {"id": "tax", "title": {"el": "Τέλη"}, "metadata": {\#(metadata)}}}"#
        let catalogue = ProcedureCatalogue(ProcedureFile.loadAll(Array(json.utf8), path: "tax.json").procedures)
        var context = Records.context()
        context.texts = { name in
            switch name {
            case "record_omission": words
            case "answer_omission": "{title}, αργά:\n{list}"
            default: Records.texts[name]
            }
        }
        return try #require(catalogue.answer("tax", aspect: .omission, context: context))
    }

    private let costs = """
        "process": {"official_title": "Τέλη", "remarks": "Γίνεται κάθε χρόνο. Η εκπρόθεσμη πληρωμή κοστίζει."},
        "process_evidences_cost": [{"evidence_cost_num_id": 1, "evidence_cost_description": "Πρόστιμο 30 ευρώ (ν. 4512)"}]
        """

    @Test func sentencesOfTheFieldsTellIt() throws {
        let answer = try answer(costs)
        #expect(answer.text == "Τέλη, αργά:\n- Πρόστιμο 30 ευρώ (ν. 4512)\n- Η εκπρόθεσμη πληρωμή κοστίζει.")
        #expect(!answer.isMissing)
    }

    @Test func theEditorsSentencesComeFirst() throws {
        let cost = "Δωρεάν. Το πρόστιμο είναι 5 ευρώ (ν. 45). Άλλο δεν έχει."
        let stated = #","ariadne": {"aspects": {"cost": {"el": "\#(cost)"}}}"#
        #expect(try answer(costs + stated).text == "Τέλη, αργά:\n- Το πρόστιμο είναι 5 ευρώ (ν. 45).")
        let own = #","ariadne": {"aspects": {"omission": {"el": "Τίποτα δεν γίνεται."}}}"#
        #expect(try answer(costs + own).text == "Τίποτα δεν γίνεται.")
    }

    @Test(arguments: [nil, "", "κατάσχεση"])
    func whatIsNotRecordedIsSaidSo(words: String?) throws {
        #expect(try answer(costs, words).isMissing)
    }
}
