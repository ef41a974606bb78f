/// A side of a procedure that people ask about, in the order in which it is most often asked.
package enum Aspect: String, Sendable, Hashable, CaseIterable, Codable {
    /// What papers are needed.
    case documents
    /// What it costs.
    case cost
    /// How it is done online.
    case online
    /// How long it takes.
    case time
    /// Where to go.
    case `where`
    /// What to do, in order.
    case steps
    /// What must hold.
    case conditions
    /// Who may apply.
    case who
    /// How long the result is valid.
    case validity
    /// Whom to ask.
    case contact
    /// What comes out.
    case result
    /// What happens when it is not done, or too late.
    case omission
    /// The law it rests on.
    case legal
    /// What has to do with it, what comes before and after.
    case related
    /// Everything, in short.
    case overview
}
