"""Datasets: look at what was imported, at one customer, and take imports out again."""

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field

from footfall.events.paths import CustomerPath
from footfall.service import datasets
from footfall.service.datasets import Dataset, DatasetSummary
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/datasets", tags=["datasets"])


class Caution(BaseModel):
    """What a reader of any number of a dataset must know."""

    model_config = ConfigDict(extra="forbid")

    caution: str = Field(
        max_length=datasets.LONGEST_CAUTION, description="Such as how a sample was drawn; empty: nothing."
    )


@router.get("")
def list_datasets(ws: Served, actor: Acting) -> list[DatasetSummary]:
    """All datasets, by name."""
    return datasets.list(ws, actor)


@router.get("/{id}")
def read_dataset(ws: Served, actor: Acting, id: str) -> Dataset:
    """One dataset: what happens in it, and the reports of its imports."""
    return datasets.read(ws, actor, id)


@router.patch("/{id}")
def caution_dataset(ws: Served, actor: Acting, id: str, said: Annotated[Caution, Body()]) -> DatasetSummary:
    """Say what a reader of any of its numbers must know; every answer then says it."""
    return datasets.caution(ws, actor, id, said.caution)


@router.delete("/{id}", status_code=204)
def delete_dataset(ws: Served, actor: Acting, id: str) -> None:
    """Remove a dataset with all that was imported into it."""
    datasets.remove(ws, actor, id)


@router.delete("/{id}/imports/{part}", status_code=204)
def undo_import(ws: Served, actor: Acting, id: str, part: str) -> None:
    """Take one import out again; a dataset without imports is removed."""
    datasets.undo_import(ws, actor, id, part)


@router.get("/{id}/customers/{pseudonym}")
def read_customer(ws: Served, actor: Acting, id: str, pseudonym: str) -> CustomerPath:
    """One customer's events and answers in order."""
    return datasets.customer(ws, actor, id, pseudonym)
