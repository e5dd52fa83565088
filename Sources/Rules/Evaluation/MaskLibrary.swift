/// One mask for each condition, however many rules name it.
final class MaskLibrary {
  /// Whether masks keep the truths of the last batch, to be asked again.
  enum Memory {
    /// They do; batches must be told apart by their first record and count.
    case lastBatch
    /// They don't.
    case none
  }

  let memory: Memory
  private var nodes: [String: MaskNode] = [:]

  init(_ memory: Memory) { self.memory = memory }

  /// The mask of a condition over the records of one table.
  func node(for condition: Condition) -> MaskNode {
    let written = "\(condition)"
    if let known = nodes[written] { return known }
    let made = MaskNode(condition, in: self)
    nodes[written] = made
    return made
  }
}

extension CodeSet: CustomStringConvertible {
  /// The name, which tells one list from another within a catalogue.
  var description: String { "list \(name)" }
}
