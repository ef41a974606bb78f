/// The names of the actions that the engine itself carries out.
enum BuiltIn {
    // Those of Rasa.
    static let listen = "action_listen"
    static let sessionStart = "action_session_start"
    static let restart = "action_restart"
    static let back = "action_back"
    static let deactivateLoop = "action_deactivate_loop"
    static let fallback = "action_default_fallback"
    static let twoStageFallback = "action_two_stage_fallback"
    static let askAffirmation = "action_default_ask_affirmation"
    static let askRephrase = "action_default_ask_rephrase"
    static let revertFallback = "action_revert_fallback_events"
    static let extractSlots = "action_extract_slots"
    /// Noted when no story expects the intent of a message.
    static let unlikelyIntent = "action_unlikely_intent"
    /// The custom action that checks values before slots take them.
    static let validateSlots = "action_validate_slot_mappings"

    /// Responses that name a topic without answering on it.
    static let giveUps: Set<String> = ["utter_nothing_more", "utter_noted"]

    // Those of Ariadne.
    static let answer = "action_answer"
    static let personalList = "action_personal_list"
    static let browse = "action_browse"
    static let simpler = "action_simpler"
    static let shorter = "action_shorter"
    static let stepByStep = "action_step_by_step"
    static let otherChoice = "action_other_choice"
    static let repeatReply = "action_repeat"
    static let switchLanguage = "action_switch_language"
    static let welcome = "action_welcome"
    static let offerHuman = "action_offer_human"
    static let openTicket = "action_open_ticket"
    static let ticketStatus = "action_ticket_status"
    static let recordProposal = "action_record_proposal"

    /// The actions that a project may replace by a custom action of the same name.
    static let replaceable: Set<String> = [
        fallback, unlikelyIntent, restart, sessionStart, back, deactivateLoop, askAffirmation, askRephrase,
        twoStageFallback,
    ]

    /// All names, for the linter.
    static let all = replaceable.union([
        listen, revertFallback, extractSlots, validateSlots, answer, personalList, browse, simpler, shorter, stepByStep,
        otherChoice, repeatReply, switchLanguage, welcome, offerHuman, openTicket, ticketStatus, recordProposal,
    ])
}
