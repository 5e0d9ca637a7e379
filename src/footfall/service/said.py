"""All excerpts of a dataset in memory: as they were told, with what people overruled laid over them."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.engine.opened import Tables
from footfall.journey.changes import Actor
from footfall.measures.analyses.said import OVERRULED, THEMES, Counted
from footfall.measures.excerpts import excerpts
from footfall.service import datasets, overruling
from footfall.service.excerpt_counts import Counts, Reading, ThemeCount
from footfall.service.overruling import Overruled
from footfall.service.workspace import Workspace
from footfall.texts.feeling import class_of, feeling
from footfall.texts.themes import themes_of

SCORES: dict[str, float] = {"negative": -0.5, "neutral": 0.0, "positive": 0.5}  # of a feeling that a person says

Places = Sequence[int]


@dataclass(frozen=True)
class _Told:
    """The excerpts as they were told; these never change while the tables stand."""

    table: pa.Table
    themes: list[tuple[str, ...]]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each excerpt stands; the same words of the same customer may stand in several places."""
        found: dict[str, list[int]] = {}
        for place, excerpt in enumerate(self.table["excerpt"].to_pylist()):
            found.setdefault(excerpt, []).append(place)
        return found


class Said:
    """What counts of each excerpt, by its place among them."""

    def __init__(self, told: _Told, overruled: Mapping[str, Overruled]) -> None:
        self._told, self.overruled = told, overruled
        self._languages = np.array([_kind(one) for one in told.table["language"].to_pylist()], object)
        self._scores = np.array(told.table["feeling"].to_pylist(), np.float64)  # nan: none
        self._themes = list(told.themes)
        for excerpt, says in overruled.items():
            for place in self.places_of(excerpt):
                self._lay(place, says)

    def __len__(self) -> int:
        return len(self._themes)

    def _lay(self, place: int, says: Overruled) -> None:
        if says.language is not None:
            self._languages[place] = _kind(says.language)
            found = feeling(str(self._told.table["text"][place]), says.language)
            self._scores[place] = found.score if found else np.nan
        if says.feeling is not None:
            self._scores[place] = SCORES[says.feeling]
        if says.themes is not None:
            self._themes[place] = says.themes

    def places_of(self, excerpt: str) -> list[int]:
        """Where an excerpt stands; nowhere when it is not here."""
        return self._told.places.get(excerpt, [])

    def row(self, place: int) -> dict[str, Any]:
        """The columns of one excerpt."""
        row: dict[str, Any] = self._told.table.slice(place, 1).to_pylist()[0]
        return row

    def told(self, place: int) -> Reading:
        """What was told from the text alone."""
        row = self.row(place)
        return _reading(row["language"] or "", row["feeling"], self._told.themes[place])

    def reading(self, place: int) -> Reading:
        """What counts."""
        says = self.overruled.get(str(self._told.table["excerpt"][place]))
        language = says.language if says and says.language is not None else self.row(place)["language"]
        score = float(self._scores[place])
        return _reading(language or "", None if np.isnan(score) else score, self._themes[place])

    def chosen(self, language: str, feeling: str, theme: str, question: str | None, search: str) -> list[int]:
        """The places of those that a filter lets in."""
        table, keep = self._told.table, np.ones(len(self), bool)
        if language:
            keep &= self._languages == language
        if feeling:
            keep &= np.array([_class(score) == feeling for score in self._scores], bool)
        if theme:
            keep &= np.array([theme in themes for themes in self._themes], bool)
        if question is not None:
            keep &= np.asarray(pc.equal(table["question"], question))
        if search:
            keep &= np.asarray(pc.match_substring(table["text"], search, ignore_case=True))
        return [int(place) for place in np.flatnonzero(keep)]

    def counts(self, places: Places) -> Counts:
        """How many of these there are of each kind."""
        questions = self._told.table["question"].take(pa.array(places, pa.int64())).to_pylist()
        names = self._told.table["excerpt"].take(pa.array(places, pa.int64())).to_pylist() if self.overruled else []
        return Counts(
            languages=dict(Counter(self._languages[place] for place in places).most_common()),
            feelings=dict(Counter(_class(self._scores[place]) for place in places).most_common()),
            themes=self._theme_counts(places),
            questions=dict(Counter(questions).most_common()),
            overruled=sum(name in self.overruled for name in names),
        )

    def _theme_counts(self, places: Places) -> tuple[ThemeCount, ...]:
        found: dict[str, list[float]] = {}
        for place in places:
            for theme in self._themes[place]:
                found.setdefault(theme, []).append(self._scores[place])
        ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
        return tuple(ThemeCount(theme=theme, excerpts=len(some), feeling=_mean(some)) for theme, some in ordered)

    def as_counted(self) -> Counted:
        """What counts beside the tables of a dataset: feelings that are overruled, and the themes of all excerpts."""
        names = self._told.table["excerpt"].to_pylist()
        places = {excerpt: self.places_of(excerpt)[0] for excerpt in self.overruled if self.places_of(excerpt)}
        felt = [None if np.isnan(self._scores[place]) else float(self._scores[place]) for place in places.values()]
        themes = dict.fromkeys((names[place], theme) for place, found in enumerate(self._themes) for theme in found)
        columns = zip(*themes, strict=True) if themes else ((), ())
        tables = {
            "overruled": pa.table([list(places), pa.array(felt, pa.float64())], OVERRULED),
            "themes": pa.table([pa.array(column, pa.string()) for column in columns], THEMES),
        }
        says = sorted((excerpt, one.model_dump_json()) for excerpt, one in self.overruled.items())
        return Counted(hashlib.sha256(repr(says).encode()).hexdigest(), tables)


def load(ws: Workspace, actor: Actor, id: str) -> Said:
    """All excerpts of a dataset. Raises NotFound, StorageFailed."""
    folder, manifest = datasets.find(ws, actor, id)
    tables = ws.engine.tables(folder.tables(manifest))
    (told,) = tables.found.all(["excerpts"], lambda _: [_tell(tables)])
    return Said(told, overruling.read(folder))


def _tell(tables: Tables) -> _Told:
    table = tables.run(excerpts())
    return _Told(table, themes_of(zip(table["text"].to_pylist(), table["language"].to_pylist(), strict=True)))


def _kind(language: str | None) -> str:
    """Languages as they are counted."""
    if not language:
        return "unknown"
    return language if language in ("en", "nl") else "other"


def _class(score: float) -> str:
    return "none" if np.isnan(score) else class_of(score)


def _mean(scores: Sequence[float]) -> float | None:
    told = [score for score in scores if not np.isnan(score)]
    return round(sum(told) / len(told), 4) if told else None


def _reading(language: str, score: float | None, themes: tuple[str, ...]) -> Reading:
    feels = None if score is None else class_of(score)
    return Reading(language=language, feeling=feels, score=score, themes=themes)
