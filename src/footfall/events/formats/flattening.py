"""One JSON object as columns of text: nested objects become names with dots."""

import json
from typing import Any

from footfall.events.formats.sheet import text_of

DEEPEST = 20  # objects in objects; what lies deeper stays JSON text
VALUES = ({"key", "value"}, {"id", "value"})  # lists of pairs, whose keys become columns


def flatten(row: dict[str, Any]) -> dict[str, str | None]:
    """The columns of a row; a list of {key, value} pairs becomes columns, other lists become JSON text."""
    found: dict[str, str | None] = {}
    _flatten(row, "", found, DEEPEST)
    return found


def unfold(row: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The entries of a list inside a row as rows, beside what stands around the list; no list gives no row."""
    holder: Any = row
    *above, last = _path(row, name)
    for part in above:
        holder = holder.get(part) if isinstance(holder, dict) else None
    entries = holder.get(last) if isinstance(holder, dict) else None
    if not isinstance(entries, list):
        return []
    rest = _without(row, [*above, last])
    return [rest | {name: entry} for entry in entries if isinstance(entry, dict)]


def lists(row: dict[str, Any], under: str = "", depth: int = DEEPEST) -> list[str]:
    """The names of the lists of objects that a row holds: those whose entries may be the rows."""
    found = []
    for key, value in row.items():
        if isinstance(value, dict) and depth:
            found += lists(value, f"{under}{key}.", depth - 1)
        elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value) and not _is_keyed(value):
            found.append(f"{under}{key}")
    return found


def _path(row: dict[str, Any], name: str) -> list[str]:
    """The keys that lead to a name with dots; a key may hold dots itself."""
    if name in row or "." not in name:
        return [name]
    heads = [key for key, value in row.items() if name.startswith(f"{key}.") and isinstance(value, dict)]
    if not heads:
        return [name]
    head = max(heads, key=len)
    return [head, *_path(row[head], name[len(head) + 1 :])]


def _without(row: dict[str, Any], path: list[str]) -> dict[str, Any]:
    key, *rest = path
    kept = {name: value for name, value in row.items() if name != key}
    inner = row.get(key)
    return kept | {key: _without(inner, rest)} if rest and isinstance(inner, dict) else kept


def _flatten(row: dict[str, Any], under: str, found: dict[str, str | None], depth: int) -> None:
    for key, value in row.items():
        name = f"{under}{key}" if under else key
        if isinstance(value, str):
            found[name] = value or None
        elif isinstance(value, dict) and depth:
            _flatten(value, f"{name}.", found, depth - 1)
        elif isinstance(value, list) and _is_keyed(value):
            _flatten_pairs(value, name, found)
        elif isinstance(value, dict | list):
            found[name] = json.dumps(value, ensure_ascii=False, default=float) if value else None
        else:
            found[name] = text_of(value)


def _is_keyed(value: list[Any]) -> bool:
    return bool(value) and all(isinstance(one, dict) and one.keys() in VALUES for one in value)


def _flatten_pairs(pairs: list[dict[str, Any]], name: str, found: dict[str, str | None]) -> None:
    for pair in pairs:
        key = pair["key"] if "key" in pair else pair["id"]
        found.setdefault(f"{name}.{key}", _single(pair["value"]))


def _single(value: Any) -> str | None:
    """The one filled field of a value such as {string_value, int_value}."""
    if isinstance(value, dict):
        return next((_single(one) for one in value.values() if one is not None), None)
    return json.dumps(value, ensure_ascii=False, default=float) if isinstance(value, list) else text_of(value)
