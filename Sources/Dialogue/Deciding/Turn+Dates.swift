import GreekText

/// Dates in slots that hold one: kept as ISO 8601, said in words.
extension Turn {
    /// A value as the slot keeps it: what says one date becomes that date, everything else stays as it was said.
    ///
    /// Words in which no single date is said, such as «όποτε μπορείτε» or «μετά την Τρίτη», stay too: they say more
    /// than a date would.
    func resolved(_ value: JSONValue, for slot: SlotDefinition) -> JSONValue {
        guard slot.resolvesDates, let text = value.string, let date = date(in: ValueText(text)), date.first != nil
        else {
            return value
        }
        return .string(date.iso)
    }

    /// The date that a correction of the slot says; a time alone is one on the day that the slot has.
    func correctedDate(_ values: ValueText, of slot: SlotDefinition) -> JSONValue? {
        guard slot.resolvesDates, var date = date(in: values) else { return nil }
        if date.first == nil, let old = self.value(of: slot.name).string.flatMap({ DateValue(iso: $0) }) {
            (date.first, date.last) = (old.first, old.last)
        }
        return date.first == nil ? nil : .string(date.iso)
    }

    private func date(in values: ValueText) -> DateValue? {
        let now = GreekTime(circumstances.now)
        return values.singleDate(
            today: now.day,
            now: ClockTime(hour: now.seconds / 3600, minute: now.seconds / 60 % 60)
        )
    }
}
