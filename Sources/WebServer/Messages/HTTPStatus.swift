/// A status code of a final response (RFC 9110 §15), 200 to 599.
package struct HTTPStatus: Hashable, Sendable, CustomStringConvertible {
    /// The three digits.
    package let code: Int

    /// Makes a status of a code; `nil` outside 200…599, since interim responses are the server's own affair.
    package init?(code: Int) {
        guard (200...599).contains(code) else { return nil }
        self.code = code
    }

    private init(known code: Int) {
        self.code = code
    }

    /// Code and phrase, such as `404 Not Found`.
    package var description: String { "\(code) \(reason)" }

    /// The first digit, 2 to 5.
    package var family: Int { code / 100 }

    /// Whether a response of this status never has a body (RFC 9110 §15.3.5, §15.4.5).
    package var forbidsBody: Bool { code == 204 || code == 304 }

    /// 200: the request succeeded.
    package static let ok = HTTPStatus(known: 200)
    /// 201: something was created.
    package static let created = HTTPStatus(known: 201)
    /// 202: accepted, not yet done.
    package static let accepted = HTTPStatus(known: 202)
    /// 204: done, and there is no body.
    package static let noContent = HTTPStatus(known: 204)
    /// 301: moved for good; the method may change to `GET`.
    package static let movedPermanently = HTTPStatus(known: 301)
    /// 302: to be found elsewhere for now.
    package static let found = HTTPStatus(known: 302)
    /// 303: the answer is at another place, with `GET`.
    package static let seeOther = HTTPStatus(known: 303)
    /// 304: what the client holds is still current.
    package static let notModified = HTTPStatus(known: 304)
    /// 308: moved for good; the method stays.
    package static let permanentRedirect = HTTPStatus(known: 308)
    /// 400: the request is malformed.
    package static let badRequest = HTTPStatus(known: 400)
    /// 401: credentials are missing or wrong.
    package static let unauthorized = HTTPStatus(known: 401)
    /// 403: understood and refused.
    package static let forbidden = HTTPStatus(known: 403)
    /// 404: nothing is there.
    package static let notFound = HTTPStatus(known: 404)
    /// 405: the target does not take this method.
    package static let methodNotAllowed = HTTPStatus(known: 405)
    /// 406: no representation that the client accepts.
    package static let notAcceptable = HTTPStatus(known: 406)
    /// 408: the request did not arrive in time.
    package static let requestTimeout = HTTPStatus(known: 408)
    /// 409: in conflict with the present state.
    package static let conflict = HTTPStatus(known: 409)
    /// 410: it was there and is gone for good.
    package static let gone = HTTPStatus(known: 410)
    /// 413: the body is larger than the server takes.
    package static let contentTooLarge = HTTPStatus(known: 413)
    /// 414: the request line is longer than the server takes.
    package static let uriTooLong = HTTPStatus(known: 414)
    /// 415: the body has a type that is not understood.
    package static let unsupportedMediaType = HTTPStatus(known: 415)
    /// 417: an expectation that the server does not know.
    package static let expectationFailed = HTTPStatus(known: 417)
    /// 422: well-formed, but it makes no sense.
    package static let unprocessableContent = HTTPStatus(known: 422)
    /// 429: too many requests from this client (RFC 6585 §4).
    package static let tooManyRequests = HTTPStatus(known: 429)
    /// 431: the header fields are larger than the server takes (RFC 6585 §5).
    package static let requestHeaderFieldsTooLarge = HTTPStatus(known: 431)
    /// 500: the server failed.
    package static let internalServerError = HTTPStatus(known: 500)
    /// 501: the server cannot do this at all.
    package static let notImplemented = HTTPStatus(known: 501)
    /// 503: not now; try again later.
    package static let serviceUnavailable = HTTPStatus(known: 503)
    /// 505: a version of HTTP that the server does not speak.
    package static let httpVersionNotSupported = HTTPStatus(known: 505)
}

extension HTTPStatus {
    /// The customary phrase of the code; empty when there is none (RFC 9112 §4 lets it be empty).
    package var reason: String {
        switch code {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 417: "Expectation Failed"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 503: "Service Unavailable"
        case 505: "HTTP Version Not Supported"
        default: ""
        }
    }
}
