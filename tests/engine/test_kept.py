"""What takes time to make is made once, holds nobody else up, and is kept while it is asked for."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from footfall.engine.kept import Kept
from footfall.engine.reader import ReaderLeft

PATIENCE = 30


def slowly(begun: Event, go_on: Event, end: Callable[[], str]) -> Callable[[], str]:
    def make() -> str:
        begun.set()
        assert go_on.wait(PATIENCE)
        return end()

    return make


def never() -> str:
    raise AssertionError("made twice")


def test_one_that_is_being_made_is_waited_for_and_holds_no_other_up() -> None:
    kept, begun, go_on = Kept[str, str](2), Event(), Event()
    with ThreadPoolExecutor() as pool:
        first = pool.submit(kept.get, "slow", slowly(begun, go_on, lambda: "made"))
        assert begun.wait(PATIENCE)
        second = pool.submit(kept.get, "slow", never)
        assert kept.get("quick", lambda: "at once") == "at once"
        assert kept.made() == ["at once"]
        go_on.set()
        assert (first.result(PATIENCE), second.result(PATIENCE)) == ("made", "made")


def test_who_waited_for_one_whose_reader_left_makes_it_and_other_failures_reach_all() -> None:
    def leave() -> str:
        raise ReaderLeft

    kept, begun, go_on = Kept[str, str](2), Event(), Event()
    with ThreadPoolExecutor() as pool:
        first = pool.submit(kept.get, "one", slowly(begun, go_on, leave))
        assert begun.wait(PATIENCE)
        second = pool.submit(kept.get, "one", lambda: "made anew")
        go_on.set()
        assert second.result(PATIENCE) == "made anew"
        with pytest.raises(ReaderLeft):
            first.result(PATIENCE)
    with pytest.raises(AssertionError, match="made twice"):
        kept.get("other", never)
    assert kept.get("other", lambda: "after all") == "after all"


def test_the_least_recently_asked_goes_first() -> None:
    kept = Kept[str, str](2)
    for name in "abac":
        kept.get(name, lambda name=name: name)
    assert kept.made() == ["a", "c"]
    kept.drop(lambda name: name == "a")
    assert kept.made() == ["c"]
