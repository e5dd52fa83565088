import CMalloc

/// Keeps the memory of used blocks in the process, and lets all threads share it.
///
/// A block and its cells take some 5 MiB, which glibc by default returns to the system when they
/// are freed, so that every page of every block is fetched anew: that costs more than finding the
/// cells. And it gives each thread an arena of its own, so that what one thread frees another does
/// not get (mallopt(3)).
enum FreedMemory {
  /// Sets the limits, the first time it is called.
  static func keep() { _ = isSet }

  private static let isSet: Bool = {
    let results = [
      mallopt(M_MMAP_THRESHOLD, 32 << 20), mallopt(M_TRIM_THRESHOLD, 64 << 20),
      mallopt(M_ARENA_MAX, 1),
    ]
    return results.allSatisfy { $0 == 1 }
  }()
}
