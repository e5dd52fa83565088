import Rules
import Tabular
import Testing

@testable import Pipelines

/// A CSV below a folder that has some.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  var folder: String
  var path: String
  var testDescription: String { path }

  /// All CSV files below some folders; folders that are missing are told.
  static let all: [CorpusFile] = {
    let places = [
      (packageRoot, "samples/*/*.csv"), (packageRoot + "../shared/", "corpus/apbd/*.csv"),
      (packageRoot + "../shared/", "corpus/csv-spectrum/*/*.csv"),
    ]
    return places.flatMap { folder, pattern -> [CorpusFile] in
      let paths = PathPattern.files(pattern, in: folder)
      if paths.isEmpty { print("skipped: no \(folder)\(pattern)") }
      return paths.map { CorpusFile(folder: folder, path: $0) }
    }
  }()
}

@Suite struct DescriptionTests {
  @Test(arguments: CorpusFile.all) func yamlOfADescriptionReadsTheSame(_ file: CorpusFile) throws {
    let description: Description
    do throws(PipelineError) {
      description = try .only(path: file.path, in: file.folder)
    } catch {
      #expect(error.message.english.hasPrefix(file.path), "\(error.message.english)")
      print("not read: \(error.message.english)")
      return
    }
    let text = "pipeline: contoh\ntitle: Contoh\n" + description.yaml
    let loading: PipelineFile
    do throws(PipelineError.Collection) {
      loading = try PipelineFile.read(text: text, path: "contoh.yaml")
      #expect(PipelineExamination.errors(of: loading, among: [loading]) == [], "\(text)")
    } catch {
      Issue.record("\(error.errors.map(\.message.english)) in \(text)")
      return
    }
    let settings = RunSettings(workingFolder: file.folder)
    let reader = ResourceReader(
      loading, among: [loading], settings, ReadingProgress(loading, settings) { _ in })
    let read = try reader.read(try #require(loading.resources.first), joining: [:])
    #expect(read.table.recordCount == description.records)
    #expect(read.readings == [description.reading])
    #expect(read.table.schema.fields == description.fields.map(\.field))
    #expect(description.reading.lineCount == description.lines)
    let lines = try read.table.lines().dropFirst()
    #expect(lines.count == description.records)
  }

  @Test func yamlNamesTheRecordsThatStateTotals() throws {
    let folder = try TemporaryFolder()
    try folder.write("Kode;Nama;Luas\n1;A;1,5\n2;B;2,5\n;JUMLAH;4,0\n", to: "luas.csv")
    let description: Description = try .only(path: "luas.csv", in: folder.path)
    #expect(description.yaml.contains("\n    totals: nama = \"JUMLAH\"\n"), "\(description.yaml)")
    #expect(description.reading.counts[.total] == 1)
  }

  @Test func yamlSaysEverythingExplicitly() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Daftar media\n\nNo;Media;Jumlah\n1;Youtube;36.590 pengikut\n2;Website;9 pengikut\n",
      to: "pengikut-media.csv")
    let description: Description = try .only(path: "pengikut-media.csv", in: folder.path)
    #expect(
      description.yaml == """
        resources:
          pengikut_media:
            path: pengikut-media.csv
            dialect: { delimiter: ";", encoding: utf-8, quoteChar: "\\"", headerRows: [3] }
            fields:
              - { name: no, label: "No", type: integer }
              - { name: media, label: Media, type: text }
              - { name: jumlah, label: Jumlah, type: count, unit: pengikut, as written: { affix: pengikut, convention: indonesian } }

        """)
    #expect(description.reading.counts == [.heading: 1, .blank: 1, .header: 1, .data: 2])
    #expect(
      description.preview == [
        ["1", "Youtube", "36.590 pengikut"], ["2", "Website", "9 pengikut"],
      ])
    #expect(
      description.settings.map(\.key) == [
        "encoding", "delimiter", "quoteChar", "headerRows", "blocks",
      ])
  }
}

extension Description {
  /// The table of a file that holds only one.
  static func only(path: String, in folder: String) throws(PipelineError) -> Description {
    let file = try FileDescription(path: path, in: folder)
    precondition(file.tables.count == 1, "several tables in \(path)")
    return file.tables[0]
  }
}
