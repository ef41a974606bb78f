import Dialogue
import Foundation

/// Times as they are written in a transcript: `2026-11-20T09:30:00.125Z`.
enum TimeStamp {
    static func string(_ date: Date) -> String { Event.timeStyle.format(date) }
}
