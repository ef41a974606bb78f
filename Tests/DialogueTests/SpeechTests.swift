import Testing

@testable import Dialogue

/// The content's tables, as the voice channel uses them.
@Suite struct SpeechTests {
    private static let domain = TestContent.compilation(
        """
        responses:
          speech_abbreviations:
          - text: |
              ΚΕΠ = κέντρο εξυπηρέτησης πολιτών
              x = y = z
              ημιτελές
            translation:
              en: |
                KEP = service centre
          speech_currencies:
          - text: |
              €
          speech_one_euro:
          - text: "1 ευρώ"
            translation: {en: "1 euro"}
          speech_cents:
          - text: "{cents} λεπτά"
            translation: {en: "{cents} cents"}
          speech_euros_and_cents:
          - text: "{euros} και {cents}"
            translation: {en: "{euros} and {cents}"}
          speech_choices:
          - text: "Πείτε: {choices}."
            translation: {en: "Say: {choices}."}
        """
    ).domain

    @Test(arguments: [
        ("el", "Στο ΚΕΠ, 1,50€, x", "Στο κέντρο εξυπηρέτησης πολιτών, 1 ευρώ και 50 λεπτά, y = z. Πείτε: Α, Β."),
        ("en", "At a KEP, 1.50€, x", "At a service centre, 1 euro and 50 cents, x. Say: Α, Β."),
    ])
    func repliesAreSaidInTheirLanguage(language: String, written: String, said: String) {
        let buttons = [Button(title: "Α", payload: "/a"), Button(title: "Β", payload: "/b")]
        let message = BotMessage(text: written, buttons: buttons, response: "utter_a")
        let spoken = message.spoken(by: Self.domain.speech(in: language))
        #expect(spoken.text == said.replacing(" = ", with: " "))
        #expect(spoken.buttons == buttons)
        #expect(BotMessage().spoken(by: Self.domain.speech(in: language)).text == nil)
    }
}
