public import Rules
public import Tabular

/// What keeps a pipeline file from being used, or a pipeline from being completed.
public struct PipelineError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// The file or folder can't be read.
    case unreadable(Trouble)
    /// The file says nothing.
    case emptyFile
    /// The text is not YAML; the words of the parser follow.
    case notYAML(String)
    /// More values than a pipeline file may have.
    case tooLarge(values: Int)
    /// Keys that stand twice at one place.
    case repeatedKeys([String])
    /// A key that does not belong here.
    case unknownKey(String, place: String, nearest: [String], known: [String])
    /// A key that must be there.
    case missingKey(String, place: String)
    /// A value of another form than the one expected.
    case wrongShape(found: Outline, expected: [Outline])
    /// A word that is none of the allowed ones.
    case unknownWord(String, nearest: [String], known: [String])
    /// A text where a number, or `true` or `false`, is needed.
    case wrongText(String, expected: Outline)
    /// A name with characters that names don't have.
    case badName(String)
    /// A table of another pipeline that is not written `pipeline.table`.
    case badUse(String)
    /// Something of this name is there already.
    case repeatedName(Thing, String)
    /// Something of this name is not there.
    case unknownName(Thing, String, nearest: [String], known: [String])
    /// A pipeline of this name stands in another file.
    case repeatedPipeline(String, otherFile: String)
    /// Pipelines, or resources, that wait for each other.
    case cycle([String])
    /// Keys of which only one kind may be used together.
    case onlyTogether([String])
    /// `${` that does not begin the name of a parameter with `}` behind it.
    case openParameter
    /// A parameter in a sentence of the rule language that is written `${name}`.
    case parameterInSentence
    /// Parameters make more bytes of the texts of a pipeline than this.
    case longTexts(limit: Int)
    /// A step that works on texts behind one that works on values.
    case stepTooLate(String, after: String)
    /// Header rows without a step that makes records of them, or the other way round.
    case headerNeedsUnpivot
    /// A declared field that is not there after the steps.
    case lostField(String, nearest: [String], known: [String])
    /// A resource without fields.
    case noFields
    /// A rule that speaks of another table than the dataset that names it.
    case ruleOfOtherTable(String, table: String?, dataset: String)
    /// As many names as header rows are needed.
    case wrongCount(found: Int, expected: Int)
    /// A pattern of a step that can't be used.
    case badPattern(String, PatternFault)
    /// A rule or condition that can't be understood.
    case rule(RuleProblem)
    /// No file fits the pattern.
    case noFileMatches(String)
    /// A part of a sheet, of a file that is no workbook.
    case rangeOfText(String)
    /// A sheet that the workbook does not have.
    case unknownSheet(String, path: String, nearest: [String], known: [String])
    /// Several sheets that the table could stand in: because all of them have the declared labels,
    /// or because none has.
    case unclearSheet(path: String, candidates: [String], fit: Bool)
    /// A column that the file does not have.
    case missingColumn(String, resource: String, nearest: [String], known: [String])
    /// A name that several columns of the file fit.
    case ambiguousColumn(String, resource: String, labels: [String])
    /// A text that `pivot` has no column for.
    case unknownPivotText(String, column: String, nearest: [String], known: [String])
    /// The header of the resource has another number of rows than `header` names.
    case missingHeader(resource: String, rows: Int, found: Int)
    /// A key that stands twice in the table that is joined.
    case ambiguousJoin(table: String, key: String)
    /// A spelling that a list gives for two codes.
    case sharedSpelling(String, [String])
    /// Records joined by names, where the key is not a single text.
    case joinByNames([String])
    /// Something in the resource that stops the reading, in the words of its reader.
    case reading(Message)
    /// The pipeline uses a table of one that could not be completed.
    case waitsFor(pipeline: String)
  }

  /// Why a file can't be read.
  public enum Trouble: String, Sendable, Hashable, CaseIterable {
    /// There is no such file.
    case missing
    /// It is a folder.
    case folder
    /// Permission was denied.
    case denied
    /// The system failed while reading.
    case failing
    /// It is not text in UTF-8.
    case notText
    /// It is a pipe, a socket or a device.
    case notAFile
  }

  /// Why a pattern can't be used.
  public enum PatternFault: Sendable, Hashable {
    /// It is no regular expression; the words of its reader follow.
    case syntax(String)
    /// It repeats nothing but repetitions, as `(a+)+`, which takes too long to try.
    case repeatedRepetition
    /// It names no group, as `(?<tahun>[0-9]+)`.
    case noGroup
  }

  /// The form of a value in a pipeline file.
  public enum Outline: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case nothing
    /// A text.
    case text
    /// A number.
    case number
    /// A whole number from 1.
    case ordinal
    /// `true` or `false`.
    case truth
    /// A list.
    case list
    /// Keys with values.
    case keys
    /// Exactly one key with its value.
    case oneKey
  }

  /// What a name can be the name of.
  public enum Thing: String, Sendable, Hashable, CaseIterable {
    /// A pipeline.
    case pipeline
    /// A resource or table.
    case table
    /// A field.
    case field
    /// A column on the way through the steps.
    case column
    /// A rule.
    case rule
    /// A code list.
    case list
    /// A code of a list.
    case code
    /// Value ranges.
    case bands
    /// A dataset.
    case dataset
    /// A resource, as `pipeline.resource`, or a list that comes from a file.
    case source
    /// A parameter.
    case parameter
  }

  /// What is wrong.
  public var reason: Reason
  /// Where.
  public var place: FilePlace

  /// Makes an error at a place.
  public init(_ reason: Reason, at place: FilePlace) {
    self.reason = reason
    self.place = place
  }

  /// Makes an error in a file, at a line and column from 1 where they are known.
  public init(_ reason: Reason, file: String, line: Int? = nil, column: Int? = nil) {
    self.init(reason, at: FilePlace(file: file, line: line, column: column))
  }
}

extension PipelineError {
  /// Several errors at once: everything that is wrong with a file.
  public struct Collection: Error, Sendable, Hashable {
    /// The errors, in the order of the file.
    public var errors: [PipelineError]

    /// Makes a collection.
    public init(_ errors: [PipelineError]) { self.errors = errors }
  }
}
