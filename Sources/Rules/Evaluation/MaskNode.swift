import Numerals
import Tabular

/// Whether a condition is true for each record of a batch: 0 no, 1 yes, 2 can't be told.
///
/// A class because each node remembers what it learnt about a text: every distinct text is looked
/// at once, whatever the number of records. Used by one thread at a time.
final class MaskNode: @unchecked Sendable {
  static let no: UInt8 = 0
  static let yes: UInt8 = 1
  static let unknown: UInt8 = 2
  private static let unseen: UInt8 = 3

  private enum Form {
    case constant(UInt8)
    /// A test of one text field.
    case text(position: Int, test: (String?) -> UInt8)
    /// A comparison of two text fields.
    case texts(Syntax.Comparator, Int, Int)
    case numbers(Syntax.Comparator, Expression, Expression)
    case absent(position: Int)
    case not(MaskNode)
    case and(MaskNode, MaskNode)
    case or(MaskNode, MaskNode)
    /// Anything else, record by record.
    case slow(Condition)
  }

  private let form: Form
  private var learnt: [UInt8] = []
  private let comparable = TextPool()
  private var leftCodes = ComparedCodes()
  private var rightCodes = ComparedCodes()

  /// The mask of the batch that was asked for last, where it rests on texts alone and batches of a
  /// table can be told apart by their first record.
  private var last: (firstRecord: Int, count: Int, mask: [UInt8])?
  private let remembersLast: Bool

  init(_ condition: Condition, in library: MaskLibrary) {
    form = Self.form(of: condition, library)
    remembersLast = library.memory == .lastBatch
  }

  private static func form(of condition: Condition, _ masks: MaskLibrary) -> Form {
    switch condition {
    case .constant(let value): return .constant(value ? yes : no)
    case .not(let inner): return .not(masks.node(for: inner))
    case .and(let left, let right): return .and(masks.node(for: left), masks.node(for: right))
    case .or(let left, let right): return .or(masks.node(for: left), masks.node(for: right))
    case .missing(.field(let field)): return .absent(position: field.position)
    case .member(.field(let field), let list) where !field.kind.isNumeric:
      return .text(position: field.position) { text in
        text.map { list.contains($0) ? yes : no } ?? unknown
      }
    case .textTest(let test, .field(let field), .text(let wanted)) where !field.kind.isNumeric:
      return .text(position: field.position) { text in
        text.map { TextComparison.holds(test, $0, wanted) ? yes : no } ?? unknown
      }
    case .comparison(let comparator, let left, let right):
      return comparison(comparator, left, right) ?? .slow(condition)
    default: return .slow(condition)
    }
  }

  private static func comparison(
    _ comparator: Syntax.Comparator, _ left: Expression, _ right: Expression
  ) -> Form? {
    switch (left, right) {
    case (.field(let field), .text(let wanted)) where !field.kind.isNumeric,
      (.text(let wanted), .field(let field)) where !field.kind.isNumeric:
      return .text(position: field.position) { text in
        text.map { TextComparison.holds(comparator, $0, wanted) ? yes : no } ?? unknown
      }
    case (.field(let one), .field(let other)) where !one.kind.isNumeric:
      return .texts(comparator, one.position, other.position)
    case (.text, _), (_, .text), (.band, _), (_, .band), (.words, _), (_, .words): return nil
    default: return .numbers(comparator, left, right)
    }
  }

  /// The truth of the condition for every record.
  func mask(
    _ batch: Batch, _ numbers: VectorEvaluator, _ slow: (Condition, Int) -> UInt8
  ) -> [UInt8] {
    if let last, last.firstRecord == batch.firstRecord, last.count == batch.count {
      return last.mask
    }
    let mask = newMask(batch, numbers, slow)
    if remembersLast, restsOnTexts { last = (batch.firstRecord, batch.count, mask) }
    return mask
  }

  /// True where the mask of a batch is the same whenever it is asked for.
  private var restsOnTexts: Bool {
    switch form {
    case .constant, .text, .texts, .absent: true
    case .numbers, .slow: false
    case .not(let inner): inner.restsOnTexts
    case .and(let left, let right), .or(let left, let right):
      left.restsOnTexts && right.restsOnTexts
    }
  }

  private func newMask(
    _ batch: Batch, _ numbers: VectorEvaluator, _ slow: (Condition, Int) -> UInt8
  ) -> [UInt8] {
    switch form {
    case .constant(let value): return [UInt8](repeating: value, count: batch.count)
    case .text(let position, let test): return textMask(batch.columns[position], test)
    case .texts(let comparator, let left, let right):
      return textsMask(comparator, batch.columns[left], batch.columns[right])
    case .absent(let position): return Self.absentMask(batch.columns[position], batch.count)
    case .numbers(let comparator, let left, let right):
      if let mask = numbers.exactMask(comparator, left, right) { return mask }
      return slowMask(.comparison(comparator, left, right), batch, slow)
    case .not(let inner):
      return inner.mask(batch, numbers, slow).map { $0 == Self.unknown ? $0 : 1 - $0 }
    case .and(let left, let right):
      return zip(left.mask(batch, numbers, slow), right.mask(batch, numbers, slow)).map(Self.both)
    case .or(let left, let right):
      return zip(left.mask(batch, numbers, slow), right.mask(batch, numbers, slow)).map(Self.either)
    case .slow(let condition): return slowMask(condition, batch, slow)
    }
  }

  private static func both(_ left: UInt8, _ right: UInt8) -> UInt8 {
    if left == no || right == no { return no }
    return left == yes && right == yes ? yes : unknown
  }

  private static func either(_ left: UInt8, _ right: UInt8) -> UInt8 {
    if left == yes || right == yes { return yes }
    return left == no && right == no ? no : unknown
  }

  private func slowMask(
    _ condition: Condition, _ batch: Batch, _ slow: (Condition, Int) -> UInt8
  ) -> [UInt8] {
    (0..<batch.count).map { slow(condition, $0) }
  }

  private func textMask(_ column: Column, _ test: (String?) -> UInt8) -> [UInt8] {
    guard let texts = column.texts else { return [] }
    var learnt = self.learnt
    self.learnt = []
    let known = texts.pool.count
    if learnt.count < known {
      learnt.append(contentsOf: repeatElement(Self.unseen, count: known - learnt.count))
    }
    let mask = texts.codes.map { code in
      let truth = learnt[Int(code)]
      guard truth == Self.unseen else { return truth }
      let found = test(code == 0 ? nil : texts.pool[code])
      learnt[Int(code)] = found
      return found
    }
    self.learnt = learnt
    return mask
  }

  private func textsMask(
    _ comparator: Syntax.Comparator, _ left: Column, _ right: Column
  ) -> [UInt8] {
    guard let one = left.texts, let other = right.texts else { return [] }
    var (lefts, rights) = (leftCodes, rightCodes)
    (leftCodes, rightCodes) = (ComparedCodes(), ComparedCodes())
    lefts.makeRoom(for: one.pool)
    rights.makeRoom(for: other.pool)
    let isSame = comparator != .differs
    var mask = [UInt8](repeating: Self.unknown, count: one.codes.count)
    for row in mask.indices {
      let (first, second) = (one.codes[row], other.codes[row])
      guard first != 0, second != 0 else { continue }
      let equal =
        lefts.code(of: first, one.pool, comparator, comparable)
        == rights.code(of: second, other.pool, comparator, comparable)
      mask[row] = equal == isSame ? Self.yes : Self.no
    }
    (leftCodes, rightCodes) = (lefts, rights)
    return mask
  }

  private static func absentMask(_ column: Column, _ count: Int) -> [UInt8] {
    switch column.values {
    case .texts(let texts): return texts.codes.map { $0 == 0 ? yes : no }
    case .numerals(let numerals):
      guard !numerals.states.isEmpty else { return [UInt8](repeating: no, count: count) }
      return numerals.states.map { $0 == .missing ? yes : no }
    }
  }
}

/// For each text of a field its code among all texts that it is compared with, in the form in which
/// they are compared.
private struct ComparedCodes {
  private var codes: [UInt32] = []

  mutating func makeRoom(for pool: TextPool) {
    codes.append(contentsOf: repeatElement(0, count: max(0, pool.count - codes.count)))
  }

  @inline(__always)
  mutating func code(
    of text: UInt32, _ pool: TextPool, _ comparator: Syntax.Comparator, _ comparable: TextPool
  ) -> UInt32 {
    let known = codes[Int(text)]
    if known != 0 { return known }
    let written = pool[text]
    let code = comparable.intern(comparator == .same ? written : ComparableText.of(written))
    codes[Int(text)] = code
    return code
  }
}
