// Findings, and lists of which a part is shown at a time.

function findingItem(index) {
  const one = finding(index);
  const rule = ruleOf(index);
  const severity = severityOf(report.findings, index);
  return make("li", { class: "finding" },
    make("p", {}, tag(severity, word(severity)), " ", data(one.message[language], {}, sentenceLength)),
    make("p", { class: "soft" }, word("rule"), " ", data(rule.title || rule.id),
      rule.because ? make("span", {}, " – ", data(rule.because)) : null),
    placeNode(one.cells[0]));
}

// A list that shows `step` items and a button for as many more.
function pagedList(kind, items, step, itemNode, tagName = "ul") {
  const list = make(tagName, { class: kind });
  const box = make("div", {}, list);
  let shown = 0;
  function more(byButton) {
    const next = items.slice(shown, shown + step).map(itemNode);
    list.append(...next);
    shown += next.length;
    box.querySelector(":scope > button")?.remove();
    if (shown < items.length) {
      box.append(button(word("showMore", Math.min(step, items.length - shown)), {},
        () => more(true)));
    }
    if (byButton) focusOn(next[0]);
  }
  more(false);
  return box;
}

function focusOn(node) {
  if (!node) return;
  const target = node.querySelector("summary, button") ?? node;
  target.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
}
