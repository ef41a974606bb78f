/// The method of a request (RFC 9110 §9): a case-sensitive token.
///
/// Any token is a method; whether it is allowed on a path is the handler's affair (405 or 501).
package struct HTTPMethod: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The token as it stood in the request line.
    package let rawValue: String

    /// Makes a method of a token; the token is taken as it is.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The token as it stood in the request line.
    package var description: String { rawValue }

    /// `GET`: transfer a representation of the target.
    package static let get = HTTPMethod(rawValue: "GET")
    /// `HEAD`: as `GET`, without the body; the server leaves the body out by itself.
    package static let head = HTTPMethod(rawValue: "HEAD")
    /// `POST`: process the body.
    package static let post = HTTPMethod(rawValue: "POST")
    /// `PUT`: replace the target by the body.
    package static let put = HTTPMethod(rawValue: "PUT")
    /// `PATCH`: change the target by the body (RFC 5789).
    package static let patch = HTTPMethod(rawValue: "PATCH")
    /// `DELETE`: remove the target.
    package static let delete = HTTPMethod(rawValue: "DELETE")
    /// `OPTIONS`: say what can be done with the target.
    package static let options = HTTPMethod(rawValue: "OPTIONS")
    /// `CONNECT`: open a tunnel; the parser refuses it with 501.
    package static let connect = HTTPMethod(rawValue: "CONNECT")
}
