/// Tells which of the names of a list another name stands for.
///
/// Making one costs time and memory in proportion to the list; where all names are the same,
/// `KnownNames` is enough.
public struct NameMatcher: Sendable {
  /// What a name is to the list; the number is that of the subject it stands for.
  public enum Match: Sendable, Hashable {
    /// The name, but for case and blanks.
    case same(Int)
    /// Another spelling that is accepted.
    case alias(Int)
    /// The name with a slip in it.
    case near(Int)
    /// A different name for what is clearly the same thing.
    case alike(Int)
    /// None of the names, or as near to one as to another.
    case none
  }

  private let known: KnownNames
  private let index: NameIndex

  /// Prepares to match with `known`.
  public init(_ known: KnownNames) {
    self.known = known
    index = NameIndex(known.spellings.map(\.text))
  }

  /// What `name` is to the list.
  public func match(_ name: String) -> Match {
    if let spelling = known[name] {
      return spelling.rank == .name ? .same(spelling.subject) : .alias(spelling.subject)
    }
    let form = NameForm(name)
    let slips = index.slips(of: form)
    if let least = slips.map(\.slips).min() {
      return only(slips.filter { $0.slips == least }.map(\.name)).map { .near($0) } ?? .none
    }
    return alike(form).map { .alike($0) } ?? .none
  }

  /// The edits between two spellings of what may be one name; nil where they are different names.
  ///
  /// At most one in eight letters, none in digits or other numbers, and none that make another word
  /// of a word; the mark of a footnote is none.
  public static func slips(between left: String, and right: String) -> Int? {
    NameForm(left).slips(from: NameForm(right))
  }

  /// The names within a slip of `name`, as numbers of subjects with the edits.
  public func slips(of name: String) -> [(subject: Int, slips: Int)] {
    index.slips(of: NameForm(name)).map { (known.spellings[$0.name].subject, $0.slips) }
  }

  /// The subject that all of some spellings stand for; nil where there are several.
  private func only(_ spellings: [Int]) -> Int? {
    let subjects = Set(spellings.map { known.spellings[$0].subject })
    return subjects.count == 1 ? subjects.first : nil
  }

  /// The subject whose name is most like `form`, and more like it than like any other name of the
  /// list: in a list of names of one pattern, likeness tells nothing.
  private func alike(_ form: NameForm) -> Int? {
    let likenesses = index.likenesses(of: form)
    guard let most = likenesses.map(\.likeness).max() else { return nil }
    let best = likenesses.filter { $0.likeness == most }.map(\.name)
    guard let subject = only(best) else { return nil }
    let hasRival = best.allSatisfy { name in
      index.likenesses(of: index.forms[name]).contains {
        known.spellings[$0.name].subject != subject && $0.likeness >= most
      }
    }
    return hasRival ? nil : subject
  }
}
