import Pipelines
public import Tabular

extension PortalError {
  /// What happened, to what, and the remedy.
  public var message: Message {
    switch reason {
    case .unreadable(let error): return error.message
    case .unwritten(let error): return error.message
    default: break
    }
    let (fact, remedy) = (reason.fact, reason.remedy)
    return Message(errorAt: place, fact, remedy: remedy)
  }
}

extension PortalError.Reason {
  fileprivate var fact: Message {
    switch self {
    case .noToken, .unusableToken, .noTokenFile, .openTokenFile, .unsafeAddress, .noRole,
      .anonymous, .noGroup, .otherVersion, .wrongRegion:
      accessFact
    case .foreignDataset, .otherOrganisation, .vanished, .editedOnPortal, .editedMeanwhile,
      .lockLost, .differs, .notLoaded, .unreadableLedger:
      datasetFact
    default: connectionFact
    }
  }

  fileprivate var remedy: Message {
    switch self {
    case .noToken, .unusableToken, .noTokenFile, .openTokenFile, .unsafeAddress, .noRole,
      .anonymous, .noGroup, .otherVersion, .wrongRegion:
      accessRemedy
    case .foreignDataset, .otherOrganisation, .vanished, .editedOnPortal, .editedMeanwhile,
      .lockLost, .differs, .notLoaded, .unreadableLedger:
      datasetRemedy
    default: connectionRemedy
    }
  }
}

// MARK: who may publish where

extension PortalError.Reason {
  private var accessFact: Message {
    switch self {
    case .noToken: Message(indonesian: "tidak ada token", english: "there is no token")
    case .unusableToken:
      Message(
        indonesian: "isinya kosong atau bukan token",
        english: "it is empty, or is not a token")
    case .noTokenFile:
      Message(
        indonesian: "berkas token tidak dapat dibaca", english: "the token file can't be read")
    case .openTokenFile:
      Message(
        indonesian: "berkas token dapat dibaca atau diubah orang lain",
        english: "others may read or change the token file")
    case .unsafeAddress:
      Message(
        indonesian: "bukan alamat https, token akan terkirim tanpa sandi",
        english: "this is no https address, the token would be sent in the clear")
    case .noRole(let organisation):
      Message(
        indonesian: "pemilik token tidak boleh menerbitkan untuk organisasi '\(organisation)'",
        english: "the owner of the token may not publish for the organisation '\(organisation)'")
    case .anonymous:
      Message(
        indonesian: "portal tidak mengenal token ini", english: "the portal doesn't know this token"
      )
    case .noGroup(let name):
      Message(
        indonesian: "grup '\(name)' tidak ada di portal",
        english: "the portal has no group '\(name)'")
    case .wrongRegion(let code):
      Message(
        indonesian: "'\(code)' bukan kode wilayah, atau kedua kodenya tidak seprovinsi",
        english: "'\(code)' is no region code, or the two codes are of different provinces")
    case .otherVersion(let version):
      Message(
        indonesian: "portal memakai CKAN \(version)", english: "the portal runs CKAN \(version)")
    default: connectionFact
    }
  }

  private var accessRemedy: Message {
    switch self {
    case .noToken:
      Message(
        indonesian: "isi variabel CERMAT_CKAN_TOKEN atau pakai '--token-file BERKAS'",
        english: "set CERMAT_CKAN_TOKEN or use '--token-file FILE'")
    case .unusableToken:
      Message(
        indonesian: "buat token di halaman pengguna pada portal",
        english: "make a token on the user page of the portal")
    case .noTokenFile:
      Message(
        indonesian: "periksa jalur dan izinnya", english: "check its path and permissions")
    case .openTokenFile:
      Message(
        indonesian: "jalankan 'chmod 600' sebagai pemiliknya",
        english: "run 'chmod 600' on it as its owner")
    case .unsafeAddress:
      Message(
        indonesian: "tulis alamat https; http hanya untuk 127.0.0.1 dan localhost",
        english: "give an https address; http is only for 127.0.0.1 and localhost")
    case .noRole:
      Message(
        indonesian: "minta pengelola portal memberi peran editor",
        english: "ask the portal's administrator for the role of an editor")
    case .anonymous:
      Message(
        indonesian: "buat token baru di halaman pengguna pada portal",
        english: "make a new token on the user page of the portal")
    case .wrongRegion:
      Message(
        indonesian: "tulis 'regions' seperti kemendagri: \"33.04\", bps: \"3304\"",
        english: "write 'regions' as kemendagri: \"33.04\", bps: \"3304\"")
    case .noGroup:
      Message(
        indonesian: "periksa namanya, atau buat grupnya di portal",
        english: "check its name, or create the group on the portal")
    default:
      Message(
        indonesian: "Cermat mengenal CKAN 2.10 sampai 2.12",
        english: "Cermat knows CKAN 2.10 to 2.12")
    }
  }
}

// MARK: the connection

extension PortalError.Reason {
  private var connectionFact: Message {
    switch self {
    case .unreachable(let words):
      Message(
        indonesian: "portal tidak dapat dihubungi (\(words))",
        english: "the portal can't be reached (\(words))")
    case .untrusted(let words):
      Message(
        indonesian: "sertifikat portal tidak dapat dipercaya (\(words))",
        english: "the certificate of the portal is not to be trusted (\(words))")
    case .broken(let words):
      Message(
        indonesian: "sambungan putus (\(words))", english: "the connection broke (\(words))")
    case .unsent(let words):
      Message(
        indonesian: "permintaan tidak dapat dikirim (\(words))",
        english: "the request could not be sent (\(words))")
    case .failing(let status, let words, _):
      Message(
        indonesian: "portal tidak dapat melayani (HTTP \(status))" + Self.behind(words),
        english: "the portal can't serve (HTTP \(status))" + Self.behind(words))
    case .refused(let status, let words):
      Message(
        indonesian: "ditolak portal (HTTP \(status))" + Self.behind(words),
        english: "refused by the portal (HTTP \(status))" + Self.behind(words))
    case .redirected(let address):
      Message(
        indonesian: "portal mengalihkan ke '\(address)'",
        english: "the portal sends to '\(address)'")
    case .tooLarge(let status):
      Message(
        indonesian: "berkas lebih besar daripada yang diterima portal (HTTP \(status))",
        english: "the file is larger than the portal takes (HTTP \(status))")
    case .notCKAN(let status):
      Message(
        indonesian: "yang menjawab bukan CKAN (HTTP \(status))",
        english: "what answers is no CKAN (HTTP \(status))")
    default: Message(indonesian: "tidak diketahui", english: "unknown")
    }
  }

  private var connectionRemedy: Message {
    switch self {
    case .unreachable, .redirected, .notCKAN:
      Message(
        indonesian: "periksa 'url' pada setelan portal serta jaringannya",
        english: "check 'url' in the portal settings, and the network")
    case .untrusted:
      Message(
        indonesian: "minta pengelola portal memperbaiki sertifikatnya",
        english: "ask the portal's administrator to mend it")
    case .tooLarge:
      Message(
        indonesian: "minta pengelola portal menaikkan ckan.max_resource_size dan batas proksinya",
        english: "ask the administrator to raise ckan.max_resource_size and the limit of the proxy"
      )
    case .refused:
      Message(
        indonesian: "perbaiki yang disebut, lalu terbitkan lagi",
        english: "mend what is named, then publish again")
    default:
      Message(
        indonesian: "terbitkan lagi nanti; yang sudah terbit tetap utuh",
        english: "publish again later; what was published stays whole")
    }
  }

  private static func behind(_ words: String) -> String { words.isEmpty ? "" : ": \(words)" }
}
