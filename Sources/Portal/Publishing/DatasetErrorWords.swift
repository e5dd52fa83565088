import Tabular

/// What happened to a dataset on the portal, and the remedies.
extension PortalError.Reason {
  var datasetFact: Message {
    switch self {
    case .foreignDataset:
      Message(
        indonesian: "dataset dengan nama ini sudah ada di portal dan bukan terbitan Cermat",
        english: "a dataset of this name is on the portal already, and Cermat didn't publish it")
    case .otherOrganisation(let name):
      Message(
        indonesian: "dataset ini milik organisasi '\(name)'",
        english: "this dataset belongs to the organisation '\(name)'")
    case .vanished(let id):
      Message(
        indonesian: "yang pernah terbit dengan id \(id) sudah tidak ada di portal",
        english: "what was published with the id \(id) is not on the portal any more")
    case .editedOnPortal(let fields):
      Message(
        indonesian: "diubah orang di portal sejak terbit: \(fields.joined(separator: ", "))",
        english:
          "somebody changed it on the portal since it was published: "
          + fields.joined(separator: ", "))
    case .editedMeanwhile, .lockLost:
      Message(
        indonesian: "diubah orang di portal selagi diterbitkan; tidak ada yang ditimpa",
        english: "somebody changed it on the portal meanwhile; nothing was overwritten")
    case .differs(let things):
      Message(
        indonesian: "yang dibaca kembali berbeda dari yang dikirim: "
          + things.joined(separator: ", "),
        english: "what was read back differs from what was sent: "
          + things.joined(separator: ", "))
    case .notLoaded(let resource, let found, let expected):
      Message(
        indonesian: "'\(resource)' belum termuat di DataStore: \(found) dari \(expected) rekaman",
        english: "'\(resource)' is not loaded into the DataStore: \(found) of \(expected) records")
    default:
      Message(
        indonesian: "buku besar penerbitan tidak dapat dibaca",
        english: "the ledger of publications can't be read")
    }
  }

  var datasetRemedy: Message {
    switch self {
    case .foreignDataset:
      Message(
        indonesian: "beri nama lain lewat 'datasets' atau 'prefix' pada setelan portal",
        english: "give it another name by 'datasets' or 'prefix' in the portal settings")
    case .otherOrganisation:
      Message(
        indonesian: "periksa 'organisation' pada setelan portal",
        english: "check 'organisation' in the portal settings")
    case .vanished:
      Message(
        indonesian: "minta pengelola portal memulihkannya, agar id dan URL tetap sama",
        english: "ask the portal's administrator to restore it, so that id and URL stay the same")
    case .editedOnPortal:
      Message(
        indonesian: "pindahkan perubahan itu ke berkas pipeline, atau timpa dengan '--overwrite'",
        english: "take the change over into the pipeline file, or use '--overwrite'")
    case .editedMeanwhile, .lockLost:
      Message(
        indonesian: "lihat perubahannya dengan '--dry-run', lalu terbitkan lagi",
        english: "look at the change with '--dry-run', then publish again")
    case .differs:
      Message(
        indonesian: "laporkan ke pengelola portal, lalu terbitkan lagi",
        english: "tell the portal's administrator, then publish again")
    case .notLoaded:
      Message(
        indonesian: "minta pengelola portal memeriksa pemuat data (XLoader), lalu terbitkan lagi",
        english: "ask the portal's administrator to check the loader (XLoader), then publish again")
    default:
      Message(
        indonesian: "pindahkan berkasnya; buku yang baru dibuat dari isi portal",
        english: "move the file away; a new ledger is made from what the portal holds")
    }
  }
}
