/// The groups of a record, each under its name and with the prefix of its keys.
extension ProcedureReader {
    mutating func glance(_ metadata: JSONTree) -> Procedure.Glance {
        Procedure.Glance(
            cost: metadata[path: "glance", "cost", "value"]?.text?.trimmed,
            servicePoints: group(
                metadata[path: "glance", "service_points", "value"]?.elements ?? [],
                at: "data.metadata.glance.service_points",
                prefix: "",
                read: Self.servicePoint
            )
        )
    }

    mutating func conditions(_ metadata: JSONTree) -> [Procedure.Condition] {
        group(metadata, "process_conditions", prefix: "conditions_", read: Self.condition)
    }

    mutating func evidences(_ metadata: JSONTree) -> [Procedure.Evidence] {
        group(metadata, "process_evidences", prefix: "evidence_", read: Self.evidence)
    }

    mutating func costs(_ metadata: JSONTree) -> [Procedure.Cost] {
        group(metadata, "process_evidences_cost", prefix: "evidence_cost_", read: Self.cost)
    }

    mutating func steps(_ metadata: JSONTree) -> [Procedure.Step] {
        group(metadata, "process_steps", prefix: "step_", read: Self.step)
    }

    mutating func digitalSteps(_ metadata: JSONTree) -> [Procedure.Step] {
        group(metadata, "process_steps_digital", prefix: "step_digital_", read: Self.step)
    }

    mutating func rules(_ metadata: JSONTree) -> [Procedure.Rule] {
        group(metadata, "process_rules", prefix: "rule_", read: Self.rule)
    }

    mutating func digitalLocations(_ metadata: JSONTree) -> [Link] {
        let prefix = "provision_digital_location_"
        return group(metadata, "process_provision_digital_locations", prefix: prefix, read: Self.link)
    }

    mutating func usefulLinks(_ metadata: JSONTree) -> [Link] {
        group(metadata, "process_useful_links", prefix: "useful_link_", read: Self.link)
    }
}
