import Diagnosis
import Pipelines
import Tabular

/// The causes in `report.json`.
extension JSONWriter {
  /// Writes a cause with the pieces of the sources that show it.
  mutating func members(of cause: Cause, excerpts: [Excerpt]) {
    member("id", cause.id)
    key("findings")
    array { json in for finding in cause.findings { json.value(finding) } }
    member("severity", cause.severity.rawValue)
    member("confidence", cause.confidence.rawValue)
    members(of: cause.explanation)
    member("bounded", cause.isBounded)
    key("alternatives")
    array { json in
      for other in cause.alternatives { json.object { $0.members(of: other) } }
    }
    key("excerpts")
    array { json in
      for excerpt in excerpts { json.object { $0.members(of: excerpt) } }
    }
  }

  private mutating func members(of explanation: Cause.Explanation) {
    member("mechanism", explanation.mechanism.rawValue)
    key("cells")
    array { json in
      for cell in explanation.cells {
        json.object { json in
          json.place(cell.location)
          json.member("raw", cell.raw)
          json.member("proposal", cell.proposal)
          json.member("value", cell.value)
        }
      }
    }
    key("evidence")
    array { json in
      for cell in explanation.evidence {
        json.object { json in
          json.member("role", cell.role.rawValue)
          json.place(cell.location)
          json.member("raw", cell.raw)
        }
      }
    }
    member("message", explanation.message)
  }

  private mutating func members(of excerpt: Excerpt) {
    member("resource", excerpt.resource)
    member("sheet", excerpt.sheet)
    key("columns")
    array { json in for column in excerpt.columns { json.value(column) } }
    key("rows")
    array { json in
      for row in excerpt.rows {
        json.object { json in
          json.member("line", row.line)
          json.member("header", row.isHeader)
          json.key("cells")
          json.array { json in for text in row.cells { json.value(text) } }
        }
      }
    }
  }
}
