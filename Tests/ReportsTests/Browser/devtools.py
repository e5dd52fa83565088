"""Drives a headless Chromium by the DevTools protocol over its pipe, with the standard library."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ["chromium", "chromium-browser", "google-chrome"]


def program():
    """The path of the browser; None where there is none."""
    return next((found for found in map(shutil.which, PROGRAMS) if found), None)


class Browser:
    """One browser with one page."""

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        # The browser reads commands from descriptor 3 and writes answers to descriptor 4.
        command_end, self.commands = os.pipe()
        self.answers, answer_end = os.pipe()
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--no-first-run", "--disable-background-networking", "--disable-sync",
                 "--disable-extensions", f"--user-data-dir={self.profile}",
                 "--remote-debugging-pipe", "about:blank"]
        line = f'exec "$0" "$@" 3<&{command_end} 4>&{answer_end}'
        self.process = subprocess.Popen(
            ["bash", "-c", line, program(), *flags], pass_fds=(command_end, answer_end),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(command_end)
        os.close(answer_end)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log"]:
            self.call(f"{domain}.enable")

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
        except (OSError, RuntimeError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def message(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.answers, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has gone")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        command = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        os.write(self.commands, json.dumps(command).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, address):
        """Opens an address and waits until the page is drawn; returns the seconds it took."""
        self.call("Page.navigate", url="about:blank")
        begun = time.monotonic()
        self.call("Page.navigate", url=address)
        while not self.value("document.readyState === 'complete' && location.href !== 'about:blank'"):
            time.sleep(0.02)
        # Two frames: what the script has built is on the screen.
        self.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return time.monotonic() - begun

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True,
                           returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def size(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 600)

    def dark(self, is_dark):
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}])

    def key(self, name, text=None):
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowDown": 40, " ": 32}
        parts = {"key": name, "windowsVirtualKeyCode": codes.get(name, 0)}
        text = {"Enter": "\r", " ": " "}.get(name, text)
        if text:
            parts["text"] = text
        self.call("Input.dispatchKeyEvent", type="keyDown", **parts)
        self.call("Input.dispatchKeyEvent", type="keyUp", **parts)

    def write(self, text):
        self.call("Input.insertText", text=text)

    def click(self, selector):
        box = self.value(
            f"(() => {{ const node = document.querySelector({json.dumps(selector)});"
            " node.scrollIntoView({ block: 'center' }); const box = node.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)]; })()")
        for kind in ["mousePressed", "mouseReleased"]:
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left",
                      clickCount=1)

    def picture(self, path, whole=True):
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole, format="png")
        with open(path, "wb") as file:
            file.write(base64.b64decode(data["data"]))

    def paper(self):
        """The page as PDF."""
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True,
                                          preferCSSPageSize=True)["data"])

    def requests(self):
        """The addresses that were asked for."""
        return [event["params"]["request"]["url"] for event in self.events
                if event.get("method") == "Network.requestWillBeSent"]

    def complaints(self):
        """What went wrong in scripts, and what the policy of the page forbade."""
        told = []
        for event in self.events:
            if event.get("method") == "Runtime.exceptionThrown":
                details = event["params"]["exceptionDetails"]
                told.append(details.get("exception", {}).get("description") or details["text"])
            if event.get("method") == "Log.entryAdded":
                entry = event["params"]["entry"]
                if entry["level"] == "error":
                    told.append(entry["text"])
        return told
