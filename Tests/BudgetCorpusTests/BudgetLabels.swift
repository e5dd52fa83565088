import Numerals

@testable import Pipelines

/// A cell that somebody holds to be wrong, and what is said to stand there instead.
struct Violation: Hashable, Comparable, CustomStringConvertible {
  var file: String
  var line: Int
  var field: String

  var description: String { "\(file):\(line) \(field)" }

  static func < (left: Violation, right: Violation) -> Bool {
    (left.file, left.line, left.field) < (right.file, right.line, right.field)
  }
}

/// What `labels.json` says of one budget file.
struct BudgetLabels {
  var file: String
  /// Rows of the file as CSV, those above the records included.
  var rows: Int
  /// How many relations were checked, by their kind.
  var relations: [String: Int]
  /// What is expected in each cell that it holds to be wrong.
  var violations: [Violation: ExactDecimal]

  /// The fields of our pipeline by the keys of the labels.
  private static let fields = [
    "val": "jumlah", "a": "sebelum", "b": "sesudah", "d": "selisih", "p": "persen",
  ]

  /// The labels of every file, by the file.
  static func read(_ path: String) throws -> [String: BudgetLabels] {
    // JSON is YAML, so that our own reader can read it.
    let text = try FileBytes.readText(path, named: "labels.json")
    let files = try YAMLNode.read(text, file: "labels.json")?.members ?? []
    return Dictionary(files.compactMap(BudgetLabels.init).map { ($0.file, $0) }) { first, _ in first
    }
  }

  private init?(_ node: YAMLNode) {
    guard let file = node["file"]?.text, let rows = node["records"]?.text.flatMap({ Int($0) })
    else { return nil }
    self.file = file
    self.rows = rows
    relations = [:]
    for kind in node["relations_checked"]?.entries ?? [] {
      relations[kind.key.text ?? ""] = kind.value.text.flatMap { Int($0) }
    }
    violations = [:]
    for violation in node["violations"]?.members ?? [] {
      guard let line = violation["line"]?.text.flatMap({ Int($0) }),
        let field = violation["key"]?.text.flatMap({ Self.fields[$0] }),
        let expected = violation["expected"]?.text.flatMap(Self.hundredths)
      else { return nil }
      violations[Violation(file: file, line: line, field: field)] = expected
    }
  }

  /// The labels were written from binary fractions: two decimals of them mean something.
  private static func hundredths(_ text: String) -> ExactDecimal? {
    PlainNumber.value(of: text).flatMap { Rational($0).rounded(toScale: 2) }
  }
}
