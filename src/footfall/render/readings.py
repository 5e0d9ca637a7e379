# ruff: noqa: D102 - what the members are is said once, by their class
"""What a picture needs of the living numbers; `measures` makes them, nothing here asks for one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol


class Reading(Protocol):
    """A number with what it stands on."""

    @property
    def value(self) -> float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def n(self) -> int: ...
    @property
    def too_few(self) -> bool: ...
    @property
    def scale(self) -> tuple[float, float] | None: ...


class StepReadings(Protocol):
    """The numbers of a step: which share of customers came, which share late, how they felt (-2 to +2)."""

    @property
    def reach(self) -> Reading | None: ...
    @property
    def late(self) -> Reading | None: ...
    @property
    def emotion(self) -> Reading | None: ...


class StageReadings(Protocol):
    """The numbers of a stage: how long customers stayed, and which share of those before came on to it."""

    @property
    def funnel(self) -> Reading | None: ...
    @property
    def duration(self) -> Reading | None: ...


class DatasetSummary(Protocol):
    """Beside which customer data the map is read."""

    @property
    def name(self) -> str: ...
    @property
    def customers(self) -> int: ...
    @property
    def last(self) -> datetime | None: ...


class Readings(Protocol):
    """All living numbers of one map."""

    @property
    def dataset(self) -> DatasetSummary | None: ...

    @property
    def cards(self) -> Mapping[str, Reading]: ...
    @property
    def steps(self) -> Mapping[str, StepReadings]: ...
    @property
    def stages(self) -> Mapping[str, StageReadings]: ...
