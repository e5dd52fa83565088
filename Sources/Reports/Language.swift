public import Tabular

/// A language that reports are written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Indonesian.
  case indonesian = "id"
  /// English.
  case english = "en"
}

extension Message {
  /// The sentence in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .indonesian: indonesian
    case .english: english
    }
  }
}
