import Tabular

extension RuleForm {
  static let overRecords: [RuleForm] = [
    RuleForm(
      name: "rollup", syntax: "rollup(a, …) [by keys]",
      meaning: Message(
        indonesian: """
          Setiap jenjang berjumlah sama dengan jenjang di atasnya. Jenjang dinyatakan dengan \
          'levels:' pada tabelnya: menurut urutan, menurut kode, atau menurut induk.
          """,
        english: """
          Every level sums to the one above. Levels are declared by 'levels:' of the table: by \
          position, by code, or by parent.
          """),
      examples: [
        Example(
          "rollup(n)",
          table: """
            kode:code | n:amount
            5 | 30
            5.1 | 10
            5.2 | 20 !
            5.2.1 | 12
            5.2.2 | 9
            """)
      ]),
    RuleForm(
      name: "unique", syntax: "unique(fields)",
      meaning: Message(
        indonesian: "Kunci tidak berulang.", english: "A key does not stand twice."),
      examples: [
        Example(
          "unique(kode, tahun)",
          table: """
            kode:code | tahun:integer
            x | 2023
            x | 2024
            x ! | 2023
            """)
      ]),
    RuleForm(
      name: "complete", syntax: "complete(field [in list], …) [by keys]",
      meaning: Message(
        indonesian: """
          Dalam setiap kelompok, setiap kombinasi nilai ada rekamannya: nilai dari daftar, atau \
          semua nilai yang pernah muncul.
          """,
        english: """
          In every group every combination of values has a record: the values of the list, else \
          all that ever appear.
          """),
      examples: [
        Example(
          "complete(umur) by kode",
          table: """
            kode:code | umur
            a | 0-4
            a | 5-9
            b | 0-4
            b | 5-9
            """)
      ]),
    RuleForm(
      name: "series", syntax: "series(field) [by keys]",
      meaning: Message(
        indonesian: "Nomor urut berjalan 1, 2, 3 … dalam setiap berkas.",
        english: "Numbers run 1, 2, 3 … through every source."),
      examples: [
        Example(
          "series(no)",
          table: """
            no:code | nama
            1. | a
             | b
            2. | c
            4. ! | d
            """)
      ]),
    RuleForm(
      name: "monotone", syntax: "monotone(expression, order) [by keys]",
      meaning: Message(
        indonesian: """
          Nilai dalam setiap kelompok tidak pernah turun, atau tidak pernah naik, menurut urutan \
          field kedua: tahun, periode, tanggal, atau nomor. Rekaman tanpa nilai dilewati. Yang \
          dicurigai adalah rekaman paling sedikit yang, bila dihapus, membuat deretnya benar; \
          nilai yang tertulis sendiri lebih dipercaya daripada yang tersirat dari beberapa sel. \
          Bila data tidak menentukan yang mana, semuanya disebut.
          """,
        english: """
          The values of every group never fall, or never rise, in the order of the second field: a \
          year, period, day or number. Records without a value are passed over. Those are suspected \
          of which the fewest have to go to make it hold; a value that stands in a cell of its own \
          is believed rather than one that several cells imply. Where the data do not settle which, \
          all are named.
          """),
      examples: [
        Example(
          "monotone(if target is present then target else realisasi / capaian * 100, tahun) by sasaran",
          table: """
            sasaran | tahun:period | target:index | realisasi:index | capaian:index
            SPBE | 2019 | | 1,93 | 100
            SPBE | 2020 | | 2,52 | 109,57
            SPBE | 2021 | | 2,42 | 96,8
            SPBE | 2022 | | 2,86 ! | 104
            SPBE | 2023 | 2,5 | 3,29 | 131,6
            SKM | 2022 | | 83,80 | 104,75
            SKM | 2023 | 84 | 84,39 | 100,46
            """),
        Example(
          "monotone(panjang, tahun)",
          table: """
            tahun:code | panjang:decimal
            2021 | 10,0
            2022 | 14,0 !
            2023 | 12,0
            2024 | 13,0
            """),
      ]),
    RuleForm(
      name: "in", syntax: "field in list",
      meaning: Message(
        indonesian: "Nilai ada dalam daftar kode.", english: "A value is in a code list."),
      examples: [
        Example(
          "semester in (\"1\", \"2\")",
          table: """
            semester:code
            1
            3 !
            """)
      ]),
    RuleForm(
      name: "names", syntax: "names(field) in list [where …]",
      meaning: Message(
        indonesian: """
          Nama ada dalam daftar, sebagai nama baku atau ejaan yang diterima. Beda ejaan adalah \
          catatan ('near-miss:' mengubahnya), nama lain untuk hal yang sama adalah peringatan, nama \
          yang tidak ada adalah kesalahan. Nama yang sama dekatnya dengan dua nama dianggap tidak ada.
          """,
        english: """
          A name is in a list, as the official name or an accepted spelling. A slip in spelling is a \
          note ('near-miss:' changes that), another name for the same thing a warning, an absent \
          name an error. A name as near to one as to another counts as absent.
          """),
      examples: [
        Example(
          "names(kegiatan) in nomenklatur",
          table: """
            kegiatan
            pengadaan mebel
            Penyediaan Gaji ASN
            Pengelola Media Komunikasi Publik !
            Perangkat Daerah Penyediaan Gaji dan Tunjangan ASN !
            Pengadaan Gedung !
            """)
      ]),
    RuleForm(
      name: "band", syntax: "category = band(number, bands)",
      meaning: Message(
        indonesian: "Kategori sesuai dengan rentang nilainya.",
        english: "A category fits the band of its value."),
      examples: [
        Example(
          "predikat = band(indeks, predikat)",
          table: """
            indeks:index | predikat
            3,62 | Sangat Baik
            3,20 | Sangat Baik !
            """)
      ]),
  ]
}
