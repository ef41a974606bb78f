package import GreekText

/// A procedure of the National Registry of Administrative Procedures, as its record tells it.
///
/// `Procedures` is the room of what the State offers: registry and portal records, their import, search, the answer
/// to a question about one side of them, and which of their documents concern a given person. It speaks of no
/// conversation, writes no sentence of its own (texts are passed in), reads no clock and opens no connection.
///
/// A procedure is a read-only view of its ``document``: what is not understood is kept there and written back.
///
/// ```swift
/// let procedure = try Procedure(document: JSONTree(json: text))
/// procedure.title.text(in: .greek)  // «Δελτίο ταυτότητας»
/// ```
package struct Procedure: Sendable, Identifiable {
    /// The whole record as it came, in the registry's envelope: `{"data": {…}, "success": true}`.
    package let document: JSONTree

    /// The registry's number, or the slug of a record written here.
    ///
    /// Unique in a catalogue.
    package let id: String
    /// The title, never empty.
    package let title: LocalizedText
    /// The registry's namespace, such as `ΔΔ`.
    package let namespace: String?
    /// The day the record last changed.
    package let lastUpdated: CalendarDate?
    /// The public page of the record.
    package let url: String?

    /// Other names of the procedure, the official title among them when it differs.
    package let alternativeTitles: [LocalizedText]
    /// What it is.
    package let description: LocalizedText?
    /// What else to mind.
    package let remarks: LocalizedText?
    /// The body responsible.
    package let owner: LocalizedText?
    /// The life events it belongs to, in the registry's words.
    package let lifeEvents: [String]
    /// Whom it is for, such as `Πολίτες`, `Επιχειρήσεις`.
    package let providedTo: [String]
    /// The kinds of offices that provide it, such as `ΚΕΠ`, `Δήμοι`.
    package let provisionGroups: [String]
    /// What comes out, such as `Παραγωγή εγγράφου`.
    package let outputTypes: [String]
    /// The cost as the record sums it up.
    package let cost: ClosedRange<Money>?
    /// The time within which it is to be done.
    package let deadline: ISODuration?
    /// How long the result is valid.
    package let validity: ISODuration?
    /// What the registry's own page shows at a glance.
    package let glance: Glance

    /// What must hold.
    package let conditions: [Condition]
    /// The documents to submit.
    package let evidences: [Evidence]
    /// The fees.
    package let costs: [Cost]
    /// The steps at a counter.
    package let steps: [Step]
    /// The steps online.
    package let digitalSteps: [Step]
    /// The law it rests on.
    package let rules: [Rule]
    /// Where it is done online.
    package let digitalLocations: [Link]
    /// Further reading.
    package let usefulLinks: [Link]
    /// What the editors of the assistant add: the `ariadne` group.
    package let guidance: Guidance

    /// What the record says that cannot be used: a duration that is none, a date that does not exist and so on.
    package let problems: [RecordProblem]

    /// What the registry shows at a glance, in its own words.
    package struct Glance: Sendable {
        package let cost: String?
        package let servicePoints: [Link]
    }

    /// The `data` object of a document.
    package var data: JSONTree { document["data"] ?? document }
}

extension Procedure: Equatable {
    /// Two procedures are equal when their records are, whatever the order of keys.
    package static func == (one: Procedure, other: Procedure) -> Bool {
        one.document == other.document || one.document.json(sortsKeys: true) == other.document.json(sortsKeys: true)
    }
}
