internal import GreekText

/// Tells Greek, Greeklish included, from English.
enum LanguageGuess {
    /// English words that Greeklish does not have, and that hardly an English sentence lacks.
    private static let english: Set<[UInt8]> = Set(
        """
        the is are was how what where when who why which can could do does did will would should my your i you we he she
        it a an of for and or not with from have has get need want please hello hi thanks thank there this that if
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    )

    /// The language of most letters; of Latin words that were not recognised, English when English words are among
    /// them or nothing Greek is.
    static func language(of words: [Wording.Word]) -> Language {
        var greek = 0
        var foreign = 0
        var isEnglish = false
        for word in words {
            if word.typed.contains(where: Letter.isGreek) {
                greek += word.typed.count
            } else if word.typed.contains(where: Letter.isLatin) {
                if english.contains(word.typed) {
                    isEnglish = true
                    foreign += word.typed.count + 3
                } else if word.meant.contains(where: Letter.isGreek) {
                    greek += word.typed.count
                } else {
                    foreign += word.typed.count
                }
            }
        }
        // Names in Latin letters make no English sentence of a Greek one: «τι είναι το myDESKlive;».
        let hasGreekLetters = words.contains { $0.typed.contains(where: Letter.isGreek) }
        if hasGreekLetters, !isEnglish { return .greek }
        return foreign > greek ? .english : .greek
    }
}
