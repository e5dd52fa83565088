public import Pipelines
import Tabular

/// What `run.json` says of one execution: all that may differ between two runs on the same data.
public struct RunRecord: Sendable {
  /// One pipeline's share.
  public struct Pipeline: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The wall time it took, in milliseconds.
    public var milliseconds: Int

    /// Makes a share.
    public init(name: String, milliseconds: Int) {
      self.name = name
      self.milliseconds = milliseconds
    }
  }

  /// The version of the program.
  public var version: String
  /// The options it was started with, by name.
  public var options: [(name: String, value: String)]
  /// When it began, in UTC as RFC 3339.
  public var started: String
  /// When it ended, in UTC as RFC 3339.
  public var finished: String
  /// The wall time it took, in milliseconds.
  public var milliseconds: Int
  /// The status it ends with.
  public var exitStatus: Int
  /// The pipelines, in the order they ran.
  public var pipelines: [Pipeline]

  /// Makes a record.
  public init(
    version: String, options: [(name: String, value: String)], started: String, finished: String,
    milliseconds: Int, exitStatus: Int, pipelines: [Pipeline] = []
  ) {
    self.version = version
    self.options = options
    self.started = started
    self.finished = finished
    self.milliseconds = milliseconds
    self.exitStatus = exitStatus
    self.pipelines = pipelines
  }

  /// Writes `run.json` to `stream` and ends it, with the datasets and failures of `report`; throws
  /// the first error of the sink.
  public func write(_ report: RunReport, to stream: TextStream) throws {
    var json = JSONWriter(to: stream)
    json.object { json in
      json.member("format", "cermat-run")
      json.member("version", 1)
      json.member("program", version)
      json.member("started", started)
      json.member("finished", finished)
      json.member("milliseconds", milliseconds)
      json.member("status", report.status.rawValue)
      json.member("exitStatus", exitStatus)
      json.key("options")
      json.object { json in for option in options { json.member(option.name, option.value) } }
      json.key("pipelines")
      json.array { json in
        for pipeline in pipelines {
          json.line { json in
            json.object { json in
              json.member("name", pipeline.name)
              json.member("milliseconds", pipeline.milliseconds)
            }
          }
        }
      }
      json.key("datasets")
      json.array { json in for dataset in report.datasets { json.write(dataset) } }
      json.key("failures")
      json.array { json in for failure in report.failures { json.write(failure) } }
    }
    try json.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ dataset: RunReport.Dataset) {
    line { json in
      json.object { json in
        json.member("pipeline", dataset.pipeline)
        json.member("name", dataset.name)
        json.member("records", dataset.records)
        json.member("withheld", dataset.withheld)
        json.key("blockedBy")
        json.array { json in for rule in dataset.blockedBy { json.value(rule) } }
        json.member("path", dataset.path)
      }
    }
  }

  fileprivate mutating func write(_ failure: RunReport.Failure) {
    line { json in
      json.object { json in
        json.member("pipeline", failure.pipeline)
        json.key("message")
        json.object { json in
          json.member("id", failure.message.indonesian)
          json.member("en", failure.message.english)
        }
      }
    }
  }
}
