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

    package init(_ status: HTTPStatus, _ reason: String, _ message: String) {
        self.status = status
        self.reason = reason
        self.message = message
    }

    /// The version of the interface that the shapes follow.
    package static let version = "3.1"

    /// The answer to send.
    package var response: HTTPResponse {
        let body: JSONValue = .object([
            "version": .string(Self.version), "status": "failure", "reason": .string(reason),
            "message": .string(message), "code": .number(Double(status.code)),
        ])
        return .json(body.encoded, status: status)
    }
}
