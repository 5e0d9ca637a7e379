"""`python -m bench.pictures`: how quickly maps become pictures, beside mermaid-cli with a journey of the same steps.

Warm figures are those of a process that has painted before; every picture is of a map that was never seen, because
Typst remembers what it laid out. Whole processes run in turns with the peer's, which needs a Chromium; ours needs none.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import hatch_build

from bench.editor import machine
from bench.peers import ALONE, INSTALLED, install
from footfall import render
from footfall.journey import text
from footfall.journey.document import LibraryDocument, MapDocument
from tests.e2e import chromium
from tests.render.maps import Json, large

ROUNDS = 7
MANY = 1_000
STAGES, LANES, CARDS = 8, 10, 90


def main() -> None:
    """Measure and print the tables."""
    print(f"{machine()}\n")
    warm()
    with tempfile.TemporaryDirectory() as folder:
        many(Path(folder))
        largest(Path(folder))
        beside_mermaid(Path(folder))


def warm() -> None:
    """One map after another in this process."""
    print(f"A map of {STAGES} stages, {LANES} lanes and {CARDS} cards in a warm process, medians of {ROUNDS} maps:\n")
    print("| | SVG, ms | CPU | tagged PDF, ms | CPU |\n| --- | --- | --- | --- | --- |")
    for layout in ("grid", "blueprint", "wheel", "timeline", "matrix", "storyboard"):
        took = [[timed(painting(layout, format, number)) for number in range(ROUNDS + 1)] for format in ("svg", "pdf")]
        print(f"| {layout} | " + " | ".join(middle(seconds[1:], 1000) for seconds in took) + " |")


def painting(layout: render.LayoutName, format: str, number: int) -> Callable[[], object]:
    """The whole way of a new map from its records to a file."""
    records = numbered(f"{layout} {format} {number}")

    def paint() -> object:
        sheet = render.lay_out(layout, MapDocument(records), LibraryDocument({}))
        return render.paint(sheet, format)

    return paint


def numbered(name: str) -> Json:
    """The map of the promise, with a name of its own on every card."""
    records = large(STAGES, LANES, CARDS)
    for number in range(STAGES):
        records[f"stage{number}"] = {"type": "stage", "name": f"Stage {number + 1}", "order": f"a{number}"}
        records[f"step{number}"]["stage"] = f"stage{number}"
    for id, record in records.items():
        if record["type"] == "card":
            record["text"] = f"{record['text']}, {name} {id}"
    records["map"]["title"] = f"Map {name}"
    return records


def many(folder: Path) -> None:
    """A thousand map files of a journey in one call of the command."""
    files = []
    for number in range(MANY):
        files.append(folder / f"map{number}.journey.yaml")
        files[-1].write_text(text.write(journey(8, f"Journey {number}"), {}))
    took = timed(lambda: call("render", *map(str, files), "-o", str(folder / "many"), "--format", "svg"))
    each = f"{1000 * took.clock / MANY:.1f} ms each, {1000 * took.cpu / MANY:.1f} of CPU"
    print(f"\n{MANY:,} journeys of 8 steps in one call, SVG: {took.clock:.1f} s, {each}")


def largest(folder: Path) -> None:
    """Five thousand cards on one page."""
    file = folder / "large.journey.yaml"
    file.write_text(text.write(large(60, 40, 5_000), {}))
    took = timed(lambda: call("render", str(file), "-o", str(folder / "large.pdf")))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"5,000 cards in one PDF: {took.clock:.1f} s, {took.cpu:.1f} of CPU, {peak:,.0f} MB at most in any process")


def beside_mermaid(folder: Path) -> None:
    """The whole process of each, in turns."""
    install()
    ours, theirs = folder / "eight.journey.yaml", folder / "eight.mmd"
    ours.write_text(text.write(journey(8, "Parcel delivery"), {}))
    theirs.write_text(mermaid(8, "Parcel delivery"))
    browser = folder / "browser.json"
    browser.write_text(json.dumps({"executablePath": chromium.found(), "args": chromium.arguments()}))
    took: dict[str, list[Took]] = {"footfall render": [], "mermaid-cli": []}
    for _ in range(ROUNDS):
        took["footfall render"].append(timed(lambda: call("render", str(ours), "-o", str(folder / "ours.svg"))))
        took["mermaid-cli"].append(timed(lambda: draw(theirs, folder / "theirs.svg", browser)))
    print(f"\nA journey of 8 steps as SVG, the whole process, medians of {ROUNDS} rounds in turns:\n")
    print("| | s | CPU |\n| --- | --- | --- |")
    for name, seconds in took.items():
        print(f"| {name} | {middle(seconds)} |")
    ratio = median(one.clock for one in took["mermaid-cli"]) / median(one.clock for one in took["footfall render"])
    print(f"| ratio | {ratio:.1f} | |")


def journey(steps: int, title: str) -> Json:
    """A map with what a Mermaid journey can say: sections, steps, scores."""
    records: Json = {"map": {"type": "map", "title": title}, "mood": {"type": "lane", "kind": "emotion"}}
    for step in range(steps):
        stage = f"stage{step // 2}"
        records[stage] = {"type": "stage", "name": f"Section {step // 2 + 1}", "order": f"a{step // 2}"}
        records[f"step{step}"] = {"type": "step", "stage": stage, "name": f"Step {step + 1}", "order": f"a{step}"}
        records[f"card{step}"] = {"type": "card", "lane": "mood", "step": f"step{step}", "score": step % 5 - 2}
    return records


def mermaid(steps: int, title: str) -> str:
    """The same as a Mermaid journey."""
    lines = ["journey", f"  title {title}"]
    for step in range(steps):
        lines += [f"  section Section {step // 2 + 1}"] if step % 2 == 0 else []
        lines.append(f"    Step {step + 1}: {step % 5 + 1}: Customer")
    return "\n".join(lines) + "\n"


def call(*arguments: str) -> None:
    """A command of Footfall in a process of its own, which keeps its bytecode as an installed one does."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-m", "footfall", *arguments], check=True, stdout=subprocess.DEVNULL, env=env)


def draw(source: Path, target: Path, browser: Path) -> None:
    """What mermaid-cli makes of a source."""
    program = INSTALLED / "node_modules/@mermaid-js/mermaid-cli/src/cli.js"
    command = ["node", str(program), "--quiet", "-i", str(source), "-o", str(target), "-p", str(browser)]
    subprocess.run(command, check=True, env=hatch_build.node_environment() | ALONE, stdout=subprocess.DEVNULL)


@dataclass(frozen=True)
class Took:
    """Seconds on the clock, and seconds of CPU in this process and in those that it waited for."""

    clock: float
    cpu: float


def timed(work: Callable[[], object]) -> Took:
    """How long something takes; the CPU says more on a machine that others use as well."""
    start, spent = time.perf_counter(), cpu()
    work()
    return Took(time.perf_counter() - start, cpu() - spent)


def cpu() -> float:
    """Seconds of CPU until now, with the processes that have ended."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def middle(took: Sequence[Took], times: float = 1.0) -> str:
    """The medians of the clock and of the CPU, in table cells."""
    clock, spent = (median(getattr(one, name) for one in took) * times for name in ("clock", "cpu"))
    return f"{clock:.0f} | {spent:.0f}" if times > 1 else f"{clock:.2f} | {spent:.2f}"


if __name__ == "__main__":
    os.environ.setdefault("PUPPETEER_SKIP_DOWNLOAD", "1")
    main()
