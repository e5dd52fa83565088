import Pipelines
import Publishing
import Reports
import Tabular

/// The output folder of a run: datasets, quarantine and the reports that speak of them.
struct OutputFolder {
  let path: String

  init(_ path: String) { self.path = path }

  /// Makes sure that the folder is there and can be written to, before any work is done.
  func prepare() throws(OutputError) { _ = try AtomicOutput(path: "\(path)/.cermat") }

  /// Writes the datasets, those of a pipeline all or none; what keeps them from being written is
  /// returned.
  func writeDatasets(of run: CompletedRun) -> [RunReport.Failure] {
    let release = DatasetRelease(of: run, into: path)
    return run.report.pipelines.compactMap { pipeline in
      failure(pipeline.name) { try release.write(pipeline: pipeline.name) }
    }
  }

  /// Writes the reports, all or none; what keeps them from being written is returned.
  func write(
    _ report: RunReport, language: Language, record: RunRecord
  ) -> RunReport.Failure? {
    failure {
      for note in try MarkedWorkbooks(language: language).write(report, into: path) {
        Terminal.complain(note.text(in: language) + "\n")
      }
      try ReportFiles(language: language, record: record).write(report, into: path)
    }
  }

  private func failure(
    _ pipeline: String = "", _ body: () throws -> Void
  ) -> RunReport.Failure? {
    do {
      try body()
      return nil
    } catch let error as OutputError {
      return RunReport.Failure(pipeline: pipeline, message: error.message)
    } catch let error as TabularError {
      return RunReport.Failure(pipeline: pipeline, message: error.message)
    } catch {
      return RunReport.Failure(
        pipeline: pipeline, message: Message(indonesian: "\(error)", english: "\(error)"))
    }
  }
}
