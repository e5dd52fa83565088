import Pipelines
import Tabular

/// Writes a page: markup of the program as it is, everything else escaped.
struct HTMLWriter {
  /// Where the page goes.
  var stream: TextStream

  /// Writes markup of the program itself.
  mutating func markup(_ markup: String) { stream.write(markup) }

  /// Writes a text from data, set apart from the direction of the text around it.
  mutating func data(_ text: String) {
    stream.write("<bdi>")
    stream.write(HTMLText.escaped(text))
    stream.write("</bdi>")
  }

  /// Writes words in both languages, of which the page shows one.
  mutating func words(_ message: Message) {
    guard message.indonesian != message.english else {
      return stream.write(HTMLText.escaped(message.english))
    }
    stream.write("<span lang=\"id\">")
    stream.write(HTMLText.escaped(message.indonesian))
    stream.write("</span><span lang=\"en\">")
    stream.write(HTMLText.escaped(message.english))
    stream.write("</span>")
  }

  /// Writes an element around words in both languages.
  mutating func element(_ tag: String, class kind: String = "", _ message: Message) {
    open(tag, class: kind)
    words(message)
    stream.write("</\(tag)>")
  }

  /// Writes an element around a text from data.
  mutating func element(_ tag: String, class kind: String = "", data text: String) {
    open(tag, class: kind)
    data(text)
    stream.write("</\(tag)>")
  }

  private mutating func open(_ tag: String, class kind: String) {
    stream.write(kind.isEmpty ? "<\(tag)>" : "<\(tag) class=\"\(kind)\">")
  }

  /// Writes the head of a row: one label a column, `number` above figures.
  mutating func tableHead(_ labels: [(words: Message, isNumber: Bool)]) {
    stream.write("<thead><tr>")
    for label in labels {
      stream.write(label.isNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
      words(label.words)
      stream.write("</th>")
    }
    stream.write("</tr></thead>\n")
  }
}
