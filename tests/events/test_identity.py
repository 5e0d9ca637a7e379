"""Pseudonyms by the batch are those that each identity gets by itself."""

import pyarrow as pa
import pytest

from footfall.errors import InvalidData
from footfall.events import identity
from footfall.events.identity import Pseudonyms, code_of

KEY = b"k" * 32
BATCHES = [["ann", "bob", None, "ann"], ["bob", "Cleo@Shop.example", "cleo@shop.example", None], []]


@pytest.mark.parametrize("remembered", [0, 1, 1_000])
def test_each_identity_has_its_code_in_every_batch_however_many_are_remembered(
    monkeypatch: pytest.MonkeyPatch, remembered: int
) -> None:
    monkeypatch.setattr(identity, "REMEMBERED", remembered)
    pseudonyms = Pseudonyms(KEY)
    found = [pseudonyms.codes(pa.array(batch, pa.string())).tolist() for batch in BATCHES]
    ann, bob, cleo = (code_of(KEY, who) for who in ("ann", "bob", "cleo@shop.example"))
    assert found == [[ann, bob, 0, ann], [bob, cleo, cleo, 0], []]
    pseudonyms.refuse_same()


def test_two_customers_with_one_code_are_refused_once_all_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_hasher", lambda _: len)
    pseudonyms = Pseudonyms(KEY)
    pseudonyms.codes(pa.array(["ann", "b"], pa.string()))
    pseudonyms.refuse_same()
    pseudonyms.codes(pa.array(["bob"], pa.string()))
    with pytest.raises(InvalidData, match="same pseudonym"):
        pseudonyms.refuse_same()


def test_a_pseudonym_of_an_export_stands_for_its_customer() -> None:
    ann = code_of(KEY, "ann")
    written = [f"{identity.OWN}{identity.pseudonym(ann)}", f"{identity.OWN}nobody"]
    found = Pseudonyms(KEY).codes(pa.array(["ann", *written], pa.string())).tolist()
    assert found == [ann, ann, code_of(KEY, written[1])]
