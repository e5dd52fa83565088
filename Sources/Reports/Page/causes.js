// The list of causes, and what one shows when it is opened.

function cause(number) {
  const [severity, confidence, mechanism, indonesian, english, cells, evidence, alternatives,
    bounded, excerpts] = causeAt(number - 1);
  return {
    number, severity, confidence, mechanism, bounded,
    message: { id: indonesian, en: english },
    cells: cells.map(([resource, sheet, address, line, column, label, raw, proposal]) => ({
      resource: report.resources[resource], sheet, cell: address, line, column, label, raw,
      proposal,
    })),
    evidence: evidence.map(cell),
    alternatives: alternatives.map(([id, en]) => ({ id, en })),
    excerpts: excerpts.map(([resource, sheet, columns, rows]) => ({
      resource: report.resources[resource], sheet, columns,
      rows: rows.map(([line, header, texts]) => ({ line, header: header === 1, cells: texts })),
    })),
  };
}

function distinct(texts) { return [...new Set(texts.filter(Boolean))]; }

function causeNode(number) {
  const one = cause(number);
  const indexes = findingsOf[number];
  const pipelines = distinct(indexes.map(pipelineOf));
  const offices = distinct(indexes.slice(0, 50).map(officeOf));
  const about = [word("findingCount", indexes.length), ...pipelines, ...offices].join(" · ");
  const details = make("details", {}, make("summary", {},
    make("span", { class: "rank" }, String(number)),
    make("span", { class: "telling" },
      make("span", { class: "tags" }, tag(one.severity, word(one.severity)),
        tag("plain", word(`confidence-${one.confidence}`)),
        one.mechanism === "unknown" ? null : tag("plain", word(`mechanism-${one.mechanism}`))),
      make("span", { class: "sentence" }, data(one.message[language], {}, sentenceLength)),
      make("span", { class: "about" }, data(about))),
    make("span", { class: "arrow", "aria-hidden": "true" }, "▸")));
  const item = make("li", { class: `cause ${one.severity}`, id: `cause-${number}` }, details);
  details.addEventListener("toggle", () => {
    item.classList.toggle("is-open", details.open);
    if (details.open) fill(details, one, indexes);
    if (!isPrinting) opened(number, details.open);
  });
  return item;
}

function fill(details, one, indexes) {
  if (details.querySelector(".inside")) return;
  const marks = marksOf(one, indexes);
  const inside = make("div", { class: "inside" }, one.cells.length > 0 ? wrongTable(one) : null);
  if (one.bounded) inside.append(make("p", { class: "soft" }, word("bounded")));
  if (one.excerpts.length > 0) {
    inside.append(make("h3", {}, word("excerpt")),
      ...one.excerpts.map((excerpt) => excerptNode(excerpt, marks)), legend(marks));
  }
  const drawing = drawingOf(one, indexes, marks);
  if (drawing) {
    inside.append(make("h3", {}, word("relation")),
      make("div", { class: "relation" }, drawing));
  }
  if (one.alternatives.length > 0) {
    inside.append(make("h3", {}, word("alternatives")), make("ul", { class: "others" },
      one.alternatives.map((other) => make("li", {}, data(other[language], {}, sentenceLength)))));
  }
  inside.append(make("h3", {}, word("explains", indexes.length)),
    pagedList("cited", indexes, 10, findingItem));
  inside.append(make("div", { class: "actions" },
    copyButton("copyLink", () => linkTo(one.number))));
  details.append(inside);
  showMarks(inside);
}

// The first relation of the cause that can be drawn, those around its wrong cells first.
function drawingOf(one, indexes, marks) {
  const near = indexes.slice(0, 60).map(finding);
  const root = placeKey(one.cells[0] ?? {});
  const touching = near.filter((other) => other.cells.some((part) => placeKey(part) === root));
  const telling = touching.filter((other) => proposes(one.cells[0], other));
  for (const candidate of [...telling, ...touching, ...near]) {
    const drawing = relationNode(candidate, marks, one.excerpts);
    if (drawing) return drawing;
  }
  return null;
}

// True where a finding is about a cell and expects in it what is proposed.
function proposes(wrong, other) {
  if (!wrong?.proposal || other.expected === null) return false;
  if (placeKey(wrong) !== placeKey(other.cells[0])) return false;
  return number(other.expected) === wrong.proposal || addends([{ raw: wrong.proposal }],
    other.expected) !== null;
}

function wrongTable(one) {
  const body = make("tbody", {});
  const table = make("table", { class: "wrong" },
    make("thead", {}, make("tr", {}, ["place", "stated", "expected"].map(
      (name) => make("th", { scope: "col" }, word(name))))), body);
  const box = make("div", {}, table);
  const first = 6;
  body.append(...one.cells.slice(0, first).map(wrongRow));
  if (one.cells.length <= first) return box;
  const rest = button(word("showMore", one.cells.length - first), { class: "small" }, () => {
    body.append(...one.cells.slice(first).map(wrongRow));
    rest.remove();
  });
  box.append(rest);
  return box;
}

function wrongRow(wrong) {
  return make("tr", {}, make("td", {}, placeNode(wrong)),
    make("td", { class: "stands", "data-name": word("stated") }, orNothing(wrong.raw)),
    make("td", { class: "should", "data-name": word("expected") },
      wrong.proposal === null ? make("span", { class: "nothing" }, word("notKnown"))
        : orNothing(wrong.proposal)));
}
