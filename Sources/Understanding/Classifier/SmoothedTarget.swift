internal import Foundation

extension [Float] {
    /// Turns the scores of classes into the gradient of the cross-entropy with a smoothed target.
    ///
    /// - Parameters:
    ///   - targets: The classes that are meant, to equal parts.
    ///   - smoothing: The share of the target that is spread over all classes.
    ///   - share: What the gradient is multiplied by.
    mutating func becomeGradient(targets: some Collection<Int>, smoothing: Float, share: Float = 1) {
        let highest = self.max() ?? 0
        var sum: Float = 0
        for label in indices {
            self[label] = exp(self[label] - highest)
            sum += self[label]
        }
        let background = smoothing / Float(count)
        for label in indices { self[label] = (self[label] / sum - background) * share }
        let part = (1 - smoothing) * share / Float(targets.count)
        for target in targets { self[target] -= part }
    }
}
