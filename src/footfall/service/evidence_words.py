"""What exports of evidence say, in English and Dutch."""

EN = {
    "plan": "Research plan",
    "plan.title": "What to ask customers next",
    "plan.one": "1 assumption",
    "plan.many": "{count} assumptions",
    "plan.shown": "the first {count} of {total} assumptions",
    "plan.empty": "Every claim cites something: there is nothing to ask.",
    "plan.ranked": (
        "Ranked by points: moment of truth 3, importance and worth 0 to 2, severity 1 to 3, share of customers 0 to 3."
    ),
    "assumption": "Assumption",
    "kind": "Kind",
    "map": "Map",
    "stage": "Stage",
    "step": "Step",
    "whom": "Whom to ask",
    "points": "Points",
    "why": "Why it matters",
    "questions": "Questions",
    "asked": "Being asked",
    "yes": "yes",
    "target": "Target",
    "emotion": "emotion {score}",
}
NL = {
    "plan": "Onderzoeksplan",
    "plan.title": "Wat je klanten hierna vraagt",
    "plan.one": "1 aanname",
    "plan.many": "{count} aannames",
    "plan.shown": "de eerste {count} van {total} aannames",
    "plan.empty": "Alles verwijst ergens naar: er is niets te vragen.",
    "plan.ranked": (
        "Op volgorde van punten: moment van de waarheid 3, belang en waarde 0 tot 2, ernst 1 tot 3,"
        " aandeel van de klanten 0 tot 3."
    ),
    "assumption": "Aanname",
    "kind": "Soort",
    "map": "Klantreis",
    "stage": "Fase",
    "step": "Stap",
    "whom": "Aan wie",
    "points": "Punten",
    "why": "Waarom het telt",
    "questions": "Vragen",
    "asked": "Wordt gevraagd",
    "yes": "ja",
    "target": "Doel",
    "emotion": "emotie {score}",
}


def language_of(tag: str) -> str:
    """The language of ours that comes nearest to a BCP 47 tag."""
    return "nl" if tag.split("-", maxsplit=1)[0].lower() == "nl" else "en"


def say(language: str, key: str, **parts: object) -> str:
    """The words under a key, in the language en or nl, with the parts filled in."""
    return {"en": EN, "nl": NL}[language][key].format(**parts)
