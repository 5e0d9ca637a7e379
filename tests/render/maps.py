"""Maps to paint: a rich one, a Dutch one, and ones of any size."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import LaneKind

Json = dict[str, Any]


@dataclass(frozen=True)
class Number:
    """A reading as `measures` would give it."""

    value: float | None
    unit: str = "share"
    low: float | None = None
    high: float | None = None
    n: int = 1000
    too_few: bool = False
    scale: tuple[float, float] | None = None


@dataclass(frozen=True)
class StepNumbers:
    reach: Number | None = None
    emotion: Number | None = None
    late: Number | None = None


@dataclass(frozen=True)
class StageNumbers:
    duration: Number | None = None
    funnel: Number | None = None


@dataclass(frozen=True)
class Dataset:
    name: str = "Orders 2026"
    customers: int = 18_432
    last: datetime | None = datetime(2026, 10, 31, tzinfo=UTC)


@dataclass(frozen=True)
class Numbers:
    cards: dict[str, Number] = field(default_factory=dict)
    steps: dict[str, StepNumbers] = field(default_factory=dict)
    stages: dict[str, StageNumbers] = field(default_factory=dict)
    dataset: Dataset | None = None


HEARD = {"note": "6 interviews"}
COUNTED = {"note": "tracking log", "n": 12_184, "dataset": "orders"}
MEASURED = {"dataset": "orders", "value": 0.31, "unit": "share", "low": 0.303, "high": 0.317, "n": 17_658}

CHANNELS = {
    "web": ("Web", "globe"),
    "app": ("App", "smartphone"),
    "mail": ("E-mail", "mail"),
    "phone": ("Phone", "phone"),
    "chat": ("Chat", "message-circle"),
    "sms": ("SMS", "message-square"),
    "person": ("In person", "user"),
    "shop": ("Shop", "store"),
    "parcel": ("Courier", "truck"),
}

LIBRARY: Json = {
    **{id: {"type": "channel", "name": name, "icon": icon} for id, (name, icon) in CHANNELS.items()},
    "options": {"type": "touchpoint", "name": "Delivery options", "channels": ["web", "app"]},
    "checkout": {"type": "touchpoint", "name": "Checkout", "channels": ["web", "app"]},
    "tracking": {"type": "touchpoint", "name": "Tracking page", "channels": ["web", "app"]},
    "maya": {
        "type": "persona",
        "name": "Maya Lindqvist",
        "role": "Project manager, 38, two children",
        "quote": "I want the parcel to be one worry less.",
        "facts": ["Lives in Utrecht", "Orders on the phone", "Home two days a week", "Hates repeating herself"],
        "goals": ["Know the hour, not the day", "Never wait in for nothing"],
        "frustrations": ["Slots of four hours", "Status that stands still"],
    },
    "jonas": {
        "type": "persona",
        "name": "Jonas de Boer",
        "role": "Student, lives in shared flat",
        "quote": "Leave it with a neighbour, any neighbour.",
        "facts": ["Pays by iDEAL", "Rarely at home"],
    },
}

STAGES = {
    "order": ("Order", 1.0, ["choose", "pay"]),
    "wait": ("Wait", 48.0, ["confirm", "track", "ask"]),
    "receive": ("Receive", 24.0, ["day", "take"]),
    "after": ("After", 720.0, ["keep"]),
}
STEPS: dict[str, Json] = {
    "choose": {"name": "Choose delivery"},
    "pay": {"name": "Pay"},
    "confirm": {"name": "Gets a confirmation"},
    "track": {"name": "Track the parcel", "repeatable": True},
    "ask": {"name": "Asks where it is", "optional": True},
    "day": {"name": "Delivery day"},
    "take": {"name": "Take it in"},
    "keep": {"name": "Return or keep", "expected_hours": 2},
}

Cells = dict[str, list[Json]]
LANES: list[tuple[str, Json, Cells]] = [
    (
        "goals",
        {"kind": "goals", "name": "What she wants"},
        {
            "choose": [{"text": "Pick a moment that fits a busy week", "evidence": [HEARD]}],
            "confirm": [{"text": "Be **sure** that the order arrived, and see the day without logging in", "span": 2}],
            "day": [{"text": "Know exactly *when* the courier comes", "evidence": [HEARD]}],
            "keep": [{"text": "Send it back without a printer"}],
        },
    ),
    (
        "actions",
        {"kind": "actions"},
        {
            "choose": [{"text": "Compares home, locker and pick-up", "evidence": [COUNTED]}],
            "pay": [
                {"text": "Pays with iDEAL or card", "evidence": [COUNTED]},
                {"text": "Looks for the date again", "evidence": [HEARD]},
            ],
            "confirm": [{"text": "Opens the mail on the phone"}],
            "track": [
                {"text": "Opens the tracking link", "evidence": [COUNTED]},
                {"text": "Checks again at night", "evidence": [MEASURED]},
            ],
            "ask": [{"text": "Calls or chats", "evidence": [{"n": 1589}]}],
            "day": [{"text": "Stays in for the time slot", "evidence": [HEARD]}, {"text": "Watches the map"}],
            "take": [{"text": "Opens the door, or collects at a neighbour’s"}],
            "keep": [
                {"text": "Prints a label"},
                {"text": "Drops it at a point, see [the list](https://example.org/points)"},
            ],
        },
    ),
    (
        "touch",
        {"kind": "touchpoints"},
        {
            "choose": [{"touchpoint": "options", "evidence": [COUNTED]}],
            "pay": [
                {
                    "touchpoint": "checkout",
                    "moment_of_truth": True,
                    "evidence": [MEASURED],
                    "importance": 4.8,
                    "quality": 2.4,
                }
            ],
            "confirm": [{"text": "Dispatch mail", "channels": ["mail"], "direction": "one-way"}],
            "track": [{"touchpoint": "tracking", "moment_of_truth": True, "evidence": [MEASURED]}],
            "ask": [{"text": "Helpline", "channels": ["phone", "chat"], "direction": "two-way", "ownership": "owned"}],
            "day": [
                {"text": "Slot message", "channels": ["sms"], "moment_of_truth": True},
                {"text": "Courier map", "channels": ["app"]},
            ],
            "take": [{"text": "Courier", "channels": ["parcel", "person"], "moment_of_truth": True}],
            "keep": [{"text": "Return page", "channels": ["web"]}, {"text": "Pick-up point", "channels": ["shop"]}],
        },
    ),
    (
        "emotion",
        {"kind": "emotion"},
        {
            "choose": [{"score": 1, "feeling": "hopeful"}],
            "pay": [{"score": 1}],
            "confirm": [{"score": 1.5, "feeling": "relieved"}],
            "track": [{"score": 1}],
            "day": [{"score": 1, "feeling": "excited"}],
            "take": [{"score": 2, "feeling": "delighted"}],
            "keep": [{"score": 0}],
        },
    ),
    (
        "thoughts",
        {"kind": "thoughts"},
        {
            "choose": [{"text": "Will it fit through the letterbox?", "evidence": [HEARD]}],
            "pay": [{"text": "When do I see the delivery fee?", "evidence": [{"note": "4 interviews"}]}],
            "track": [{"text": "‘On its way’, for two days now.", "evidence": [{"note": "212 excerpts", "n": 212}]}],
            "ask": [{"text": "I just want a person to look."}],
            "day": [{"text": "I cannot wait all day for a lamp."}],
            "take": [{"text": "He knew my name. Nice."}],
            "keep": [{"text": "Do I need the box?", "evidence": [{"note": "workshop"}]}],
        },
    ),
    (
        "quotes",
        {"kind": "quotes", "actor": "in their words"},
        {
            "ask": [
                {"text": "Ik heb dit nu al twee keer uitgelegd.", "evidence": [{"note": "Chat, 14 October", "n": 1}]}
            ],
            "day": [{"text": "It said 18:00–20:00. It is 20:40.", "evidence": [HEARD]}],
        },
    ),
    (
        "pains",
        {"kind": "pain-points"},
        {
            "choose": [{"text": "Locker size is not shown", "severity": "minor", "evidence": [HEARD]}],
            "pay": [{"text": "Fee appears in the last step", "severity": "moderate", "evidence": [MEASURED]}],
            "track": [{"text": "Status stands still between hubs", "severity": "severe", "evidence": [MEASURED]}],
            "ask": [{"text": "No hand-over from bot to agent: she repeats herself", "severity": "severe"}],
            "day": [{"text": "The slot is four hours wide", "severity": "moderate", "evidence": [COUNTED]}],
            "take": [{"text": "No card left after a missed try", "severity": "severe"}],
            "keep": [{"text": "A printer is needed", "severity": "minor", "evidence": [HEARD]}],
        },
    ),
    (
        "measures",
        {"kind": "measures", "actor": "last 90 days"},
        {
            "choose": [{"text": "Choose a slot", "question": {"kind": "reach", "at": ["options"]}, "target": 0.6}],
            "pay": [{"text": "Payment succeeds", "question": {"kind": "reach", "at": ["checkout"]}, "target": 0.97}],
            "confirm": [
                {
                    "text": "Time to dispatch",
                    "question": {"kind": "duration", "at": ["checkout"]},
                    "target": 24,
                    "target_is": "at-most",
                }
            ],
            "track": [{"text": "Track on the page", "question": {"kind": "reach", "at": ["tracking"]}, "target": 0.69}],
            "ask": [{"text": "Would recommend", "question": {"kind": "nps", "at": ["tracking"]}}],
            "day": [
                {
                    "text": "After the promised slot",
                    "question": {"kind": "late", "at": ["tracking"]},
                    "target": 0.1,
                    "target_is": "at-most",
                }
            ],
            "take": [{"text": "Mean score", "question": {"kind": "score", "at": ["tracking"]}, "target": 4.5}],
            "keep": [{"text": "Returned", "question": {"kind": "reach", "at": ["tracking"]}}],
        },
    ),
    (
        "chances",
        {"kind": "opportunities"},
        {
            "choose": [{"text": "Show parcel size at lockers", "customer_value": 3, "effort": 1}],
            "pay": [
                {"text": "Fee next to the product price", "status": "planned", "due": "2027-01-12", "team": "Checkout"}
            ],
            "track": [
                {"text": "Hub scans and a new estimate", "status": "doing", "customer_value": 5, "effort": 3, "span": 2}
            ],
            "day": [{"text": "Two-hour slots", "status": "shipped", "kano": "attractive"}],
            "take": [{"text": "Ask which neighbour first", "customer_value": 4, "business_value": 2.5, "effort": 1}],
            "keep": [{"text": "Code instead of a label", "tags": ["returns", "mobile"], "owner": "Sanne de Wit"}],
        },
    ),
    (
        "behind",
        {"kind": "backstage", "name": "Behind the scenes", "line_below": "internal"},
        {
            "pay": [{"text": "Identity service · Payment provider"}],
            "track": [{"text": "Carrier interface, polled every two hours", "span": 3}],
            "day": [{"text": "Depot shift plan"}],
        },
    ),
    (
        "free",
        {"kind": "free", "name": "Open questions"},
        {
            "ask": [
                {
                    "text": "Who owns the hand-over between chat and phone? See mailto:care@example.org or https://example.org/care"
                }
            ],
        },
    ),
]


def _records() -> Json:
    records: Json = {
        "map": {
            "type": "map",
            "title": "Parcel delivery, from order to doorstep",
            "personas": ["maya"],
            "status": "agreed",
            "owner": "Sanne de Wit",
            "team": "Delivery",
            "review_interval_days": 90,
            "scenario": "A parcel for home, ordered on a weekday evening, paid at once.",
            "customer_goal": "Hold the parcel in her hands without a day at home.",
            "business_goal": "Fewer calls about the status, fewer second tries.",
            "scope_begin": "basket filled",
            "scope_end": "thirty days after delivery",
        },
        "loop": {"type": "link", "source": "ask", "target": "track", "kind": "loop", "condition": "no answer in a day"},
        "lost": {"type": "card", "lane": "gone", "step": "pay", "text": "Waits in the tray"},
    }
    for place, (id, (name, hours, steps)) in enumerate(STAGES.items()):
        records[id] = {"type": "stage", "name": name, "expected_hours": hours, "order": f"a{place}"}
        for number, step in enumerate(steps):
            records[step] = {"type": "step", "stage": id, "order": f"a{number}", **STEPS[step]}
    for place, (id, lane, cells) in enumerate(LANES):
        records[id] = {"type": "lane", "order": f"a{place:02}", **lane}
        for step, cards in cells.items():
            for number, card in enumerate(cards):
                records[f"{id}-{step}-{number}"] = {
                    "type": "card",
                    "lane": id,
                    "step": step,
                    "order": f"a{number}",
                    **card,
                }
    records["behind"]["order"] = "a095"
    records["quotes"]["line_below"] = "visibility"
    records["touch"]["line_below"] = "interaction"
    return records


RICH = _records()


def _emotion(value: float, low: float, high: float, n: int = 900) -> Number:
    return Number(value, "score", low, high, n)


NUMBERS = Numbers(
    cards={
        "measures-choose-0": Number(0.614, "share", 0.607, 0.621, 18_432),
        "measures-pay-0": Number(0.958, "share", 0.955, 0.961, 18_432),
        "measures-confirm-0": Number(31.4, "hours", 30.9, 31.8, 17_658),
        "measures-track-0": Number(0.69, "share", 0.683, 0.697, 17_658),
        "measures-ask-0": Number(-12.4, "points", -19.0, -6.0, 388),
        "measures-day-0": Number(0.168, "share", 0.162, 0.174, 16_902),
        "measures-take-0": Number(4.44, "score", 4.36, 4.52, 1106, scale=(1, 5)),
        "measures-keep-0": Number(None, "share", n=7, too_few=True),
    },
    steps={
        "choose": StepNumbers(Number(1.0, n=18_432), _emotion(0.9, 0.8, 1.02, 1210)),
        "pay": StepNumbers(Number(0.962, n=18_432), _emotion(0.7, 0.6, 0.8)),
        "confirm": StepNumbers(Number(0.958, n=18_432), _emotion(0.5, 0.41, 0.59)),
        "track": StepNumbers(Number(0.69, n=18_432), _emotion(-0.5, -0.62, -0.38)),
        "ask": StepNumbers(Number(0.09, n=18_432), _emotion(-1.4, -1.58, -1.22, 310)),
        "day": StepNumbers(Number(0.917, n=18_432), _emotion(-0.3, -0.39, -0.21), Number(0.168)),
        "take": StepNumbers(Number(0.911, n=18_432), _emotion(1.3, 1.22, 1.38)),
        "keep": StepNumbers(Number(0.116, n=18_432), _emotion(0.2, 0.02, 0.38, 96)),
    },
    stages={
        "order": StageNumbers(Number(0.4, "hours", 0.38, 0.42, 18_432)),
        "wait": StageNumbers(Number(61.0, "hours", 60.2, 61.9, 17_658), Number(0.958)),
        "receive": StageNumbers(Number(9.5, "hours", 9.3, 9.7, 16_902)),
    },
    dataset=Dataset(),
)


def documents(records: Json | None = None, library: Json | None = None) -> tuple[MapDocument, LibraryDocument]:
    """Both documents of a map."""
    return MapDocument(RICH if records is None else records), LibraryDocument(LIBRARY if library is None else library)


def dutch() -> Json:
    """The rich map with its frame in Dutch."""
    named = {
        "choose": "Bezorging kiezen",
        "pay": "Betalen",
        "confirm": "Krijgt een bevestiging",
        "track": "Pakket volgen",
        "ask": "Vraagt waar het blijft",
        "day": "Bezorgdag",
        "take": "Aannemen",
        "keep": "Arbeidsongeschiktheidsverzekeringsmaatschappij",
    }
    records = {id: dict(record) for id, record in RICH.items()}
    records["map"] |= {"title": "Pakketbezorging, van bestelling tot voordeur", "language": "nl"}
    for id, name in named.items():
        records[id]["name"] = name
    for id, name in {"order": "Bestellen", "wait": "Wachten", "receive": "Ontvangen", "after": "Daarna"}.items():
        records[id]["name"] = name
    for lane in ("goals", "behind", "free", "quotes", "measures"):
        records[lane] = {key: value for key, value in records[lane].items() if key not in ("name", "actor")}
    return records


def large(steps: int, lanes: int, cards: int) -> Json:
    """A map of any size, its cards dealt evenly over its cells."""
    records: Json = {"map": {"type": "map", "title": f"{steps} steps, {lanes} lanes, {cards} cards"}}
    kinds = [kind.value for kind in LaneKind]
    for stage in range(0, steps, 5):
        records[f"stage{stage}"] = {"type": "stage", "name": f"Stage {stage // 5 + 1}", "order": f"a{stage:04}"}
    for step in range(steps):
        records[f"step{step}"] = {
            "type": "step",
            "stage": f"stage{step // 5 * 5}",
            "name": f"Step {step + 1}",
            "order": f"a{step:04}",
        }
    for lane in range(lanes):
        records[f"lane{lane}"] = {"type": "lane", "kind": kinds[lane % len(kinds)], "order": f"a{lane:04}"}
    for number in range(cards):
        records[f"card{number}"] = {
            "type": "card",
            "lane": f"lane{number % lanes}",
            "step": f"step{number // lanes % steps}",
            "order": f"a{number:05}",
            "text": f"Card {number} says a thing that takes two lines",
            "score": (number * 7 % 41 - 20) / 10,
        }
    return records


TODAY = date(2026, 11, 23)
