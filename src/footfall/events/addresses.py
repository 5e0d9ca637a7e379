"""Web addresses as names of events: what one page has of its own is taken off by named rules, so that pages repeat."""

import re
from collections.abc import Sequence

from footfall.events.columns import PathRule

ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|/|www\.|[\w-]+(?:\.[\w-]+)+(?::\d+)?/", re.IGNORECASE)
HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/?#]*|[\w-]+(?:\.[\w-]+)+(?::\d+)?(?=[/?#]|$)", re.IGNORECASE)
QUERY = re.compile(r"[?#].*", re.DOTALL)
LANGUAGES = (
    "ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id it ja ko lt lv nb nl nn no pl pt ro ru sk sl "
    "sq sr sv th tr uk vi zh"
)
LANGUAGE = re.compile(rf"/(?:{'|'.join(LANGUAGES.split())})(?:[-_][a-z]{{2,4}})?(?=[/?#]|$)", re.IGNORECASE)
IDS = (
    r"\d+",
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    r"(?=[a-f]*\d)[0-9a-f]{8,}",
    r"[a-z]{1,4}[-_]?\d{3,}",
    r"(?=\D*\d)(?=[^a-z]*[a-z])[a-z0-9_]{10,}",
)
ID = re.compile(rf"(?<=/)(?:{'|'.join(IDS)})(?=[/?#.]|$)", re.IGNORECASE)


def is_address(name: str) -> bool:
    """Whether a name is a web address, or the path of one."""
    return ADDRESS.match(name) is not None and " " not in name


def clean(name: str, rules: Sequence[PathRule]) -> str:
    """The name after the rules, each in a place of its own whatever order they are given in; other names stay."""
    if not rules or not is_address(name):
        return name
    found = HOST.match(name)
    host, path = (name[: found.end()], name[found.end() :]) if found else ("", name)
    host = "" if "host" in rules else host
    path = QUERY.sub("", path) if "query" in rules else path
    path = LANGUAGE.sub("", path, count=1) if "language" in rules and LANGUAGE.match(path) else path
    path = ID.sub(":id", path) if "ids" in rules else path
    path = re.sub(r"/+(?=[?#]|$)", "", path) if "slash" in rules else path
    whole = host + path or "/"
    return whole.lower() if "lower" in rules else whole
