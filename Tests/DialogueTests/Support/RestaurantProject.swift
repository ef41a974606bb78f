/// A Rasa 3 project as somebody else would write it, in files as `rasa init` lays them out.
enum RestaurantProject {
    static let domain = """
        version: "3.1"
        intents:
        - greet
        - goodbye
        - affirm
        - deny
        - request_table
        - inform
        - chitchat
        - stop
        - nlu_fallback
        entities:
        - cuisine
        - number
        slots:
          cuisine:
            type: text
            mappings:
            - type: from_entity
              entity: cuisine
          num_people:
            type: float
            min_value: 1
            max_value: 20
            mappings:
            - type: from_entity
              entity: number
              conditions:
              - active_loop: table_form
                requested_slot: num_people
          outdoor_seating:
            type: bool
            influence_conversation: true
            mappings:
            - type: from_intent
              intent: affirm
              value: true
              conditions:
              - active_loop: table_form
                requested_slot: outdoor_seating
            - type: from_intent
              intent: deny
              value: false
              conditions:
              - active_loop: table_form
                requested_slot: outdoor_seating
        forms:
          table_form:
            required_slots:
            - cuisine
            - num_people
            - outdoor_seating
        responses:
          utter_greet:
          - text: "Hello! How can I help?"
          utter_goodbye:
          - text: "Bye"
          utter_ask_cuisine:
          - text: "What cuisine?"
          utter_ask_num_people:
          - text: "How many people?"
          utter_ask_table_form_outdoor_seating:
          - text: "Outside?"
            buttons:
            - title: "Yes"
              payload: /affirm
            - title: "No"
              payload: /deny
          utter_submit:
          - text: "Booked: {cuisine} for {num_people}."
          utter_outside:
          - text: "Bring a jacket."
          utter_inside:
          - text: "It will be warm."
          utter_chitchat:
          - text: "I only book tables."
          utter_ask_continue:
          - text: "Do you want to continue?"
          utter_default:
          - text: "Sorry, I did not get that."
        actions:
        - action_check_tables
        - utter_greet
        session_config:
          session_expiration_time: 60
          carry_over_slots_to_new_session: true
        """

    static let nlu = """
        version: "3.1"
        nlu:
        - intent: greet
          examples: |
            - hey
            - hello
            - good morning
            - hi there
        - intent: goodbye
          examples: |
            - bye
            - goodbye
            - see you later
        - intent: affirm
          examples: |
            - yes
            - of course
            - yes please
        - intent: deny
          examples: |
            - no
            - never
            - no thanks
        - intent: request_table
          examples: |
            - I want to book a table
            - book a table please
            - can I reserve a table for dinner
            - I would like a [greek](cuisine) table
        - intent: inform
          examples: |
            - [greek](cuisine)
            - [italian](cuisine) food
            - [chinese](cuisine) please
            - for [two](number) people
            - [5](number)
            - we are [four](number)
        - intent: chitchat
          examples: |
            - what is your name
            - how is the weather
            - tell me a joke
        - intent: stop
          examples: |
            - stop this
            - cancel the booking
            - forget about it
        - regex: number
          examples: |
            - \\b[0-9]+\\b
        - lookup: cuisine
          examples: |
            - greek
            - italian
            - chinese
        """

    static let rules = """
        version: "3.1"
        rules:
        - rule: Say goodbye
          steps:
          - intent: goodbye
          - action: utter_goodbye
        - rule: Activate form
          steps:
          - intent: request_table
          - action: table_form
          - active_loop: table_form
        - rule: Submit form
          condition:
          - active_loop: table_form
          steps:
          - action: table_form
          - active_loop: null
          - slot_was_set:
            - requested_slot: null
          - action: utter_submit
          - action: action_check_tables
        - rule: Chitchat anywhere
          steps:
          - intent: chitchat
          - action: utter_chitchat
        - rule: Fallback
          steps:
          - intent: nlu_fallback
          - action: utter_default
        """

    static let stories = """
        version: "3.1"
        stories:
        - story: stop and go on
          steps:
          - intent: request_table
          - action: table_form
          - active_loop: table_form
          - intent: stop
          - action: utter_ask_continue
          - intent: affirm
          - action: table_form
          - active_loop: table_form
        - story: stop and give up
          steps:
          - intent: request_table
          - action: table_form
          - active_loop: table_form
          - intent: stop
          - action: utter_ask_continue
          - intent: deny
          - action: action_deactivate_loop
          - active_loop: null
          - action: utter_goodbye
        - story: greeting
          steps:
          - intent: greet
          - action: utter_greet
        """

    static let config = """
        recipe: default.v1
        language: en
        pipeline:
        - name: WhitespaceTokenizer
        policies:
        - name: RulePolicy
        """

    static let endpoints = """
        action_endpoint:
          url: "http://localhost:5055/webhook"
        """
}
