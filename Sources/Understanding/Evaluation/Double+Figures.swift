internal import Foundation

extension Double {
    /// The number with so many decimals.
    func text(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }

    /// A share as a percentage: `86.6 %`.
    var percentage: String { (self * 100).text(decimals: 1) + " %" }
}
