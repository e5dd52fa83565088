import Pipelines
import RunHistory
import Tabular

/// What is said about the history and the lock.
extension Words {
  static func locked(_ folder: String, by holder: String?) -> Message {
    let who = holder.map { " (\($0))" } ?? ""
    return Message(
      indonesian:
        "\(folder): proses lain\(who) sedang menulis ke folder ini; tunggu sampai selesai atau pilih folder lain dengan '--output'",
      english:
        "\(folder): another run\(who) is writing to this folder; wait for it to end or choose another with '--output'"
    )
  }

  static func historyPutAside(_ path: String, as aside: String) -> Message {
    Message(
      indonesian: "\(path): riwayat rusak; disimpan sebagai \(aside), dan riwayat baru dimulai",
      english: "\(path): the history is damaged; it is kept as \(aside), and a new one is begun")
  }

  static func notNotified(_ command: String, status: Int) -> Message {
    Message(
      indonesian: "'\(command)' gagal (\(status)); kabar tentang yang baru tidak terkirim",
      english: "'\(command)' failed (\(status)); the news was not sent")
  }

  static func noHistory(_ path: String) -> Message {
    Message(
      indonesian: "\(path): belum ada riwayat; jalankan 'cermat run' dahulu",
      english: "\(path): there is no history yet; run 'cermat run' first")
  }

  static func accepted(_ finding: PastFinding, until: String) -> Message {
    Message(
      indonesian: "\(finding.fingerprint) diterima sampai \(until): \(finding.message.indonesian)",
      english: "\(finding.fingerprint) is accepted until \(until): \(finding.message.english)")
  }

  static func withdrawn(_ finding: PastFinding) -> Message {
    Message(
      indonesian:
        "\(finding.fingerprint) tidak diterima lagi: \(finding.message.indonesian)",
      english: "\(finding.fingerprint) is no longer accepted: \(finding.message.english)")
  }

  static func wasNotAccepted(_ start: String) -> Message {
    Message(
      indonesian: "\(start): temuan itu memang tidak sedang diterima",
      english: "\(start): that finding was not accepted anyway")
  }

  /// A line of the list of runs.
  static func run(_ run: PastRun) -> Message {
    Message(
      indonesian:
        "\(run.number)  \(run.started)  \(run.status)  \(run.errors) kesalahan, \(run.warnings) peringatan; +\(run.appeared) baru, \(run.changed) berubah, -\(run.gone) selesai",
      english:
        "\(run.number)  \(run.started)  \(run.status)  \(run.errors) errors, \(run.warnings) warnings; +\(run.appeared) new, \(run.changed) changed, -\(run.gone) resolved"
    )
  }

  static func notCompared(_ pipelines: [String]) -> Message {
    let names = pipelines.joined(separator: ", ")
    return Message(
      indonesian: "tidak dibandingkan, karena tidak selesai pada kedua proses: \(names)",
      english: "not compared, because they did not come to their end in both runs: \(names)")
  }

  static func otherInputs(_ paths: [String]) -> Message {
    let names = paths.joined(separator: ", ")
    return Message(
      indonesian: "berkas yang berubah, baru, atau tidak dibaca lagi: \(names)",
      english: "files that changed, are new, or were not read any more: \(names)")
  }

  static let sameFindings = Message(
    indonesian: "temuan kedua proses sama", english: "both runs found the same")
}
