"""What the portfolio's files say, in English and in Dutch."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One language."""

    title: str
    tree: str
    heat: str
    empty: str
    gone: str
    named: str
    legend: str
    span: str
    point: str
    days: str
    cards: str
    columns: Mapping[str, str]
    words: Mapping[str, str]
    why: Mapping[str, str]
    road: Mapping[str, str]
    language: str

    def of_cards(self, some: int, cards: int) -> str:
        """So many of all cards."""
        return self.cards.format(some, cards)


ENGLISH = Words(
    language="en",
    title="All journeys",
    tree="Tree of journeys",
    heat="Heat map of journeys",
    empty="There are no maps yet.",
    gone="a map that was deleted",
    named="named",
    legend="The stronger the colour of a cell, the more the journey needs somebody.",
    span="to",
    point=".",
    days="{} days",
    cards="{} of {}",
    columns={
        "title": "Journey",
        "step": "Opened by the step",
        "kind": "Kind",
        "status": "Status",
        "owner": "Owner",
        "team": "Team",
        "stages": "Stages",
        "cards": "Cards",
        "score": "Score",
        "nps": "NPS",
        "fit": "Do as drawn",
        "assumed": "Assumed",
        "evidence": "Newest evidence",
        "stale": "Stale cards",
        "review": "Last review",
        "severe": "Severe pains",
        "opportunities": "Open opportunities",
    },
    words={
        "good": "good",
        "middling": "middling",
        "poor": "poor",
        "proven": "mostly proven",
        "partly": "partly guessed",
        "guessed": "mostly guessed",
        "fresh": "fresh",
        "ageing": "ageing",
        "stale": "stale",
        "never": "never",
        "due": "due",
        "some": "some",
        "many": "many",
        "none": "none",
        "missing": "nobody",
    },
    why={"again": "unfolded above", "loop": "leads back", "gone": "deleted"},
    road={
        "title": "Roadmap",
        "when": "When",
        "now": "Now",
        "next": "Next",
        "later": "Later",
        "opportunity": "Opportunity",
        "status": "Status",
        "by": "Due",
        "due": "due {}",
        "late": "was due {}",
        "dateless": "no date",
        "owner": "Owner",
        "teams": "Teams",
        "nobody": "nobody owns it",
    },
)

DUTCH = Words(
    language="nl",
    title="Alle klantreizen",
    tree="Boom van klantreizen",
    heat="Warmtekaart van klantreizen",
    empty="Er zijn nog geen klantreizen.",
    gone="een klantreis die is verwijderd",
    named="genoemd",
    legend="Hoe sterker de kleur van een vak, hoe meer de klantreis aandacht vraagt.",
    span="tot",
    point=",",
    days="{} dagen",
    cards="{} van {}",
    columns={
        "title": "Klantreis",
        "step": "Geopend door de stap",
        "kind": "Soort",
        "status": "Status",
        "owner": "Eigenaar",
        "team": "Team",
        "stages": "Fasen",
        "cards": "Kaarten",
        "score": "Score",
        "nps": "NPS",
        "fit": "Doen als getekend",
        "assumed": "Aangenomen",
        "evidence": "Nieuwste bewijs",
        "stale": "Verouderde kaarten",
        "review": "Laatste toets",
        "severe": "Ernstige knelpunten",
        "opportunities": "Open kansen",
    },
    words={
        "good": "goed",
        "middling": "matig",
        "poor": "slecht",
        "proven": "meest bewezen",
        "partly": "deels geraden",
        "guessed": "meest geraden",
        "fresh": "vers",
        "ageing": "wordt oud",
        "stale": "verouderd",
        "never": "nooit",
        "due": "te laat",
        "some": "enkele",
        "many": "veel",
        "none": "geen",
        "missing": "niemand",
    },
    why={"again": "hierboven uitgeklapt", "loop": "leidt terug", "gone": "verwijderd"},
    road={
        "title": "Routekaart",
        "when": "Wanneer",
        "now": "Nu",
        "next": "Hierna",
        "later": "Later",
        "opportunity": "Kans",
        "status": "Status",
        "by": "Klaar op",
        "due": "klaar op {}",
        "late": "had klaar moeten zijn op {}",
        "dateless": "zonder datum",
        "owner": "Eigenaar",
        "teams": "Teams",
        "nobody": "niemand is eigenaar",
    },
)

WORDS: Mapping[str, Words] = {"en": ENGLISH, "nl": DUTCH}
