import Glibc
import Testing

@testable import Pipelines

@Suite struct JSONSchemaTests {
  /// The published file is what the keys of the reader make.
  ///
  /// With `CERMAT_RECORD_SNAPSHOTS=1` in the environment it is written anew, and the run fails.
  @Test(arguments: JSONSchema.allCases)
  func publishedSchemaIsTheOneOfTheReader(_ schema: JSONSchema) throws {
    let path = packageRoot + "pipelines/\(schema.rawValue).schema.json"
    if getenv("CERMAT_RECORD_SNAPSHOTS").map({ String(cString: $0) }) == "1" {
      try AtomicOutput.write(to: path) { try schema.write(to: TextStream(to: $0)) }
      Issue.record("recorded \(path)")
    }
    let published = try FileBytes.readText(path, named: path)
    #expect(try published == TextStream.text { try schema.write(to: $0) })
  }

  @Test func schemaIsJSONWithEveryKey() throws {
    let text = try TextStream.text { try JSONSchema.pipeline.write(to: $0) }
    // JSON is YAML, so that our own reader can read it.
    let root = try #require(try YAMLNode.read(text, file: "schema"))
    let properties = try #require(root["properties"])
    #expect(properties.entries.compactMap(\.key.text) == KeyTable.pipeline.keys.map(\.name))
    #expect(root["required"]?.texts == ["pipeline", "title", "resources"])
    #expect(root["additionalProperties"]?.text == "false")
    let rule = properties["rules"]?["items"]?["properties"]
    #expect(rule?["severity"]?["enum"]?.texts == ["error", "warning", "note"])
    let steps = properties["resources"]?["additionalProperties"]?["properties"]?["steps"]?["items"]
    #expect(steps?["maxProperties"]?.text == "1")
    #expect(steps?["properties"]?.entries.count == KeyTable.step.keys.count)
  }
}
