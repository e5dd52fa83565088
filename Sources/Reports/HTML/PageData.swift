import Diagnosis
import Pipelines
import Rules
import Tabular

/// The report as the script of the page reads it: what all lists need at once, then the findings
/// and the causes in pieces that are read when they are needed.
struct PageData {
  /// How many findings, or causes, stand in a piece.
  static let piece = 500
  /// The most cells of a finding that the page knows.
  static let cellLimit = 80

  private let report: RunReport
  private let language: Language
  private var resources = Numbering<String>()
  private var rules = Numbering<RuleName>()
  private var offices = Numbering<String>()

  init(_ report: RunReport, language: Language) {
    self.report = report
    self.language = language
    for finding in report.findings {
      _ = rules.number(RuleName(pipeline: finding.pipeline, id: finding.rule))
      if let office = finding.office { _ = offices.number(office) }
      for cell in finding.cells.prefix(Self.cellLimit) {
        _ = resources.number(cell.location.resource)
      }
    }
    for cause in report.causes {
      for cell in cause.explanation.cells { _ = resources.number(cell.location.resource) }
      for cell in cause.explanation.evidence { _ = resources.number(cell.location.resource) }
      for excerpt in report.excerpts[cause.id] ?? [] { _ = resources.number(excerpt.resource) }
    }
  }

  /// Writes the elements that hold the report.
  func write(to html: inout HTMLWriter) {
    html.markup("<script type=\"application/json\" id=\"report\">")
    json(to: &html) { json in json.object { overview(&$0) } }
    html.markup("</script>\n")
    pieces(of: report.findings, "findings", to: &html) { json, finding in members(finding, &json) }
    pieces(of: report.causes, "causes", to: &html) { json, cause in members(cause, &json) }
  }

  private func json(to html: inout HTMLWriter, _ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter(to: html.stream, in: .page)
    json.line(body)
    html.stream = json.returned()
  }

  private func pieces<Element>(
    of elements: [Element], _ list: String, to html: inout HTMLWriter,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    for start in stride(from: 0, to: elements.count, by: Self.piece) {
      html.markup("<script type=\"application/json\" data-list=\"\(list)\">")
      json(to: &html) { json in
        json.array { json in
          for element in elements[start..<min(start + Self.piece, elements.count)] {
            json.array { json in body(&json, element) }
          }
        }
      }
      html.markup("</script>\n")
    }
  }
}

extension PageData {
  private func overview(_ json: inout JSONWriter) {
    json.member("language", language.rawValue)
    json.member("piece", Self.piece)
    texts("resources", resources.elements, to: &json)
    texts("offices", offices.elements, to: &json)
    json.key("pipelines")
    json.array { json in
      for pipeline in report.pipelines {
        json.object { json in
          json.member("name", pipeline.name)
          json.member("title", pipeline.title)
        }
      }
    }
    json.key("rules")
    json.array { rules(to: &$0) }
    json.key("findings")
    json.object { json in
      json.member("severity", String(report.findings.map { letter($0.severity) }))
      numbers("rule", to: &json) { rules[RuleName(pipeline: $0.pipeline, id: $0.rule)] }
      numbers("office", to: &json) { finding in finding.office.map { offices[$0] } ?? -1 }
      numbers("cause", to: &json) { $0.cause ?? 0 }
    }
    json.key("causes")
    json.object { $0.member("severity", String(report.causes.map { letter($0.severity) })) }
    json.key("words")
    json.object { json in
      for language in Language.allCases {
        json.key(language.rawValue)
        json.object { json in
          for (name, words) in PageWords.scripted { json.member(name, words.text(in: language)) }
        }
      }
    }
  }

  private func rules(to json: inout JSONWriter) {
    let known = Dictionary(
      report.rules.map { (RuleName(pipeline: $0.pipeline, id: $0.id), $0) }
    ) { first, _ in first }
    for name in rules.elements {
      json.object { json in
        json.member("pipeline", name.pipeline)
        json.member("id", name.id)
        json.member("title", known[name]?.title ?? "")
        json.member("because", known[name]?.because)
      }
    }
  }

  private func numbers(_ key: String, to json: inout JSONWriter, _ number: (Finding) -> Int) {
    json.key(key)
    json.array { json in for finding in report.findings { json.value(number(finding)) } }
  }

  private func texts(_ key: String, _ texts: [String], to json: inout JSONWriter) {
    json.key(key)
    json.array { json in for text in texts { json.value(text) } }
  }

  private func letter(_ severity: Severity) -> Character {
    switch severity {
    case .error: "e"
    case .warning: "w"
    case .note: "n"
    }
  }
}

extension PageData {
  private func members(_ finding: Finding, _ json: inout JSONWriter) {
    json.value(finding.kind.rawValue)
    json.value(finding.verdict?.rawValue)
    json.value(finding.stated)
    json.value(finding.expected)
    json.value(finding.difference)
    json.value(finding.settled?.rawValue)
    json.value(finding.message.indonesian)
    json.value(finding.message.english)
    json.value(max(0, finding.cells.count - Self.cellLimit))
    cells(finding.cells.prefix(Self.cellLimit), to: &json)
  }

  private func cells(_ cells: some Sequence<Finding.Cell>, to json: inout JSONWriter) {
    json.array { json in
      for cell in cells {
        json.array { json in
          json.value(cell.role.rawValue)
          place(cell.location, to: &json)
          json.value(cell.raw)
        }
      }
    }
  }

  private func place(_ location: Location, to json: inout JSONWriter) {
    json.value(resources[location.resource])
    json.value(location.sheet)
    json.value(location.cell)
    json.value(location.line)
    json.value(location.column)
    json.value(location.label ?? location.field)
  }

  private func members(_ cause: Cause, _ json: inout JSONWriter) {
    let explanation = cause.explanation
    json.value(cause.severity.rawValue)
    json.value(cause.confidence.rawValue)
    json.value(explanation.mechanism.rawValue)
    json.value(explanation.message.indonesian)
    json.value(explanation.message.english)
    json.array { json in
      for cell in explanation.cells {
        json.array { json in
          place(cell.location, to: &json)
          json.value(cell.raw)
          json.value(cell.proposal)
        }
      }
    }
    cells(explanation.evidence, to: &json)
    json.array { json in
      for other in cause.alternatives {
        json.array { json in
          json.value(other.message.indonesian)
          json.value(other.message.english)
        }
      }
    }
    json.value(cause.isBounded)
    json.array { json in
      for excerpt in report.excerpts[cause.id] ?? [] { json.array { members(excerpt, &$0) } }
    }
  }

  private func members(_ excerpt: Excerpt, _ json: inout JSONWriter) {
    json.value(resources[excerpt.resource])
    json.value(excerpt.sheet)
    json.array { json in for column in excerpt.columns { json.value(column) } }
    json.array { json in
      for row in excerpt.rows {
        json.array { json in
          json.value(row.line)
          json.value(row.isHeader ? 1 : 0)
          json.array { json in for text in row.cells { json.value(text) } }
        }
      }
    }
  }
}
