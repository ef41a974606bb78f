import Dialogue

extension Redactor {
    /// What happened, without personal values.
    func redact(_ body: Event.Body, personal: [String]) -> Event.Body {
        switch body {
        case .user(let message): return .user(redact(message, personal: personal))
        case .bot(let message): return .bot(redact(message, personal: personal))
        case .slot(var slot):
            // The value of a personal slot is never written at all, see SlotSet.
            slot.value = slot.personal ? .null : redact(slot.value, by: .person, personal: personal)
            return .slot(slot)
        case .ticketOpened(var ticket):
            ticket.subject = redact(ticket.subject, by: .person, personal: personal)
            ticket.contact = ticket.contact.map(labels(forContact:))
            return .ticketOpened(ticket)
        case .ticketReplied(var reply):
            reply.text = redact(reply.text, by: .agent, personal: personal)
            return .ticketReplied(reply)
        case .ticketClosed(let number, let reason):
            return .ticketClosed(
                number: number,
                reason: reason.map { redact($0, by: .agent, personal: personal) }
            )
        case .feedback(var feedback):
            feedback.comment = feedback.comment.map { redact($0, by: .person, personal: personal) }
            return .feedback(feedback)
        case .proposal(var proposal):
            proposal.text = redact(proposal.text, by: .person, personal: personal)
            return .proposal(proposal)
        case .sessionStarted, .action, .form, .restarted, .rewound, .handoff, .ticketDelivered:
            return body
        }
    }

    private func redact(_ message: UserMessage, personal: [String]) -> UserMessage {
        if message.personal == true { return withoutWords(message) }
        var message = message
        let redaction = redaction(of: message.text, by: .person, personal: personal)
        message.text = redaction.text
        message.entities = message.entities?.map { entity in
            var entity = entity
            entity.value = redact(entity.value, by: .person, personal: personal)
            guard !redaction.isUnchanged, 0 <= entity.start, entity.start <= entity.end else { return entity }
            let (range, isReplaced) = redaction.place(of: entity.start..<entity.end)
            if isReplaced {
                // The value may be a normal form that no finder knows: what is in the text now is all that may stay.
                let scalars = Array(redaction.text.unicodeScalars)
                var text = String.UnicodeScalarView()
                text.append(
                    contentsOf: scalars[min(range.lowerBound, scalars.count)..<min(range.upperBound, scalars.count)]
                )
                entity.value = .string(String(text))
            }
            entity.start = range.lowerBound
            entity.end = range.upperBound
            return entity
        }
        return message
    }

    /// The answer to a question for personal data, of which nothing may stay but that there was one.
    private func withoutWords(_ message: UserMessage) -> UserMessage {
        var message = message
        let label = "[\(Self.valueLabel)]"
        message.text = label
        message.entities = message.entities?.map { entity in
            RecordedEntity(
                entity: entity.entity,
                value: .string(label),
                role: entity.role,
                group: entity.group,
                start: 0,
                end: label.unicodeScalars.count
            )
        }
        return message
    }

    private func redact(_ message: BotMessage, personal: [String]) -> BotMessage {
        var message = message
        message.text = message.text.map { redact($0, by: .assistant, personal: personal) }
        message.image = message.image.map { redact($0, by: .assistant, personal: personal) }
        message.custom = message.custom.map { redact($0, by: .assistant, personal: personal) }
        message.attachment = message.attachment.map { redact($0, by: .assistant, personal: personal) }
        message.buttons = message.buttons?.map { button in
            Button(
                title: redact(button.title, by: .assistant, personal: personal),
                payload: redact(button.payload, by: .assistant, personal: personal)
            )
        }
        return message
    }

    private func redact(_ text: String, by author: Author, personal: [String]) -> String {
        redaction(of: text, by: author, personal: personal).text
    }

    private func redact(_ value: JSONValue, by author: Author, personal: [String]) -> JSONValue {
        switch value {
        case .null, .bool: value
        case .number:
            // A tax number may come as a number.
            redaction(of: value.plainText, by: author, personal: personal).isUnchanged
                ? value : .string(redact(value.plainText, by: author, personal: personal))
        case .string(let string): .string(redact(string, by: author, personal: personal))
        case .array(let array): .array(array.map { redact($0, by: author, personal: personal) })
        case .object(let object): .object(object.mapValues { redact($0, by: author, personal: personal) })
        }
    }

    /// Says of a contact only what it is: names and free words in it go too.
    private func labels(forContact contact: String) -> String {
        if isLabel(contact) { return contact }
        var labels: [String] = []
        for label in redactionLabels(of: contact) where !labels.contains(label) { labels.append(label) }
        if labels.isEmpty { labels = [Self.contactLabel] }
        return labels.map { "[\($0)]" }.joined(separator: ", ")
    }
}
