// A piece of a source as it looks, with the cells that matter marked.

function marksOf(cause, indexes) {
  const marks = new Map();
  function mark(place, kind, proposal) {
    const key = placeKey(place);
    if (key && !marks.has(key)) marks.set(key, { kind, proposal });
  }
  for (const wrong of cause.cells) mark(wrong, "bad", wrong.proposal);
  for (const source of cause.evidence) mark(source, "source");
  for (const index of indexes.slice(0, 200)) {
    for (const part of finding(index).cells) mark(part, "part");
  }
  return marks;
}

function excerptNode(excerpt, marks) {
  const title = excerpt.resource + (excerpt.sheet ? `, ${word("sheet")} '${excerpt.sheet}'` : "");
  const columns = withGaps(excerpt.columns);
  const head = make("thead", {}, make("tr", {}, make("th", { class: "edge", scope: "col" }, ""),
    columns.map((column) => edge(column, excerpt))));
  const body = make("tbody", {});
  let last = null;
  for (const row of excerpt.rows) {
    // The labels above the records stay in sight; they may be at most three rows of them.
    const place = row.header && !body.firstChild && head.childNodes.length < 4 ? head : body;
    if (last !== null && row.line > last + 1) place.append(gapRow(columns.length));
    place.append(excerptRow(excerpt, row, columns, marks));
    last = row.line;
  }
  return make("figure", { class: "piece" },
    make("figcaption", { class: "soft" }, data(title)),
    make("div", { class: "excerpt", tabindex: "0", role: "region", "aria-label": visible(title) },
      make("table", {}, head, body)));
}

// The columns with their positions, and null where some are left out.
function withGaps(columns) {
  const result = [];
  columns.forEach((column, index) => {
    if (index > 0 && column > columns[index - 1] + 1) result.push(null);
    result.push({ column, index });
  });
  return result;
}

function edge(column, excerpt) {
  if (!column) return make("th", { class: "gap" }, "⋯");
  const name = excerpt.sheet === null ? String(column.column) : letters(column.column);
  return make("th", { class: "edge", scope: "col" }, name);
}

function letters(column) {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

function gapRow(width) {
  return make("tr", {}, make("td", { class: "gap", colspan: String(width + 1) }, "⋯"));
}

function excerptRow(excerpt, row, columns, marks) {
  return make("tr", {}, make("th", { class: "edge", scope: "row" }, String(row.line)),
    columns.map((column) => {
      if (!column) return make("td", { class: "gap" }, "⋯");
      const text = row.cells[column.index] ?? "";
      const key = `${excerpt.resource}\n${excerpt.sheet ?? ""}\n${row.line}:${column.column}`;
      return excerptCell(text, row.header, marks.get(key));
    }));
}

function excerptCell(text, isHeader, mark) {
  const kinds = [isHeader ? "label" : "", /^[-+(]?[\d.,\s]+[)%]?$/.test(text) ? "number" : "",
    mark?.kind ?? ""];
  const node = make("td", { class: kinds.filter(Boolean).join(" ") || null });
  if (mark?.kind !== "bad") {
    node.append(data(text));
    return node;
  }
  node.append(make("span", { class: "seen-only" }, `${word("wrongCell")}: `));
  node.append(make("span", { class: "stands" }, orNothing(text)));
  if (mark.proposal !== null && mark.proposal !== undefined) {
    node.append(make("span", { class: "should" }, "→ ", orNothing(mark.proposal)));
  }
  return node;
}

// Brings the first wrong cell of each piece into its box.
function showMarks(inside) {
  for (const box of inside.querySelectorAll(".excerpt")) {
    const bad = box.querySelector("td.bad") ?? box.querySelector("td.source, td.part");
    // Labels as tall as that would leave no room for the records.
    const head = box.querySelector("thead");
    box.classList.toggle("loose", head.offsetHeight > box.clientHeight * 0.35);
    if (!bad) continue;
    box.scrollTop = Math.max(0, bad.offsetTop + bad.offsetHeight - box.clientHeight * 0.6);
    box.scrollLeft = Math.max(0, bad.offsetLeft + bad.offsetWidth - box.clientWidth + 24);
  }
}

function legend(marks) {
  const kinds = new Set([...marks.values()].map((mark) => mark.kind));
  return make("p", { class: "legend" }, ["bad", "source", "part"].filter((kind) => kinds.has(kind))
    .map((kind) => make("span", {}, make("i", { class: kind }), word(`mark-${kind}`))));
}
