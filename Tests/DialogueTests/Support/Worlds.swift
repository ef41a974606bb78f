/// Contents that several tests use.
enum Worlds {
    /// A small assistant of a public service: a procedure, facts, a hand-off.
    static let service = """
        version: "3.1"
        nlu:
        - intent: identity_card
          metadata: {procedure: identity-card, title: {el: Ταυτότητα, en: Identity card}}
          examples: |
            - θέλω να βγάλω ταυτότητα
            - έχασα την ταυτότητά μου
            - ταυτότητα
            - έκδοση ταυτότητας
            - I need an identity card
        - intent: mykeplive
          metadata: {title: {el: myKEPlive, en: myKEPlive}}
          patterns: |
            - * mykeplive *
          examples: |
            - τι είναι το mykeplive
            - ραντεβού με βιντεοκλήση στα ΚΕΠ
        - intent: aspect_cost
          metadata: {aspect: cost, title: {el: Κόστος, en: Cost}}
          patterns: |
            - * πόσο κοστίζει *
            - * how much *
          examples: |
            - και πόσο κοστίζει
            - πόσο κάνει
        - intent: aspect_time
          metadata: {aspect: time, title: {el: Χρόνος, en: Time}}
          patterns: |
            - * πόσο χρόνο *
          examples: |
            - πόσο χρόνο παίρνει
        - intent: access_codes
          metadata: {title: {el: Κωδικοί πρόσβασης}}
          patterns: |
            - * κωδικοί πρόσβασης *
          examples: |
            - ισχύουν οι κωδικοί πρόσβασης
            - κωδικοί πρόσβασης {body}
        - intent: request_human
          metadata: {title: {el: Θέλω άνθρωπο, en: I want a person}}
          patterns: |
            - * άνθρωπο *
          examples: |
            - θέλω άνθρωπο
        - intent: ticket_status
          patterns: |
            - * τι έγινε με *
          examples: |
            - τι έγινε με το αίτημά μου
        - intent: affirm
          examples: |
            - ναι
            - εντάξει
            - βεβαίως
        - intent: deny
          examples: |
            - όχι
            - δεν θέλω
        - intent: cancel
          patterns: |
            - άκυρο
            - ακύρωση
          examples: |
            - άκυρο
        - lookup: body
          examples: |
            - Δήμος Ηγουμενίτσας
            - Δήμος Σικίνου
        intents: [open, skip, none_of_these]
        entities: [body]
        slots:
          ticket_subject:
            type: text
            influence_conversation: false
            mappings:
            - type: from_text
              not_intent: [cancel]
              conditions: [{active_loop: ticket_form, requested_slot: ticket_subject}]
          ticket_contact:
            type: text
            influence_conversation: false
            metadata: {personal: true}
            mappings:
            - {type: from_intent, intent: skip, value: "-", conditions: [{active_loop: ticket_form}]}
            - type: from_text
              not_intent: [cancel, skip]
              conditions: [{active_loop: ticket_form, requested_slot: ticket_contact}]
          ticket_reason:
            type: text
            influence_conversation: false
            mappings: [{type: custom}]
        forms:
          ticket_form:
            required_slots: [ticket_subject, ticket_contact]
        rules:
        - rule: hand over
          steps: [{intent: request_human}, {action: ticket_form}, {active_loop: ticket_form}]
        - rule: handed over
          condition: [{active_loop: ticket_form}]
          steps: [{action: ticket_form}, {active_loop: null}, {action: action_open_ticket}]
        - rule: given up
          condition: [{active_loop: ticket_form}]
          steps: [{intent: cancel}, {action: action_deactivate_loop}, {active_loop: null}, {action: utter_handoff_cancelled}]
        - rule: accepted
          steps: [{action: action_offer_human}, {intent: affirm}, {action: ticket_form}, {active_loop: ticket_form}]
        - rule: status
          steps: [{intent: ticket_status}, {action: action_ticket_status}]
        responses:
          utter_mykeplive:
          - text: Λειτουργεί από τις 27 Ιουλίου 2020.
            metadata: {source: {title: Απάντηση στη Βουλή, date: 2022-06-30}, counter: Σε κάθε ΚΕΠ.}
            buttons:
            - {title: Ταυτότητα, payload: /identity_card}
          utter_access_codes:
          - text: Οι παλιοί κωδικοί ισχύουν ακόμη.
            metadata: {valid_until: 2020-11-30}
          - text: Ισχύουν μόνο οι νέοι κωδικοί.
            metadata: {valid_from: 2020-12-01}
          utter_ask_ticket_subject: [{text: Τι χρειάζεστε;}]
          utter_ask_ticket_contact: [{text: Πώς θα σας βρούμε;}]
          utter_handoff_done: [{text: "Αριθμός {ticket}."}]
          utter_handoff_cancelled: [{text: Δεν στέλνω τίποτα.}]
          utter_ticket_reply: [{text: "Για το {ticket}: {text}"}]
          utter_ticket_status_open: [{text: "Το {ticket} είναι ανοιχτό."}]
          utter_ticket_status_answered: [{text: "Το {ticket} απαντήθηκε: {reply}"}]
          utter_ticket_status_unknown: [{text: "Δεν υπάρχει {ticket}."}]
          utter_ticket_number_question: [{text: Ποιος αριθμός;}]
          utter_not_understood: [{text: Δεν το κατάλαβα.}]
          utter_rephrase: [{text: Πείτε το αλλιώς.}]
          utter_clarify: [{text: Εννοείτε κάτι από αυτά;}]
          utter_offer_human: [{text: Να το δει άνθρωπος;}]
          utter_human: [{text: Θέλω άνθρωπο}]
          utter_yes: [{text: Ναι}]
          utter_no: [{text: Όχι}]
          utter_none_of_these: [{text: Τίποτα από αυτά}]
          utter_no_topic: [{text: "Για ποια υπηρεσία; ({aspect})"}]
          utter_aspect_missing: [{text: "{title}: δεν έχει καταγραφεί ({aspect})."}]
          utter_default: [{text: Δεν γίνεται τώρα.}]
          utter_empty: [{text: Δεν έλαβα κείμενο.}]
          utter_too_long: [{text: Πολύ μεγάλο.}]
          utter_restarted: [{text: Από την αρχή.}]
          utter_answer_source: [{text: "Πηγή: {title}, {date}", translation: {en: "Source: {title}, {date}"}}]
          utter_answer_counter: [{text: "Χωρίς υπολογιστή: {text}"}]
          answer_cost: [{text: "{title}: {value}.", translation: {en: "{title}: {value}."}}]
        """

    static let identityCard = """
        {"data": {"id": "identity-card", "title": {"el": "Δελτίο ταυτότητας", "en": "Identity card"},
          "last_updated": "2026-01-15T00:00:00Z", "metadata": {
          "process": {"official_title": "Έκδοση δελτίου ταυτότητας", "cost_min": "10", "cost_max": "10"},
          "ariadne": {"sources": [{"title": "gov.gr", "date": "2026-01-15"}], "counter": {"el": "Στο αστυνομικό τμήμα."},
            "summary": {"el": "Βγαίνει στην αστυνομία."}}}}, "success": true}
        """
}
