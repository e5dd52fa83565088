// What the report holds. Lists stand in pieces, which are read when they are first needed.
const report = JSON.parse(document.getElementById("report").textContent);

function pieces(kind, size) {
  const nodes = document.querySelectorAll(`script[data-list="${kind}"]`);
  const read = [];
  return (index) => {
    const piece = Math.floor(index / size);
    read[piece] ??= JSON.parse(nodes[piece].textContent);
    return read[piece][index % size];
  };
}

const findingAt = pieces("findings", report.piece);
const causeAt = pieces("causes", report.piece);
const findingCount = report.findings.severity.length;
const causeCount = report.causes.severity.length;
const severities = { e: "error", w: "warning", n: "note" };

// The positions of the findings of each cause, and of those without one (0).
const findingsOf = Array.from({ length: causeCount + 1 }, () => []);
for (let index = 0; index < findingCount; index += 1) {
  const cause = report.findings.cause[index];
  findingsOf[cause <= causeCount ? cause : 0].push(index);
}

function severityOf(list, index) { return severities[list.severity[index]]; }
function ruleOf(index) { return report.rules[report.findings.rule[index]]; }
function pipelineOf(index) { return ruleOf(index).pipeline; }
function officeOf(index) { return report.offices[report.findings.office[index]] ?? null; }

// A finding as it is used here; its cells name their files by number.
function finding(index) {
  const [kind, verdict, stated, expected, difference, settled, indonesian, english, more, cells] =
    findingAt(index);
  return {
    kind, verdict, stated, expected, difference, settled, more,
    message: { id: indonesian, en: english }, cells: cells.map(cell),
  };
}

function cell([role, resource, sheet, address, line, column, label, raw]) {
  return { role, resource: report.resources[resource], sheet, cell: address, line, column, label,
    raw };
}

// The line and the column, from 1, of a place; null where it has none.
function position(place) {
  const parts = /^([A-Z]+)([0-9]+)$/.exec(place.cell ?? "");
  if (!parts) return place.line && place.column ? [place.line, place.column] : null;
  let column = 0;
  for (const letter of parts[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(parts[2]), column];
}

function placeKey(place) {
  const found = position(place);
  return found ? `${place.resource}\n${place.sheet ?? ""}\n${found[0]}:${found[1]}` : null;
}

// What a search looks through.
function searchable(index) {
  const one = finding(index);
  const rule = ruleOf(index);
  const texts = [one.message.id, one.message.en, one.stated, one.expected, rule.id, rule.title,
    rule.pipeline, officeOf(index)];
  for (const part of one.cells) {
    texts.push(part.resource, part.sheet, part.cell, part.label, part.raw);
  }
  return texts.join("\n").toLowerCase();
}
