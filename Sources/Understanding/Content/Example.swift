/// A training sentence with the entities marked in it.
package struct Example: Sendable, Equatable {
    /// A stretch of an example that is the value of an entity.
    package struct Annotation: Sendable, Equatable {
        /// The entity's name.
        package var entity: String
        /// The value to report, when it differs from the text.
        package var value: String?
        /// The entity's role in the sentence (`from`, `to`), if it has one.
        package var role: String?
        /// The group of entities it belongs to, if it has one.
        package var group: String?
        /// Where it stands, in Unicode scalars of ``Example/text``.
        package var range: Range<Int>

        /// Makes an annotation.
        package init(
            entity: String,
            value: String? = nil,
            role: String? = nil,
            group: String? = nil,
            range: Range<Int>
        ) {
            self.entity = entity
            self.value = value
            self.role = role
            self.group = group
            self.range = range
        }
    }

    /// The sentence, without marks.
    package var text: String
    /// Its entities, in order.
    package var annotations: [Annotation]

    /// Makes an example.
    package init(text: String, annotations: [Annotation] = []) {
        self.text = text
        self.annotations = annotations
    }
}
