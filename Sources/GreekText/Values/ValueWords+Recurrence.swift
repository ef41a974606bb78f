/// The words that recurring dates and times are said with.
extension ValueWords {
    mutating func addRecurrences() {
        add(.every, "κάθε ανά")
        add(.times(nil), "φορά φορές φορών")
        add(.often(.daily, 1, isAdjective: false), "καθημερινά καθημερινώς ημερησίως")
        // By their sound these are adjectives too: ετησίως and ετήσιος.
        add(.often(.weekly, 1, isAdjective: true), "εβδομαδιαίως εβδομαδιαία")
        add(.often(.monthly, 1, isAdjective: true), "μηνιαίως μηνιαία")
        add(.often(.monthly, 2, isAdjective: true), "διμηνιαίως")
        add(.often(.monthly, 3, isAdjective: true), "τριμηνιαίως")
        add(.often(.monthly, 6, isAdjective: true), "εξαμηνιαίως")
        add(.often(.yearly, 1, isAdjective: true), "ετησίως ετήσια")
        add(from: 1, "Δευτέρες/Τρίτες/Τετάρτες/Πέμπτες/Παρασκευές/Σάββατα/Κυριακές") {
            .weekdays($0...$0, isPlural: true)
        }
        add(.weekdays(6...7, isPlural: true), "Σαββατοκύριακα")
        add(.weekdays(6...7, isPlural: false), "Σαββατοκύριακο")
        add(.weekdays(1...5, isPlural: true), "καθημερινές")
        add(.weekdays(1...5, isPlural: false), "καθημερινή")
        add(.parts(.morning), "πρωινά")
        add(.parts(.noon), "μεσημέρια")
        add(.parts(.afternoon), "απογεύματα")
        add(.parts(.evening), "βράδια")
        add(.parts(.night), "νύχτες")
        add(.final, "τελευταία τελευταίο τελευταίος τελευταίας τελευταίου")
    }

    mutating func addEnglishRecurrences() {
        add(.every, "every each per")
        add(.times(nil), "times")
        add(.times(1), "once")
        add(.times(2), "twice")
        add(.often(.hourly, 1, isAdjective: true), "hourly")
        add(.often(.daily, 1, isAdjective: true), "daily")
        add(.often(.weekly, 1, isAdjective: true), "weekly")
        add(.often(.weekly, 2, isAdjective: true), "fortnightly biweekly")
        add(.often(.monthly, 1, isAdjective: true), "monthly")
        add(.often(.monthly, 3, isAdjective: true), "quarterly")
        add(.often(.yearly, 1, isAdjective: true), "yearly annually")
        add(from: 1, "mondays/tuesdays/wednesdays/thursdays/fridays/saturdays/sundays") {
            .weekdays($0...$0, isPlural: true)
        }
        add(.weekdays(6...7, isPlural: true), "weekends")
        add(.weekdays(6...7, isPlural: false), "weekend")
        add(.weekdays(1...5, isPlural: true), "weekdays")
        add(.weekdays(1...5, isPlural: false), "weekday")
        add(.parts(.morning), "mornings")
        add(.parts(.afternoon), "afternoons")
        add(.parts(.evening), "evenings nights")
    }
}
