"""Which maps lie inside which, and where that goes round."""

from footfall.journey.nesting import Opening, closing, inside, loop_of, tree, way_down


def opens(*maps: str) -> tuple[Opening, ...]:
    return tuple(Opening(step=f"to-{map}", map=map) for map in maps)


OPENINGS = {"life": opens("buy", "use"), "buy": opens("pay"), "use": opens("help"), "pay": (), "help": ()}


def test_the_way_down_is_the_shortest() -> None:
    assert way_down(OPENINGS | {"use": opens("help", "pay")}, "life", "pay") == ("life", "buy", "pay")
    assert way_down(OPENINGS, "buy", "help") == ()


def test_a_map_that_would_contain_itself_is_told_with_its_loop() -> None:
    assert loop_of(OPENINGS, "pay", "life") == ("pay", "life", "buy", "pay")
    assert loop_of(OPENINGS, "pay", "pay") == ("pay", "pay")
    assert loop_of(OPENINGS, "pay", "help") == ()


def test_a_map_may_open_none_that_contains_it() -> None:
    assert closing(OPENINGS, "pay") == {
        "pay": ("pay", "pay"),
        "life": ("pay", "life", "buy", "pay"),
        "buy": ("pay", "buy", "pay"),
    }


def test_a_loop_that_a_merge_made_is_walked_once() -> None:
    round_and_round = OPENINGS | {"pay": opens("buy", "gone")}
    assert inside(round_and_round, "buy", round_and_round) == ("buy", "pay")
    assert loop_of(round_and_round, "buy", "pay") == ("buy", "pay", "buy")


def test_what_lies_below_a_map_that_does_not_count_is_not_counted() -> None:
    assert inside(OPENINGS, "life", ["use", "help", "pay"]) == ("life", "use", "help")


def test_all_maps_stand_in_one_tree_each_unfolded_once() -> None:
    openings = OPENINGS | {"use": opens("help", "buy", "gone"), "a": opens("b"), "b": opens("a")}
    assert [(one.map, one.level, one.why) for one in tree(openings, sorted(openings))] == [
        ("life", 0, ""),
        ("buy", 1, ""),
        ("pay", 2, ""),
        ("use", 1, ""),
        ("help", 2, ""),
        ("buy", 2, "again"),
        ("gone", 2, "gone"),
        ("a", 0, ""),
        ("b", 1, ""),
        ("a", 2, "loop"),
    ]
