/// The names of a list, each with the spellings that are accepted for it.
public struct KnownNames: Sendable {
  /// One way to write a name.
  public struct Spelling: Sendable, Hashable {
    /// The name as written.
    public var text: String
    /// The number (from 0) of what it names.
    public var subject: Int
    /// Whether it is the name itself rather than another spelling of it.
    public var rank: Rank
  }

  /// What a spelling is to its subject.
  public enum Rank: Sendable, Hashable {
    /// The name itself.
    case name
    /// Another spelling that is accepted.
    case alias
  }

  /// All spellings in the order in which they were added.
  public private(set) var spellings: [Spelling] = []
  private var positions: [String: Int] = [:]

  /// Knows no names yet.
  public init() {}

  /// Knows `names`, numbered in their order; each stands for itself.
  public init(_ names: [String]) {
    for (subject, name) in names.enumerated() { add(name, of: subject) }
  }

  /// Adds a spelling; of two that are the same but for case and blanks the first counts.
  public mutating func add(_ text: String, of subject: Int, as rank: Rank = .name) {
    let comparable = ComparableText.of(text)
    guard positions[comparable] == nil else { return }
    positions[comparable] = spellings.count
    spellings.append(Spelling(text: text, subject: subject, rank: rank))
  }

  /// The spelling that is `name` but for case and blanks; nil where there is none.
  public subscript(name: String) -> Spelling? {
    positions[ComparableText.of(name)].map { spellings[$0] }
  }
}
