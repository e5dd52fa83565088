public import Pipelines

/// Brings datasets to a portal.
///
/// A dataset is published by looking at the portal, doing the next thing that is missing, and
/// looking again until nothing is missing. So whatever became of a request that got no answer, of a
/// portal that failed or of a run that was killed, the next look tells, and nothing is done twice.
public struct Publisher {
  /// What the user wants besides.
  public struct Options: Sendable {
    /// Whether what others changed on the portal is written over.
    public var overwrites = false
    /// Whether files are compared although the ledger says that they were.
    public var verifies = false
    /// Seconds to wait for the portal's loader.
    public var loaderSeconds = 180

    /// Makes options.
    public init() {}
  }

  let settings: PortalFile
  let api: ActionAPI
  let policy: RetryPolicy
  let options: Options
  var ledger: Ledger
  var facts: PortalFacts

  /// Looks at the portal and makes sure that the owner of the token may publish there.
  ///
  /// - Parameters:
  ///   - settings: The settings of the portal.
  ///   - token: Who publishes.
  ///   - folder: The folder for what belongs to the portal: ledger and receipt.
  ///   - transport: How requests are sent.
  ///   - policy: How often they are tried.
  ///   - options: What the user wants besides.
  /// - Throws: `PortalError` where nothing can be published.
  public init(
    _ settings: PortalFile, token: Token, folder: String, transport: any HTTPTransport,
    policy: RetryPolicy, options: Options = Options()
  ) throws(PortalError) {
    guard Self.isSafe(settings.url) else {
      throw PortalError(.unsafeAddress, at: settings.url)
    }
    self.settings = settings
    self.policy = policy
    self.options = options
    let api = ActionAPI(site: settings.url, token: token, transport: transport)
    self.api = api
    ledger = try Ledger(in: folder, of: settings.url)
    facts = try policy.trying { () throws(PortalError) in try PortalFacts(api, settings) }
  }

  /// What would change on the portal.
  ///
  /// - Parameter publication: What is to be published.
  /// - Returns: Everything that is missing, in the order in which it would be done.
  /// - Throws: `PortalError` where it could not be published.
  public mutating func changes(for publication: Publication) throws(PortalError) -> [Change] {
    let plan = publication.plan
    let (api, facts, options, ledger) = (api, facts, options, ledger)
    return try policy.trying { () throws(PortalError) in
      var look = try Look(plan, api, facts, ledger[plan.dataset.key])
      if !options.overwrites { try look.refuseEdits() }
      return try look.changes(verifying: options.verifies)
    }
  }

  /// Publishes a dataset.
  ///
  /// - Parameter publication: What is to be published.
  /// - Returns: What was changed, and where the dataset is.
  /// - Throws: `PortalError` where it could not be finished; what was published before is whole.
  public mutating func publish(_ publication: Publication) throws(PortalError) -> Receipt.Dataset {
    let plan = publication.plan
    var (attempt, locks) = (1, 0)
    var done: [Change] = []
    var base: PortalState?
    while true {
      do throws(PortalError) {
        var look = try Look(plan, api, facts, ledger[plan.dataset.key])
        if !options.overwrites { try look.refuseEdits() }
        if let base, let now = look.state, !now.isSameContent(as: base) {
          throw PortalError(.editedMeanwhile, at: plan.name)
        }
        base = nil
        let changes = try look.changes(verifying: options.verifies && done.isEmpty)
        if let entry = look.entry(pending: !changes.isEmpty) {
          try ledger.enter(entry, for: plan.dataset.key)
        }
        guard let next = Step(first: changes) else {
          return Receipt.Dataset(plan, look, changed: !done.isEmpty, done: done)
        }
        guard done.filter({ $0 == next.change }).count < 2 else {
          throw PortalError(.differs([next.change.place]), at: plan.name)
        }
        done += next.changes
        do throws(PortalError) {
          try perform(next, look, plan)
          if case .load = next.change { try enterLoaded(plan) }
        } catch  where error.reason == .lockLost && locks < 5 {
          // The loader writes into resources too: only what people can edit is looked at.
          (base, locks) = (look.state, locks + 1)
          done.removeLast(next.changes.count)
        }
      } catch  where error.isTemporary && attempt < policy.attempts {
        policy.wait(policy.pause(after: attempt, asked: error.pause))
        attempt += 1
      }
    }
  }

  /// Enters that the DataStore was filled with the CSV of a plan.
  private mutating func enterLoaded(_ plan: DatasetPlan) throws(PortalError) {
    guard var entry = ledger[plan.dataset.key] else { return }
    entry.loaded = plan.dataset.sha256
    try ledger.enter(entry, for: plan.dataset.key)
  }

  private static func isSafe(_ url: String) -> Bool {
    if url.hasPrefix("https://"), url.count > 8, !url.contains("@") { return true }
    return ["http://127.0.0.1", "http://localhost"].contains { start in
      guard url.hasPrefix(start) else { return false }
      let next = url.dropFirst(start.count).first
      return (next == nil || next == ":" || next == "/") && !url.contains("@")
    }
  }
}

extension RetryPolicy {
  /// Tries something that changes nothing until it succeeds or the attempts are used up.
  func trying<Result>(_ body: () throws(PortalError) -> Result) throws(PortalError) -> Result {
    var attempt = 1
    while true {
      do throws(PortalError) {
        return try body()
      } catch  where error.isTemporary && attempt < attempts {
        wait(pause(after: attempt, asked: error.pause))
        attempt += 1
      }
    }
  }
}
