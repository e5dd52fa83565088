import ArgumentParser
import Glibc
import Pipelines
import Portal
import Reports
import Tabular

/// `cermat publish`: validated datasets to a portal.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Send validated datasets to a CKAN portal, and change nothing there twice.",
    discussion: """
      What passed its rules in an earlier run is read from the output folder; nothing from \
      quarantine is sent. The token of the portal stands in the environment, in CERMAT_CKAN_TOKEN, \
      or in a file that only its owner may read. Ends with 1 where a dataset may not be published \
      (personal data, missing metadata), with 2 where the portal could not be brought up to date.
      """)

  @Argument(
    help: ArgumentHelp(
      "Names of datasets, or pipeline/dataset; all by default.", valueName: "dataset"))
  var datasets: [String] = []

  @Option(
    help: ArgumentHelp("The settings of the portal.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var portal = "portal.yaml"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The output folder of the run.", valueName: "folder"),
    completion: .directory)
  var output = "out"

  @Option(
    help: ArgumentHelp(
      "A file with the token, instead of CERMAT_CKAN_TOKEN.", valueName: "file"),
    completion: .file())
  var tokenFile: String?

  @Flag(help: "Only tell what would change on the portal.") var dryRun = false
  @Flag(help: "Download and compare every file, whatever the ledger says.") var verify = false
  @Flag(help: "Write over what others changed on the portal.") var overwrite = false
  @Option(help: "Seconds to wait until the portal's loader has filled the DataStore.")
  var loaderWait = 180
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let settings: PortalFile
    do throws(PipelineError.Collection) {
      settings = try PortalFile(reading: portal)
    } catch {
      for error in error.errors { complain(error.message) }
      throw ExitStatus.incomplete
    }
    let status: ExitCode
    do throws(PortalError) {
      status = try publish(settings)
    } catch {
      complain(error.message)
      throw ExitStatus.incomplete
    }
    if status.rawValue != 0 { throw status }
  }

  func validate() throws {
    guard (1...86_400).contains(loaderWait) else {
      throw ValidationError("--loader-wait takes a whole number from 1 to 86400")
    }
  }

  private var language: Language { languageOption.language }

  private func complain(_ message: Message) {
    Terminal.complain(message.text(in: language) + "\n")
  }

  private func tell(_ message: Message) { Terminal.print(message.text(in: language) + "\n") }

  /// Examines everything first, then sends what may be sent.
  private func publish(_ settings: PortalFile) throws(PortalError) -> ExitCode {
    let all = try ValidatedDataset.all(in: output)
    let unknown = datasets.filter { name in !all.contains { $0.name == name || $0.key == name } }
    for name in unknown { complain(Words.noDataset(name, in: output)) }
    let chosen = all.filter { dataset in
      datasets.isEmpty || datasets.contains(dataset.name) || datasets.contains(dataset.key)
    }
    if all.isEmpty { complain(Words.noDatasets(in: output)) }
    guard unknown.isEmpty, !all.isEmpty else { return ExitStatus.incomplete }
    let publications = try Publication.all(chosen, settings)
    for publication in publications { publication.obstacles.forEach(complain) }
    let sound = publications.filter(\.obstacles.isEmpty)
    let isComplete = sound.isEmpty ? true : try send(sound, settings)
    if !isComplete { return ExitStatus.incomplete }
    return sound.count < publications.count ? ExitStatus.findings : ExitCode.success
  }

  /// Sends datasets one after the other; one that fails doesn't keep the next from being sent.
  private func send(
    _ publications: [Publication], _ settings: PortalFile
  ) throws(PortalError) -> Bool {
    let folder = output + "/portal/" + Self.folderName(settings.url)
    var options = Publisher.Options()
    (options.overwrites, options.verifies) = (overwrite, verify)
    options.loaderSeconds = loaderWait
    let policy = RetryPolicy(wait: { usleep(UInt32($0) * 1000) })
    var publisher = try Publisher(
      settings, token: token(), folder: folder, transport: CurlTransport(), policy: policy,
      options: options)
    var receipt = Receipt(of: publisher, at: WallClock.now())
    var failures = 0
    for publication in publications {
      do throws(PortalError) {
        if dryRun {
          tell(Words.wouldChange(publication.name, try publisher.changes(for: publication)))
        } else {
          let dataset = try publisher.publish(publication)
          receipt.datasets.append(dataset)
          tell(Words.published(dataset))
        }
      } catch {
        complain(error.message)
        failures += 1
      }
    }
    if !dryRun { try receipt.write(to: folder) }
    return failures == 0
  }

  private func token() throws(PortalError) -> Token {
    if let tokenFile { return try Token(file: tokenFile) }
    let name = "CERMAT_CKAN_TOKEN"
    guard let value = getenv(name) else { throw Token.missing(name) }
    return try Token(String(cString: value), from: name)
  }

  /// What stands for a portal in the output folder: `data.example.go.id`, `127.0.0.1-5055`.
  private static func folderName(_ url: String) -> String {
    let rest = url.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
    return String(
      rest.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
  }
}
