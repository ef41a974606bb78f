import Foundation
import GreekText
import Procedures

/// Records made up for tests.
enum Records {
    static func procedure(_ id: String, _ title: String, process: JSONTree = [:], groups: JSONTree = [:]) throws
        -> Procedure
    {
        var metadata: JSONTree = ["process": process]
        if case .object(let members) = groups {
            for member in members { metadata = metadata.setting(member.key, to: member.value) }
        }
        return try Procedure(document: [
            "data": ["id": .string(id), "title": ["el": .string(title)], "metadata": metadata]
        ])
    }

    /// A fishing permit with something in every group.
    static let permit = """
        {
          "data": {
            "id": "fishing-permit",
            "title": {"el": "Άδεια ψαρέματος", "en": "Fishing permit"},
            "last_updated": "2026-02-03T10:00:00Z",
            "url": "https://example.org/fishing",
            "metadata": {
              "process": {
                "official_title": "Χορήγηση άδειας ψαρέματος",
                "alternative_titles": ["Ερασιτεχνικό ψάρεμα"],
                "description": "<p>Με την άδεια ψαρεύετε από σκάφος.</p><ul><li>Ισχύει παντού</li></ul>",
                "org_owner": {"title": {"el": "Λιμεναρχείο", "en": "Port authority"}},
                "life_events": ["Ελεύθερος χρόνος"], "provided_to": ["Πολίτες"], "provision_org_group": ["ΚΕΠ"],
                "cost_min": "10", "cost_max": 25.5, "deadline_duration": "P1M", "validity_duration": "P2Y",
                "output_type": ["Παραγωγή εγγράφου"]
              },
              "process_conditions": [{"conditions_num_id": 1, "conditions_name": "1) Είστε ενήλικος."}],
              "process_evidences": [
                {"evidence_num_id": 1, "evidence_type": {"title": {"el": "Αίτηση", "en": "Application"}}},
                {"evidence_num_id": "2", "evidence_type": "Φωτογραφία", "evidence_url": "https://example.org/photo"},
                {"evidence_num_id": 3, "evidence_type": "Άλλο", "evidence_description": "Χαρτί του σκάφους"},
                {"evidence_num_id": 4, "evidence_type": "Διαβατήριο", "evidence_alternative_of": 2},
                {"evidence_num_id": 5, "evidence_type": "Βεβαίωση εμβολίου", "valid_from": "2026-01-01",
                 "valid_until": "2026-03-31"}
              ],
              "process_evidences_cost": [
                {"evidence_cost_num_id": 1, "evidence_cost_description": "Για έναν χρόνο", "evidence_cost_min": "10"},
                {"evidence_cost_num_id": 2, "evidence_cost_description": "Για δύο χρόνια", "evidence_cost_min": "25,50"}
              ],
              "process_steps": [{"step_num_id": 1, "step_title": "Πηγαίνετε στο λιμεναρχείο"}],
              "process_steps_digital": [{"step_digital_num_id": 1, "step_digital_title": "Μπαίνετε στην πύλη"}],
              "process_rules": [
                {"rule_type": "Νόμος", "rule_decision_number": "1234", "rule_decision_year": "2019",
                 "rule_gazette_doc_number": "56", "rule_gazette_doc_issue": "Α"},
                {"rule_type": "Υπουργική Απόφαση", "rule_decision_number": "77", "rule_ada": "6ΑΒΓ46ΜΤΛ6-ΨΩΙ"}
              ],
              "process_provision_digital_locations": [
                {"provision_digital_location_title": "Πύλη", "provision_digital_location_url": "https://example.org/apply"}
              ],
              "process_useful_links": [],
              "ariadne": {
                "sources": [{"title": "Σελίδα υπηρεσίας", "url": "https://example.org/s", "date": "2026-02-01"}],
                "summary": {"el": "Σας επιτρέπει να ψαρεύετε.", "en": "It lets you fish."},
                "counter": {"el": "Σε κάθε λιμεναρχείο.", "en": "At any port authority."},
                "contact": [{"title": "Λιμεναρχείο", "phone": "108"}],
                "aspects": {"who": [
                  {"el": "Όλοι."}, {"el": "Το 2020 μόνο ναυτικοί.", "valid_until": "2020-12-31"},
                  {"el": "Στη Σύρο και τα παιδιά.", "for": {"body": ["Δήμος Σύρου"]}}
                ]},
                "before": ["boat-permit"], "related": ["boat-permit", "no-such-procedure"]
              },
              "future_group": [{"unknown": 1.50}]
            }
          },
          "success": true
        }
        """

    static func fishingPermit() throws -> Procedure { try Procedure(document: JSONTree(json: permit)) }

    /// Responses as the content has them.
    static let texts: [String: String] = [
        "answer_documents": "{title}: χρειάζεστε\n{list}", "answer_cost": "{title}: κοστίζει {value}.",
        "answer_cost_free": "{title}: τίποτα.", "answer_range": "{min} έως {max}", "answer_or": "ή",
        "answer_time": "{title}: σε {value}.", "answer_validity": "{title}: για {value}.",
        "answer_gazette": "ΦΕΚ {value}", "answer_ada": "ΑΔΑ {value}", "answer_more": "… και {count} ακόμη",
        "answer_steps_digital": "Ηλεκτρονικά:\n{list}", "answer_steps_counter": "Με επίσκεψη:\n{list}",
        "answer_overview": "{title}\n{value}", "utter_aspect_missing": "«{title}»: {aspect} δεν υπάρχει.",
        "aspect_cost": "Κόστος", "aspect_who": "Ποιος", "answer_valid_until": "Ως {date} ({value}).",
        "term_παραγωγη_εγγραφου": "έγγραφο", "answer_before": "Πριν:\n{list}", "answer_related": "Σχετικά:\n{list}",
    ]

    static func context(
        _ day: String = "2026-04-15",
        _ language: AnswerLanguage = .greek,
        facts: [String: String] = [:]
    ) -> AnswerContext {
        AnswerContext(
            language: language,
            today: CalendarDate(iso: day) ?? CalendarDate(dayNumber: 0),
            facts: facts,
            texts: { texts[$0] }
        )
    }
}
