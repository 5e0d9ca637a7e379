"""What the demo's team made of what people said: insights, a group that still grows, ideas with votes, one release."""

from collections.abc import Iterator

from footfall.demo.said import INTERVIEW_3, INTERVIEW_5, TICKETS
from footfall.journey.changes import Records

SANNE, FEMKE, JONAS, AYLIN, MILAN = ("demo-sanne", "demo-femke", "demo-jonas", "demo-aylin", "demo-milan")


def research() -> Records:
    """The records that a map file does not hold, by id."""
    return dict([*_insights(), *_ideas(), *_releases()])


def _insights() -> Iterator[tuple[str, dict[str, object]]]:
    promoted: dict[str, object] = {"promoted": "2026-10-28T14:30:00Z"}
    yield (
        "insight-silence",
        promoted
        | {
            "type": "insight",
            "name": "Silence costs more than lateness",
            "text": "Customers forgive a late parcel. What they do not forgive is that they had to ask.",
            "excerpts": [
                f"{INTERVIEW_3}/i3-know-when",
                f"{INTERVIEW_3}/i3-silent",
                f"{INTERVIEW_5}/i5-nobody-said",
                f"{INTERVIEW_5}/i5-not-knowing",
                f"{TICKETS}/ti-heard-by-asking",
            ],
            "tags": ["delivery"],
        },
    )
    yield (
        "insight-each-desk",
        promoted
        | {
            "type": "insight",
            "name": "Each desk begins at zero",
            "text": "What was told at one desk is unknown at the next. Customers carry the case, we do not.",
            "excerpts": [
                f"{INTERVIEW_5}/i5-phone-chat",
                f"{INTERVIEW_5}/i5-three-times",
                f"{TICKETS}/ti-third-time",
            ],
            "tags": ["care"],
            "order": "a1",
        },
    )
    yield (
        "insight-from-the-start",
        promoted
        | {
            "type": "insight",
            "name": "A failed payment throws people back to the start",
            "text": "The payment is tried again; the choosing is what people do not want to do twice.",
            "excerpts": [f"{INTERVIEW_3}/i3-basket", f"{INTERVIEW_3}/i3-again", f"{TICKETS}/ti-paid-twice"],
            "tags": ["payment"],
            "order": "a2",
        },
    )
    yield (
        "insight-days-off",
        {
            "type": "insight",
            "name": "A slot takes a day off, not a morning",
            "excerpts": [f"{INTERVIEW_3}/i3-swapped", f"{INTERVIEW_3}/i3-all-day", f"{TICKETS}/ti-day-off"],
            "order": "a3",
        },
    )


IDEAS = {
    "keep-the-basket-after-a-failed-payment": (
        ("Keep the basket for a day", "On the server, so that the laptop finds it, too.", (JONAS, SANNE, MILAN)),
        ("Say at once that nothing was charged", "The first fear after a red line is about money.", (FEMKE, AYLIN)),
    ),
    "hub-scans-and-a-new-estimate": (
        ("Show the last hub and the next", "Two names on a line are enough.", (SANNE, FEMKE, MILAN, JONAS)),
        ("A live map of the van", "What competitors show on the last mile.", (MILAN,)),
    ),
    "one-case-for-phone-and-chat": (
        ("Both desks see the last three contacts", "Read only, from next month.", (FEMKE, SANNE)),
        ("One number for everything", "Which desk answers is for us to know.", (AYLIN,)),
    ),
    "say-it-is-late-before-the-customer-asks": (
        ("A message by ten o'clock, with a new day", "Even where the day is a guess.", (FEMKE, SANNE, JONAS, AYLIN)),
        ("Let people choose the new day in that message", "Or a pick-up point.", (SANNE, MILAN)),
        ("A voucher for each late parcel", "Costs more than it mends, Finance says.", (MILAN,)),
    ),
}


def _ideas() -> Iterator[tuple[str, dict[str, object]]]:
    for opportunity, ideas in IDEAS.items():
        for place, (name, text, votes) in enumerate(ideas, start=1):
            idea = {"type": "idea", "opportunity": f"opportunity-{opportunity}", "name": name, "text": text}
            yield f"idea-{opportunity}-{place}", idea | {"votes": sorted(votes), "order": f"a{place}"}


def _releases() -> Iterator[tuple[str, dict[str, object]]]:
    yield (
        "tracking-2",
        {
            "type": "release",
            "name": "Tracking page 2",
            "text": "The page names the last hub that scanned the parcel. What people told us is from before.",
            "at": "2026-11-16",
            "touchpoints": ["touchpoint-tracking-page"],
        },
    )
