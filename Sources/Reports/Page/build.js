// Building the page. Texts become text nodes and nothing else.
let language = document.documentElement.lang;

function word(name, count) {
  const text = report.words[language][name];
  if (count === undefined) return text;
  const forms = text.split("|");
  return (count === 1 ? forms[0] : forms[forms.length - 1]).replace("{n}", whole(count));
}

function whole(count) { return number(String(count)); }

// An exact decimal with a point, in the spelling of the language; other texts as they are.
function number(text) {
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (!parts) return text;
  const [group, mark] = language === "id" ? [".", ","] : [",", "."];
  const grouped = parts[2].replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return parts[1] + grouped + (parts[3] === undefined ? "" : mark + parts[3]);
}

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) node.append(child);
  }
  return node;
}

function button(text, attributes, action) {
  const node = make("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", action);
  return node;
}

// A text from the data, with what can't be seen or would turn other text around made visible.
function visible(text) {
  return text.replace(/\r\n?/g, "\n").replace(/\t/g, " ")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,
      (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/\u007f/g, "\u2421")
    .replace(/[\u0080-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
      (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

const clipLength = 240;
const sentenceLength = 420;

// A text from the data, shortened where it is long, with a way to see all of it.
function data(text, attributes, limit = clipLength) {
  const shown = visible(text);
  const node = make("bdi", attributes);
  const signs = shown.length > limit ? Array.from(shown) : [];
  if (signs.length <= limit) {
    node.append(shown);
    return node;
  }
  node.append(signs.slice(0, limit).join("") + "… ");
  node.append(button(word("showAll", signs.length), { class: "plain" }, (event) => {
    event.preventDefault();
    node.replaceChildren(shown);
  }));
  return node;
}

function orNothing(text, attributes) {
  if (text === "") return make("span", { class: "nothing" }, word("nothing"));
  return data(text, attributes);
}

function tag(kind, text) { return make("span", { class: `tag ${kind}` }, text); }

function placeText(place) {
  let text = place.resource + (place.line ? `:${place.line}` : "");
  if (place.sheet) text += `, ${word("sheet")} '${place.sheet}'`;
  if (place.cell) return `${text}, ${word("cell")} ${place.cell}`;
  return place.label ? `${text}, ${word("column")} '${place.label}'` : text;
}

function placeNode(place) {
  const text = placeText(place);
  return make("span", { class: "place" }, data(text), copyButton("copyPlace", () => text));
}

function copyButton(name, text) {
  const node = button(word(name), { class: "small" }, async () => {
    node.textContent = (await copy(text())) ? word("copied") : word("notCopied");
    announce(node.textContent);
    setTimeout(() => { node.textContent = word(name); }, 1600);
  });
  return node;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", { class: "seen-only" });
    field.value = text;
    document.body.append(field);
    const held = document.activeElement;
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    held?.focus();
    return done;
  }
}

function announce(text) { document.getElementById("announcement").textContent = text; }
