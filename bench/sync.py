"""`python -m bench.sync [people]`: many people on one map, beside a Hocuspocus room with Yjs clients, in one run.

Everybody makes two edits a second, each into another card, and says where they are. Timed is from the send in one
client to just after another has taken the edit into its copy; all clients live in one process, the same for both
servers, and the two are measured in turns. Footfall has each edit on the disk before anybody hears of it; Hocuspocus
holds its document in memory, as it does until somebody gives it a store.

Then two real browsers join the people, and what is timed is from a key in one to the frame of the other that shows it.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench import peers
from bench.editor import SCREEN, machine
from tests.e2e import chromium
from tests.e2e.maps import large_map, make_map
from tests.serving import Served, free_port, serving

RATE = 2  # edits a second
SECONDS = 12
CARDS = 200
ROUNDS = 3
KEYS = "Customers ask where their parcel is and whether anybody comes at all today."
FIGURES = ("p50", "p95", "p99", "most")

# Clocks of pages of one machine agree once each adds when it began.
TYPED = """() => {
  window.keys = [];
  addEventListener('keydown', ({ timeStamp }) => keys.push(performance.timeOrigin + timeStamp), true);
}"""
SEEN = """(id) => {
  const card = document.querySelector(`.card[data-card="${id}"]`);
  window.seen = [];
  const look = () => {
    const { port1, port2 } = new MessageChannel();
    const { length } = card.querySelector('.card-text')?.textContent ?? '';
    port1.onmessage = () => seen.push([length, performance.timeOrigin + performance.now()]);
    port2.postMessage(0);
  };
  const watch = new MutationObserver(() => requestAnimationFrame(look));
  watch.observe(card, { subtree: true, characterData: true, childList: true });
}"""
EMPTIED = "(id) => document.querySelector(`[data-card='${id}'] .card-text.is-empty`)"


def main() -> None:
    """Measure in turns and print the table, then the two browsers."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    peers.install()
    print(f"{machine()}; {peers.versions()}")
    print(f"{people} people, {RATE} edits a second each, {CARDS} cards; {ROUNDS} rounds of {SECONDS} s in turns\n")
    rounds = [(of_footfall(people), of_hocuspocus(people)) for _ in range(ROUNDS)]
    ours, theirs = ([pair[side] for pair in rounds] for side in (0, 1))
    print(f"{'milliseconds':22}{'Footfall':>10}{'Hocuspocus':>12}{'ratio':>8}")
    for name in FIGURES:
        print(line(name, ours, theirs))
    print(line("server's CPU ms/edit", ours, theirs, "cpu"))
    print(f"{'arrived':22}{smallest(ours):10.2%}{smallest(theirs):12.2%}")
    from_key_to_screen(people - 2)


def line(title: str, ours: list[dict[str, Any]], theirs: list[dict[str, Any]], name: str = "") -> str:
    """One figure of both: medians of the rounds, and their ratio."""
    left, right = (median(each[name or title] for each in side) for side in (ours, theirs))
    return f"{title:22}{left:10.1f}{right:12.1f}{left / right:7.2f}x"


def smallest(rounds: list[dict[str, Any]]) -> float:
    """The share of edits that came to the others, in the worst round."""
    return float(min(each["arrived"] for each in rounds))


def of_footfall(people: int) -> dict[str, Any]:
    """One round on a fresh Footfall server."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data") as served:
        return measured("footfall", socket_of(served, made(served)), served.process.pid, people)


def of_hocuspocus(people: int) -> dict[str, Any]:
    """One round on a fresh Hocuspocus server."""
    port = free_port()
    with peers.hocuspocus(port) as server:
        return measured("yjs", f"ws://127.0.0.1:{port}", server.pid, people)


def measured(kind: str, address: str, server: int, people: int) -> dict[str, Any]:
    """What the clients tell, and the CPU that the server took for each edit."""
    before = cpu(server)
    clients = peers.load(kind, address, people=people, rate=RATE, seconds=SECONDS, cards=CARDS)
    result = peers.told(clients, SECONDS + 60)
    edits = result["edits"] * (SECONDS + 3) / SECONDS  # those of warming up are not counted
    return result | {"cpu": 1000 * (cpu(server) - before) / edits}


def cpu(process: int) -> float:
    """Seconds of CPU that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def made(served: Served) -> str:
    """A map with as many cards as are edited."""
    return make_map(served, large_map(steps=20, lanes=10, cards=CARDS))


def socket_of(served: Served, id: str) -> str:
    """Where the map is live."""
    return f"{served.address.replace('http', 'ws')}/api/v1/documents/{id}/live"


def from_key_to_screen(people: int) -> None:
    """Type in one browser while the others edit, and watch another."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "data") as served,
        sync_playwright() as play,
    ):
        id = made(served)
        browser = play.chromium.launch(executable_path=chromium.found(), args=chromium.arguments())
        typing, watching = (opened(browser, f"{served.address}/maps/{id}") for _ in range(2))
        typing.evaluate(TYPED)
        for title, crowd in (("nobody else", 0), (f"{people} others", people)):
            took = sorted(delays(typing, watching, socket_of(served, id), crowd))
            figures = "".join(f"   {name} {took[int(share * len(took))]:6.1f}" for name, share in SHARES)
            print(f"key to the other's screen, {title:12}{figures} ms   n {len(took)}")
        browser.close()


SHARES = (("p50", 0.5), ("p95", 0.95), ("most", 0.9999))


def opened(browser: Browser, address: str) -> Page:
    """Open the map as somebody of one's own."""
    page = browser.new_context(viewport=SCREEN, bypass_csp=True).new_page()  # type: ignore[arg-type]
    page.goto(address)
    page.locator(".card").first.wait_for()
    return page


def delays(typing: Page, watching: Page, address: str, crowd: int) -> list[float]:
    """Milliseconds from each key of one page to the frame of the other that shows it."""
    seconds = round(len(KEYS) * 0.2) + 8
    asked = {"people": crowd, "rate": RATE, "seconds": seconds, "cards": CARDS - 1}
    clients = peers.load("footfall", address, **asked) if crowd else None
    empty_last(typing, watching)
    typing.wait_for_timeout(4000 if crowd else 500)
    typing.evaluate("keys.length = 0")
    typing.keyboard.type(KEYS, delay=110)
    typing.wait_for_timeout(1500)
    keys, seen = typing.evaluate("keys"), watching.evaluate("seen")
    typing.keyboard.press("Escape")
    if clients:
        peers.told(clients, seconds + 60)
    return [shown(seen, place + 1) - at for place, at in enumerate(keys)]


def empty_last(typing: Page, watching: Page) -> None:
    """Begin to type in the last card, which the crowd leaves alone, and watch it."""
    card = f"card-{CARDS - 1}"
    typing.locator(f'.card[data-card="{card}"]').dblclick()
    typing.get_by_label("Text of the card").fill("")
    watching.locator(f'.card[data-card="{card}"]').scroll_into_view_if_needed()
    watching.wait_for_function(EMPTIED, arg=card)
    watching.evaluate(SEEN, card)


def shown(seen: list[list[float]], length: int) -> float:
    """When so many characters were on the screen."""
    return next((at for long, at in seen if long >= length), float("inf"))


if __name__ == "__main__":
    main()
