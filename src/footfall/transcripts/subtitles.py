"""SRT and WebVTT: what was said, at which second, by whom."""

import html
import re
from collections.abc import Iterator

from footfall.transcripts.blocks import Piece, Transcript, laid_out

CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMING = re.compile(rf"\s*{CLOCK}\s*-->\s*{CLOCK}.*")
VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")
TAG = re.compile(r"</?[a-zA-Z0-9][^>]*>|\{\\[^}]*\}")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")
SOON = 3.0  # seconds between two cues of one sentence
LONG = 600  # characters at which a block ends though its sentence goes on


def is_subtitles(text: str) -> bool:
    """Whether a text has the head of WebVTT, or begins with a cue."""
    if re.match(r"WEBVTT(?:[ \t\n]|$)", text):
        return True
    first = [line for line in text[:500].split("\n") if line.strip()][:2]
    return any(TIMING.fullmatch(line) for line in first)


def read(name: str, text: str) -> Transcript:
    """The sentences of subtitles, each with the second at which it begins. Raises InvalidData."""
    return laid_out(name, "subtitles", _sentences(_cues(text)))


def _cues(text: str) -> Iterator[tuple[float, float, str, str]]:
    """Each cue: when it begins and ends, who speaks, and the words."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        timings = [place for place, line in enumerate(lines) if TIMING.fullmatch(line)]
        if timings:  # what has none is a head, a note or a style
            begin, end = _times(lines[timings[0]])
            said = " ".join(line.strip() for line in lines[timings[0] + 1 :])
            voice = VOICE.search(said)
            yield begin, end, voice[1].strip() if voice else "", html.unescape(TAG.sub("", said)).strip()


def _times(line: str) -> tuple[float, float]:
    found = TIMING.fullmatch(line)
    parts = [int(part or 0) for part in found.groups()] if found else [0] * 8
    begin, end = (
        hours * 3600 + minutes * 60 + seconds + thousandths / 1000
        for hours, minutes, seconds, thousandths in (parts[:4], parts[4:])
    )
    return begin, end


def _sentences(cues: Iterator[tuple[float, float, str, str]]) -> Iterator[Piece]:
    """Cues put together until a sentence ends, somebody else speaks, or nobody does for a while."""
    at, until, who, words = 0.0, 0.0, "", ""
    for begin, end, speaker, said in cues:
        goes_on = words and who == speaker and begin - until <= SOON and len(words) < LONG
        if goes_on and not SENTENCE_END.search(words):
            words, until = f"{words} {said}", end
            continue
        yield _piece(at, who, words)
        at, until, who, words = begin, end, speaker, said
    yield _piece(at, who, words)


def _piece(at: float, who: str, words: str) -> Piece:
    return Piece(text=f"{who}: {words}" if who and words else words, seconds=at)
