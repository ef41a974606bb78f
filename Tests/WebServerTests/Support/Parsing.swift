@testable import WebServer

/// Everything that a parser says about a stream that arrives in the given portions, up to the first failure.
func events(
    of portions: [some Collection<UInt8>],
    limits: RequestLimits = RequestLimits()
) -> [RequestParser.Event] {
    var parser = RequestParser(limits: limits)
    var events: [RequestParser.Event] = []
    for portion in portions {
        parser.append(portion)
        while true {
            let event = parser.next()
            if event == .needsMoreBytes { break }
            events.append(event)
            if case .failure = event { return events }
        }
    }
    return events
}

/// Everything that a parser says about a text that arrives at once.
func events(of text: String, limits: RequestLimits = RequestLimits()) -> [RequestParser.Event] {
    events(of: [Array(text.utf8)], limits: limits)
}

/// The requests in a text.
func requests(in text: String, limits: RequestLimits = RequestLimits()) -> [HTTPRequest] {
    events(of: text, limits: limits).compactMap { event in
        if case .request(let request) = event { request } else { nil }
    }
}

/// What is wrong with a text, when something is.
func problem(in text: String, limits: RequestLimits = RequestLimits()) -> RequestFailure.Problem? {
    if case .failure(let failure) = events(of: text, limits: limits).last { failure.problem } else { nil }
}
