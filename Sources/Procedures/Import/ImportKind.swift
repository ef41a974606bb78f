/// The kinds of records that can be imported.
package enum ImportKind: String, Sendable, CaseIterable {
    /// The National Registry of Administrative Procedures: its list and detail envelopes, or records alone.
    case registry
    /// Pages of the portal's catalogue.
    case portal
    /// The EU's public-service vocabulary, CPSV-AP: JSON-LD, Turtle, or tables of its classes.
    case cpsv
    /// Public bodies.
    case organisations

    /// The file of a pack that the records are kept in.
    package var fileName: String {
        self == .organisations ? "organisations.jsonl" : "procedures.jsonl"
    }
}
