import Dialogue
import Foundation
import WebServer

/// The JSON object of a request, with errors that say which field is wrong.
struct RequestBody {
    private let object: [String: JSONValue]

    /// - Throws: ``APIError`` 400 when the body is no JSON object.
    init(_ request: HTTPRequest) throws(APIError) {
        guard case .object(let object) = try Self.value(of: request) else {
            throw APIError(
                .badRequest,
                "BadRequest",
                "the body must be a JSON object such as {\"sender\": \"…\", \"message\": \"…\"}"
            )
        }
        self.object = object
    }

    /// The JSON value of a request.
    /// - Throws: ``APIError`` 400 when the body is no JSON.
    static func value(of request: HTTPRequest) throws(APIError) -> JSONValue {
        guard !request.body.isEmpty else {
            throw APIError(.badRequest, "BadRequest", "the request has no body: send a JSON object")
        }
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(request.body))
        } catch {
            throw APIError(.badRequest, "BadRequest", "the body is not JSON: \(Self.reason(error))")
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard case DecodingError.dataCorrupted(let context) = error else { return "it can't be read" }
        let underlying =
            context.underlyingError.map { ($0 as NSError).userInfo["NSDebugDescription"] as? String ?? "" } ?? ""
        return underlying.isEmpty ? context.debugDescription : underlying
    }

    /// A field that must be there and be text.
    func text(_ name: String) throws(APIError) -> String {
        guard let text = try optionalText(name) else {
            throw APIError(.badRequest, "MissingParameter", "«\(name)» is missing: it must be text")
        }
        return text
    }

    /// A field that must be text if it is there.
    func optionalText(_ name: String) throws(APIError) -> String? {
        switch object[name] {
        case nil, .null: return nil
        case .string(let text): return text
        case .some: throw APIError(.badRequest, "InvalidParameter", "«\(name)» must be text")
        }
    }

    /// A field of any kind.
    subscript(_ name: String) -> JSONValue? { object[name] }
}
