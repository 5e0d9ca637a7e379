"""The plainest page that shows the same cells: a static table with sticky heads, where one types and walks."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.e2e.maps import Records

STYLE = """
body { margin: 0; font: 12px/16px sans-serif; }
main { block-size: 100vh; overflow: auto; }
table { border-collapse: separate; border-spacing: 0; table-layout: fixed; inline-size: max-content; }
th, td { inline-size: 140px; padding: 6px; border-block-end: 1px solid #ddd; border-inline-end: 1px solid #ddd; }
td { vertical-align: top; }
th { position: sticky; inset-block-start: 0; z-index: 2; background: #fff; }
th[scope=row] { inset-block-start: auto; inset-inline-start: 0; z-index: 1; }
.card { margin-block-end: 4px; padding: 3px 6px; border: 1px solid #ccc; border-radius: 6px; }
"""
SCRIPT = """
addEventListener('keydown', ({ key }) => {
  const cell = document.activeElement?.closest('td');
  if (!cell || document.activeElement.isContentEditable) return;
  const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] ?? [0, 0];
  const next = cell.closest('table').rows[cell.parentElement.rowIndex + down]?.cells[cell.cellIndex + right];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
});
"""


def table_page(records: Records) -> str:
    """The page of these records as text."""
    steps = [(id, record) for id, record in records.items() if record["type"] == "step"]
    lanes = [(id, record) for id, record in records.items() if record["type"] == "lane"]
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in records.values():
        if record["type"] == "card":
            card = f'<div class="card" contenteditable>{escape(record["text"])}</div>'
            cells[record["lane"], record["step"]].append(card)
    head = "".join(f"<th>{step['name']}</th>" for _, step in steps)
    rows = "".join(
        f"<tr><th scope=row>{lane['name']}</th>"
        + "".join(f"<td tabindex=-1>{''.join(cells[lane_id, step_id])}</td>" for step_id, _ in steps)
        for lane_id, lane in lanes
    )
    body = f"<main class=map-scroll><table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table></main>"
    return f"<!doctype html><html lang=en><title>Table</title><style>{STYLE}</style>{body}<script>{SCRIPT}</script>"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(page: str, folder: Path) -> Iterator[str]:
    """Serve the page on this machine until the block ends; gives its address."""
    (folder / "index.html").write_text(page)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
