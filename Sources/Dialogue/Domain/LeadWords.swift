/// The words by which a message shows what it does to the conversation, whatever it is about: «και …», «ωραία, …»,
/// «δεν ξέρω».
///
/// Each kind stands in a response of the content, a phrase a line; what is not there is never found.
struct LeadWords: Sendable {
    /// Before a message that goes on about the topic (`aside_lead`): «και».
    let asides: PhraseList
    /// Before the request itself (`interjection`): «ωραία».
    let interjections: PhraseList
    /// Before a message that only tells of the person (`self_lead`): «είμαι».
    let selves: PhraseList
    /// Before a question that a yes or no would answer (`whether_lead`): «θέλει φωτογραφία;».
    let whether: PhraseList
    /// Before an answer that is not quite sure (`hedge`): «μάλλον».
    let hedges: PhraseList
    /// Of somebody who can't answer (`unsure`): «δεν ξέρω».
    let unsure: PhraseList
    /// Of somebody who declines to answer (`refusal`): «δεν θέλω».
    let refusals: PhraseList
    /// Of somebody who can't do it online (`no_computer`): «δεν έχω ίντερνετ».
    let offline: PhraseList
    /// Before a list of what is wanted (`request_lead`): «χρειάζομαι».
    let requests: PhraseList
    /// Single words of somebody in a hurry because of a danger (`urgent_words`): «επείγον».
    let urgent: Set<[UInt8]>
    /// Single words before a case that is asked about (`condition_words`): «αν».
    let conditions: Set<[UInt8]>
    /// Single words that stand before a name (`name_before`): «ο», «για τον».
    let beforeNames: Set<[UInt8]>

    init(domain: Domain) {
        asides = PhraseList("aside_lead", domain)
        interjections = PhraseList("interjection", domain)
        selves = PhraseList("self_lead", domain)
        whether = PhraseList("whether_lead", domain)
        hedges = PhraseList("hedge", domain)
        unsure = PhraseList("unsure", domain)
        refusals = PhraseList("refusal", domain)
        offline = PhraseList("no_computer", domain)
        requests = PhraseList("request_lead", domain)
        urgent = PhraseList("urgent_words", domain).words
        conditions = PhraseList("condition_words", domain).words
        beforeNames = PhraseList("name_before", domain).words
    }
}
