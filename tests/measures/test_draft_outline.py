"""How events become stages and steps in their usual order."""

from itertools import combinations

from footfall.measures.draft_outline import EventFact, Outline, Profile, outline


def profile_of(*events: tuple[str, int], customers: int = 1000) -> Profile:
    """A profile in which all customers meet the events in the order given."""
    before = {(one[0], other[0]): min(one[1], other[1]) for one, other in combinations(events, 2)}
    return Profile(customers, tuple(EventFact(name, 2 * count, count, ("web",)) for name, count in events), before)


def columns(found: Outline) -> dict[str, list[str]]:
    return {stage.name: [step.main.name for step in stage.steps] for stage in found.stages}


SHOP = (
    ("ad_clicked", 500),
    ("product_viewed", 1000),
    ("cart_opened", 900),
    ("payment_started", 800),
    ("order_placed", 700),
    ("parcel_dispatched", 690),
    ("tracking_viewed", 600),
    ("parcel_delivered", 680),
    ("return_started", 90),
    ("refund_paid", 80),
)


def test_moments_stand_in_their_usual_order_in_stages_that_speak_of_one_thing() -> None:
    assert columns(outline(profile_of(*SHOP))) == {
        "Explore": ["Ad clicked", "Product viewed"],
        "Order": ["Cart opened", "Payment started", "Order placed"],
        "Delivery": ["Parcel dispatched", "Tracking viewed", "Parcel delivered"],
        "Return": ["Return started", "Refund paid"],
    }


def test_the_order_of_the_facts_does_not_matter() -> None:
    shop = profile_of(*SHOP)
    turned = Profile(shop.customers, shop.events[::-1], dict(reversed(shop.before.items())))
    assert outline(turned) == outline(shop)


def test_a_stage_without_one_theme_is_named_by_its_first_and_last_moment() -> None:
    mould = [(name, 900) for name in ("melt", "pour", "cool", "stamp", "weigh", "glue", "dry", "fold")]
    assert list(columns(outline(profile_of(*mould, customers=900)))) == [
        "Melt to pour",
        "Cool to stamp",
        "Weigh to glue",
        "Dry to fold",
    ]


def test_rare_events_are_left_out_and_named() -> None:
    found = outline(profile_of(*SHOP, ("wheel_spun", 4), customers=1000))
    assert [fact.name for fact in found.left_out] == ["wheel_spun"]


def test_in_a_tiny_dataset_nothing_is_too_rare() -> None:
    assert outline(profile_of(("start", 3), ("end", 2), customers=3)).left_out == ()


def test_what_ends_a_journey_stands_last_in_a_stage_of_its_own() -> None:
    last = outline(profile_of(("lost", 600), *SHOP)).stages[-1]
    assert (last.name, [step.main.name for step in last.steps]) == ("Leave", ["Lost"])


def test_many_moments_share_columns_and_none_is_lost() -> None:
    many = [(f"event {number:02}", 1000 - number) for number in range(35)]
    found = outline(profile_of(*many))
    assert len(found.steps) <= 20
    assert len(found.stages) <= 6
    assert len(found.moments) == 35


def test_touchpoints_that_the_library_knows_keep_their_ids() -> None:
    found = outline(profile_of(*SHOP), {"tracking_viewed": "tracking-page"}, taken={"order-placed"})
    ids = {moment.fact.name: moment.id for moment in found.moments}
    assert (ids["tracking_viewed"], ids["order_placed"]) == ("tracking-page", "order-placed-2")
