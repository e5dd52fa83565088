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
  const body = make("tbody", {});
  const columns = withGaps(excerpt.columns);
  body.append(make("tr", {}, make("th", { class: "edge", scope: "col" }, ""),
    columns.map((column) => edge(column, excerpt))));
  let last = null;
  for (const row of excerpt.rows) {
    if (last !== null && row.line > last + 1) body.append(gapRow(columns.length));
    body.append(excerptRow(excerpt, row, columns, marks));
    last = row.line;
  }
  return make("figure", { class: "piece" },
    make("figcaption", { class: "soft" }, data(title)),
    make("div", { class: "excerpt", tabindex: "0", role: "region", "aria-label": visible(title) },
      make("table", {}, body)));
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

function legend(marks) {
  const kinds = new Set([...marks.values()].map((mark) => mark.kind));
  return make("p", { class: "legend" }, ["bad", "source", "part"].filter((kind) => kinds.has(kind))
    .map((kind) => make("span", {}, make("i", { class: kind }), word(`mark-${kind}`))));
}
