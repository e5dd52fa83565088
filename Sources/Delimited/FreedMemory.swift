import Glibc

/// Keeps the memory of used blocks in the process.
///
/// A block and its cells take some 5 MiB, which glibc by default returns to the system when they
/// are freed, so that every page of every block is fetched anew: that costs more than finding the
/// cells. glibc raises its limits when a large allocation is freed (mallopt(3), dynamic mmap
/// threshold): after one of 31 MiB it keeps up to 62 MiB. Nothing of it is touched, so it takes no
/// memory itself.
enum FreedMemory {
  /// Raises the limits, the first time it is called.
  static func keep() { _ = raised }

  private static let raised: Bool = {
    guard let large = malloc(31 << 20) else { return false }
    // A call that the compiler can't see through, lest it leave the allocation out.
    _ = Glibc.read(-1, large, 0)
    free(large)
    return true
  }()
}
