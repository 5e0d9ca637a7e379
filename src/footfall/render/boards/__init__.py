"""Boards: tables, columns of notes, fields of points and series that no map holds, painted as maps are.

Whoever has such a view says in plain words and numbers what stands on it; all words come in the reader's language.
"""

from footfall.render.boards.columns import Columns, Group, Note, columns
from footfall.render.boards.head import Head
from footfall.render.boards.scatter import Axis, Dot, Scatter, scatter
from footfall.render.boards.series import Curve, Series, series
from footfall.render.boards.table import Cell, Column, Row, Table, table

__all__ = [
    "Axis",
    "Cell",
    "Column",
    "Columns",
    "Curve",
    "Dot",
    "Group",
    "Head",
    "Note",
    "Row",
    "Scatter",
    "Series",
    "Table",
    "columns",
    "scatter",
    "series",
    "table",
]
