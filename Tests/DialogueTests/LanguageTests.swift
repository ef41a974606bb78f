import Testing

@testable import Dialogue
@testable import Understanding

/// In which language a conversation goes on.
@Suite struct LanguageTests {
    private static let assistant = TestContent.assistant(
        """
        nlu:
        - intent: platform
          metadata: {title: {el: Τι είναι το myKEPlive, en: What myKEPlive is}}
          examples: |
            - τι είναι το mykeplive
            - what is mykeplive
            - passport office
        responses:
          utter_platform:
          - text: Μπαίνετε από το gov.gr με e-banking, δείτε https://example.org/passport ή mAIgov.gr.
            translation: {en: You enter at gov.gr.}
          utter_not_understood: [{text: Δεν κατάλαβα., translation: {en: Not understood.}}]
        """
    )

    @Test(arguments: [
        ("gov.gr", "el"), ("e-banking;", "el"), ("mykeplive", "el"), ("maigov", "el"), ("gov.gr myKEPlive", "el"),
        ("xyzzy", "el"), ("passport", "en"), ("the passport office", "en"), ("διαβατήριο", "el"),
    ])
    func theFirstMessageTellsIt(text: String, language: String) {
        var chat = Chat(Self.assistant)
        chat.say(text)
        #expect(chat.conversation.language == language)
    }

    @Test func aNameSwitchesNothing() {
        var chat = Chat(Self.assistant)
        chat.say("where is the passport office")
        chat.say("gov.gr e-banking")
        #expect(chat.conversation.language == "en")
        chat.say("πού είναι το γραφείο;")
        chat.say("gov.gr e-banking")
        #expect(chat.conversation.language == "el")
    }
}
