import Glibc
import Pipelines
import RunHistory
import Tabular

/// The history of an output folder, while a run is stored in it.
struct RunHistoryFile {
  /// What is told about the file itself; empty where nothing is.
  private(set) var notes: [Message] = []
  private let store: HistoryStore
  private let today = WallClock.today()

  /// Opens the history; one that is damaged is put aside, and a new one begun.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - moment: Now, in UTC as RFC 3339, for the name of what is put aside.
  /// - Throws: `HistoryError` where it can't be opened.
  init(_ path: String, at moment: String) throws(HistoryError) {
    do throws(HistoryError) {
      store = try HistoryStore(path: path)
    } catch {
      guard case .damaged = error.reason else { throw error }
      let aside = "\(path).rusak-\(moment.filter { $0 != ":" })"
      guard rename(path, aside) == 0 else { throw error }
      // A journal belongs to the file that was put aside, not to the new one.
      rename("\(path)-journal", "\(aside)-journal")
      notes.append(Words.historyPutAside(path, as: aside))
      store = try HistoryStore(path: path)
    }
  }

  /// What the findings are against those of earlier runs.
  ///
  /// - Throws: `HistoryError` where the history can't be read.
  func comparison(of report: RunReport) throws(HistoryError) -> RunComparison {
    try store.comparison(of: report, today: today)
  }

  /// Stores the run.
  ///
  /// - Throws: `HistoryError` where it can't be stored.
  func record(
    _ report: RunReport, moments: (started: String, finished: String), exitStatus: Int
  ) throws(HistoryError) {
    _ = try store.record(
      report, moments: moments, program: Cermat.version, exitStatus: exitStatus,
      today: today)
  }
}
