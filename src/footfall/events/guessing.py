"""A mapping for a file that no known tool wrote: by the names of its columns, and by what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from footfall.errors import InvalidData
from footfall.events.columns import ROW, WideStep
from footfall.events.exports.asking import questions
from footfall.events.mapping import Mapping
from footfall.events.sheets import Sheet
from footfall.events.times import day_comes_first, read_moments

# Names that tools use, the surest first; matched as whole words of the column's name.
CUSTOMER = (
    "customer_unique_id",
    "person_id",
    "user_id",
    "userid",
    "customer_id",
    "client_id",
    "user_pseudo_id",
    "distinct_id",
    "anonymous_id",
    "visitor_id",
    "visitorid",
    "requester_external_id",
    "requester_id",
    "respondent_id",
    "caller_id",
    "contact_id",
    "account_id",
    "member_id",
    "customer",
    "client",
    "user",
    "person",
    "visitor",
    "requester",
    "email",
    "case_id",
    "order_id",
    "ticket_id",
    "id",
    "number",
)
EVENT = (
    "event_text",
    "event_name",
    "event",
    "activity",
    "action",
    "touchpoint",
    "event_type",
    "step",
    "state",
    "status",
)
STATE = ("step", "state", "status")
TIME = (
    "timestamp",
    "derived_tstamp",
    "event_timestamp",
    "event_time",
    "occurred_at",
    "time",
    "date",
    "updated_at",
    "created_at",
)
ANSWERED = ("answered", "answer", "submitted", "submit", "recorded", "recordeddate", "responded", "completed", "end")
CHANNEL = ("channel", "platform", "medium", "via", "contact_type", "submitted_via", "distribution_channel", "device")
SCORE = ("score", "rating", "nps", "csat", "ces", "satisfaction", "stars", "grade")
TEXT = ("comment_message", "comment", "message", "feedback", "verbatim", "text", "content", "remark")
ABOUT = ("about", "touchpoint", "event", "topic")
SURVEY = ("question", "survey", "survey_type")
LANGUAGE = ("language", "userlanguage", "locale", "lang")
PROMISE = ("estimated", "promised", "expected", "due", "deadline", "eta", "limit", "planned", "sla")
FEW = 2
FILLERS = {"at", "on", "date", "time", "timestamp", "datetime", "ts", "tstamp", "utc", "order", "ticket", "case"}


@dataclass(frozen=True)
class _Column:
    """A column with what a look at it found: its words, and which share of its values is a moment or a number."""

    name: str
    words: str  # as in _order_delivered_at_
    values: pa.Array
    moments: float
    numbers: float

    def called(self, names: Sequence[str]) -> int:
        """How early in the list a name stands that this column's name has as whole words; the end when none does."""
        return next((index for index, name in enumerate(names) if f"_{name}_" in self.words), len(names))

    @property
    def is_time(self) -> bool:
        """Whether the column holds moments; plain numbers only when the name says so."""
        return self.moments > 0.8 and (self.numbers < 0.8 or self.is_named_as_time)

    @property
    def is_named_as_time(self) -> bool:
        """Whether the name says that moments stand below it."""
        return any(word in self.words for word in ("time", "date", "_at_", "tstamp", "_ts_"))


def guess(sheet: Sheet, values: dict[str, pa.Array]) -> tuple[Mapping, str]:
    """The mapping that the columns' names and first values speak for, and what they leave open.

    Raises InvalidData when they say too little.
    """
    columns = [_look(name, values[name]) for name in sheet.columns]
    times = [column for column in columns if column.is_time]
    if not times:
        raise _without_times(sheet, columns)
    customer = _best(columns, CUSTOMER, not_in=times)
    rest = [column for column in columns if column is not customer]
    survey, missing = _survey(rest, times)
    if not customer and not survey:
        todo = "Name the column that tells customers apart, or say (row) where each row is a customer of its own."
        raise InvalidData(f"{sheet.path.name} has no column that looks like a customer.", todo=todo)
    found = {"customer": customer.name if customer else ROW, "day_first": _day_first(times)}
    if survey:
        return Mapping.model_validate({**found, **survey}), missing
    if answers := _answers(rest, times):
        return Mapping.model_validate({**found, **answers}), ""
    event = _best(rest, EVENT, not_in=times)
    if event and customer and not _is_state_of_wide_rows(event, customer, times):
        return Mapping.model_validate({**found, **_events(rest, times, event)}), ""
    return Mapping.model_validate({**found, "kind": "wide", "steps": _steps(times)}), ""


def _survey(columns: Sequence[_Column], times: Sequence[_Column]) -> tuple[dict[str, object], str]:
    """The mapping of a survey with a column for each question, where at least two of them are surely scores."""
    candidates = [column for column in columns if column not in times and _is_sentence(column)]
    told = questions({column.name: column.values for column in candidates}, {})
    if sum(bool(one["instrument"]) for one in told.asked) < FEW:
        return {}, ""
    time = _best(times, ANSWERED) or _best(times, TIME) or times[-1]
    found: dict[str, object] = {"kind": "answers", "time": time.name, "asked": told.asked, "labels": told.labels}
    return found, told.missing


def _is_sentence(column: _Column) -> bool:
    """Whether a column's name may be a question: several words, or one that says what is scored."""
    return column.words.count("_") > FEW or column.called(SCORE) < len(SCORE)


def _without_times(sheet: Sheet, columns: Sequence[_Column]) -> InvalidData:
    """The refusal, with what stands where a moment was to be expected."""
    named = next((column for column in columns if column.is_named_as_time), None)
    first = next((str(value) for value in named.values.to_pylist() if value), "") if named else ""
    seen = f"{sheet.path.name} has no column with times."
    if named and first:
        seen = f"The column {named.name} of {sheet.path.name} holds no times; it begins with '{first[:40]}'."
    expected = "Each row needs a moment, such as 2026-05-31 14:05."
    return InvalidData(seen, expected, "Write moments so, or name the column that has them.")


def _is_state_of_wide_rows(event: _Column, customer: _Column, times: Sequence[_Column]) -> bool:
    """Whether each row is one order or ticket with several moments, and the column only says how far it is."""
    says_state = event.called(STATE) < len(STATE)
    rows = max(1, len(customer.values) - customer.values.null_count)
    return says_state and len(times) > 2 and pc.count_distinct(customer.values).as_py() > 0.9 * rows


def _look(name: str, values: pa.Array) -> _Column:
    text = values.drop_null()
    words = "_" + re.sub(r"[^a-z0-9]+", "_", re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()).strip("_") + "_"
    if pa.types.is_temporal(text.type) or not len(text):
        return _Column(name, words, values, moments=1.0 if len(text) else 0.0, numbers=0.0)
    filled = len(text)
    day_first = day_comes_first(text) is not False
    moments = filled - read_moments(text, "UTC", day_first).null_count
    numbers = pc.sum(pc.match_substring_regex(text, r"^\s*-?\d+([.,]\d+)?\s*$")).as_py()
    return _Column(name, words, values, moments / filled, numbers / filled)


def _best(columns: Sequence[_Column], names: Sequence[str], not_in: Sequence[_Column] = ()) -> _Column | None:
    known = [column for column in columns if column.called(names) < len(names) and column not in not_in]
    return min(known, key=lambda column: column.called(names), default=None)


def _name(column: _Column | None) -> str:
    return column.name if column else ""


def _day_first(times: Sequence[_Column]) -> bool | None:
    told = (day_comes_first(column.values) for column in times)
    return next((answer for answer in told if answer is not None), None)


def _events(columns: Sequence[_Column], times: Sequence[_Column], event: _Column) -> dict[str, object]:
    promised = [column for column in times if column.called(PROMISE) < len(PROMISE)]
    happened = [column for column in times if column not in promised] or list(times)
    time = _best(happened, TIME) or happened[0]
    channel = _best([column for column in columns if column is not event], CHANNEL, not_in=times)
    due = _name(promised[0]) if promised and promised[0] is not time else ""
    return {"kind": "events", "event": event.name, "time": time.name, "channel": _name(channel), "due": due}


def _answers(columns: Sequence[_Column], times: Sequence[_Column]) -> dict[str, object]:
    """The mapping of a survey, when there is a column of scores; nothing when there is none."""
    scores = [column for column in columns if column.numbers > 0.8 and column not in times]
    score = _best(scores, SCORE)
    if score is None:
        return {}
    others = [column for column in columns if column is not score]
    low, high = _scale(score)
    roles = {"about": ABOUT, "text": TEXT, "question": SURVEY, "language": LANGUAGE, "channel": CHANNEL}
    taken = {role: _name(_best(others, names, not_in=times)) for role, names in roles.items()}
    asked = {"question_is": "NPS"} if "_nps_" in score.words and not taken["question"] else {}
    time = _best(times, ANSWERED) or _best(times, TIME) or times[-1]
    return (
        {"kind": "answers", "score": score.name, "time": time.name, "scale_min": low, "scale_max": high} | taken | asked
    )


def _scale(score: _Column) -> tuple[float, float]:
    """The usual scale that holds all scores seen: 1-5, 1-7, 0-10 or 0-100."""
    text = pc.replace_substring(score.values.drop_null().cast(pa.string()), ",", ".")
    shaped = text.filter(pc.match_substring_regex(text, r"^\s*-?\d+(\.\d+)?\s*$"))
    span = pc.min_max(pc.utf8_trim_whitespace(shaped).cast(pa.float64())).as_py()
    if "_nps_" in score.words:
        return 0, 10
    usual = ((1, 5), (1, 7), (0, 10), (0, 100))
    return next(
        (scale for scale in usual if scale[0] <= span["min"] and span["max"] <= scale[1]),
        (span["min"], span["max"] + 1),
    )


def _steps(times: Sequence[_Column]) -> tuple[WideStep, ...]:
    """Each column of moments as an event; a promised moment goes to the event whose name it shares most with."""
    promised = [column for column in times if column.called(PROMISE) < len(PROMISE)]
    happened = [column for column in times if column not in promised] or list(times)
    due = {_most_alike(column, happened).name: column.name for column in promised if column not in happened}
    return tuple(
        WideStep(column=column.name, event=_event_name(column), due=due.get(column.name, "")) for column in happened
    )


def _most_alike(promise: _Column, steps: Sequence[_Column]) -> _Column:
    """The step with the most words like the promise's (deliver, delivery, delivered are alike); the last of equals."""
    stems = _stems(promise)
    return max(reversed(steps), key=lambda step: len(stems & _stems(step)))


def _stems(column: _Column) -> set[str]:
    return {word[:6] for word in column.words.strip("_").split("_") if word not in FILLERS and word not in PROMISE}


def _event_name(column: _Column) -> str:
    words = [word for word in column.words.strip("_").split("_") if word not in FILLERS]
    return " ".join(words) or column.name
