/// The JSON Schema (draft 2020-12) of `report.json`, format 1.
public enum ReportSchema {
  /// The schema as a JSON document.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "cermat report, format 1",
      "type": "object",
      "required": ["format", "version", "status", "inputs", "rules", "findings", "causes"],
      "additionalProperties": false,
      "properties": {
        "format": {"const": "cermat-report"},
        "version": {"const": 1},
        "status": {"enum": ["clean", "discrepancies", "incomplete"]},
        "pipelines": {"type": "array", "items": {"$ref": "#/$defs/pipeline"}},
        "inputs": {"type": "array", "items": {"$ref": "#/$defs/input"}},
        "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "causes": {"type": "array", "items": {"$ref": "#/$defs/cause"}}
      },
      "$defs": {
        "text": {"type": ["string", "null"]},
        "count": {"type": "integer", "minimum": 0},
        "severity": {"enum": ["error", "warning", "note"]},
        "message": {
          "type": "object",
          "required": ["id", "en"],
          "additionalProperties": false,
          "properties": {"id": {"type": "string"}, "en": {"type": "string"}}
        },
        "pipeline": {
          "type": "object",
          "required": ["name", "uses"],
          "additionalProperties": false,
          "properties": {
            "name": {"type": "string"},
            "uses": {"type": "array", "items": {"type": "string"}}
          }
        },
        "input": {
          "type": "object",
          "required": ["path", "sha256", "bytes", "records", "sheet"],
          "additionalProperties": false,
          "properties": {
            "path": {"type": "string"},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "bytes": {"$ref": "#/$defs/count"},
            "records": {"$ref": "#/$defs/count"},
            "sheet": {"$ref": "#/$defs/text"}
          }
        },
        "rule": {
          "type": "object",
          "required": ["pipeline", "id", "title", "severity", "outcome", "reason", "checked", "findings"],
          "additionalProperties": false,
          "properties": {
            "pipeline": {"type": "string"},
            "id": {"type": "string"},
            "title": {"type": "string"},
            "severity": {"$ref": "#/$defs/severity"},
            "outcome": {"enum": ["satisfied", "violated", "unverifiable"]},
            "reason": {"anyOf": [{"$ref": "#/$defs/message"}, {"type": "null"}]},
            "checked": {"$ref": "#/$defs/count"},
            "findings": {"$ref": "#/$defs/count"}
          }
        },
        "finding": {
          "type": "object",
          "required": [
            "id", "pipeline", "rule", "kind", "severity", "verdict", "stated", "expected",
            "expectedInterval", "difference", "settled", "cells", "message", "office", "cause"
          ],
          "additionalProperties": false,
          "properties": {
            "id": {"type": "string", "minLength": 1},
            "pipeline": {"type": "string"},
            "rule": {"type": "string"},
            "kind": {
              "enum": [
                "arithmetic", "total", "rollup", "ratio", "agreement", "members", "reference",
                "unique", "complete", "domain", "numeral", "category", "spelled", "count",
                "series", "schema", "reading"
              ]
            },
            "severity": {"$ref": "#/$defs/severity"},
            "verdict": {"enum": ["impossible", "implausible", "truncated", null]},
            "stated": {"$ref": "#/$defs/text"},
            "expected": {"$ref": "#/$defs/text"},
            "expectedInterval": {
              "anyOf": [
                {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
                {"type": "null"}
              ]
            },
            "difference": {"$ref": "#/$defs/text"},
            "settled": {
              "description": "Of two cells that state the same fact differently, which one other findings speak against: this one, the other one, or open. null: the finding is of another kind. What is expected is what the other cell states, and right only for 'this'.",
              "enum": ["this", "other", "open", null]
            },
            "cells": {
              "type": "array",
              "minItems": 1,
              "items": {"$ref": "#/$defs/citedCell"}
            },
            "message": {"$ref": "#/$defs/message"},
            "office": {
              "description": "The office that the data come from.",
              "$ref": "#/$defs/text"
            },
            "cause": {"type": ["integer", "null"]}
          }
        },
        "citedCell": {
          "description": "line and column for text, sheet and cell for workbooks.",
          "type": "object",
          "required": [
            "role", "resource", "sheet", "cell", "line", "column", "field", "label", "raw"
          ],
          "additionalProperties": false,
          "properties": {
            "role": {"enum": ["stated", "part", "whole", "key", "other"]},
            "resource": {"type": "string"},
            "sheet": {"$ref": "#/$defs/text"},
            "cell": {"$ref": "#/$defs/text"},
            "line": {"type": ["integer", "null"], "minimum": 0},
            "column": {"type": ["integer", "null"], "minimum": 1},
            "field": {"$ref": "#/$defs/text"},
            "label": {"$ref": "#/$defs/text"},
            "raw": {"type": "string"}
          }
        },
        "wrongCell": {
          "description": "proposal is written as the source writes numbers, value is the same as an exact decimal.",
          "type": "object",
          "required": [
            "resource", "sheet", "cell", "line", "column", "field", "label", "raw", "proposal",
            "value"
          ],
          "additionalProperties": false,
          "properties": {
            "resource": {"type": "string"},
            "sheet": {"$ref": "#/$defs/text"},
            "cell": {"$ref": "#/$defs/text"},
            "line": {"type": ["integer", "null"], "minimum": 0},
            "column": {"type": ["integer", "null"], "minimum": 1},
            "field": {"$ref": "#/$defs/text"},
            "label": {"$ref": "#/$defs/text"},
            "raw": {"type": "string"},
            "proposal": {"$ref": "#/$defs/text"},
            "value": {"$ref": "#/$defs/text"}
          }
        },
        "mechanism": {
          "enum": [
            "missing-part", "counted-twice", "copied-row", "copied-cell", "digit-typo",
            "transposed-digits", "lost-digit", "extra-digit", "separator", "unit-factor", "sign",
            "truncated", "stale-value", "wrong-base", "derived", "name-typo", "joint-rounding",
            "conflict", "unknown"
          ]
        },
        "explanation": {
          "type": "object",
          "required": ["mechanism", "cells", "evidence", "message"],
          "additionalProperties": false,
          "properties": {
            "mechanism": {"$ref": "#/$defs/mechanism"},
            "cells": {"type": "array", "items": {"$ref": "#/$defs/wrongCell"}},
            "evidence": {"type": "array", "items": {"$ref": "#/$defs/citedCell"}},
            "message": {"$ref": "#/$defs/message"}
          }
        },
        "excerpt": {
          "description": "A piece of a source as it looks: columns from 1, rows with their physical line.",
          "type": "object",
          "required": ["resource", "sheet", "columns", "rows"],
          "additionalProperties": false,
          "properties": {
            "resource": {"type": "string"},
            "sheet": {"$ref": "#/$defs/text"},
            "columns": {"type": "array", "items": {"type": "integer", "minimum": 1}},
            "rows": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["line", "header", "cells"],
                "additionalProperties": false,
                "properties": {
                  "line": {"type": "integer", "minimum": 1},
                  "header": {"type": "boolean"},
                  "cells": {"type": "array", "items": {"type": "string"}}
                }
              }
            }
          }
        },
        "cause": {
          "type": "object",
          "required": [
            "id", "findings", "severity", "confidence", "mechanism", "cells", "evidence",
            "message", "bounded", "alternatives", "excerpts"
          ],
          "additionalProperties": false,
          "properties": {
            "id": {"type": "integer", "minimum": 1},
            "findings": {"type": "array", "minItems": 1, "items": {"type": "string"}},
            "severity": {"$ref": "#/$defs/severity"},
            "confidence": {"enum": ["certain", "likely", "possible"]},
            "mechanism": {"$ref": "#/$defs/mechanism"},
            "cells": {"type": "array", "items": {"$ref": "#/$defs/wrongCell"}},
            "evidence": {"type": "array", "items": {"$ref": "#/$defs/citedCell"}},
            "message": {"$ref": "#/$defs/message"},
            "bounded": {
              "description": "True where not every explanation could be tried.",
              "type": "boolean"
            },
            "alternatives": {"type": "array", "items": {"$ref": "#/$defs/explanation"}},
            "excerpts": {"type": "array", "items": {"$ref": "#/$defs/excerpt"}}
          }
        }
      }
    }

    """#
}
