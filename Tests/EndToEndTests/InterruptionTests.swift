import Foundation
import Glibc
import Testing

/// What is left when the work is cut short: by the disk, by a signal, by a sender who still writes.
@Suite struct InterruptionTests {
  private static let isRoot = geteuid() == 0

  /// Lines enough that a run takes some seconds.
  private static let bigInput = """
    { echo "Kode;Jumlah"; seq -f "K%.0f;17" 1 1500000; } > data.csv
    """

  @Test func killedRunLeavesTheLastGoodDataset() throws {
    let trial = try Trial()
    try trial.write(Contoh.pipeline("data"), to: "pipelines/data.yaml")
    try trial.write("Kode;Jumlah\nA;1\n", to: "data.csv")
    #expect(try trial.run("cermat run").status == 0)
    let good = trial.content("out/datasets/data/data.csv")
    #expect(good != nil)
    let killed = try trial.run(
      """
      \(Self.bigInput)
      cermat run --output out > /dev/null & pid=$!
      while kill -0 $pid 2> /dev/null && [ ! -e out/datasets/data/.data.csv.partial ]; do :; done
      kill -9 $pid; wait $pid
      """)
    #expect(killed.status == 128 + SIGKILL)
    #expect(trial.content("out/datasets/data/data.csv") == good)

    try trial.write("Kode;Jumlah\nB;2\n", to: "data.csv")
    #expect(try trial.run("cermat run").status == 0)
    #expect(
      trial.content("out/datasets/data/data.csv").map { String(decoding: $0, as: UTF8.self) }
        == "kode,jumlah\nB,2\n")
    let remains = trial.files(below: "out").filter {
      ($0.contains("/.") || $0.hasPrefix(".")) && $0 != ".cermat-lock"
    }
    #expect(remains == [], "left over: \(remains)")
  }

  @Test(.enabled(if: isRoot, "only root may mount a file system"))
  func fullDiskIsToldAndNothingIsHalfWritten() throws {
    let trial = try Trial()
    try trial.write(Contoh.pipeline("data"), to: "pipelines/data.yaml")
    let ended = try trial.run(
      """
      mkdir kecil
      mount -t tmpfs -o size=256k tmpfs kecil || { echo "no file system" >&2; exit 99; }
      echo "Kode;Jumlah" > data.csv; echo "A;1" >> data.csv
      cermat run --output kecil > baik.txt
      { echo "Kode;Jumlah"; seq -f "K%.0f;17" 1 60000; } > data.csv
      cermat run --output kecil; status=$?
      cat kecil/datasets/data/data.csv > sisa.csv; ls -A kecil kecil/datasets/data > isi.txt
      umount kecil
      exit $status
      """)
    if ended.status == 99 {
      print("skipped: a small file system can't be mounted here")
      return
    }
    #expect(ended.status == 2)
    #expect((ended.text + ended.complaintText).contains("ruang penyimpanan habis"))
    #expect(
      trial.content("sisa.csv").map { String(decoding: $0, as: UTF8.self) }
        == "kode,jumlah\nA,1\n")
    let listed = trial.content("isi.txt").map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(!listed.contains("partial"))
  }

  @Test(.enabled(if: isRoot, "only root may mount a file system"))
  func diskThatIsOnlyForReadingIsTold() throws {
    let trial = try Trial()
    try trial.write(Contoh.pipeline("data"), to: "pipelines/data.yaml")
    try trial.write("Kode;Jumlah\nA;1\n", to: "data.csv")
    let ended = try trial.run(
      """
      mkdir out
      mount -t tmpfs -o ro tmpfs out || { echo "no file system" >&2; exit 99; }
      cermat run; status=$?
      umount out
      exit $status
      """)
    if ended.status == 99 {
      print("skipped: a file system can't be mounted here")
      return
    }
    #expect(ended.status == 2)
    #expect(ended.complaintText.contains("izin ditolak"), "\(ended.complaintText)")
  }

  @Test(.enabled(if: !isRoot, "root may write everywhere"))
  func folderThatMayNotBeWrittenIsTold() throws {
    let trial = try Trial()
    try trial.write(Contoh.pipeline("data"), to: "pipelines/data.yaml")
    try trial.write("Kode;Jumlah\nA;1\n", to: "data.csv")
    let ended = try trial.run("mkdir out; chmod 555 out; cermat run")
    #expect(ended.status == 2)
    #expect(ended.complaintText.contains("izin ditolak"))
  }

  @Test func fileThatGrowsWhileItIsReadIsTold() throws {
    let trial = try Trial()
    try trial.write(Contoh.pipeline("data"), to: "pipelines/data.yaml")
    let ended = try trial.run(
      """
      \(Self.bigInput)
      { while :; do echo "Z;1" >> data.csv; sleep 0.01; done; } & writer=$!
      cermat run --fail-on warning; status=$?
      kill $writer
      exit $status
      """)
    #expect(ended.status == 1)
    #expect(ended.text.contains("ketika dibaca"), "\(ended.text)")
  }
}
