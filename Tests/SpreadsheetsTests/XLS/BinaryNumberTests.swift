import Testing

@testable import Spreadsheets

@Suite("Binary numbers of XLS workbooks")
struct BinaryNumberTests {
  @Test(
    "The shortest digits that mean the same",
    arguments: [
      (13_000_000, "13000000"), (0.3128, "0.3128"), (1e20, "1E+20"), (-0.0, "0"),
      (0.1 + 0.2, "0.30000000000000004"),
      (9_471_000_000_000_002, "9471000000000002"), (9_999_999_999_999_998, "9999999999999998"),
      (-1e-7, "-1E-7"), (261_023_929_403.0, "261023929403"), (1e16, "1E+16"), (29.25, "29.25"),
      (.leastNonzeroMagnitude, "5E-324"),
    ])
  func digits(_ number: Double, _ text: String) {
    #expect(Self.digits(number) == text)
  }

  @Test("Infinite numbers and those that are none have no digits")
  func nothing() {
    #expect(Self.digits(.infinity) == nil)
    #expect(Self.digits(.nan) == nil)
    #expect(XLSFixtures.told(BIFF.sheet(BIFF.number(0, 0, .nan))) == ["Sheet1!A1 error #NUM!"])
  }

  @Test("Digits read back as the number they came from")
  func roundTrip() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed)
    for _ in 0..<2000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      #expect(Self.digits(number).flatMap(Double.init) == number, "seed \(seed)")
    }
  }

  @Test(
    "Numbers in four bytes",
    arguments: [
      (0x0000_0002, "0"), (0x0000_0006, "1"), (0xFFFF_FFFE, "-1"), (0x0000_04D3, "3.08"),
      (0x3FF0_0000, "1"), (0x3FF0_0001, "0.01"), (0x4059_0001, "1"), (0x8000_0002, "-536870912"),
      (0x4062_F001, "1.515"),
    ])
  func rk(_ rk: Int, _ text: String) {
    #expect(Self.digits(BinaryNumber.number(rk: UInt32(rk))) == text)
  }

  private static func digits(_ number: Double) -> String? {
    var bytes: [UInt8] = []
    return BinaryNumber.write(number, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
