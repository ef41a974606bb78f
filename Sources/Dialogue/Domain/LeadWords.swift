import GreekText

/// The words by which a message shows what it does to the conversation, whatever it is about: «και …», «ωραία, …»,
/// «δεν ξέρω».
///
/// Each kind stands in a response of the content, a phrase a line; what is not there is never found.
struct LeadWords: Sendable {
    /// Before a message that goes on about the topic (`aside_lead`): «και».
    let asides: [[[UInt8]]]
    /// Before the request itself (`interjection`): «ωραία».
    let interjections: [[[UInt8]]]
    /// Before a message that only tells of the person (`self_lead`): «είμαι».
    let selves: [[[UInt8]]]
    /// Before a question that a yes or no would answer (`whether_lead`): «θέλει φωτογραφία;».
    let whether: [[[UInt8]]]
    /// Before an answer that is not quite sure (`hedge`): «μάλλον».
    let hedges: [[[UInt8]]]
    /// Of somebody who can't answer (`unsure`): «δεν ξέρω».
    let unsure: [[[UInt8]]]
    /// Of somebody who declines to answer (`refusal`): «δεν θέλω».
    let refusals: [[[UInt8]]]
    /// Of somebody who can't do it online (`no_computer`): «δεν έχω ίντερνετ».
    let offline: [[[UInt8]]]
    /// Before a list of what is wanted (`request_lead`): «χρειάζομαι».
    let requests: [[[UInt8]]]
    /// Single words before a case that is asked about (`condition_words`): «αν».
    let conditions: Set<[UInt8]>
    /// Single words that stand before a name (`name_before`): «ο», «για τον».
    let beforeNames: Set<[UInt8]>

    init(domain: Domain) {
        let phrases = { (response: String) in
            domain.lines(of: response).map { FoldedText($0).tokens().map(\.letters) }.filter { !$0.isEmpty }
        }
        asides = phrases("aside_lead")
        interjections = phrases("interjection")
        selves = phrases("self_lead")
        whether = phrases("whether_lead")
        hedges = phrases("hedge")
        unsure = phrases("unsure")
        refusals = phrases("refusal")
        offline = phrases("no_computer")
        requests = phrases("request_lead")
        conditions = Set(phrases("condition_words").joined())
        beforeNames = Set(phrases("name_before").joined())
    }
}
