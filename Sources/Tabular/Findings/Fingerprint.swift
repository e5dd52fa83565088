/// A stable 64-bit name of a fact, as 16 hexadecimal digits (FNV-1a over length-prefixed parts).
public enum Fingerprint {
  /// The fingerprint of `parts` in order; the boundaries between parts count.
  public static func of(_ parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for part in parts {
      for byte in part.utf8 { mix(byte) }
      mix(0xff)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
