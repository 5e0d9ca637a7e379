"""Excerpts and survey figures over HTTP."""

import pytest
from httpx import AsyncClient

from tests.web.importing import bring_in

MAPPING = {"kind": "answers", "customer": "who", "time": "at", "text": "text", "score": "s", "scale_min": 1, "scale_max": 5}
TEXTS = "who,at,text,s\nann,2026-01-02,The courier was friendly.,5\nbob,2026-01-01,Parcel came late.,1\n"
AT = "/api/v1/datasets/shop"


async def bring(client: AsyncClient) -> None:
    assert (await bring_in(client, TEXTS.encode(), MAPPING))["state"] == "done"


@pytest.mark.anyio
async def test_excerpts_are_listed_overruled_and_taken_back(client: AsyncClient) -> None:
    await bring(client)
    page = (await client.get(f"{AT}/excerpts", params={"feeling": "negative", "limit": 1})).json()
    (row,) = page["rows"]
    assert (page["all"], page["total"], row["text"], row["told"]["feeling"]) == (2, 1, "Parcel came late.", "negative")
    place = f"{AT}/excerpts/{row['id']}/overruling"
    now = (await client.put(place, json={"feeling": "neutral", "themes": []})).json()
    assert (now["counts_as"]["feeling"], now["counts_as"]["themes"], now["overruled"]["feeling"]) == ("neutral", [], "neutral")
    assert (await client.get(f"{AT}/excerpts")).json()["counts"]["feelings"] == {"positive": 1, "neutral": 1}
    assert (await client.delete(place)).json() == row


@pytest.mark.anyio
async def test_what_is_no_feeling_and_what_is_no_excerpt_is_refused(client: AsyncClient) -> None:
    await bring(client)
    assert (await client.get(f"{AT}/excerpts", params={"feeling": "angry"})).status_code == 422
    assert (await client.put(f"{AT}/excerpts/none/overruling", json={"feeling": "neutral"})).status_code == 404
    assert (await client.get("/api/v1/datasets/gone/excerpts")).status_code == 404


@pytest.mark.anyio
async def test_the_figures_of_a_survey_are_read(client: AsyncClient) -> None:
    await bring(client)
    (figure,) = (await client.get(f"{AT}/survey")).json()
    assert (figure["n"], figure["scale"], figure["measures"][0]["unweighted"]["value"]) == (2, [1, 5], 3)
