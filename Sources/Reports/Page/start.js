// Filters, their state in the address, and the beginning of everything.
const fields = ["q", "pipeline", "severity", "office"];
const state = { q: "", pipeline: "", severity: "", office: "", cause: "" };
const pageStep = 50;
const printLimit = 200;
let isPrinting = false;
let round = 0;

function field(name) { return document.getElementById(`filter-${name}`); }

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const name of [...fields, "cause"]) state[name] = given.get(name) ?? "";
  const wanted = given.get("lang");
  if (wanted === "id" || wanted === "en") language = wanted;
}

function address() {
  const parts = new URLSearchParams();
  for (const name of [...fields, "cause"]) if (state[name]) parts.set(name, state[name]);
  if (language !== report.language) parts.set("lang", language);
  return parts.toString();
}

function writeAddress() {
  const text = address();
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}

function linkTo(number) {
  const parts = new URLSearchParams({ cause: String(number) });
  if (language !== report.language) parts.set("lang", language);
  return `${location.href.split("#")[0]}#${parts}`;
}

function opened(number, isOpen) {
  if (isOpen) state.cause = String(number);
  else if (state.cause === String(number)) state.cause = "";
  writeAddress();
}

// Which findings pass the filters; null where another search has begun meanwhile.
async function passing() {
  const mine = ++round;
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const passes = new Uint8Array(findingCount);
  let slice = performance.now();
  for (let index = 0; index < findingCount; index += 1) {
    if (state.pipeline && pipelineOf(index) !== state.pipeline) continue;
    if (state.severity && severityOf(report.findings, index) !== state.severity) continue;
    if (state.office && officeOf(index) !== state.office) continue;
    if (words.length > 0) {
      const text = searchable(index);
      if (!words.every((one) => text.includes(one))) continue;
      if (index % 64 === 0 && performance.now() - slice > 60) {
        await new Promise((resume) => { setTimeout(resume); });
        if (mine !== round) return null;
        slice = performance.now();
      }
    }
    passes[index] = 1;
  }
  return mine === round ? passes : null;
}

function causePasses(number, passes) {
  if (findingsOf[number].some((index) => passes[index] === 1)) return true;
  if (!state.q || state.pipeline || state.office) return false;
  if (state.severity && severityOf(report.causes, number - 1) !== state.severity) return false;
  const one = cause(number);
  const text = `${one.message.id}\n${one.message.en}`.toLowerCase();
  return state.q.toLowerCase().split(/\s+/).every((part) => text.includes(part));
}

async function show() {
  const passes = await passing();
  if (!passes) return;
  const numbers = [];
  for (let number = 1; number <= causeCount; number += 1) {
    if (causePasses(number, passes)) numbers.push(number);
  }
  const wanted = Number(state.cause);
  const list = document.getElementById("cause-list");
  list.replaceChildren(pagedList("causes", numbers, pageStep, causeNode, "ol"));
  if (numbers.length === 0) list.replaceChildren(make("p", {}, word("noCause")));
  const lonely = findingsOf[0].filter((index) => passes[index] === 1);
  const others = document.getElementById("other-list");
  others.replaceChildren(lonely.length > 0
    ? pagedList("plain-findings", lonely, pageStep, findingItem) : make("p", {}, word("noOther")));
  document.getElementById("other-count").textContent = whole(lonely.length);
  const count = document.getElementById("count");
  count.textContent = `${word("causeCount", numbers.length)} · ${word("shownFindings",
    passes.reduce((sum, one) => sum + one, 0))}`;
  if (wanted >= 1 && wanted <= causeCount) openCause(wanted, list);
}

function openCause(number, list) {
  let item = document.getElementById(`cause-${number}`);
  if (!item) {
    item = causeNode(number);
    list.querySelector("ol")?.prepend(item) ?? list.replaceChildren(make("ol",
      { class: "causes" }, item));
  }
  item.querySelector("details").open = true;
  if (document.activeElement === document.body || !document.activeElement) {
    item.scrollIntoView({ block: "start" });
  }
}

function fillFilters() {
  function options(name, values) {
    field(name).replaceChildren(make("option", { value: "" }, word("all")),
      ...values.map(([value, text]) => make("option", { value }, visible(text))));
    field(name).value = state[name];
  }
  options("pipeline", report.pipelines.map((one) => [one.name, one.title || one.name]));
  options("severity", ["error", "warning", "note"].map((one) => [one, word(one)]));
  options("office", report.offices.map((one) => [one, one]));
  field("office").closest("label").hidden = report.offices.length < 2;
  field("q").value = state.q;
}

function speak() {
  document.documentElement.lang = language;
  document.title = word("title");
  field("q").placeholder = word("searchHint");
  for (const choice of document.querySelectorAll("[data-language]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.language === language));
  }
  fillFilters();
  void show();
}

function listen() {
  let waiting = 0;
  for (const name of fields) {
    field(name).addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        state[name] = field(name).value;
        state.cause = "";
        writeAddress();
        void show();
      }, name === "q" ? 180 : 0);
    });
  }
  document.getElementById("reset").addEventListener("click", () => {
    for (const name of [...fields, "cause"]) state[name] = "";
    writeAddress();
    fillFilters();
    void show();
  });
  for (const choice of document.querySelectorAll("[data-language]")) {
    choice.addEventListener("click", () => {
      language = choice.dataset.language;
      writeAddress();
      speak();
    });
  }
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("causes").focus();
    document.getElementById("causes").scrollIntoView();
  });
  addEventListener("hashchange", () => { readAddress(); speak(); });
}

function kept(value) {
  try {
    if (value !== undefined) localStorage.setItem("cermat-theme", value);
    return localStorage.getItem("cermat-theme");
  } catch {
    return null;
  }
}

function listenToTheme() {
  const choice = document.getElementById("theme");
  function isDark() {
    const set = document.documentElement.dataset.theme;
    return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function tell() { choice.setAttribute("aria-pressed", String(isDark())); }
  const before = kept();
  if (before === "dark" || before === "light") document.documentElement.dataset.theme = before;
  choice.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    kept(document.documentElement.dataset.theme);
    tell();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
  tell();
}

// On paper the causes that are shown are open.
function listenToPrinting() {
  let closed = [];
  addEventListener("beforeprint", () => {
    isPrinting = true;
    const list = document.getElementById("cause-list");
    while (list.querySelector(":scope > div > button")
      && list.querySelectorAll(".cause").length < printLimit) {
      list.querySelector(":scope > div > button").click();
    }
    closed = [...document.querySelectorAll("#cause-list details:not([open])")].slice(0, printLimit);
    for (const details of closed) {
      const number = Number(details.parentElement.id.slice("cause-".length));
      fill(details, cause(number), findingsOf[number]);
      details.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
    setTimeout(() => { isPrinting = false; });
  });
}

readAddress();
for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
listen();
listenToTheme();
listenToPrinting();
speak();
