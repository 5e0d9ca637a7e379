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
    "board": "Affinity board",
    "board.title": "What our sources say together",
    "board.facts": "{notes} notes, {groups} groups",
    "board.empty": "No passages are marked yet.",
    "loose": "Not grouped",
    "group": "Group",
    "insight": "Insight",
    "insights": "Insights",
    "insights.empty": "No group is promoted to an insight yet.",
    "evidence": "Evidence",
    "excerpt": "Excerpt",
    "excerpts": "Excerpts",
    "what": "What it is",
    "quote": "Quote",
    "observation": "Observation",
    "source": "Source",
    "sources": "Sources",
    "held": "Held on",
    "personas": "Personas",
    "follows": "What follows",
    "grade": "Grade",
    "people": "People",
    "newest": "Newest source",
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
    "board": "Affiniteitsbord",
    "board.title": "Wat onze bronnen samen zeggen",
    "board.facts": "{notes} notities, {groups} groepen",
    "board.empty": "Er zijn nog geen passages gemarkeerd.",
    "loose": "Niet gegroepeerd",
    "group": "Groep",
    "insight": "Inzicht",
    "insights": "Inzichten",
    "insights.empty": "Nog geen groep is een inzicht geworden.",
    "evidence": "Bewijs",
    "excerpt": "Citaat",
    "excerpts": "Citaten",
    "what": "Wat het is",
    "quote": "Uitspraak",
    "observation": "Waarneming",
    "source": "Bron",
    "sources": "Bronnen",
    "held": "Gehouden op",
    "personas": "Persona's",
    "follows": "Wat eruit volgt",
    "grade": "Graad",
    "people": "Mensen",
    "newest": "Nieuwste bron",
}


def language_of(tag: str) -> str:
    """The language of ours that comes nearest to a BCP 47 tag."""
    return "nl" if tag.split("-", maxsplit=1)[0].lower() == "nl" else "en"


def say(language: str, key: str, **parts: object) -> str:
    """The words under a key, in the language en or nl, with the parts filled in."""
    return {"en": EN, "nl": NL}[language][key].format(**parts)
