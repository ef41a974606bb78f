/// An assistant with everything that leads a conversation: forms with summaries, hand-off for every reason, steps,
/// choices, facts that differ by municipality.
enum FormWorld {
    static let content = [nlu, domain, rules, asking, speaking].joined(separator: "\n")

    static let procedures = [
        Worlds.identityCard,
        """
        {"data": {"id": "passport", "title": {"el": "Διαβατήριο"}, "last_updated": "2026-01-15T00:00:00Z", "metadata": {
          "process": {"official_title": "Έκδοση διαβατηρίου"},
          "process_steps_digital": [
            {"step_digital_num_id": 1, "step_digital_title": "Κλείνετε ραντεβού", "step_digital_description": "Στο τμήμα."},
            {"step_digital_num_id": 2, "step_digital_title": "Πληρώνετε το παράβολο"},
            {"step_digital_num_id": 3, "step_digital_title": "Παραλαμβάνετε"}],
          "process_evidences_cost": [
            {"evidence_cost_num_id": 1, "evidence_cost_description": "Ενήλικοι", "evidence_cost_min": "84,40"},
            {"evidence_cost_num_id": 2, "evidence_cost_description": "Παιδιά", "evidence_cost_min": "73,60"}],
          "ariadne": {"sources": [{"title": "gov.gr", "date": "2026-01-15"}], "counter": {"el": "Στο αστυνομικό τμήμα."},
            "contact": [{"title": {"el": "Γραφείο διαβατηρίων"}, "phone": "2131361000"}],
            "summary": {"el": "Βγαίνει στα γραφεία διαβατηρίων. Θέλει ραντεβού. Ισχύει δέκα χρόνια.",
              "en": "Issued at the passport offices. Needs an appointment. Valid ten years."}}}}, "success": true}
        """,
    ]

    private static func intent(_ name: String, _ title: String, _ patterns: [String], _ more: String = "") -> String {
        """
        - intent: \(name)
          metadata: {title: \(title)\(more)}
          patterns: |
        \(patterns.map { "    - \($0)" }.joined(separator: "\n"))
          examples: |
        \(patterns.map { "    - " + $0.filter { !"*()[]|".contains($0) } }.joined(separator: "\n"))
        """
    }

    private static let nlu =
        "version: \"3.1\"\nnlu:\n"
        + [
            intent("identity_card", "Ταυτότητα", ["* ταυτότητα *"], ", procedure: identity-card"),
            intent("passport", "Διαβατήριο", ["* διαβατήριο *"], ", procedure: passport"),
            intent("licence", "Δίπλωμα", ["* δίπλωμα *"]),
            intent("papers", "Χαρτιά", ["* χαρτιά *"]),
            intent("codes", "Κωδικοί", ["* κωδικοί *"]),
            intent("aspect_cost", "Κόστος", ["* πόσο κοστίζει *", "how much"], ", aspect: cost"),
            intent("book", "Ραντεβού", ["* ραντεβού"]),
            intent("request_human", "Θέλω άνθρωπο", ["* άνθρωπο *"]),
            intent("proposal", "Πρόταση", ["* πρόταση"]),
            intent("despair", "Στήριξη", ["* δεν αντέχω *"], ", handoff: sensitive"),
            intent("insult", "Βρισιά", ["* άχρηστη *"], ", handoff: angry"),
            intent("affirm", "Ναι", ["ναι [παρακαλώ]", "ναι παρακαλώ τα λέμε αύριο", "yes"]),
            intent("deny", "Όχι", ["όχι [ευχαριστώ]", "no"]),
            intent("cancel", "Ακύρωση", ["(ακύρωση|άκυρο)"]),
            intent("back", "Πίσω", ["πίσω"]),
            intent("restart", "Από την αρχή", ["από την αρχή"]),
            intent("repeat", "Ξανά", ["(τι με ρώτησες|πες το ξανά)"]),
            intent("simpler", "Πιο απλά", ["πιο απλά"]),
            intent("shorter", "Πιο σύντομα", ["πιο σύντομα"]),
            intent("change", "Αλλαγή", ["(αλλαγή|θέλω να αλλάξω κάτι)"]),
            intent("step_by_step", "Βήμα βήμα", ["βήμα βήμα"]),
            intent("next_step", "Επόμενο", ["[το] επόμενο"]),
            intent("the_other", "Το άλλο", ["το άλλο [που είπες]"]),
            intent("switch_to_english", "English", ["(in english|στα αγγλικά)"]),
            intent("thanks", "Ευχαριστώ", ["ευχαριστώ"]),
            "- lookup: day\n  examples: |\n    - Δευτέρα\n    - Τρίτη\n    - Τετάρτη",
            "- lookup: body\n  examples: |\n    - Ηγουμενίτσα\n    - Σίκινο",
        ].joined(separator: "\n")

    private static let domain = """
        intents: [open, skip, none_of_these]
        entities: [day, body, kind]
        settings: {topic_fades_after_turns: 3}
        slots:
          booking_day:
            type: text
            influence_conversation: false
            metadata: {title: Ημέρα}
            mappings:
            - {type: from_entity, entity: day, conditions: [{active_loop: booking_form, requested_slot: booking_day}]}
          booking_matter:
            type: text
            influence_conversation: false
            metadata: {title: Θέμα}
            mappings:
            - {type: from_text, conditions: [{active_loop: booking_form, requested_slot: booking_matter}]}
          booking_phone:
            type: text
            influence_conversation: false
            metadata: {personal: true, title: Τηλέφωνο, holds: [mobile, landline]}
            mappings:
            - {type: from_intent, intent: [deny, skip], value: "-", conditions: [{active_loop: booking_form, requested_slot: booking_phone}]}
            - {type: from_text, not_intent: [deny], conditions: [{active_loop: booking_form, requested_slot: booking_phone}]}
          booking_confirmed:
            type: bool
            influence_conversation: false
            metadata: {summary: true}
            mappings:
            - {type: from_intent, intent: affirm, value: true, conditions: [{active_loop: booking_form, requested_slot: booking_confirmed}]}
          ticket_subject:
            type: text
            influence_conversation: false
            mappings: [{type: from_text, conditions: [{active_loop: ticket_form, requested_slot: ticket_subject}]}]
          ticket_contact:
            type: text
            influence_conversation: false
            metadata: {personal: true}
            mappings:
            - {type: from_intent, intent: [deny, skip], value: "-", conditions: [{active_loop: ticket_form, requested_slot: ticket_contact}]}
            - {type: from_text, not_intent: [deny], conditions: [{active_loop: ticket_form, requested_slot: ticket_contact}]}
          ticket_reason:
            type: text
            influence_conversation: false
            mappings: [{type: custom}]
          visit_day:
            type: text
            mappings: [{type: from_entity, entity: day}]
          visit_name:
            type: text
            mappings:
            - {type: from_text, conditions: [{active_loop: visit_form, requested_slot: visit_name}]}
        forms:
          booking_form:
            required_slots: [booking_day, booking_matter, booking_phone, booking_confirmed]
            ignored_intents: [cancel, back, restart, repeat, change, simpler, request_human]
          ticket_form:
            required_slots: [ticket_subject, ticket_contact]
            ignored_intents: [cancel, back, restart, repeat, change, simpler, request_human]
          visit_form:
            required_slots: [visit_day, visit_name]
        """

    private static let rules = """
        rules:
        - {rule: book, steps: [{intent: book}, {action: booking_form}, {active_loop: booking_form}]}
        - rule: booked
          condition: [{active_loop: booking_form}]
          steps: [{action: booking_form}, {active_loop: null}, {action: utter_booked}]
        - rule: not booked
          condition: [{active_loop: booking_form}]
          steps: [{intent: cancel}, {action: action_deactivate_loop}, {active_loop: null}, {action: utter_cancelled}]
        - {rule: visit, steps: [{intent: proposal}, {action: visit_form}, {active_loop: visit_form}]}
        - rule: visited
          condition: [{active_loop: visit_form}]
          steps: [{action: visit_form}, {active_loop: null}, {action: utter_visited}]
        - {rule: hand over, steps: [{intent: request_human}, {action: ticket_form}, {active_loop: ticket_form}]}
        - {rule: accepted, steps: [{action: action_offer_human}, {intent: affirm}, {action: ticket_form}, {active_loop: ticket_form}]}
        - {rule: declined, steps: [{action: action_offer_human}, {intent: deny}, {action: utter_handoff_cancelled}]}
        - rule: handed over
          condition: [{active_loop: ticket_form}]
          steps: [{action: ticket_form}, {active_loop: null}, {action: action_open_ticket}]
        - rule: given up
          condition: [{active_loop: ticket_form}]
          steps: [{intent: cancel}, {action: action_deactivate_loop}, {active_loop: null}, {action: utter_handoff_cancelled}]
        - {rule: again, steps: [{intent: repeat}, {action: action_repeat}]}
        - {rule: simpler, steps: [{intent: simpler}, {action: action_simpler}]}
        - {rule: shorter, steps: [{intent: shorter}, {action: action_shorter}]}
        - {rule: steps, steps: [{intent: step_by_step}, {action: action_step_by_step}]}
        - {rule: next, steps: [{intent: next_step}, {action: action_step_by_step}]}
        - {rule: other, steps: [{intent: the_other}, {action: action_other_choice}]}
        - {rule: english, steps: [{intent: switch_to_english}, {action: action_switch_language}]}
        - {rule: none, steps: [{intent: none_of_these}, {action: utter_rephrase}]}
        """

    private static let asking = """
        responses:
          utter_ask_booking_day: [{text: Ποια ημέρα;, translation: {en: Which day?}}]
          utter_ask_booking_matter: [{text: Για ποιο θέμα;}]
          utter_ask_booking_phone:
          - {text: Ποιο είναι το τηλέφωνό σας;, buttons: [{title: Παράλειψη, payload: /skip}]}
          utter_ask_booking_confirmed:
          - text: "Θα στείλω: {booking_day}, {booking_matter}, {booking_phone}. Σωστά;"
            buttons:
            - {title: Ναι, payload: /affirm}
            - {title: Αλλαγή, payload: /change}
            - {title: Ακύρωση, payload: /cancel}
          utter_ask_ticket_subject: [{text: Τι χρειάζεστε;}]
          utter_ask_ticket_contact: [{text: Πώς θα σας βρούμε;}]
          utter_ask_visit_day: [{text: Ποια ημέρα έρχεστε;}]
          utter_ask_visit_name: [{text: Πώς σας λένε;}]
          utter_ask_change: [{text: Τι αλλάζουμε;}]
          utter_corrected: [{text: "Διόρθωσα: {title} {value}."}]
          utter_form_restarted: [{text: Πάλι οι ερωτήσεις.}]
          utter_offer_human: [{text: Να το δει άνθρωπος;}, {text: Να ρωτήσω υπάλληλο;}]
          utter_offer_human_form_failed: [{text: Να συνεχίσει υπάλληλος;}, {text: Να αναλάβει υπάλληλος;}]
          utter_offer_human_sensitive_topic: [{text: Να σας απαντήσει άνθρωπος;}, {text: Να το δει και άνθρωπος;}]
          utter_offer_human_angry: [{text: Να το πάρει άνθρωπος;}, {text: Θέλετε άνθρωπο τώρα;}]
          utter_clarify: [{text: Εννοείτε κάτι από αυτά;}, {text: Ποιο από αυτά;}]
          correct_lead: [{text: "λάθος\\nεννοώ"}]
          correct_no: [{text: "όχι"}]
          correct_but: [{text: "αλλά"}]
          choice_1: [{text: "το πρώτο"}]
          choice_2: [{text: "το δεύτερο"}]
          choice_last: [{text: "το τελευταίο"}]
        """

    private static let speaking = """
          utter_booked: [{text: Κλείστηκε.}]
          utter_visited: [{text: "Σας περιμένουμε, {visit_name}, {visit_day}."}]
          utter_cancelled: [{text: Ακυρώθηκε.}]
          utter_papers:
          - text: Ποιο χαρτί;
            buttons:
            - {title: Η ταυτότητα, payload: /identity_card}
            - {title: Το διαβατήριο, payload: /passport}
          utter_licence:
          - text: Ποιο από τα τρία;
            buttons:
            - {title: Η ταυτότητα, payload: /identity_card}
            - {title: Το διαβατήριο, payload: /passport}
            - {title: Οι κωδικοί, payload: /codes}
            - {title: Τίποτα από αυτά, payload: /none_of_these}
          utter_codes:
          - text: Στην Ηγουμενίτσα ισχύουν οι παλιοί.
            metadata: {source: {title: Απόφαση}, for: {body: [Ηγουμενίτσα]}}
          - text: Ισχύουν οι νέοι.
            metadata: {source: {title: Απόφαση}}
          utter_despair: [{text: Καλέστε το 1018.}]
          utter_insult: [{text: Πείτε μου τι χρειάζεστε.}]
          utter_thanks: [{text: Παρακαλώ.}]
          utter_affirm: [{text: Ωραία.}]
          utter_deny: [{text: Εντάξει.}]
          utter_change: [{text: Τι να αλλάξει;}]
          utter_handoff_done: [{text: "Αριθμός {ticket}."}]
          utter_handoff_cancelled: [{text: Δεν στέλνω τίποτα.}]
          utter_desk_open: [{text: Είναι ανοιχτά.}]
          utter_desk_closed: [{text: "Ανοίγει {weekday} {date}, {time}."}]
          weekday_1: [{text: τη Δευτέρα}]
          weekday_2: [{text: την Τρίτη}]
          weekday_5: [{text: την Παρασκευή}]
          date_day: [{text: "{weekday} {date}"}]
          date_at: [{text: "{day}, στις {time}"}]
          date_afternoon: [{text: "{day} το απόγευμα"}]
          utter_language_switched: [{text: Ελληνικά., translation: {en: English.}}]
          utter_step: [{text: "Βήμα {number} από {count}: {text}"}]
          utter_next_step: [{text: Επόμενο βήμα}]
          utter_steps_done: [{text: Αυτά ήταν όλα.}]
          utter_shortest: [{text: Πιο σύντομα δεν γίνεται.}]
          utter_back: [{text: "Πίσω: {title}."}]
          utter_repeat_nothing: [{text: Τίποτα.}]
          utter_restarted: [{text: Από την αρχή.}]
          utter_not_understood: [{text: Δεν το κατάλαβα.}, {text: "Συγγνώμη, όχι."}, {text: Ούτε τώρα.}]
          utter_rephrase: [{text: Πείτε το αλλιώς.}, {text: Με άλλα λόγια;}]
          utter_default_ask_affirmation: [{text: "«{intent}»;"}]
          utter_human: [{text: Θέλω άνθρωπο}]
          utter_yes: [{text: Ναι}]
          utter_no: [{text: Όχι}]
          utter_none_of_these: [{text: Τίποτα από αυτά}]
          utter_no_topic: [{text: "Για ποια υπηρεσία;"}]
          utter_aspect_missing: [{text: "{title}: δεν έχει καταγραφεί."}]
          utter_default: [{text: Δεν γίνεται τώρα.}]
          utter_empty: [{text: Δεν έλαβα κείμενο.}]
          utter_too_long: [{text: Πολύ μεγάλο.}]
          utter_secret_warning: [{text: Μη γράφετε κωδικούς.}]
          utter_ticket_reply: [{text: "Για το {ticket}: {text}"}]
          answer_cost: [{text: "{title}: {value}."}]
        """
}
