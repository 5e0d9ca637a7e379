"""Mermaid's way to write a letter that would end a name: `#35;` is #, `#quot;` is a quotation mark."""

import html.entities
import re

CONTROL_DIGITS = 4
_ENTITY = re.compile(r"#(\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_HIDDEN = re.compile("\ue000([0-9a-f]+)\ue001")
_KEYWORD = re.compile(r"(journey|title|section|acctitle|accdescr)\b|%%", re.IGNORECASE)
_UNSAFE = re.compile(r"[#;\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ue000\ue001]")


def hide(line: str) -> str:
    """The line with each entity as something that no separator can cut."""
    return _ENTITY.sub(_hidden, line)


def _hidden(found: re.Match[str]) -> str:
    said = found[1]
    if said.isdigit():
        return f"\ue000{int(said):x}\ue001" if _is_letter(said) else found[0]
    letters = html.entities.html5.get(f"{said};", "")
    return "".join(f"\ue000{ord(letter):x}\ue001" for letter in letters) or found[0]


def _is_letter(digits: str) -> bool:
    """Whether a number stands for a letter: people write `#3;` for the third, and `#0003;` for nothing else."""
    code = int(digits)
    return code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and (code >= 32 or len(digits) == CONTROL_DIGITS)


def shown(text: str) -> str:
    """The text with its hidden letters in the open."""
    return _HIDDEN.sub(lambda found: chr(int(found[1], 16)), text)


def write_text(text: str, also: str = "") -> str:
    """The text so that Mermaid reads it as one piece; `also` names more letters that would end it."""
    safe = "".join(_entity(letter) if letter in also or _is_unsafe(letter) else letter for letter in text)
    if safe.startswith(" ") or _KEYWORD.match(safe):
        safe = _entity(safe[0]) + safe[1:]
    return f"{safe[:-1]}{_entity(' ')}" if safe.endswith(" ") else safe


def _is_unsafe(letter: str) -> bool:
    return letter != " " and bool(_UNSAFE.match(letter))


def _entity(letter: str) -> str:
    return f"#{ord(letter):0{CONTROL_DIGITS if ord(letter) < 32 else 1}};"
