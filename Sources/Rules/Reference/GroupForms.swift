import Tabular

extension RuleForm {
  static let overGroups: [RuleForm] = [
    RuleForm(
      name: "total", syntax: "total(a, …) = sum(a, …) by keys",
      meaning: Message(
        indonesian: "Total yang tertulis sama dengan jumlah rinciannya, dalam setiap kelompok.",
        english: "The stated total is the sum of the others, in every group."),
      examples: [
        Example(
          "total(pria, wanita) = sum(pria, wanita) by kode",
          table: """
            kode:code | umur | pria:count | wanita:count
            33.04 | 0-4 | 10 | 20
            33.04 | 5-9 | 11 | 21
            33.04 | Jumlah | 21 | 42 !
            """, totals: "umur = \"Jumlah\"")
      ]),
    RuleForm(
      name: "share", syntax: "percent = a / total(a) by keys",
      meaning: Message(
        indonesian: "Bagian dari total kelompoknya.", english: "A share of the group's total."),
      examples: [
        Example(
          "persen = jumlah / total(jumlah) by kode",
          table: """
            kode:code | umur | jumlah:count | persen:percent
            a | 0-4 | 51 | 25,50%
            a | 5-9 | 149 | 74,51% !
            a | Jumlah | 200 | 100,00%
            """, totals: "umur = \"Jumlah\"")
      ]),
    RuleForm(
      name: "aggregate", syntax: "a = sum(a where …) by keys",
      meaning: Message(
        indonesian: "Satu rekaman menyatakan jumlah rekaman lain dalam kelompoknya.",
        english: "A record states the sum of other records of its group."),
      examples: [
        Example(
          "pria = sum(pria where kode != kecamatan) by kecamatan", when: "kode = kecamatan",
          table: """
            kode:code | kecamatan:code | pria:count
            1.1 | 1 | 5
            1.2 | 1 | 6
            1 | 1 | 12 !
            """)
      ]),
    RuleForm(
      name: "count", syntax: "count([condition]) = n",
      meaning: Message(
        indonesian: "Banyaknya rekaman.", english: "The number of records."),
      examples: [
        Example(
          "count(nomor is present) = 2",
          table: """
            nomor:code | nama
            1. | SETDA
             | BAGIAN HUKUM
            2. | SETWAN
            """)
      ]),
  ]

  static let overTables: [RuleForm] = [
    RuleForm(
      name: "agrees", syntax: "agrees(a, …) with table on key[, here = there]",
      meaning: Message(
        indonesian: """
          Fakta yang sama tertulis sama di kedua tabel. Rekaman dipasangkan menurut kunci; nama \
          yang berbeda satu dua huruf tetap dipasangkan dan dicatat, nama lain untuk hal yang sama \
          dipasangkan dengan peringatan bila kuncinya satu teks. Angka bulatan yang hanya \
          bertemu di batas pembulatannya (98,50 dan 98,51) adalah peringatan.
          """,
        english: """
          The same fact stands the same in both tables. Records are paired by the key; names that \
          differ by a slip are paired and noted, other names for the same thing are paired with a \
          warning where the key is a single text. Rounded figures that meet only at the border of \
          rounding (98.50 and 98.51) are a warning.
          """),
      examples: [
        Example(
          "agrees(anggaran) with rekap on uraian",
          table: """
            uraian | anggaran:amount
            Pengadaan Mebel | 33 !
            Gaji | 20
            """,
          others: [
            "rekap": """
            uraian | anggaran:amount
            gaji | 20
            pengadaan mebel | 34
            """
          ])
      ]),
    RuleForm(
      name: "members",
      syntax: "members(a.x [where …]) = members(b.y [where …]),  members(a.x) in members(b.y)",
      meaning: Message(
        indonesian: """
          Kedua daftar beranggota sama; dengan 'in' yang kanan boleh punya anggota lain. Beda ejaan \
          adalah catatan ('near-miss:' mengubahnya), nama lain untuk hal yang sama adalah peringatan, \
          anggota yang hilang adalah kesalahan.
          """,
        english: """
          Two lists have the same members; with 'in' the right one may have others. A slip in \
          spelling is a note ('near-miss:' changes that), another name for the same thing a warning, \
          an absent member an error.
          """),
      examples: [
        Example(
          "members(tabel.nama) = members(lain.nama)",
          table: """
            nama
            KECAMATAN PAGANTAN !
            INSPEKTORAT
            """, others: ["lain": "nama\nInspektorat\nKECAMATAN PAGENTAN"]),
        Example(
          "members(tabel.program) = members(lain.program)",
          table: """
            program
            Program Aplikasi Informatika !
            Program Statistik Sektoral
            """,
          others: [
            "lain": """
            program
            Program Pengelolaan Aplikasi Informatika
            Program Statistik Sektoral
            """
          ]),
        Example(
          "members(tabel.kegiatan) in members(target.kegiatan)",
          table: """
            kegiatan
            Layanan Hubungan Media
            Pengadaan Mebel !
            """, others: ["target": "kegiatan\nLayanan Hubungan Media\nPelayanan Informasi Publik"]),
      ]),
    RuleForm(
      name: "lookup", syntax: "table[condition].field,  table.total(a),  sum(table.a)",
      meaning: Message(
        indonesian: "Nilai dari tabel lain dipakai dalam hitungan.",
        english: "Values of other tables take part in a calculation."),
      examples: [
        Example(
          "tabel[kode = \"IKU-2\"].realisasi = sum(media.pengikut) / penduduk.total(jumlah)",
          table: """
            kode:code | realisasi:percent
            IKU-2 | 29,26 !
            """,
          others: [
            "media": "nama | pengikut:count\nx | 308.000\ny | 560",
            "penduduk": "umur | jumlah:count\nJumlah | 1.054.804",
          ], totals: "umur = \"Jumlah\"")
      ]),
  ]
}
