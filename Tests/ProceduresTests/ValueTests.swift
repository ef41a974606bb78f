import Foundation
import GreekText
import Procedures
import TestSupport
import Testing

@Suite struct ValueTests {
    @Test(arguments: [
        ("10", 1000), ("58.0", 5800), ("84,40", 8440), ("84.4", 8440), ("1.200", 120_000), ("1.200,50", 120_050),
        ("1,200.50", 120_050), ("0", 0), ("10 €", 1000), ("1.234.567", 123_456_700), ("0.125", 12), ("€ 7", 700),
    ])
    func readsMoney(text: String, cents: Int) {
        #expect(Money(text)?.cents == cents)
    }

    @Test(arguments: ["", "abc", "58 έως 84", "1.2.3,4,5", "-5", "12345678901234567890", "10$", "1,2,3.4.5"])
    func refusesWhatIsNoAmount(text: String) {
        #expect(Money(text) == nil)
    }

    @Test func saysMoney() throws {
        let greek = Wording(.greek)
        #expect(greek.say(Money(cents: 1000)) == "10 €")
        #expect(greek.say(Money(cents: 8440)) == "84,40 €")
        #expect(greek.say(Money(cents: 123_456_705)) == "1.234.567,05 €")
        #expect(greek.say(Money(cents: 5800)...Money(cents: 8440)) == ("58,00", "84,40 €"))
        #expect(Wording(.english).say(Money(cents: 120_000)) == "€1,200")
        #expect(Wording(.english).say(Money(cents: 500)...Money(cents: 650)) == ("€5.00", "€6.50"))
    }

    @Test(arguments: [
        ("P3M", "3 μήνες", "3 μήνες"), ("P1M", "1 μήνας", "1 μήνα"), ("PT10M", "10 λεπτά", "10 λεπτά"),
        ("P1Y6M", "1 έτος, 6 μήνες", "1 έτος, 6 μήνες"), ("P2W", "2 εβδομάδες", "2 εβδομάδες"),
        ("P1D", "1 ημέρα", "1 ημέρα"),
        ("PT1H30M", "1 ώρα, 30 λεπτά", "1 ώρα, 30 λεπτά"), ("PT45S", "45 δευτερόλεπτα", "45 δευτερόλεπτα"),
    ])
    func saysDurations(iso: String, nominative: String, accusative: String) throws {
        let duration = try #require(ISODuration(iso: iso))
        #expect(Wording(.greek).say(duration) == nominative)
        #expect(Wording(.greek).say(duration, .accusative) == accusative)
    }

    @Test(arguments: ["", "P", "PT", "3M", "P3", "PM", "P1M2Y", "P3X", "PT5D", "P99999999D", "P1D ", "P1.5D"])
    func refusesWhatIsNoDuration(text: String) {
        #expect(ISODuration(iso: text) == nil)
    }

    @Test func saysDays() throws {
        let day = try #require(CalendarDate(stamp: "2026-01-15T00:00:00Z"))
        #expect(Wording(.greek).say(day) == "15 Ιανουαρίου 2026")
        #expect(Wording(.english).say(day) == "15 January 2026")
        #expect(day.iso == "2026-01-15")
    }

    @Test func windowsAreInclusive() throws {
        let window = ValidityWindow(from: CalendarDate(iso: "2026-01-10"), until: CalendarDate(iso: "2026-01-20"))
        let holds = ["2026-01-09", "2026-01-10", "2026-01-20", "2026-01-21"].map { day in
            CalendarDate(iso: day).map(window.contains)
        }
        #expect(holds == [false, true, true, false])
    }

    @Test(arguments: [
        ("απλό κείμενο", "απλό κείμενο"), ("<p>Ένα</p><p>Δύο</p>", "Ένα\n\nΔύο"), ("α<br>β<br/>γ", "α\nβ\nγ"),
        ("<ul><li>ένα</li><li>δύο</li></ul>", "- ένα\n- δύο"), ("5 &lt; 6 &amp;&nbsp;7", "5 < 6 & 7"),
        ("12 < 18", "12 < 18"), ("  πολλά   κενά\t\t", "πολλά κενά"), ("<a href=\"x\">δεσμός</a>", "δεσμός"),
        ("α<script>alert(1)</script>β", "αβ"), ("<!-- σχόλιο -->α", "α"), ("&#916;&#x3b1;", "Δα"), ("<", "<"),
        ("&", "&"),
        ("R&D", "R&D"), ("<b", "<b"),
    ])
    func makesPlainText(html: String, plain: String) {
        #expect(PlainText.plain(html) == plain)
    }

    @Test func plainTextSurvivesNoise() {
        var generator = SeededGenerator(seed: 11)
        let pieces = ["<", ">", "</", "p", "li", "&", ";", "#", "x", "α", " ", "\n", "script", "<!--", "\"", "9"]
        for _ in 0..<500 {
            let text = (0..<40).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let plain = PlainText.plain(text)
            #expect(plain.count <= text.count + 80)
        }
    }
}
