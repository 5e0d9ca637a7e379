"""How much a map needs somebody, in shades and words."""

from footfall.journey.heat import Heat, of_age, of_assumed, of_count, of_fit, of_promoters, of_review, of_score


def test_the_worst_is_as_dark_as_it_gets_and_the_best_has_no_shade() -> None:
    assert (of_score(-2), of_score(2)) == (
        Heat(value=-2, shade=1, word="poor"),
        Heat(value=2, shade=0, word="good"),
    )
    assert of_promoters(0) == Heat(value=0, shade=0.5, word="middling")
    assert of_fit(0.79) == Heat(value=0.79, shade=1 - 0.79, word="middling")
    assert of_count(50) == Heat(value=50, shade=1, word="many")


def test_what_is_not_known_has_no_shade() -> None:
    assert of_score(None) == of_fit(None) == of_assumed(0, 0) == Heat()


def test_evidence_ages_by_the_interval_of_the_map_else_by_a_year() -> None:
    assert [of_age(days, 100).word for days in (50, 51, 101)] == ["fresh", "ageing", "stale"]
    assert (of_age(300, None).word, of_age(None, 10)) == ("ageing", Heat(shade=1, word="never"))


def test_a_review_is_due_only_where_the_map_says_how_often() -> None:
    assert (of_review(100, 90).word, of_review(90, 90).word, of_review(100, None)) == ("due", "fresh", Heat(value=100))
