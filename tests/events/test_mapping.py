"""The mapping refuses what cannot be read, in a sentence."""

import pytest
from pydantic import ValidationError

from footfall.events.columns import Join, WideStep
from footfall.events.mapping import Mapping


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "events", "event": "e"}, "needs the column that holds the time"),
        ({"kind": "events", "time": "t"}, "needs the column event, or event_is"),
        ({"kind": "answers", "time": "t"}, "needs the column score, or text"),
        ({"kind": "answers", "time": "t", "score": "s"}, "a score needs its scale"),
        ({"kind": "answers", "time": "t", "score": "s", "scale_min": 5, "scale_max": 1}, "scale_min below scale_max"),
        ({"kind": "wide"}, "needs at least one column of moments"),
    ],
)
def test_an_incomplete_mapping_says_what_it_lacks(fields: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        Mapping.model_validate({"customer": "c"} | fields)


def test_the_columns_of_the_file_itself_are_those_that_no_join_brings() -> None:
    mapping = Mapping(
        kind="wide",
        customer="person",
        steps=(WideStep(column="bought", event="bought"), WideStep(column="came", event="came", due="promised")),
        joins=(Join(file="people.csv", key="customer_id", column="person"),),
    )
    assert mapping.columns() == ("person", "bought", "came", "promised", "customer_id")
    assert mapping.own_columns() == ("bought", "came", "promised", "customer_id")
