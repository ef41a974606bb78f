/// The highest ticket number of each year, kept when the events that used them go away.
struct TicketNumbers {
    private var highest: [Substring: String] = [:]

    /// Takes in a number such as `AR-2026-000123`.
    ///
    /// Numbers of a year have one length, so that text order is their order; a longer one is later.
    mutating func add(_ number: String) {
        guard let dash = number.lastIndex(of: "-") else { return }
        let year = number[..<dash]
        guard let known = highest[year] else {
            highest[year] = number
            return
        }
        if (number.utf8.count, number) > (known.utf8.count, known) { highest[year] = number }
    }

    /// One number a year, in order.
    var all: [String] { highest.values.sorted() }
}
