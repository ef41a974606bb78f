/// Why bytes are not a model.
package enum ModelError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Not a model, or one of another version of the program.
    case otherFormat
    /// A model whose bytes are not what was written.
    case damaged(String)

    /// What is wrong and what to do.
    package var description: String {
        switch self {
        case .otherFormat: "not a model of this version; it has to be trained again"
        case .damaged(let how): "the model is damaged (\(how)); it has to be trained again"
        }
    }
}
