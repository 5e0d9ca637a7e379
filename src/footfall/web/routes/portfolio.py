"""All maps at once: the tree of journeys, what each needs, and search over everything."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from footfall.journey.stock import Pile
from footfall.service import portfolio, portfolio_boards, portfolio_numbers, search
from footfall.service.exports import BoardFormat
from footfall.service.portfolio import PiledCard, Portfolio
from footfall.service.portfolio_boards import View
from footfall.service.portfolio_numbers import Fit, Scores
from footfall.service.search import Found
from footfall.web.asking import Acting, Served, Speaking
from footfall.web.routes.exports import sent

router = APIRouter(tags=["portfolio"])

Sought = Annotated[str, Query(max_length=200, description="Words, all of which are to be found; accents do not matter.")]
Among = Annotated[
    Literal["documents", "excerpts"], Query(description="Maps and the library, or what customers wrote.")
]


@router.get("/portfolio")
def read_portfolio(ws: Served, actor: Acting) -> Portfolio:
    """All maps as a tree, each with what its records say it needs."""
    return portfolio.read(ws, actor)


@router.get("/portfolio/scores")
def read_portfolio_scores(ws: Served, actor: Acting) -> list[Scores]:
    """The mean score and the Net Promoter Score of each map, over it and the maps inside it."""
    return list(portfolio_numbers.scores(ws, actor))


@router.get("/portfolio/fits")
def read_portfolio_fits(ws: Served, actor: Acting) -> list[Fit]:
    """The share of customers who do as each map draws; a map that did not change is not laid again."""
    return list(portfolio_numbers.fits(ws, actor))


@router.get("/portfolio/export", response_class=Response)
def export_portfolio(
    ws: Served,
    actor: Acting,
    view: Annotated[View, Query(description="The tree, or the heat map.")] = "tree",
    format: Annotated[BoardFormat, Query(description="As what.")] = BoardFormat.PDF,
    language: Speaking = "en",
) -> Response:
    """The tree or the heat map as PDF, SVG, PNG or CSV."""
    return sent(portfolio_boards.export(ws, actor, view, format, language))


@router.get("/portfolio/maps/{id}/cards")
def read_piled_cards(ws: Served, actor: Acting, id: str, pile: Annotated[Pile, Query(description="Which.")]) -> list[PiledCard]:
    """Exactly the cards that one number of a map counts."""
    return list(portfolio.cards(ws, actor, id, pile))


@router.get("/search")
def search_everything(ws: Served, actor: Acting, q: Sought = "", among: Among = "documents") -> Found:
    """Everything that holds all words: maps and what stands on them, the library, or what customers wrote."""
    return search.search_excerpts(ws, actor, q) if among == "excerpts" else search.search(ws, actor, q)
