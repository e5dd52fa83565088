import Numerals
import Testing

@Test(
  arguments: [
    ("nol", 0), ("satu", 1), ("sepuluh", 10), ("sebelas", 11), ("dua belas", 12),
    ("sembilan belas", 19), ("dua puluh", 20), ("dua puluh satu", 21), ("seratus", 100),
    ("seratus sebelas", 111), ("dua ratus lima", 205), ("seribu", 1000), ("seribu satu", 1001),
    ("sebelas ribu", 11_000), ("seratus ribu", 100_000), ("satu juta", 1_000_000),
    ("satu juta seribu", 1_001_000), ("satu miliar", 1_000_000_000),
    ("satu triliun", 1_000_000_000_000), ("satu kuadriliun", 1_000_000_000_000_000),
    ("minus lima", -5),
    (
      "delapan miliar enam ratus empat puluh empat juta seratus dua puluh tujuh ribu sembilan ratus delapan puluh lima",
      8_644_127_985
    ),
  ] as [(String, Int128)])
func spellsNumbersBothWays(_ words: String, _ number: Int128) throws {
  #expect(SpelledNumber.words(of: number) == words)
  #expect(try SpelledNumber.value(of: words) == number)
}

@Test(
  arguments: [
    (
      "sembilan milyar dua ratus enam puluh juta dua ratus tujuh puluh tiga ribu enam ratus tujuh puluh dua rupiah",
      9_260_273_672
    ),
    ("  Delapan   MILYAR seratus tujuh puluh lima juta  Rupiah ", 8_175_000_000),
    ("satu ribu", 1000), ("satu ratus", 100), ("sejuta", 1_000_000), ("semiliar", 1_000_000_000),
    ("dua trilyun", 2_000_000_000_000), ("nol rupiah", 0), ("kosong", 0), ("dua puluh-satu", 21),
    ("tiga ribu enam ratus triliun", 3_600_000_000_000_000),
    ("dua ribu triliun lima ribu", 2_000_000_000_005_000),
  ] as [(String, Int128)])
func readsWhatPeopleSpell(_ words: String, _ number: Int128) throws {
  #expect(try SpelledNumber.value(of: words) == number)
}

@Test(
  arguments: [
    ("", .empty), ("rupiah", .empty), ("minus", .empty), ("satu koma lima", .unknownWord("koma")),
    ("dua jtua", .unknownWord("jtua")), ("dua juta tiga miliar", .misplacedWord("miliar")),
    ("satu dua", .misplacedWord("dua")), ("satu puluh", .misplacedWord("puluh")),
    ("satu belas", .misplacedWord("belas")), ("ratus", .misplacedWord("ratus")),
    ("juta", .misplacedWord("juta")), ("dua puluh sepuluh", .misplacedWord("sepuluh")),
    ("seribu ribu", .misplacedWord("ribu")), ("dua ribu juta", .misplacedWord("juta")),
    ("dua seribu", .misplacedWord("seribu")), ("nol satu", .misplacedWord("nol")),
    ("lima rupiah dua", .misplacedWord("rupiah")), ("seribu kuadriliun", .overflow),
    ("seratus seratus", .misplacedWord("seratus")), ("segajah", .unknownWord("segajah")),
  ] as [(String, SpelledNumber.Problem)])
func refusesWordsThatAreNoNumber(_ words: String, _ problem: SpelledNumber.Problem) {
  #expect(throws: problem) { try SpelledNumber.value(of: words) }
}

@Test func readingUndoesSpelling() throws {
  var random = Repeatable("readingUndoesSpelling")
  for _ in 0..<(5_000 * Repeatable.rounds) {
    let number = random.integer(digits: 18)
    let words = try #require(SpelledNumber.words(of: number))
    #expect(try SpelledNumber.value(of: words) == number, "seed \(random.seed)")
  }
}

@Test func hasNoWordsBeyondItsLimit() {
  #expect(SpelledNumber.words(of: SpelledNumber.limit) == nil)
  #expect(SpelledNumber.words(of: -SpelledNumber.limit) == nil)
  #expect(SpelledNumber.words(of: .min) == nil)
  #expect(SpelledNumber.words(of: SpelledNumber.limit - 1)?.hasPrefix("sembilan ratus") == true)
}
