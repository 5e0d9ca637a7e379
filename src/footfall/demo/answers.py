"""What the simulated customers answer after moments: scores that follow from what happened to them, and comments."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from footfall.demo.log import Codes, Events
from footfall.demo.phrases import CLOSERS, OPENERS, TOPICS, Language, Mood
from footfall.demo.rhythm import DAY, END, HOUR, MINUTE, Seconds, Where, chance, waits
from footfall.events.columns import Instrument

DUTCH = 0.58  # share of customers who answer in Dutch
COMMENTS = 0.45  # share of answers with a comment


@dataclass(frozen=True)
class Scale:
    """A question and its scale; on each of them more is better, so effort is asked as ease."""

    name: str
    instrument: Instrument
    question: str
    low: int
    high: int
    spread: float


CSAT = Scale("satisfaction", "csat", "Satisfaction (1-5)", 1, 5, 0.95)
EASE = Scale("ease", "ces", "Ease (1-7)", 1, 7, 1.4)
NPS = Scale("recommend", "nps", "Would recommend (0-10)", 0, 10, 1.9)
SCALES = (CSAT, EASE, NPS)


@dataclass(frozen=True)
class Survey:
    """After which event is asked what, who answers, and the usual score there."""

    about: str
    scale: Scale
    answers: float
    usual: float
    topic: str


SURVEYS = (
    Survey("product_viewed", CSAT, 0.012, 4.1, "order"),
    Survey("delivery_chosen", EASE, 0.03, 5.4, "order"),
    Survey("order_placed", CSAT, 0.09, 3.95, "order"),
    Survey("dispatch_mail", CSAT, 0.03, 3.7, "tracking"),
    Survey("tracking_viewed", CSAT, 0.045, 2.75, "tracking"),
    Survey("helpline_called", CSAT, 0.26, 1.8, "contact"),
    Survey("chat_started", CSAT, 0.22, 1.9, "contact"),
    Survey("slot_message", CSAT, 0.04, 2.75, "slot"),
    Survey("parcel_delivered", CSAT, 0.13, 4.55, "delivery"),
    Survey("parcel_missed", CSAT, 0.2, 1.9, "missed"),
    Survey("picked_up", CSAT, 0.12, 4.3, "pickup"),
    Survey("return_started", EASE, 0.09, 4.7, "return"),
    Survey("refund_paid", EASE, 0.25, 4.6, "return"),
    Survey("follow_up_mail", NPS, 0.14, 8.4, "all"),
)


# What happened changes the usual score: (after which event, which fact, by how much). Late parcels sink it.
EFFECTS = (
    ("order_placed", "payment_failed", -1.5),
    ("tracking_viewed", "will_be_late", -0.8),
    ("slot_message", "will_be_late", -0.5),
    ("helpline_called", "sent_on", -0.7),
    ("chat_started", "sent_on", -0.6),
    ("parcel_delivered", "late", -2.35),
    ("picked_up", "late", -1.7),
    ("return_started", "late", -0.4),
    ("refund_paid", "slow_refund", -1.5),
    ("follow_up_mail", "late", -2.6),
    ("follow_up_mail", "asked", -2.2),
)


@dataclass(frozen=True)
class Answers:
    """Rows of the survey; `survey` indexes SURVEYS, `text` may be empty."""

    customer: Codes
    time: Seconds
    survey: Codes
    channel: Codes
    score: Codes
    dutch: Where
    text: np.ndarray

    def __len__(self) -> int:
        return len(self.customer)

    def rows(self, wanted: Codes) -> "Answers":
        """These rows, in this order."""
        return Answers(*(getattr(self, column.name)[wanted] for column in fields(self)))


def answer(rng: np.random.Generator, events: Events) -> Answers:
    """The answers of customers to all surveys, by time, as far as they came before the end of the two years."""
    dutch = chance(rng, DUTCH, int(events.customer.max()) + 1)
    facts = _facts(events)
    parts = [_survey(rng, events, number, facts, dutch) for number in range(len(SURVEYS))]
    every = Answers(*(np.concatenate([getattr(part, column.name) for part in parts]) for column in fields(Answers)))
    order = np.lexsort((every.customer, every.time))
    return every.rows(order[every.time[order] < END])


def _survey(rng: np.random.Generator, events: Events, number: int, facts: dict[str, Where], dutch: Where) -> Answers:
    survey = SURVEYS[number]
    moments = np.flatnonzero(events.named(survey.about))
    rows = moments[chance(rng, survey.answers, len(moments))]
    customer = events.customer[rows]
    time = events.time[rows] + waits(rng, 3 * HOUR, len(rows), 1.1, least=4 * MINUTE)
    score = _scores(rng, survey, rows, facts)
    topics = np.where(facts["late"][rows] & (survey.topic == "delivery"), "late", survey.topic)
    text = np.array(list(_comments(rng, survey.scale, score, topics, dutch[customer])), dtype=object)
    return Answers(customer, time, np.full(len(rows), number), events.channel[rows], score, dutch[customer], text)


def _scores(rng: np.random.Generator, survey: Survey, rows: Codes, facts: dict[str, Where]) -> Codes:
    usual = np.full(len(rows), survey.usual)
    for about, fact, change in EFFECTS:
        if about == survey.about:
            usual = usual + change * facts[fact][rows]
    drawn = np.round(usual + survey.scale.spread * rng.standard_normal(len(rows)))
    return np.clip(drawn, survey.scale.low, survey.scale.high).astype(np.int64)


def _facts(events: Events) -> dict[str, Where]:
    """What is true of a customer at each event: whether something happened shortly before or will soon."""
    arrival = events.named("parcel_delivered", "pickup_ready")
    late = arrival & (events.time > events.due)
    contact = events.named("helpline_called", "chat_started")
    return {
        "late": _since(events, late, 40 * DAY) & (_gap(events, late) <= _gap(events, arrival & ~late)),
        "will_be_late": _gap(events, late, ahead=True) < _gap(events, arrival & ~late, ahead=True),
        "payment_failed": _since(events, events.named("payment_failed"), 20 * MINUTE),
        "sent_on": _gap(events, contact, strictly=True) <= 6 * HOUR,
        "asked": _since(events, contact, 25 * DAY),
        "slow_refund": ~_since(events, events.named("return_started"), 12 * DAY),
    }


def _since(events: Events, what: Where, within: int) -> Where:
    return _gap(events, what) <= within


def _gap(events: Events, what: Where, *, ahead: bool = False, strictly: bool = False) -> Seconds:
    """Seconds from each event back (or ahead) to the same customer's nearest event of a kind; a century if none."""
    step = -1 if ahead else 1
    customer, time, found = (column[::step] for column in (events.customer, events.time, what))
    place = np.maximum.accumulate(np.where(found, np.arange(len(found)), -1))
    if strictly:
        place = np.concatenate(([-1], place[:-1]))
    known = (place >= 0) & (customer[place] == customer)
    return np.where(known, np.abs(time - time[place]), 36_500 * DAY)[::step]


def _comments(rng: np.random.Generator, scale: Scale, scores: Codes, topics: np.ndarray, dutch: Where) -> Iterator[str]:
    says = chance(rng, COMMENTS, len(scores))
    picks = rng.random((len(scores), 3))
    for score, topic, speaks_dutch, speaks, pick in zip(scores, topics, dutch, says, picks, strict=True):
        yield _comment(str(topic), _mood(scale, score), "nl" if speaks_dutch else "en", pick) if speaks else ""


def _mood(scale: Scale, score: int) -> Mood:
    share = (score - scale.low) / (scale.high - scale.low)
    return "bad" if share < 0.4 else "fair" if share < 0.7 else "good"


def _comment(topic: str, mood: Mood, language: Language, pick: np.ndarray) -> str:
    opener = _one(OPENERS[language][mood], pick[0])
    core = _one(TOPICS[topic][language][mood], pick[1])
    closer = _one(CLOSERS[language][mood], pick[2])
    sentence = f"{opener} {core}" if opener else core
    if not opener or opener[-1] in "!.":
        start = len(opener) + 1 if opener else 0
        sentence = sentence[:start] + sentence[start:][:1].upper() + sentence[start:][1:]
    return f"{sentence}. {closer}".strip() if pick[2] > 0.1 else sentence


def _one(phrases: tuple[str, ...], pick: float) -> str:
    return phrases[int(pick * len(phrases))]
