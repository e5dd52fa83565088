import Tabular

extension RuleForm {
  static let arithmetic: [RuleForm] = [
    RuleForm(
      name: "arithmetic", syntax: "a + b = c",
      meaning: Message(
        indonesian: "Hitungan di dalam satu rekaman cocok, di setiap rekaman.",
        english: "A calculation within a record holds, in every record."),
      examples: [
        Example(
          "pria + wanita = jumlah",
          table: """
            umur | pria:count | wanita:count | jumlah:count
            0-4 | 32.840 | 30.961 | 63.801
            5-9 | 42.855 | 40.267 | 83.123 !
            """),
        Example(
          "efisiensi = anggaran - realisasi", when: "realisasi is present",
          table: """
            anggaran:amount | realisasi:amount | efisiensi:amount
            9.000.000 | 8.884.400 | 115.600
            5.000.000 |  | 0
            """),
      ]),
    RuleForm(
      name: "ratio", syntax: "percent = part / whole",
      meaning: Message(
        indonesian: """
          Persentase sesuai dengan pembagiannya dalam batas angka yang tercetak: 29,25 % mewakili \
          29,245 sampai 29,255.
          """,
        english: """
          A percentage fits its division within what was printed: 29,25 % stands for 29.245 to \
          29.255.
          """),
      examples: [
        Example(
          "persen = realisasi / anggaran",
          table: """
            anggaran:amount | realisasi:amount | persen:percent
            13.000.000 | 12.821.200 | 98,62
            4.752.223.688 | 4.641.508.992 | 97,55 !
            """)
      ]),
    RuleForm(
      name: "comparison", syntax: "a <= b,  a between x and y",
      meaning: Message(
        indonesian: "Nilai berada dalam batasnya.", english: "A value keeps within its bounds."),
      examples: [
        Example(
          "anggaran >= realisasi",
          table: """
            anggaran:amount | realisasi:amount
            10 | 10
            10 ! | 11
            """),
        Example(
          "nilai between 1 and 4",
          table: """
            nilai:integer
            4
            5 !
            """),
      ]),
    RuleForm(
      name: "previous", syntax: "a = previous(a[, n]) + …",
      meaning: Message(
        indonesian: "Nilai berantai dari rekaman sebelumnya dalam berkas yang sama.",
        english: "A value follows from records before it in the same source."),
      examples: [
        Example(
          """
          nilai = previous(nilai, 2) + (if previous(tahap) contains "pengurangan" \
          then -previous(nilai) else previous(nilai))
          """, when: "tahap = \"Menjadi\"",
          table: """
            tahap | nilai:amount
            Anggaran murni | 9.260
            Refocusing (pengurangan) | 616
            Menjadi | 8.644
            Perubahan (kenaikan) | 100
            Menjadi | 8.745 !
            """)
      ]),
    RuleForm(
      name: "words", syntax: "text = words(number)",
      meaning: Message(
        indonesian: "Terbilang sesuai dengan angkanya, dengan ejaan yang diterima.",
        english: "A number in words spells the number, in any accepted spelling."),
      examples: [
        Example(
          "terbilang = words(nilai)",
          table: """
            nilai:amount | terbilang
            1.011 | seribu sebelas rupiah
            2.000.000.000 | dua miliar seribu !
            2.000.000.000 | dua milyar
            """)
      ]),
  ]
}
