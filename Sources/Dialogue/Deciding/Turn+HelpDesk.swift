import Foundation
import GreekText
import Procedures

extension Turn {
    /// Opens a ticket from the slots that the ticket form filled.
    mutating func openTicket() {
        let domain = assistant.domain
        let noted = conversation.value(of: "ticket_reason", in: domain).string.flatMap(Handoff.Reason.init(rawValue:))
        // Whatever the way to the form was: the help desk has to see that a topic is sensitive.
        let talk = reasonInTalk
        let reason = talk == .sensitiveTopic ? .sensitiveTopic : noted ?? talk ?? .askedForPerson
        let subject = conversation.value(of: "ticket_subject", in: domain).plainText
        let contact = conversation.value(of: "ticket_contact", in: domain).string.flatMap { $0 == "-" ? nil : $0 }
        let topic = conversation.currentTopic(fadingAfter: domain.settings.topicFadesAfterTurns)
        let number = circumstances.ticketNumber
        emit(.handoff(Handoff(reason: reason, ticket: number)))
        emit(
            .ticketOpened(
                TicketOpened(
                    number: number,
                    subject: subject,
                    reason: reason,
                    topic: topic,
                    contact: contact
                )
            )
        )
        if let form = domain.forms[Self.handoffForm] { forgetAnswers(of: form) }
        if conversation.slots["ticket_reason"] != nil { emit(.slot(SlotSet(name: "ticket_reason", value: .null))) }
        say("utter_handoff_done", ["ticket": number])
        if let text = deskHours {
            let isOpen = circumstances.deskOpens.map { $0 <= circumstances.now } ?? false
            emit(.bot(BotMessage(text: text, response: isOpen ? "utter_desk_open" : "utter_desk_closed")))
        }
    }

    /// Says where a ticket stands: the one that the message names, or the last of this conversation.
    mutating func sayTicketStatus() {
        let named = TicketNumber.first(in: message.text)?.description
        guard let number = named ?? conversation.tickets.last else {
            say("utter_ticket_number_question")
            return
        }
        guard let status = circumstances.ticket(number) else {
            say("utter_ticket_status_unknown", ["ticket": number])
            return
        }
        var values = ["ticket": number, "date": renderer.say(GreekTime(status.opened).day)]
        // What was answered is for the conversation that asked; elsewhere the number gives the state only.
        if status.conversation == conversation.id, let reply = status.reply, status.state != .open {
            values["reply"] = reply
            say("utter_ticket_status_answered", values)
        } else {
            say("utter_ticket_status_\(status.state.rawValue)", values.merging(["reply": ""]) { old, _ in old })
        }
    }

    /// Records what the proposal form gathered.
    mutating func recordProposal() {
        let domain = assistant.domain
        let kind = conversation.value(of: "proposal_kind", in: domain).string.flatMap(Proposal.Kind.init(rawValue:))
        let text = conversation.value(of: "proposal_text", in: domain).plainText
        let topic = conversation.currentTopic(fadingAfter: domain.settings.topicFadesAfterTurns)
        emit(.proposal(Proposal(kind: kind ?? .service, text: text, topic: topic)))
        if let form = domain.forms["proposal_form"] { forgetAnswers(of: form) }
        say("utter_proposal_thanks")
    }
}
