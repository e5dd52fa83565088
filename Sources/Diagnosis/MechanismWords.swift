/// How a figure came to be wrong, as the end of a sentence.
extension Words {
  /// The reason; `source` names the figure that was taken, left out or added, where there is one.
  func reason(_ mechanism: Cause.Mechanism, _ source: String?) -> String {
    let source = source ?? pick("angka lain", "another figure")
    switch mechanism {
    case .missingPart:
      return pick("; \(source) tidak ikut dijumlahkan", "; \(source) was left out of the sum")
    case .countedTwice:
      return pick("; \(source) terhitung dua kali", "; \(source) was counted twice")
    case .copiedRow:
      return pick("; barisnya tersalin dari \(source)", "; the row was copied from \(source)")
    case .copiedCell:
      return pick("; tersalin dari \(source)", "; copied from \(source)")
    case .digitTypo: return pick("; satu angka salah ketik", "; one digit is mistyped")
    case .transposedDigits: return pick("; dua angka tertukar", "; two digits changed places")
    case .lostDigit: return pick("; satu angka hilang", "; a digit was left out")
    case .extraDigit: return pick("; satu angka berlebih", "; a digit stands once too often")
    case .separator: return pick("; tanda pemisahnya salah", "; the separators are wrong")
    case .unitFactor:
      return pick(
        "; satuannya keliru (kelipatan sepuluh)", "; the unit is wrong (a power of ten)")
    case .sign: return pick("; tandanya terbalik", "; the sign is the wrong one")
    case .truncated:
      return pick("; dipotong, tidak dibulatkan", "; cut off instead of rounded")
    case .staleValue:
      return pick("; yang tertulis adalah nilai \(source)", "; what stands there is \(source)")
    case .wrongBase:
      return pick("; dihitung dari \(source)", "; calculated from \(source)")
    case .derived:
      return pick("; dihitung dari angka yang salah", "; calculated from a wrong figure")
    case .nameTypo: return pick("; namanya salah tulis", "; the name is misspelt")
    case .jointRounding, .conflict, .unknown: return ""
    }
  }
}
