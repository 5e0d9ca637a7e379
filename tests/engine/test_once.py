"""What many ask for at once is reckoned once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from footfall.engine.once import MOST, Once
from footfall.engine.reader import ReaderLeft

PATIENCE = 30


def squares(keys: Sequence[int]) -> list[int]:
    return [key * key for key in keys]


def test_what_is_known_is_not_reckoned_again_and_values_come_in_the_order_of_the_keys() -> None:
    once: Once[int, int] = Once()
    reckoned: list[Sequence[int]] = []

    def reckon(keys: Sequence[int]) -> list[int]:
        reckoned.append(keys)
        return squares(keys)

    assert once.all([3, 1, 3], reckon) == [9, 1, 9]
    assert once.all([2, 1], reckon) == [4, 1]
    assert once.all([1, 2, 3], reckon) == [1, 4, 9]
    assert reckoned == [[3, 1], [2]]


def test_who_asks_for_what_another_reckons_waits_for_it_and_reckons_only_the_rest() -> None:
    once: Once[int, int] = Once()
    begun, go_on = Event(), Event()
    rest: list[Sequence[int]] = []

    def slowly(keys: Sequence[int]) -> list[int]:
        begun.set()
        assert go_on.wait(PATIENCE)
        return squares(keys)

    def the_rest(keys: Sequence[int]) -> list[int]:
        rest.append(keys)
        go_on.set()
        return squares(keys)

    with ThreadPoolExecutor() as pool:
        first = pool.submit(once.all, [1, 2], slowly)
        assert begun.wait(PATIENCE)
        assert once.all([2, 3], the_rest) == [4, 9]
        assert first.result() == [1, 4]
    assert rest == [[3]]


def test_a_failure_reaches_all_who_wait_and_the_next_who_asks_tries_again() -> None:
    once: Once[int, int] = Once()
    begun, go_on = Event(), Event()

    def fail(_: Sequence[int]) -> list[int]:
        begun.set()
        assert go_on.wait(PATIENCE)
        raise ValueError("no")

    def the_rest(keys: Sequence[int]) -> list[int]:
        go_on.set()
        return squares(keys)

    with ThreadPoolExecutor() as pool:
        first = pool.submit(once.all, [1], fail)
        assert begun.wait(PATIENCE)
        with pytest.raises(ValueError, match="no"):
            once.all([1, 2], the_rest)
        with pytest.raises(ValueError, match="no"):
            first.result()
    assert once.all([1, 2], squares) == [1, 4]


def test_no_more_is_remembered_than_there_is_room_for() -> None:
    once: Once[int, int] = Once()
    reckoned: list[Sequence[int]] = []
    once.all(range(MOST), squares)
    once.all([MOST], squares)
    assert once.all([0, MOST], lambda keys: [reckoned.append(keys) or -1 for _ in keys]) == [-1, MOST * MOST]
    assert reckoned == [[0]]


def test_who_waited_for_one_who_left_reckons_for_themselves() -> None:
    once: Once[int, int] = Once()
    begun, go_on = Event(), Event()

    def leave(_: Sequence[int]) -> list[int]:
        begun.set()
        assert go_on.wait(PATIENCE)
        raise ReaderLeft

    def the_rest(keys: Sequence[int]) -> list[int]:
        go_on.set()
        return squares(keys)

    with ThreadPoolExecutor() as pool:
        first = pool.submit(once.all, [1], leave)
        assert begun.wait(PATIENCE)
        assert once.all([1, 2], the_rest) == [1, 4]
        with pytest.raises(ReaderLeft):
            first.result()
