import Pipelines
import Tabular

/// What of a run is new against earlier runs, in words: with it the reports lead.
struct RunNews {
  /// The sentence with all counts.
  let sentence: Message
  /// What appeared, came back or changed: how it is called, and the finding.
  let items: [(state: FindingState, finding: Finding)]
  /// What is gone.
  let resolved: [PastFinding]

  /// The news of a run; nil where no history is kept, or this is the first run.
  init?(_ report: RunReport) {
    guard let comparison = report.comparison, !comparison.isFirst else { return nil }
    let told = zip(comparison.states, report.findings).filter { $0.0.isNews }
    items = FindingState.allCases.filter(\.isNews).flatMap { state in
      told.filter { $0.0 == state }.map { (state, $0.1) }
    }
    resolved = comparison.resolved
    sentence = Words.compared(comparison)
  }
}

extension Words {
  /// How many findings are new, back, changed, gone, as before and accepted.
  static func compared(_ comparison: RunComparison) -> Message {
    func list(_ language: Language) -> String {
      var parts = FindingState.allCases.compactMap { state -> String? in
        let count = comparison.count(state)
        guard count > 0 else { return nil }
        return "\(ShownNumber.text(count, in: language)) \(Words.state(state).text(in: language))"
      }
      if !comparison.resolved.isEmpty {
        parts.append(
          "\(ShownNumber.text(comparison.resolved.count, in: language)) \(gone.text(in: language))")
      }
      return parts.isEmpty ? noFindings.text(in: language) : parts.joined(separator: ", ")
    }
    return both(
      "Dibandingkan dengan proses sebelumnya: \(list(.indonesian))",
      "Against the run before: \(list(.english))")
  }

  /// What a state is called.
  static func state(_ state: FindingState) -> Message {
    switch state {
    case .new: both("baru", "new")
    case .reopened: both("muncul kembali", "reopened")
    case .changed: both("berubah", "changed")
    case .unchanged: both("tetap", "as before")
    case .accepted: both("diterima", "accepted")
    }
  }

  /// What is not found any more.
  static let gone = both("selesai", "resolved")
  private static let noFindings = both("tidak ada temuan", "no findings")
}
