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
    /// Checkpoints hold in all files of a project. A chain has at most eight checkpoints, and a beginning at most 64
    /// stories; a warning says when there would be more.
    static func stories(of blocks: [StoryBlock]) -> (stories: [Story], diagnostics: [Diagnostic]) {
        let targets = Set(blocks.compactMap(\.to))
        var diagnostics = blocks.flatMap { block in
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
        var stories: [Story] = []
        for block in blocks where block.from.isEmpty {
            // One more than is kept, to know whether any was left out.
            let ways = joined(block, with: continuations, depth: 0, limit: most + 1)
            stories += ways.prefix(most)
            if ways.count > most { diagnostics.append(tooMany(block)) }
        }
        return (stories, diagnostics)
    }

    /// The stories that are made of one beginning.
    private static let most = 64

    private static func tooMany(_ block: StoryBlock) -> Diagnostic {
        Diagnostic(
            file: block.location.file,
            mark: block.location.mark,
            severity: .warning,
            message:
                "story «\(block.name)» goes on in more than \(most) ways along its checkpoints: the rest is left out"
        )
    }

    /// The first `limit` stories that begin with a block; no more are made, as their number grows with every checkpoint.
    private static func joined(
        _ block: StoryBlock,
        with continuations: [String: [StoryBlock]],
        depth: Int,
        limit: Int
    ) -> [Story] {
        let story = Story(name: block.name, steps: block.steps, location: block.location)
        guard let checkpoint = block.to, depth < 8, let next = continuations[checkpoint] else { return [story] }
        var stories: [Story] = []
        for block in next where stories.count < limit {
            stories += joined(block, with: continuations, depth: depth + 1, limit: limit - stories.count)
        }
        return stories.map {
            Story(name: "\(block.name) + \($0.name)", steps: block.steps + $0.steps, location: block.location)
        }
    }
}
