import YAML

/// A stretch of a story between two checkpoints, or a whole story.
struct StoryBlock {
    var name: String
    /// The checkpoints after which it goes on; empty for a beginning.
    var from: [String] = []
    /// The checkpoint that it leads to.
    var to: String?
    var steps: [Step] = []
    var location: Location

    /// The stories that blocks make, from each beginning along every checkpoint.
    ///
    /// Checkpoints hold in all files of a project. A chain has at most eight checkpoints, and a block at most 64 continuations.
    static func stories(of blocks: [StoryBlock]) -> (stories: [Story], diagnostics: [Diagnostic]) {
        let targets = Set(blocks.compactMap(\.to))
        let diagnostics = blocks.flatMap { block in
            block.from.filter { !targets.contains($0) }.map { checkpoint in
                Diagnostic(
                    file: block.location.file,
                    mark: block.location.mark,
                    severity: .warning,
                    message: "story «\(block.name)» goes on after checkpoint «\(checkpoint)», which no story reaches"
                )
            }
        }
        var continuations: [String: [StoryBlock]] = [:]
        for block in blocks { for checkpoint in block.from { continuations[checkpoint, default: []].append(block) } }
        let stories = blocks.filter(\.from.isEmpty).flatMap { joined($0, with: continuations, depth: 0) }
        return (stories, diagnostics)
    }

    private static func joined(_ block: StoryBlock, with continuations: [String: [StoryBlock]], depth: Int) -> [Story] {
        let story = Story(name: block.name, steps: block.steps, location: block.location)
        guard let checkpoint = block.to, depth < 8, let next = continuations[checkpoint] else { return [story] }
        return next.flatMap { joined($0, with: continuations, depth: depth + 1) }.prefix(64).map {
            Story(name: "\(block.name) + \($0.name)", steps: block.steps + $0.steps, location: block.location)
        }
    }
}
