import GreekText
import Procedures
import YAML

/// What editors should know of imported records that are the same procedure as one of theirs: see ``Twins``.
struct TwinCheck {
    /// Warnings where nobody but an editor can decide: a record that fits two of theirs, one that has changed since,
    /// and identifiers that lead nowhere.
    static func diagnostics(of compilation: Compilation) -> [Diagnostic] {
        let procedures = compilation.procedures
        let twins = Twins(procedures)
        let known = Dictionary(procedures.map { ($0.id, $0) }) { first, _ in first }
        func warning(_ id: String, _ message: String) -> Diagnostic {
            let mark = Mark(line: 1, column: 1)
            return Diagnostic(
                file: compilation.procedureFiles[id] ?? "",
                mark: mark,
                severity: .warning,
                message: message
            )
        }
        var found = twins.disputed.map { dispute in
            let names = dispute.originals.map { "«\($0)»" }.joined(separator: " and ")
            return warning(
                dispute.originals[0],
                "the imported «\(dispute.id)» may be \(names): name it in ariadne.same_as of one, or differs_from of the others"
            )
        }
        for twin in twins.all {
            guard let day = known[twin.id]?.lastUpdated, let own = known[twin.original],
                let written = own.guidance.sources.compactMap(\.date).max() ?? own.lastUpdated, written < day
            else { continue }
            found.append(
                warning(
                    own.id,
                    "the registry changed «\(twin.id)» on \(day.iso), after the sources of «\(own.id)» (\(written.iso)): check that it still holds"
                )
            )
        }
        // Without imported records there is nothing that the identifiers could lead to.
        guard procedures.contains(where: { !$0.isOfEditors }) else { return found }
        for own in procedures where own.isOfEditors {
            for id in own.guidance.sameAs + own.guidance.differsFrom where known[id] == nil {
                found.append(warning(own.id, "«\(own.id)» names an imported record «\(id)» that is not there"))
            }
        }
        return found
    }
}
