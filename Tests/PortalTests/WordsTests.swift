import Pipelines
import Tabular
import Testing

@testable import Portal

/// Every error is told in both languages with its remedy.
@Suite struct WordsTests {
  private static let errors: [(PortalError.Reason, String, String)] = [
    (.noToken, "tidak ada token; isi variabel CERMAT_CKAN_TOKEN", "there is no token; set"),
    (.unusableToken, "isinya kosong atau bukan token", "it is empty, or is not a token"),
    (.noTokenFile, "berkas token tidak dapat dibaca", "the token file can't be read"),
    (.openTokenFile, "dibaca atau diubah orang lain; jalankan 'chmod 600'", "run 'chmod 600'"),
    (.unsafeAddress, "bukan alamat https", "this is no https address"),
    (.wrongRegion("33.4"), "'33.4' bukan kode wilayah", "'33.4' is no region code"),
    (.unreachable("x"), "tidak dapat dihubungi (x); periksa 'url'", "can't be reached (x)"),
    (.untrusted("x"), "sertifikat portal tidak dapat dipercaya (x)", "not to be trusted (x)"),
    (.broken("x"), "sambungan putus (x); terbitkan lagi nanti", "broke (x); publish again later"),
    (.unsent("x"), "permintaan tidak dapat dikirim (x)", "could not be sent (x)"),
    (.failing(status: 503, words: "", pause: nil), "melayani (HTTP 503);", "serve (HTTP 503);"),
    (.refused(status: 409, words: "a: b"), "ditolak portal (HTTP 409): a: b;", "(HTTP 409): a: b"),
    (.redirected(to: "u"), "portal mengalihkan ke 'u'", "the portal sends to 'u'"),
    (.tooLarge(status: 413), "lebih besar daripada yang diterima", "larger than the portal takes"),
    (.notCKAN(status: 200), "yang menjawab bukan CKAN", "what answers is no CKAN"),
    (.otherVersion("2.9"), "CKAN 2.9; Cermat mengenal CKAN 2.10", "CKAN 2.9; Cermat knows CKAN"),
    (.anonymous, "portal tidak mengenal token ini", "the portal doesn't know this token"),
    (.noRole(organisation: "o"), "untuk organisasi 'o'; minta", "for the organisation 'o'; ask"),
    (.noGroup("g"), "grup 'g' tidak ada di portal", "the portal has no group 'g'"),
    (.foreignDataset, "bukan terbitan Cermat; beri nama lain", "Cermat didn't publish it"),
    (.otherOrganisation("o"), "milik organisasi 'o'", "belongs to the organisation 'o'"),
    (.vanished(id: "i"), "dengan id i sudah tidak ada", "with the id i is not on the portal"),
    (.editedOnPortal(["title", "tags"]), "sejak terbit: title, tags;", "published: title, tags;"),
    (.editedMeanwhile, "tidak ada yang ditimpa", "nothing was overwritten"),
    (.lockLost, "tidak ada yang ditimpa", "nothing was overwritten"),
    (.differs(["csv"]), "berbeda dari yang dikirim: csv", "differs from what was sent: csv"),
    (.notLoaded(resource: "r", found: 1, expected: 2), "1 dari 2 rekaman", "1 of 2 records"),
    (.unreadableLedger, "buku besar penerbitan tidak dapat dibaca", "the ledger of publications"),
    (.unwritten(OutputError(path: "p", reason: .noSpace)), "p: kesalahan:", "p: error:"),
  ]

  @Test(arguments: errors.indices)
  func tells(_ index: Int) {
    let (reason, indonesian, english) = Self.errors[index]
    let message = PortalError(reason, at: "tempat").message
    #expect(message.indonesian.contains(indonesian) && message.indonesian.contains(";"))
    #expect(message.english.contains(english) && message.english.contains(";"))
    #expect(!message.indonesian.contains("tidak diketahui"))
  }

  @Test(
    arguments: [
      (.createDataset, "buat dataset (belum tampak)", "create the dataset (hidden)"),
      (.createResource(key: "csv"), "buat sumber daya 'csv'", "create the resource 'csv'"),
      (.dictionary(anew: false), "perbarui kamus data", "renew the data dictionary"),
      (.field(name: "title", from: "a", to: "b"), "title: 'a' menjadi 'b'", "title: 'a' to 'b'"),
      (
        .upload(key: "csv", bytes: 7), "unggah berkas 'csv' (7 bita)",
        "upload the file 'csv' (7 bytes)"
      ),
      (.load(records: 3), "muat 3 rekaman ke DataStore", "load 3 records into the DataStore"),
      (.show, "tampilkan untuk umum", "show it to everybody"),
    ] as [(Change, String, String)])
  func tells(_ change: Change, _ indonesian: String, _ english: String) {
    #expect(change.message.indonesian == indonesian && change.message.english == english)
  }
}
