import Testing

@testable import Spreadsheets

/// A page, what it shows, and the cells that it is read as.
struct PageCase: CustomTestStringConvertible, Sendable {
  var story: String
  var page: String
  var cells: [String]
  var testDescription: String { story }

  init(_ story: String, _ page: String, _ cells: [String]) {
    (self.story, self.page, self.cells) = (story, page, cells)
  }

  static let tables = [
    PageCase(
      "a plain table", "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
      ["A1 a", "B1 b", "A2 1", "B2 2"]),
    PageCase(
      "an empty row and empty cells keep their place",
      "<table><tr><td>a<td>&nbsp;<td>c<tr></tr><tr><td><br><td>2</table>",
      ["A1 a", "C1 c", "B3 2"]),
    PageCase(
      "head, body and foot in order",
      "<table><thead><tr><th>h</thead><tbody><tr><td>b</tbody><tfoot><tr><td>f</tfoot></table>",
      ["A1 h", "A2 b", "A3 f"]),
    PageCase(
      "cells that span columns and rows",
      """
      <table><tr><th rowspan=2>No</th><th colspan="2">Jumlah</th></tr>
      <tr><th>L</th><th>P</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>
      """,
      ["A1 No", "B1 Jumlah", "B2 L", "C2 P", "A3 1", "B3 2", "C3 3"]),
    PageCase(
      "text around a table becomes rows right above it, and after a blank row below it",
      "<h3>Jumlah Penduduk</h3><p>Tahun<br>2023</p><table><tr><td>a<td>b</table>Sumber: BPS",
      ["A1 Jumlah Penduduk", "A2 Tahun", "A3 2023", "A4 a", "B4 b", "A6 Sumber: BPS"]),
    PageCase(
      "a caption is a row above the table",
      "<table><caption>Tabel 1</caption><tr><td>a<td>b</table>", ["A1 Tabel 1", "A2 a", "B2 b"]),
    PageCase(
      "tables below each other with a blank row between",
      "<table><tr><td>a</table><table><tr><td>b</table>", ["A1 a", "A3 b"]),
    PageCase(
      "a table that only arranges others is none",
      """
      <table><tr><td>Logo</td><td>Judul</td></tr><tr><td colspan=2>
      <table><tr><td>a<td>b<tr><td>c<td>d</table></td></tr><tr><td>Kaki</td></tr></table>
      """,
      ["A1 Logo", "B1 Judul", "A2 a", "B2 b", "A3 c", "B3 d", "A5 Kaki"]),
    PageCase(
      "a small table in a cell is text of the cell",
      """
      <table><tr><td>1<td>x<tr><td>2<td>y<tr><td>3<td><table><tr><td>p</td><td>q</td></tr></table>
      </td></tr></table>
      """,
      ["A1 1", "B1 x", "A2 2", "B2 y", "A3 3", "B3 p q"]),
    PageCase(
      "text of a torn row goes on in the next row",
      "<table><tr><td>Daftar<table><tr><td>a<tr><td>b</table>selesai<td>x</table>",
      ["A1 Daftar", "A2 a", "A3 b", "A5 selesai", "B5 x"]),
  ]

  static let broken = [
    PageCase(
      "nothing is closed", "<table><tr><td>a<td>b<tr><td>c<td>d", ["A1 a", "B1 b", "A2 c", "B2 d"]),
    PageCase(
      "spans left open", "<table><tr><td><span>a<td><b>b<tr><td><font color=red>c<td>d</table>",
      ["A1 a", "B1 b", "A2 c", "B2 d"]),
    PageCase(
      "a hidden span left open hides nothing in the next cell",
      "<table><tr><td>x<span style='display:none'>key<td>b<td>c</table>",
      ["A1 x", "B1 b", "C1 c"]),
    PageCase(
      "attributes without quotes", "<TABLE border=1><TR><TD colspan=2 align=center>a<TD>b</TABLE>",
      ["A1 a", "C1 b"]),
    PageCase(
      "the table is closed too early",
      "<table><tr><td>a<td>b</td></tr></table></table><tr><td>c<td>d</td></tr></table>",
      ["A1 a", "B1 b", "A3 c", "B3 d"]),
    PageCase("rows without a table", "<tr><td>a<td>b<tr><td>c", ["A1 a", "B1 b", "A2 c"]),
    PageCase(
      "cells without a row", "<table><td>a<td>b<tr><td>c</table>", ["A1 a", "B1 b", "A2 c"]),
    PageCase(
      "a table left open before the next one",
      "<table><tr><td>a<td>b<tr><td>c<td>d<table><tr><td>e<td>f<tr><td>g<td>h</table>",
      ["A1 a", "B1 b", "A2 c", "B2 d", "A3 e", "B3 f", "A4 g", "B4 h"]),
    PageCase(
      "end tags of what was never begun",
      "<table><tr><td>a</div></span>b</td></font></tr></center></table>", ["A1 ab"]),
    PageCase(
      "text between the rows", "<table>x<tr><td>a</td></tr>y<tr><td>b</td></tr></table>",
      ["A1 x", "A2 a", "A3 y", "A4 b"]),
    PageCase("a NUL in the text", "<table><tr><td>a\0b<td>c</table>", ["A1 a b", "B1 c"]),
    PageCase(
      "Excel's conditional sections",
      """
      <table><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td>
      </tr><![endif]><tr><td>a</td></tr></table>
      """, ["A2 a"]),
    PageCase(
      "the file ends in a tag", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</t",
      ["A1 a", "B1 b", "A2 c"]),
    PageCase(
      "numbers of rows that are none",
      "<table><tr><td rowspan=x colspan=-2>a<td rowspan=99999999999>b<tr><td>c</table>",
      ["A1 a", "B1 b", "A2 c"]),
  ]

  static let texts = [
    PageCase(
      "blanks as shown", "<table><tr><td>  a \n\t b  <td>&nbsp;&nbsp;c &nbsp; d&nbsp;</table>",
      ["A1 a b", "B1   c   d"]),
    PageCase(
      "lines", "<table><tr><td>a<br/>b<br><br>c<br><td><p>d</p><p>e</p><td><div>f</div>g</table>",
      ["A1 a⏎b⏎⏎c", "B1 d⏎e", "C1 f⏎g"]),
    PageCase(
      "entities", "<table><tr><td>R&amp;D &lt;5 &#233; &eacute; &rp; &copy;<td>a&nbsp;b</table>",
      ["A1 R&D <5 é é &rp; ©", "B1 a b"]),
    PageCase(
      "scripts and styles",
      "<table><tr><td>a<script>var x='<td>';</script><style>b{}</style>c</table>",
      ["A1 ac"]),
    PageCase(
      "what is typed or chosen in a form",
      """
      <table><tr><td><input type=text value="12"><input type=hidden value=x>
      <td><select><option>a<option selected>b</select></table>
      """, ["A1 12", "B1 b"]),
    PageCase(
      "the mark of a footnote is no digit of the number",
      "<table><tr><td>12.345<sup>1)</sup><td>km<sup>2</sup><td>a<sup>*)</sup></table>",
      ["A1 12.345¹⁾", "B1 km²", "C1 a*⁾"]),
    PageCase("preformatted", "<table><tr><td><pre>a  b\nc</pre></table>", ["A1 a  b⏎c"]),
    PageCase("comments", "<table><tr><td>a<!-- <td>b -->c</table>", ["A1 ac"]),
    PageCase(
      "error values", "<table><tr><td>#REF!<td>#N/A<td>#1</table>",
      ["A1 error:#REF!", "B1 error:#N/A", "C1 #1"]),
  ]

  static let office = [
    PageCase(
      "numbers as stored",
      """
      <table><tr><td x:num="1234.5">1.234,5</td><td x:num>17</td><td x:num>1.234,5</td>
      <td x:str>0012</td><td x:str="a  b">a b</td></tr></table>
      """,
      ["A1 number:1234.5", "B1 number:17", "C1 1.234,5", "D1 0012", "E1 a b"]),
    PageCase(
      "formulas, truths and errors",
      """
      <table><tr><td x:num="3" x:fmla="=SUM(A1:B1)">3</td><td x:bool="TRUE">TRUE</td>
      <td x:err="#DIV/0!">#DIV/0!</td><td x:fmla="=A1"></td></tr></table>
      """,
      ["A1 number:3", "B1 boolean:1", "C1 error:#DIV/0!", "D1 withoutResult:"]),
    PageCase(
      "LibreOffice's values",
      """
      <table><tr><td sdval="0.25" sdnum="1033;0;0%">25%</td>
      <td sdval="7" sdnum="1033;">7</td><td sdval="1" sdnum="1033;0;BOOLEAN">TRUE</td>
      <td sdval="5" sdnum="1033;1057;0,0">5,0</td></tr></table>
      """,
      ["A1 number:0.25", "B1 number:7", "C1 boolean:1", "D1 5,0"]),
  ]
}

@Suite("Tables of web pages")
struct PageTableTests {
  @Test("Tables become rows", arguments: PageCase.tables)
  func tables(_ example: PageCase) throws {
    let cells = try ShownPage.cells(example.page)
    #expect(cells == example.cells)
  }

  @Test("Broken pages are read as they were meant", arguments: PageCase.broken)
  func broken(_ example: PageCase) throws {
    let cells = try ShownPage.cells(example.page)
    #expect(cells == example.cells)
  }

  @Test("Texts are what the page shows", arguments: PageCase.texts)
  func texts(_ example: PageCase) throws {
    let cells = try ShownPage.cells(example.page)
    #expect(cells == example.cells)
  }

  @Test("What Excel and LibreOffice note is used", arguments: PageCase.office)
  func office(_ example: PageCase) throws {
    let cells = try ShownPage.cells(example.page)
    #expect(cells == example.cells)
  }
}
