#!/usr/bin/env python3
"""Uses a report in headless Chromium as a person would, and prints what happened as JSON.

browse.py CHROMIUM PAGE [FOLDER FOR SCREENSHOTS]

Talks the DevTools protocol over a pair of pipes, so it needs nothing but Python.
"""

import base64
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

KEYS = {
    "ArrowDown": 40, "ArrowUp": 38, "Enter": 13, "Escape": 27, "End": 35, "Home": 36,
    "PageDown": 34, "Tab": 9, "/": 191,
}

FRAMES = """new Promise((done) => {
  const table = document.getElementById("table");
  const times = [];
  let before = performance.now(), count = 0;
  table.scrollTop = 0;
  const step = (now) => {
    times.push(now - before);
    before = now;
    table.scrollTop += 1400;
    if (++count < 240) requestAnimationFrame(step);
    else {
      times.shift();
      times.sort((a, b) => a - b);
      const at = (part) => times[Math.floor(part * (times.length - 1))];
      const elements = document.querySelectorAll(".row").length;
      done({ p50: at(.5), p95: at(.95), most: at(1), elements, scrolled: table.scrollTop });
    }
  };
  requestAnimationFrame(step);
})"""


class Browser:
    """One page of one browser."""

    def __init__(self, program, profile):
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        arguments = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
            "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank",
        ]

        def place_pipes():
            os.dup2(to_browser, 30)
            os.dup2(from_browser, 31)
            os.dup2(30, 3)
            os.dup2(31, 4)

        self.process = subprocess.Popen(
            arguments, preexec_fn=place_pipes, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        attached = self.call(
            "Target.attachToTarget", targetId=page["targetId"], flatten=True
        )
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def receive(self):
        while b"\0" not in self.buffer:
            data = os.read(self.input, 1 << 16)
            if not data:
                raise RuntimeError("the browser has gone")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method):
        seen = 0
        while True:
            for event in self.events[seen:]:
                if event.get("method") == method:
                    return
            seen = len(self.events)
            self.events.append(self.receive())

    def run(self, script):
        answer = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, key, times=1):
        for _ in range(times):
            event = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
            if key in ("Enter", "/"):
                event["text"] = "\r" if key == "Enter" else key
            self.call("Input.dispatchKeyEvent", type="keyDown", **event)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=key)
        self.frame()

    def type(self, text):
        self.call("Input.insertText", text=text)
        self.frame()

    def frame(self):
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def resize(self, width, height, mobile=False):
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=2 if mobile else 1, mobile=mobile,
        )
        self.frame()

    def colours(self, scheme):
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )
        self.frame()

    def close(self):
        self.call("Browser.close")
        self.process.wait(timeout=20)


COUNT = "document.getElementById('count').textContent"
ACTIVE = "document.querySelector('.row.active')?.dataset.index ?? ''"
DETAIL = "document.querySelector('.detail')?.innerText ?? ''"
FIRST = "[...document.querySelectorAll('.row:not([hidden])')].find((r) => r.dataset.index === '0')"


def choose(browser, name, index):
    browser.run(
        f"{{ const s = document.getElementById('{name}'); s.selectedIndex = {index};"
        "s.dispatchEvent(new Event('change')); }"
    )
    browser.frame()


def use(browser, seen):
    """Searches, filters, sorts and walks through the table."""
    seen["all"] = browser.run(COUNT)
    browser.press("/")
    seen["search_focused"] = browser.run("document.activeElement.id")
    browser.type("no such words")
    seen["none"] = browser.run(COUNT)
    seen["empty"] = browser.run("!document.getElementById('empty').hidden")
    browser.run("document.getElementById('search').select()")
    browser.type("service-3 session")
    seen["searched"] = browser.run(COUNT)
    browser.run("document.getElementById('clear').click()")
    choose(browser, "filter-severity", 1)
    seen["errors"] = browser.run(COUNT)
    choose(browser, "filter-where", 2)
    seen["error_tests"] = browser.run(COUNT)
    browser.run("document.getElementById('clear').click()")
    browser.run("document.querySelector('#rules button').click()")
    seen["one_rule"] = browser.run(COUNT)
    browser.run("document.getElementById('clear').click()")
    browser.run("document.querySelector('[data-sort=consumers]').click()")
    browser.frame()
    seen["most_consumers"] = browser.run(f"{FIRST}.lastChild.textContent")
    browser.run("document.querySelector('[data-sort=place]').click()")
    browser.frame()
    seen["first_place"] = browser.run(f"{FIRST}.children[2].innerText")
    browser.run("document.querySelector('[data-sort=place]').click()")
    browser.frame()
    seen["last_place"] = browser.run(f"{FIRST}.children[2].innerText")


def walk(browser, seen):
    """Goes through the table by keys alone."""
    browser.run("document.querySelector('[data-sort=severity]').click()")
    browser.run("document.getElementById('search').focus()")
    browser.press("ArrowDown")
    seen["table_focused"] = browser.run("document.activeElement.id")
    browser.press("ArrowDown", 3)
    seen["active"] = browser.run(ACTIVE)
    seen["described"] = browser.run(
        "document.getElementById("
        "document.getElementById('table').getAttribute('aria-activedescendant'))?.role"
    )
    seen["outline"] = browser.run("getComputedStyle(document.activeElement).outlineWidth")
    browser.press("Enter")
    seen["detail"] = browser.run(DETAIL)
    seen["mark"] = browser.run("document.querySelector('.detail mark')?.textContent")
    seen["markup"] = browser.run("document.querySelectorAll('.detail img, .detail script').length")
    browser.press("Tab")
    seen["tab_into"] = browser.run("document.activeElement.closest('.detail') !== null")
    seen["links"] = browser.run("document.querySelectorAll('.links button').length")
    browser.run("document.querySelector('.links button')?.click()")
    browser.frame()
    seen["visited"] = browser.run(DETAIL)
    browser.press("Escape")
    seen["closed"] = browser.run("document.querySelector('.detail') === null")
    browser.press("End")
    seen["end"] = browser.run(ACTIVE)
    browser.press("Home")
    seen["home"] = browser.run(ACTIVE)


def pictures(browser, folder):
    def take(name):
        data = browser.call("Page.captureScreenshot")["data"]
        (folder / f"{name}.png").write_bytes(base64.b64decode(data))

    for scheme in ("light", "dark"):
        browser.colours(scheme)
        browser.resize(1280, 1000)
        browser.run("scrollTo(0, 0)")
        browser.frame()
        take(scheme)
        browser.run("document.getElementById('toolbar').scrollIntoView()")
        browser.run("document.getElementById('table').focus()")
        browser.press("ArrowDown", 4)
        browser.press("Enter")
        take(f"{scheme}-detail")
        browser.press("Escape")
        browser.resize(360, 740, mobile=True)
        browser.run("scrollTo(0, 0)")
        browser.frame()
        take(f"{scheme}-phone")
        browser.run("document.getElementById('toolbar').scrollIntoView()")
        browser.press("Enter")
        take(f"{scheme}-phone-detail")
        browser.press("Escape")


def main():
    program, page = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    # A page that hangs ends the script, and with it the browser, which has lost its pipes.
    signal.alarm(240)
    seen = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        browser.resize(1280, 1000)
        browser.call("Page.navigate", url=page.as_uri())
        browser.wait_for("Page.loadEventFired")
        browser.frame()
        use(browser, seen)
        walk(browser, seen)
        seen["frames"] = browser.run(FRAMES)
        browser.resize(360, 740, mobile=True)
        seen["phone_width"] = browser.run("document.documentElement.scrollWidth")
        seen["phone_rows"] = browser.run("document.querySelectorAll('.row:not([hidden])').length")
        if len(sys.argv) > 3:
            pictures(browser, pathlib.Path(sys.argv[3]))
        requests = [
            event["params"]["request"]["url"] for event in browser.events
            if event.get("method") == "Network.requestWillBeSent"
        ]
        seen["requests"] = [
            url for url in requests if url != page.as_uri() and not url.startswith("data:")
        ]
        seen["complaints"] = [
            json.dumps(event["params"])[:600] for event in browser.events
            if event.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded")
            or event.get("method") == "Runtime.consoleAPICalled"
        ]
        browser.close()
    print(json.dumps(seen))


main()
