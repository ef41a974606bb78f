import YAML

/// Reads the files of a Rasa project that say how to run it: `config.yml`, `endpoints.yml`, `credentials.yml`.
///
/// What this engine has in another way (tokenizers, classifiers, policies that learn) is passed over; what would change
/// the conversation and is not supported is noted with its place.
struct DeploymentReader {
    /// Whether a file of that name is one of them.
    static func reads(_ name: String) -> Bool {
        ["config", "endpoints", "credentials"].contains { name == "\($0).yml" || name == "\($0).yaml" }
    }

    /// Takes a file into the domain.
    static func read(_ root: Node, name: String, into domain: inout Domain, _ reader: inout NodeReader) {
        if name.hasPrefix("config") {
            readConfig(root, &domain, &reader)
        } else if name.hasPrefix("endpoints") {
            readEndpoints(root, &domain, &reader)
        } else {
            for entry in reader.entries(root, "credentials") where !servedChannels.contains(entry.key) {
                warn(entry.keyNode, "channel «\(entry.key)» is not supported: only rest and voice are served", &reader)
            }
        }
    }

    /// What `credentials.yml` may name: the channels that are served, and Rasa's own interface.
    private static let servedChannels: Set<String> = ["rest", Domain.voiceChannel, "rasa"]

    private static func warn(_ node: Node, _ message: String, _ reader: inout NodeReader) {
        reader.report(node, message, severity: .warning)
    }

    // MARK: - Endpoints

    private static func readEndpoints(_ root: Node, _ domain: inout Domain, _ reader: inout NodeReader) {
        for entry in reader.entries(root, "endpoints") {
            switch entry.key {
            case "action_endpoint":
                domain.actionEndpoint = reader.text(entry.value["url"], "action_endpoint.url")
                if let url = domain.actionEndpoint, !["http://", "https://", "$"].contains(where: url.hasPrefix) {
                    reader.report(
                        entry.value["url"] ?? entry.value,
                        "action_endpoint.url must begin with http:// or https://"
                    )
                }
                for part in reader.entries(entry.value, "action_endpoint") where part.key != "url" {
                    warn(part.keyNode, "«\(part.key)» of the action server is not used: only its url is", &reader)
                }
            case "nlg":
                warn(entry.keyNode, "an nlg server is not supported: the responses of the domain are said", &reader)
            case "tracker_store", "lock_store", "event_broker":
                warn(entry.keyNode, "«\(entry.key)» is not used: conversations are kept in the transcripts", &reader)
            default: warn(entry.keyNode, "«\(entry.key)» is not supported and has no effect", &reader)
            }
        }
    }

    // MARK: - Config

    private static func readConfig(_ root: Node, _ domain: inout Domain, _ reader: inout NodeReader) {
        if let language = root["language"]?.text, ["el", "en"].contains(language) {
            domain.settings.language = language
        }
        for item in reader.list(root["pipeline"], "pipeline") { readComponent(item, &domain, &reader) }
        for item in reader.list(root["policies"], "policies") { readPolicy(item, &domain, &reader) }
        let known: Set<String> = [
            "version", "recipe", "language", "pipeline", "policies", "assistant_id", "importers", "spaces",
        ]
        for entry in reader.entries(root, "config") where !known.contains(entry.key) {
            warn(entry.keyNode, "«\(entry.key)» is not supported and has no effect", &reader)
        }
        if let importers = root["importers"], !importers.isNull {
            warn(importers, "importers are not supported: all files of the folder are read", &reader)
        }
    }

    /// Extractors that find what the training data does not teach.
    private static let outsideExtractors: Set<String> = [
        "DucklingEntityExtractor", "DucklingHTTPExtractor", "SpacyEntityExtractor", "MitieEntityExtractor",
    ]

    private static func readComponent(_ node: Node, _ domain: inout Domain, _ reader: inout NodeReader) {
        guard let name = reader.text(node["name"], "name") else { return }
        if name == "FallbackClassifier" {
            domain.policies.leastConfidence = reader.number(node["threshold"], "threshold") ?? 0.3
            domain.policies.leastDistance = reader.number(node["ambiguity_threshold"], "ambiguity_threshold") ?? 0.1
        } else if outsideExtractors.contains(name) {
            warn(node, "\(name) is not supported: entities are found by examples, lookups and expressions", &reader)
        } else if name.contains(".") {
            warn(node, "«\(name)» is a component of its own and is not supported", &reader)
        }
    }

    private static func readPolicy(_ node: Node, _ domain: inout Domain, _ reader: inout NodeReader) {
        guard let name = reader.text(node["name"], "name") else { return }
        switch name {
        case "RulePolicy":
            if let action = reader.text(node["core_fallback_action_name"], "core_fallback_action_name") {
                domain.policies.fallbackAction = action
                domain.policyLocations[action] = reader.location(node["core_fallback_action_name"] ?? node)
            }
            domain.policies.fallsBack = reader.flag(
                node["enable_fallback_prediction"],
                "enable_fallback_prediction",
                default: true
            )
        case "UnexpecTEDIntentPolicy":
            domain.policies.findsUnlikelyIntents = true
            domain.policies.likelyIntents = Set(reader.texts(node["ignore_intents_list"], "ignore_intents_list"))
        case "MemoizationPolicy", "AugmentedMemoizationPolicy", "TEDPolicy": break
        default: warn(node, "policy «\(name)» is not supported and has no effect", &reader)
        }
    }
}
