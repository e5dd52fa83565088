// The broken relation, drawn where its cells tell how the figures belong together.

// A decimal as a whole number and its decimals; null where the text is none.
function decimal(text, group, mark) {
  const bare = text.replace(/[\s\u00a0%]|Rp\.?/g, "").split(group).join("").replace(mark, ".");
  const parts = /^\(?(-?)([0-9]+)(?:\.([0-9]+))?\)?$/.exec(bare);
  if (!parts) return null;
  const isNegative = parts[1] === "-" || bare.startsWith("(");
  const digits = BigInt(parts[2] + (parts[3] ?? ""));
  return { digits: isNegative ? -digits : digits, scale: (parts[3] ?? "").length };
}

function total(terms) {
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  let digits = 0n;
  for (const term of terms) digits += term.digits * 10n ** BigInt(scale - term.scale);
  return { digits, scale };
}

function isEqual(one, other) {
  const scale = Math.max(one.scale, other.scale);
  return one.digits * 10n ** BigInt(scale - one.scale)
    === other.digits * 10n ** BigInt(scale - other.scale);
}

// The figures of cells under the convention in which their sum is `wanted`; null where none is.
function addends(cells, wanted) {
  const expected = decimal(wanted, ",", ".");
  for (const [group, mark] of [[".", ","], [",", "."]]) {
    const terms = cells.map((part) => decimal(part.raw, group, mark));
    if (expected && terms.every(Boolean) && isEqual(total(terms), expected)) return terms;
  }
  return null;
}

function relationNode(one, marks, excerpts) {
  const stated = one.cells.find((part) => part.role === "stated" || part.role === "whole");
  const parts = one.cells.filter((part) => part.role === "part");
  if (one.expected === null) return null;
  if (parts.length > 1 && one.more === 0) {
    const sums = one.stated !== null && addends(parts, one.expected);
    if (sums && stated) return sumNode(one, parts, stated, marks, excerpts);
    if (one.kind === "ratio" && stated && parts.length === 2) {
      return fractionNode(one, parts, stated, marks);
    }
    if (one.stated !== null && addends(parts, one.stated)) return sumNode(one, parts, null, marks, excerpts);
  }
  const other = one.cells.find((part) => part.role === "other");
  if (stated && other && ["agreement", "members"].includes(one.kind)) {
    return pairNode(stated, other, one, marks);
  }
  if (one.difference !== null) return statedNode(one, stated, marks);
  const isWritten = ["reference", "members", "numeral", "category", "spelled"].includes(one.kind);
  return stated && isWritten ? pairNode(stated, null, one, marks) : null;
}

function isBad(part, marks) { return part && marks.get(placeKey(part) ?? "")?.kind === "bad"; }

function shortPlace(part) {
  const file = part.resource.split("/").pop();
  if (part.sheet) return `${part.sheet}!${part.cell ?? ""}`;
  return part.line ? `${file}:${part.line}` : file;
}

function sumRow(name, value, kinds, sign) {
  return make("tr", { class: kinds || null }, make("th", { scope: "row" }, name),
    make("td", {}, sign ?? ""), make("td", {}, value));
}

// A part by what its row is called in the source, else by its label, with its place.
function partName(part, excerpts) {
  const name = rowName(part, excerpts);
  const place = data(shortPlace(part), { class: "where" });
  return name ? [data(name, {}, 70), " ", place] : [place];
}

function rowName(part, excerpts) {
  const found = position(part);
  if (!found) return null;
  const home = excerpts.find((one) => one.resource === part.resource && one.sheet === part.sheet);
  const row = home?.rows.find((one) => one.line === found[0]);
  return row?.cells.find((text) => /\p{L}{2}/u.test(text)) ?? null;
}

// Parts above each other, the line, what they add up to, what is stated, and the difference.
function sumNode(one, parts, stated, marks, excerpts) {
  const shown = parts.length > 14 ? parts.slice(0, 12) : parts;
  const body = make("tbody", {});
  shown.forEach((part, index) => {
    body.append(sumRow(partName(part, excerpts), data(part.raw), isBad(part, marks) ? "bad" : "",
      index ? "+" : ""));
  });
  if (shown.length < parts.length) {
    body.append(sumRow(word("moreParts", parts.length - shown.length), "…", "", "+"));
  }
  const reached = stated ? one.expected : one.stated;
  body.append(sumRow(word("sumOfParts"), number(reached), "line result", "="));
  if (stated) {
    body.append(sumRow([word("stated"), " · ", data(shortPlace(stated))], data(stated.raw),
      isBad(stated, marks) ? "bad" : "", ""));
  } else {
    body.append(sumRow(word("expected"), number(one.expected), "", ""));
  }
  return make("table", { class: "sum" }, withDifference(body, one));
}

function withDifference(body, one) {
  if (one.difference !== null) {
    body.append(sumRow(word("difference"), number(one.difference), "off", ""));
  }
  return body;
}

function fractionNode(one, [part, base], stated, marks) {
  function side(cell) {
    return make("span", { class: isBad(cell, marks) ? "stands" : null }, data(cell.raw),
      make("small", {}, data(cell.label ?? shortPlace(cell))));
  }
  return make("div", { class: "fraction" },
    make("span", { class: "over" }, side(part), side(base)), make("span", {}, "="),
    make("span", {}, number(one.expected), make("small", {}, word("calculated"))),
    make("span", {}, "≠"),
    make("span", { class: isBad(stated, marks) ? "stands" : null }, data(stated.raw),
      make("small", {}, word("stated"))),
    make("span", { class: "soft" }, `${word("difference")} ${number(one.difference ?? "")}`));
}

// Two cells that should state the same, or a cell and what it should say, with what differs between
// them marked.
function pairNode(stated, other, one, marks) {
  const texts = other ? [stated.raw, other.raw] : [one.stated ?? stated.raw, one.expected];
  const [left, right] = texts.map((text) => Array.from(visible(text)));
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < Math.min(left.length, right.length) - start
    && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  function side(part, signs, text, name) {
    const changed = signs.slice(start, signs.length - end).join("");
    const isLong = signs.length > clipLength;
    const value = isLong ? data(text) : make("bdi", {}, signs.slice(0, start).join(""),
      changed ? make("mark", {}, changed) : null, signs.slice(signs.length - end).join(""));
    return make("div", { class: isBad(part, marks) ? "bad" : null },
      make("span", { class: "value" }, value), make("small", {}, name));
  }
  return make("div", {}, make("div", { class: "pair" },
    side(stated, left, texts[0], data(placeText(stated))),
    side(other, right, texts[1], other ? data(placeText(other)) : word("expected"))),
    one.difference === null ? null
      : make("p", { class: "soft" }, `${word("difference")} ${number(one.difference)}`));
}

// Only what is stated against what was calculated: how is told by the sentence.
function statedNode(one, stated, marks) {
  const body = make("tbody", {}, sumRow(word("calculated"), number(one.expected), "", ""),
    sumRow(word("stated"), stated ? data(stated.raw) : number(one.stated ?? ""),
      isBad(stated, marks) ? "bad" : "", ""));
  return make("table", { class: "sum" }, withDifference(body, one));
}
