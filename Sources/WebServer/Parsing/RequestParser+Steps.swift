extension RequestParser {
    /// Takes steps until there is something to tell.
    mutating func advance() throws(RequestFailure.Problem) -> Event {
        while true {
            switch step {
            case .requestLine(let skippedEmptyLine):
                guard try readRequestLine(skippedEmptyLine: skippedEmptyLine) else { return .needsMoreBytes }
            case .field:
                guard let isLast = try readFieldLine() else { return .needsMoreBytes }
                if isLast, let event = try finishHead() { return event }
            case .fixedBody(let remaining):
                let taken = input.take(upTo: remaining, into: &body)
                guard taken == remaining else {
                    step = .fixedBody(remaining: remaining - taken)
                    return .needsMoreBytes
                }
                return finishRequest()
            case .chunkSize:
                guard try readChunkSize() else { return .needsMoreBytes }
            case .chunkData(let remaining):
                let taken = input.take(upTo: remaining, into: &body)
                step = taken == remaining ? .chunkEnd : .chunkData(remaining: remaining - taken)
                guard taken == remaining else { return .needsMoreBytes }
            case .chunkEnd:
                guard try readChunkEnd() else { return .needsMoreBytes }
            case .trailer:
                guard let isLast = try readFieldLine() else { return .needsMoreBytes }
                if isLast { return finishRequest() }
            case .failed(let failure):
                return .failure(failure)
            }
        }
    }

    private mutating func readRequestLine(skippedEmptyLine: Bool) throws(RequestFailure.Problem) -> Bool {
        guard let range = try input.takeLine(limit: limits.requestLineBytes, tooLong: .requestLineTooLong) else {
            return false
        }
        if range.isEmpty {
            // One empty line in front is forgiven: old clients add it after a body (RFC 9112 §2.2).
            guard !skippedEmptyLine else { throw .malformedRequestLine }
            step = .requestLine(skippedEmptyLine: true)
            return true
        }
        requestLine = try RequestLine(input[range])
        expectFieldLines()
        step = .field
        return true
    }

    private mutating func expectFieldLines() {
        line += 1
        headerBytesLeft = limits.headerBytes
        headersLeft = limits.headerCount
    }

    /// Reads a header or trailer line; `true` at the empty line that ends them, `nil` when it is not whole yet.
    private mutating func readFieldLine() throws(RequestFailure.Problem) -> Bool? {
        let room = max(0, headerBytesLeft - 2)
        guard let range = try input.takeLine(limit: room, tooLong: .headersTooLarge) else { return nil }
        if range.isEmpty { return true }
        guard headersLeft > 0 else { throw .headersTooLarge }
        headersLeft -= 1
        headerBytesLeft -= range.count + 2
        let field = try FieldLine.parse(input[range])
        // Trailers are checked and dropped: to merge them would let them say what a header must (RFC 9110 §6.5.1).
        if step == .field { headers.append(name: field.name, value: field.value) }
        line += 1
        return false
    }

    /// At the end of the headers: decides what follows.
    private mutating func finishHead() throws(RequestFailure.Problem) -> Event? {
        let minorVersion = requestLine?.minorVersion ?? 1
        try checkHost(minorVersion: minorVersion)
        let framing = try BodyFraming(headers, minorVersion: minorVersion, limit: limits.bodyBytes)
        line += 1
        switch framing {
        case .length(let length):
            step = .fixedBody(remaining: length)
        case .chunked:
            extensionBytesLeft = limits.headerBytes
            step = .chunkSize
        }
        // An expectation of HTTP/1.0, or without a body to come, is ignored (RFC 9110 §10.1.1).
        guard minorVersion >= 1, let expectation = headers["Expect"] else { return nil }
        guard expectation.isSameField(as: "100-continue") else { throw .unknownExpectation }
        return framing == .length(0) ? nil : .expectsContinue
    }

    private func checkHost(minorVersion: Int) throws(RequestFailure.Problem) {
        let hosts = headers.values(of: "Host")
        guard hosts.count == 1 || (hosts.isEmpty && minorVersion == 0) else { throw .malformedHost }
        guard hosts.allSatisfy({ $0.utf8.allSatisfy(ASCII.isHost) }) else { throw .malformedHost }
    }

    private mutating func readChunkSize() throws(RequestFailure.Problem) -> Bool {
        guard let range = try input.takeLine(limit: ChunkLine.longest, tooLong: .chunkExtensionsTooLong) else {
            return false
        }
        let size = try ChunkLine.size(input[range])
        guard size <= limits.bodyBytes - body.count else { throw .bodyTooLarge }
        // Sizes take 16 bytes at most; what is longer is extensions, or zeros that nobody needs.
        extensionBytesLeft -= max(0, range.count - 16)
        guard extensionBytesLeft >= 0 else { throw .chunkExtensionsTooLong }
        line += 1
        if size > 0 {
            step = .chunkData(remaining: size)
        } else {
            expectFieldLines()
            step = .trailer
        }
        return true
    }

    private mutating func readChunkEnd() throws(RequestFailure.Problem) -> Bool {
        guard let range = try input.takeLine(limit: 0, tooLong: .malformedChunk) else { return false }
        assert(range.isEmpty)
        step = .chunkSize
        return true
    }

    /// Hands the request out and makes ready for the next.
    private mutating func finishRequest() -> Event {
        defer {
            step = .requestLine(skippedEmptyLine: false)
            requestLine = nil
            headers = HTTPHeaders()
            body = []
            line = 1
            input.shrink()
        }
        guard let requestLine else { return .needsMoreBytes }
        return .request(
            HTTPRequest(
                method: requestLine.method,
                target: requestLine.target,
                minorVersion: requestLine.minorVersion,
                headers: headers,
                body: body
            )
        )
    }
}
