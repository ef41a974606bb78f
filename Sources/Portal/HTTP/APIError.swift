import Dialogue
import Foundation
package import WebServer

/// An error as Rasa's HTTP interface words it: `{version, status: "failure", reason, message, code}`.
package struct APIError: Error, Sendable, Equatable {
    package var status: HTTPStatus
    /// A name that programs can compare.
    package var reason: String
    /// What was wrong and what to do, for people.
    package var message: String
    /// The header fields that its status asks for, such as `Allow`.
    package var headers: HTTPHeaders = [:]

    package init(_ status: HTTPStatus, _ reason: String, _ message: String) {
        self.status = status
        self.reason = reason
        self.message = message
    }

    /// What the server itself refuses, before anybody looks at the request: the reason is the status by its name.
    package init(_ status: HTTPStatus, _ message: String) {
        self.init(status, status.reason.filter { $0 != " " }, message)
    }

    /// The target takes these methods, and not the one of the request.
    static func notAllowed(_ request: HTTPRequest, allowing methods: [HTTPMethod]) -> APIError {
        let names = methods.map(\.description)
        var error = APIError(
            .methodNotAllowed,
            "MethodNotAllowed",
            "\(request.path) takes \(names.joined(separator: " or ")), not \(request.method)"
        )
        error.headers["Allow"] = names.joined(separator: ", ")
        return error
    }

    /// The version of the interface that the shapes follow.
    package static let version = "3.1"

    /// The answer to send.
    package var response: HTTPResponse {
        let body: JSONValue = .object([
            "version": .string(Self.version), "status": "failure", "reason": .string(reason),
            "message": .string(message), "code": .number(Double(status.code)),
        ])
        var response = HTTPResponse.json(body.encoded, status: status)
        for field in headers { response.headers.append(name: field.name, value: field.value) }
        return response
    }
}
