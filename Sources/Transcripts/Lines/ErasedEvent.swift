/// What is left of an event after its words were erased: enough to count it, to keep its place in the chain and to
/// never give its ticket's number to another case.
package struct ErasedEvent: Sendable, Equatable, Codable {
    package var schema: Int
    package var id: String
    /// When the event happened, as it was written.
    package var time: String
    /// The kind that it had.
    package var kind: String
    /// The number of the ticket that it was about.
    package var ticket: String?
    /// When it was erased.
    package var erased: String

    package init(schema: Int, id: String, time: String, kind: String, ticket: String?, erased: String) {
        self.schema = schema
        self.id = id
        self.time = time
        self.kind = kind
        self.ticket = ticket
        self.erased = erased
    }
}
