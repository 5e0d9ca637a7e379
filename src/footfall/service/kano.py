"""Kano: what features are to customers, out of paired questions of one or two waves of a survey."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidQuestion
from footfall.journey.changes import Actor
from footfall.measures.kano_class import Drift, KanoClass, Letter
from footfall.measures.measure import Member, Opened
from footfall.service import datasets
from footfall.service.questions import check_page
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.engine.opened import Tables

MOST_VALUES = 20  # refused answers that are shown word for word

# What tells the two questions of a pair apart, in brackets or after a dash, in English and Dutch.
WITH = r"functional|with|present|with it|positive|there|functioneel|met|aanwezig|wel"
WITHOUT = r"dysfunctional|without|absent|without it|negative|not there|disfunctioneel|zonder|afwezig|niet"
MARK = re.compile(rf"[\s(\[:_–-]+(?:(?P<without>{WITHOUT})|(?P<with>{WITH}))[)\]]?\s*$", re.IGNORECASE)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class KanoPair(_Model):
    """The two questions about one feature."""

    feature: str = Field(min_length=1, max_length=300, description="What the feature is called.")
    with_it: str = Field(min_length=1, max_length=500, description="The question how it is with the feature.")
    without_it: str = Field(min_length=1, max_length=500, description="The question how it is without the feature.")


class KanoWave(_Model):
    """One time that customers were asked."""

    dataset: str = Field(max_length=64, description="The dataset.")
    since: datetime | None = Field(None, description="Only answers of this moment or later; without a zone it is UTC.")
    until: datetime | None = Field(None, description="Only answers before this moment.")


class KanoAsked(_Model):
    """Which features are looked at, in which waves."""

    waves: tuple[KanoWave, ...] = Field(min_length=1, max_length=2, description="One wave, or two to compare.")
    pairs: tuple[KanoPair, ...] = Field(min_length=1, max_length=100, description="The features with their questions.")
    like_is: Literal[1, 5] = Field(1, description="Which number is “I like it”, where answers are numbers: 1 or 5.")


class RefusedPair(_Model):
    """A pair of answers of which at least one is none of the five."""

    said_with: str
    said_without: str
    n: int


class KanoFound(_Model):
    """What one wave says of one feature."""

    kano: KanoClass
    refused: int = Field(ge=0, description="Customers of whom an answer is none of the five: not counted.")
    refused_answers: tuple[RefusedPair, ...] = Field((), description="What they answered, the most frequent first.")
    incomplete: int = Field(ge=0, description="Customers who answered one of the two questions alone: not counted.")


class KanoFeature(_Model):
    """What a feature is to customers, in each wave, and whether that changed."""

    pair: KanoPair
    waves: tuple[KanoFound, ...]
    drift: Drift | None = Field(None, description="Whether it changed; none of one wave.")


class KanoResult(_Model):
    """The features in the order in which they were asked."""

    features: tuple[KanoFeature, ...]


class KanoQuestions(_Model):
    """The questions of a dataset, and the pairs that their names make likely."""

    questions: tuple[str, ...]
    pairs: tuple[KanoPair, ...]


def questions(ws: Workspace, actor: Actor, dataset: str) -> KanoQuestions:
    """What pairs can be made of. Raises NotFound, StorageFailed, QueryLimit."""
    from footfall.measures.kano_answers import questions as asked

    tables = _tables(ws, actor, dataset)
    (rows,) = tables.found.all(["kano-questions"], lambda _: [tables.run(asked())["question"].to_pylist()])
    return KanoQuestions(questions=tuple(rows), pairs=tuple(likely_pairs(rows)))


def likely_pairs(names: Sequence[str]) -> Iterator[KanoPair]:
    """Questions whose names differ in nothing but “with” and “without”, or words that say the same."""
    sides: dict[str, dict[str, str]] = {}
    for name in names:
        if (found := MARK.search(name)) and (feature := name[: found.start()].strip()):
            side = "with" if found["with"] else "without"
            sides.setdefault(feature, {}).setdefault(side, name)
    for feature, both in sorted(sides.items()):
        if len(both) == 2:
            yield KanoPair(feature=feature, with_it=both["with"], without_it=both["without"])


def run(ws: Workspace, actor: Actor, asked: KanoAsked) -> KanoResult:
    """Read the features. Raises NotFound, StorageFailed, QueryLimit."""
    from footfall.measures.kano import drifts

    waves = [_wave(ws, actor, wave, asked) for wave in asked.waves]
    found = list(zip(*waves, strict=True))
    changes: Sequence[Drift | None] = [None] * len(found)
    if len(waves) == 2:
        changes = drifts([(one.kano, other.kano) for one, other in found])
    return KanoResult(
        features=tuple(
            KanoFeature(pair=pair, waves=told, drift=drift)
            for pair, told, drift in zip(asked.pairs, found, changes, strict=True)
        )
    )


Said = tuple[str, str]


def _wave(ws: Workspace, actor: Actor, wave: KanoWave, asked: KanoAsked) -> list[KanoFound]:
    counted = _counts(ws, actor, wave, asked.pairs)
    return [_found(one, asked.like_is) for one in counted]


def _counts(ws: Workspace, actor: Actor, wave: KanoWave, pairs: Sequence[KanoPair]) -> list[Counter[Said]]:
    """Of each pair how often which two answers were given, word for word."""
    from footfall.measures.kano_answers import counts, pairs_table

    tables = _tables(ws, actor, wave.dataset)
    given = pairs_table([(one.with_it, one.without_it) for one in pairs])
    found: list[Counter[Said]] = [Counter() for _ in pairs]
    for row in tables.run(counts(*_period(wave)), kano_pairs=given).to_pylist():
        found[row["pair"]][row["said_with"], row["said_without"]] = row["n"]
    return found


def _found(said: Counter[Said], like_is: Literal[1, 5]) -> KanoFound:
    from footfall.measures.kano import kano_class

    letters: Counter[Letter] = Counter()
    refused: Counter[Said] = Counter()
    incomplete = 0
    read = _reader(like_is)
    for pair, n in said.items():
        if "" in pair:
            incomplete += n
        elif (letter := read(pair)) is None:
            refused[pair] += n
        else:
            letters[letter] += n
    shown = tuple(
        RefusedPair(said_with=one, said_without=other, n=n) for (one, other), n in refused.most_common(MOST_VALUES)
    )
    return KanoFound(kano=kano_class(letters), refused=refused.total(), refused_answers=shown, incomplete=incomplete)


def _reader(like_is: Literal[1, 5]) -> Callable[[Said], Letter | None]:
    from footfall.measures.kano import letter, read_answer

    def read(said: Said) -> Letter | None:
        with_it, without_it = (read_answer(one, like_is) for one in said)
        return letter(with_it, without_it) if with_it and without_it else None

    return read


KanoNumber = Literal["M", "O", "A", "I", "R", "Q", "all", "better", "worse", "refused", "incomplete"]

COUNTED: dict[str, str] = {"all": "MOAIRQ", "better": "AO", "worse": "OM"}
WORDS = {
    "all": "answered both questions with one of the five answers",
    "better": "would be happier with it: attractive or performance",
    "worse": "would be unhappier without it: performance or must-be",
    "refused": "gave an answer that is none of the five, and are not counted",
    "incomplete": "answered one of the two questions alone, and are not counted",
    "M": "answered as of a must-be",
    "O": "answered as of a performance feature",
    "A": "answered as of an attractive feature",
    "I": "answered as of a feature that leaves them indifferent",
    "R": "answered as of a feature that they would rather not have",
    "Q": "contradict themselves in their two answers",
}


def population(ws: Workspace, actor: Actor, asked: KanoAsked, number: KanoNumber, page: tuple[int, int]) -> Opened:
    """A page of exactly the customers that a number counted: of the first pair in the first wave.

    Raises NotFound, InvalidQuestion, QueryLimit.
    """
    from footfall.events.identity import pseudonym
    from footfall.measures.kano_answers import members, pairs_table, said_table

    check_page(*page)
    wave, pair = asked.waves[0], asked.pairs[0]
    (said,) = _counts(ws, actor, wave, [pair])
    wanted = [one for one in said if _counts_in(one, number, _reader(asked.like_is))]
    given: dict[str, Any] = {
        "kano_pairs": pairs_table([(pair.with_it, pair.without_it)]),
        "kano_said": said_table(wanted),
    }
    rows = _tables(ws, actor, wave.dataset).page(members(*_period(wave)), *page, **given).to_pylist()
    return Opened(
        definition=f"Customers who, asked about “{pair.feature}”, {WORDS[number]}.",
        total=sum(said[one] for one in wanted),
        offset=page[0],
        rows=tuple(Member(customer=pseudonym(row["identity"]), value=row["value"], at=row["at"]) for row in rows),
    )


def _counts_in(said: Said, number: KanoNumber, read: Callable[[Said], Letter | None]) -> bool:
    if "" in said or number == "incomplete":
        return "" in said and number == "incomplete"
    letter = read(said)
    if letter is None or number == "refused":
        return letter is None and number == "refused"
    return letter in COUNTED.get(number, number)


def _period(wave: KanoWave) -> tuple[datetime | None, datetime | None]:
    if wave.since and wave.until and _plain(wave.since) >= _plain(wave.until):
        raise InvalidQuestion(
            f"The wave runs from {wave.since:%Y-%m-%d} to {wave.until:%Y-%m-%d}.",
            "Its end must lie after its beginning.",
        )
    return (wave.since and _plain(wave.since), wave.until and _plain(wave.until))


def _plain(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _tables(ws: Workspace, actor: Actor, dataset: str) -> "Tables":
    folder, manifest = datasets.find(ws, actor, dataset)
    return ws.engine.tables(folder.tables(manifest))
