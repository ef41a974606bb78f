import Dialogue

/// The highest ticket number of each year, kept when the events that used them go away.
struct TicketNumbers {
    private var highest: [Int: TicketNumber] = [:]

    /// Takes in a number such as `AR-2026-000123`; nobody counts on from a text that is none.
    mutating func add(_ text: String) {
        guard let number = TicketNumber(text) else { return }
        highest[number.year] = max(highest[number.year] ?? number, number)
    }

    /// One number a year, in order.
    var all: [String] { highest.values.sorted().map(\.description) }
}
