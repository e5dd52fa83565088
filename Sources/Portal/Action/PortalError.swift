public import Pipelines

/// What keeps something from being published.
public struct PortalError: Error, Sendable, Hashable {
  /// What happened.
  public enum Reason: Sendable, Hashable {
    /// No token was given.
    case noToken
    /// The token is empty or has characters that a token can't have.
    case unusableToken
    /// The file with the token can't be read.
    case noTokenFile
    /// Others than its owner may read or change the file with the token.
    case openTokenFile
    /// The address of the portal is not one, or would send the token in the clear.
    case unsafeAddress
    /// The codes of the region are none, or belong to different provinces.
    case wrongRegion(String)
    /// Nobody answers at the address.
    case unreachable(String)
    /// The certificate of the portal is not to be trusted.
    case untrusted(String)
    /// The connection broke, or took too long.
    case broken(String)
    /// The request could not be sent.
    case unsent(String)
    /// The portal, or a proxy before it, can't answer now.
    case failing(status: Int, words: String, pause: Int?)
    /// The portal says no.
    case refused(status: Int, words: String)
    /// The portal sends to another address.
    case redirected(to: String)
    /// The file is larger than the portal, or a proxy before it, takes.
    case tooLarge(status: Int)
    /// What answers is no CKAN.
    case notCKAN(status: Int)
    /// CKAN of a version that is not known to work.
    case otherVersion(String)
    /// The portal doesn't know the token, and took it for a stranger's.
    case anonymous
    /// The owner of the token may not publish for the organisation.
    case noRole(organisation: String)
    /// There is no group of that name.
    case noGroup(String)
    /// A dataset of this name is there, and Cermat didn't publish it.
    case foreignDataset
    /// The dataset belongs to another organisation.
    case otherOrganisation(String)
    /// What was published once is not there any more.
    case vanished(id: String)
    /// Somebody changed the dataset on the portal since it was published.
    case editedOnPortal([String])
    /// Somebody changed the dataset while it was being published.
    case editedMeanwhile
    /// The dataset changed between being read and being changed.
    case lockLost
    /// What was read back is not what was sent.
    case differs([String])
    /// The records of a resource don't come to stand in the DataStore.
    case notLoaded(resource: String, found: Int, expected: Int)
    /// The ledger can't be understood.
    case unreadableLedger
    /// A file can't be read.
    case unreadable(PipelineError)
    /// A file can't be written.
    case unwritten(OutputError)
  }

  /// What happened.
  public var reason: Reason
  /// What it happened to: an action, a dataset or a file.
  public var place: String

  /// Makes an error.
  init(_ reason: Reason, at place: String) {
    self.reason = reason
    self.place = place
  }

  /// True where the same may succeed in a while.
  var isTemporary: Bool {
    switch reason {
    case .failing, .broken, .unreachable: true
    default: false
    }
  }

  /// The seconds that the portal asked to wait.
  var pause: Int? {
    if case .failing(_, _, let pause) = reason { pause } else { nil }
  }
}
