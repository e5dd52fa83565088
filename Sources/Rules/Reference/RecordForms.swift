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
