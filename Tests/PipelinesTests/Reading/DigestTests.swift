import Testing

@testable import Pipelines

@Suite struct DigestTests {
  /// The examples of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isSHA256(_ text: String, _ digest: String) {
    #expect(Digest.sha256(Array(text.utf8)) == digest)
  }

  @Test func piecesDoNotMatter() {
    let bytes = Array("Banjarnegara 33.04".utf8)
    let digest = Digest()
    for byte in bytes { withUnsafeBytes(of: byte) { digest.update($0) } }
    #expect(digest.finish() == Digest.sha256(bytes))
  }
}
