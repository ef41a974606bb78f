import Testing

@testable import Dialogue

@Suite struct PayloadTests {
    @Test(arguments: [
        (Payload(intent: "greet"), "/greet"),
        (Payload(intent: "a", entities: ["z": "1", "b": "ά/β"]), #"/a{"b":"ά/β","z":"1"}"#),
        (Payload(intent: "a", entities: ["b": #"«x» "y" \z\#u{7}"#]), #"/a{"b":"«x» \"y\" \\z\u0007"}"#),
        (Payload(intent: "a", entities: ["b": .array([1, .null]), "c": true]), #"/a{"b":[1,null],"c":true}"#),
    ])
    func whatAButtonSendsIsReadBack(payload: Payload, text: String) {
        #expect(payload.text == text)
        #expect(Payload(text) == payload)
    }
}
