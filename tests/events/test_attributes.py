"""Attributes: what stands beside an event is kept, made coarser or coded, and becomes part of its combination."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from footfall.errors import InvalidData
from footfall.events import attributes
from footfall.events.columns import Attribute, WideStep
from footfall.events.converting import convert, open_source
from footfall.events.identity import Pseudonyms, code_of, pseudonym
from footfall.events.mapping import Mapping

KEY = b"k" * 32


def mapping(*given: Attribute) -> Mapping:
    return Mapping(customer="who", time="when", event="what", attributes=given)


def told(path: Path, mapping: Mapping) -> list[dict[str, str]]:
    convert(open_source(path, mapping, {}), Pseudonyms(KEY), path.with_suffix(".part"))
    texts = pq.read_table(path.with_suffix(".part"))["attributes"].to_pylist()
    return [dict(attributes.read_json(text)) for text in texts]


def test_attributes_are_kept_under_their_names_and_empty_ones_left_out(tmp_path: Path) -> None:
    (path := tmp_path / "file.csv").write_text(
        "who,when,what,plan,city\n"
        'ann,2024-01-02,buy,"pro ""x""",\nbo,2024-01-02,buy,,\ncy,2024-01-02,buy,basic, Köln \n'
    )
    given = mapping(Attribute(column="plan"), Attribute(column="city", name="place"))
    assert told(path, given) == [{"plan": 'pro "x"'}, {}, {"place": "Köln", "plan": "basic"}]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("4812", "4000"),
        ("-37.5", "-30"),
        ("0", "0"),
        ("7", "7"),
        ("0.057", "0.05"),
        ("0.3", "0.3"),
        ("2017-05-15", "2017-05"),
        ("15/05/2017 10:30", "2017-05"),
        ("Amsterdam", "Ams"),
        ("01234", "012"),
        ("é", "é"),
    ],
)
def test_a_coarser_value_keeps_a_digit_a_month_or_three_letters(written: str, stored: str, tmp_path: Path) -> None:
    (path := tmp_path / "file.csv").write_text(f"who,when,what,x\nann,2024-01-02,buy,{written}\n")
    assert told(path, mapping(Attribute(column="x", privacy="generalise"))) == [{"x": stored}]


def test_a_coded_value_is_the_same_code_everywhere_and_never_stored_itself(tmp_path: Path) -> None:
    (path := tmp_path / "file.csv").write_text(
        "who,when,what,agent\nann,2024-01-02,buy,secret@work.example\nbo,2024-01-03,buy,secret@work.example\n"
    )
    coded = pseudonym(code_of(KEY, "secret@work.example"))
    given = mapping(Attribute(column="agent", privacy="pseudonymise"))
    assert told(path, given) == [{"agent": coded}, {"agent": coded}]
    assert b"secret" not in path.with_suffix(".part").read_bytes()


def test_each_event_of_a_wide_row_has_the_rows_attributes(tmp_path: Path) -> None:
    (path := tmp_path / "file.csv").write_text("who,a,b,plan\nann,2024-01-02,2024-01-03,pro\nbo,2024-01-02,,basic\n")
    steps = tuple(WideStep(column=name, event=name) for name in "ab")
    given = Mapping(kind="wide", customer="who", steps=steps, attributes=(Attribute(column="plan"),))
    assert told(path, given) == [{"plan": "pro"}, {"plan": "basic"}, {"plan": "pro"}]


def test_too_many_combinations_are_refused_with_the_column_that_makes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attributes, "MOST_COMBINATIONS", 50)
    rows = [f"ann,2024-01-02,buy,{'pro' if n % 2 else 'basic'},{n}" for n in range(60)]
    (path := tmp_path / "file.csv").write_text("who,when,what,plan,order\n" + "\n".join(rows))
    with pytest.raises(InvalidData, match="The column order has so many different values"):
        told(path, mapping(Attribute(column="plan"), Attribute(column="order")))
    assert len(told(path, mapping(Attribute(column="plan")))) == 60
