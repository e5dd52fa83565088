"""Opens a report in a browser as people do; prints a line a check: `good NAME` or `BAD NAME: …`.

    check.py PAGE GOOD     everything a reader does, on a report with the causes of the tests
    check.py PAGE HOSTILE  texts from data that try to be more than text
    check.py PAGE MANY     how long 100,000 findings take
    check.py PAGE SLIP     a return slip
"""

import signal
import sys
import time

from devtools import Browser

# A browser that hangs ends with its pipe, and the checks with it.
signal.alarm(240)
browser = Browser()
address = "file://" + sys.argv[1]
failures = 0


def check(name, is_good, told=""):
    global failures
    failures += not is_good
    print(f"good {name}" if is_good else f"BAD {name}: {told}", flush=True)


def until(expression, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if browser.value(expression):
            return True
        time.sleep(0.02)
    return False


def shown(selector):
    return browser.value(f"document.querySelectorAll('{selector}').length")


def focused(expression):
    return browser.value(f"(() => {{ const node = document.activeElement; return {expression}; }})()")


def tab_to(expression, limit=80):
    for _ in range(limit):
        browser.key("Tab")
        if focused(expression):
            return True
    return False


def fits(width, fragment=""):
    browser.size(width)
    browser.open(address + fragment)
    wide = browser.value("document.documentElement.scrollWidth")
    check(f"{width} px{fragment}: the page does not scroll sideways", wide <= width, wide)


def without_complaints():
    check("nothing leaves the page", all(url.startswith(("file:", "about:", "data:"))
                                         for url in browser.requests()), browser.requests())
    check("no errors, nothing forbidden", not browser.complaints(), browser.complaints())


def keyboard():
    browser.size(1280)
    browser.open(address)
    browser.key("Tab")
    check("the first stop is the skip link", focused("node.className === 'skip'"))
    browser.key("Enter")
    check("it leads to the causes", focused("node.id === 'causes'"))
    check("a cause can be reached", tab_to("node.tagName === 'SUMMARY' && !!node.closest('#cause-1')"))
    browser.key("Enter")
    check("and opened", until("document.querySelector('#cause-1 details').open"))
    check("the address tells it", until("location.hash === '#cause=1'"))
    check("focus can be seen", focused("getComputedStyle(node).outlineStyle") == "solid")
    browser.open(address)
    check("the search can be reached", tab_to("node.id === 'filter-q'"))
    browser.write("sosal")
    check("and searches", until("document.querySelectorAll('.cause').length === 1"))
    check("the address tells it too", until("location.hash === '#q=sosal'"))


def mouse():
    browser.open(address)
    browser.click("#cause-2 summary")
    check("a click opens a cause", until("!!document.querySelector('#cause-2 .inside')"))
    check("the wrong cell is marked", browser.value(
        "document.querySelector('#cause-2 .excerpt td.bad').textContent").endswith("→ 900"))
    check("the sum is drawn", browser.value(
        "document.querySelector('#cause-2 .sum .result').textContent") == "jumlah=900")
    check("its rows have the names of the source", "Administrasi" in browser.value(
        "document.querySelector('#cause-2 .sum').textContent"))
    browser.click("#cause-1 summary")
    check("the fraction is drawn", until("!!document.querySelector('#cause-1 .fraction')"))
    browser.click("#cause-3 summary")
    check("the names are compared", until("!!document.querySelector('#cause-3 .pair mark')"))
    browser.click("#cause-4 summary")
    check("what can't be drawn is not", until("!!document.querySelector('#cause-4 .inside')")
          and shown("#cause-4 .relation") == 0)
    browser.click("[data-language=en]")
    check("the language switches", until("document.querySelector('.sentence')?.textContent"
                                         ".startsWith('EN penyebab')"))
    check("all of it", "Data check report" in browser.value("document.body.innerText")
          and "Laporan pemeriksaan" not in browser.value("document.querySelector('main').innerText"))


def filters():
    browser.open(address + "#severity=warning&lang=en")
    check("a link brings its filters", until("document.querySelectorAll('.cause').length === 2"))
    check("and its language", browser.value("document.documentElement.lang") == "en")
    browser.open(address)
    browser.value("(() => { const node = document.getElementById('filter-office');"
                  " node.value = 'Bagian Organisasi';"
                  " node.dispatchEvent(new Event('input')); })()")
    check("offices are told apart", until("document.querySelectorAll('.cause').length === 2"))
    browser.click("#reset")
    check("filters can be cleared", until("document.querySelectorAll('.cause').length === 4"))
    check("findings without a cause have their list", shown("#other-list .finding") == 1)
    browser.open(address + "#cause=3")
    check("a link opens its cause", until("document.querySelector('#cause-3 details').open"))


def copying():
    browser.open(address + "#cause=1")
    until("!!document.querySelector('#cause-1 .inside')")
    browser.value("window.told = ''; document.addEventListener('copy', () => {"
                  " window.told = document.activeElement.value ?? ''; }); "
                  "navigator.clipboard.writeText = (text) => { window.told = text;"
                  " return Promise.resolve(); }; 0")
    browser.click("#cause-1 .wrong button")
    check("the place is copied", until(
        "window.told === \"samples/anggaran/realisasi-program-2023.csv:3, kolom '%'\""),
        browser.value("window.told"))


# The least contrast of any text that is shown, with the text (WCAG 2.2, 1.4.3 wants 4.5).
CONTRAST = """(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  function parts(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }
  function light(colour) {
    const [r, g, b] = colour.slice(0, 3).map((one) => one / 255)
      .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  let least = [21, ""];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility() || node.closest("script")) continue;
    let ground = node;
    while (ground && parts(getComputedStyle(ground).backgroundColor)[3] < 255) {
      ground = ground.parentElement;
    }
    const one = light(parts(getComputedStyle(node).color));
    const other = light(parts(ground ? getComputedStyle(ground).backgroundColor : "white"));
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < least[0]) least = [ratio, walk.currentNode.data.slice(0, 60)];
  }
  return least;
})()"""


def contrast(name):
    browser.value("for (const node of document.querySelectorAll('details')) node.open = true; 0")
    until("document.querySelectorAll('.inside').length === 4")
    least = browser.value(CONTRAST)
    check(f"texts stand out, {name}", least[0] >= 4.5, least)


def without_script():
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.call("Page.navigate", url=address)
    time.sleep(0.5)
    tree = browser.call("DOM.getDocument", depth=-1)
    node = browser.call("DOM.querySelector", nodeId=tree["root"]["nodeId"], selector="main")
    text = browser.call("DOM.getOuterHTML", nodeId=node["nodeId"])["outerHTML"]
    check("the causes are told without the script", text.count("penyebab ") >= 4)
    check("and no empty controls", 'class="filters" role="search" data-scripted="" hidden' in text)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def looks():
    browser.size(1280)
    ground = "getComputedStyle(document.body).backgroundColor"
    browser.dark(False)
    browser.open(address)
    light = browser.value(ground)
    contrast("light")
    browser.dark(True)
    check("it is dark where the system is", browser.value(ground) != light)
    contrast("dark")
    browser.value("scrollTo(0, 0)")
    browser.click("#theme")
    check("and can be switched", until(f"{ground} === '{light}'"))
    browser.value("localStorage.clear()")
    browser.dark(False)
    browser.open(address)
    paper = browser.paper()
    check("it prints", paper.startswith(b"%PDF") and len(paper) > 20_000, len(paper))


def good():
    keyboard()
    mouse()
    filters()
    copying()
    looks()
    without_script()
    for width in [320, 360, 768, 1280]:
        for fragment in ["", "#cause=1", "#cause=2"]:
            fits(width, fragment)
    without_complaints()


def hostile():
    browser.size(360)
    browser.open(address + "#cause=1")
    until("!!document.querySelector('#cause-1 .inside')")
    for number in [2, 3, 4]:
        browser.click(f"#cause-{number} summary")
    browser.value("for (const node of document.querySelectorAll('details')) node.open = true; 0")
    time.sleep(0.3)
    check("no text runs", browser.value("document.title") == "Laporan pemeriksaan data")
    check("no text becomes an element", shown("img, iframe, object, b, main script") == 0)
    wide = browser.value("document.documentElement.scrollWidth")
    check("the page does not scroll sideways", wide <= 360, wide)
    check("signs are shown", "\u202e" not in browser.value("document.body.innerText"))
    without_complaints()


def many():
    seconds = browser.open(address)
    again = min(browser.open(address) for _ in range(3))
    print(f"opened in {seconds:.2f} s, again in {again:.2f} s")
    check("it opens fast", seconds < 6, seconds)
    parts = ".finding, .cause"
    check("a part is shown", 0 < shown(parts) <= 100, shown(parts))
    begun = time.monotonic()
    browser.value("(() => { const node = document.getElementById('filter-q');"
                  " node.value = 'tidak-ada-di-mana-pun';"
                  " node.dispatchEvent(new Event('input')); })()")
    check("a search ends", until(f"document.querySelectorAll('{parts}').length === 0", 60))
    print(f"searched in {time.monotonic() - begun:.2f} s")
    without_complaints()


def slip():
    browser.open(address)
    paper = browser.paper()
    check("it is one page", paper.count(b"/Type /Page\n") == 1, paper.count(b"/Type /Page\n"))
    browser.size(360)
    browser.open(address)
    wide = browser.value("document.documentElement.scrollWidth")
    check("it fits a phone", wide <= 360, wide)
    without_complaints()


try:
    {"GOOD": good, "HOSTILE": hostile, "MANY": many, "SLIP": slip}[sys.argv[2]]()
finally:
    browser.close()
sys.exit(1 if failures else 0)
