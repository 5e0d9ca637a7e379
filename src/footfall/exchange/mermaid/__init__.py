"""Mermaid's `journey` diagrams: their statements, read into maps and written from them."""

from footfall.exchange.mermaid.reading import read_mermaid
from footfall.exchange.mermaid.statements import is_journey, journeys_in
from footfall.exchange.mermaid.writing import write_mermaid

__all__ = ["is_journey", "journeys_in", "read_mermaid", "write_mermaid"]
