package import Foundation

/// Trained models in a folder, each under the digest of what it was trained on.
///
/// There is nothing to manage: a model that is missing, damaged or of another version is trained and written again,
/// and only the latest few are kept. The folder may be deleted at any time.
package struct ModelCache: Sendable {
    /// Where the model of a ``model(for:seed:progress:)`` came from.
    package enum Origin: Sendable, Equatable {
        /// It was read from the folder.
        case cached
        /// It was trained now; with the reason why it could not be written to the folder, if it couldn't.
        case trained(notWritten: String?)
    }

    /// The folder.
    package let folder: URL
    /// How many models are kept.
    package let limit: Int

    /// A cache in a folder, which is created when needed.
    package init(folder: URL, limit: Int = 3) {
        self.folder = folder
        self.limit = limit
    }

    /// The model of the data: read when the folder has it, otherwise trained and written.
    ///
    /// Never fails because of the folder; a read-only disk costs a training each start.
    package func model(
        for data: TrainingData,
        seed: UInt64 = 1,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) -> (model: Model, origin: Origin) {
        let digest = data.digest
        let file = folder.appendingPathComponent("\(digest)-\(seed).model")
        if let model = read(file), model.digest == digest {
            // The models in use are those that are kept.
            try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path)
            return (model, .cached)
        }
        let model = Trainer.train(data, seed: seed, progress: progress)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(model.encode()).write(to: file, options: .atomic)
            removeOldest()
            return (model, .trained(notWritten: nil))
        } catch {
            return (model, .trained(notWritten: "\(folder.path): \(error.localizedDescription)"))
        }
    }

    private func read(_ file: URL) -> Model? {
        MappedFile(path: file.path).flatMap { try? Model(in: $0) }
    }

    /// Deletes all but the latest models; failures don't matter, the next time deletes them.
    private func removeOldest() {
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: folder,
                includingPropertiesForKeys: [.contentModificationDateKey]
            )) ?? []
        let models = files.filter { $0.pathExtension == "model" }.map { file in
            (file, (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate)
        }
        let newestFirst = models.sorted { ($0.1 ?? .distantPast) > ($1.1 ?? .distantPast) }
        for (file, _) in newestFirst.dropFirst(limit) { try? FileManager.default.removeItem(at: file) }
    }
}
