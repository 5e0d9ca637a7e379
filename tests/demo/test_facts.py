"""The facts that are planted in the demo data, each found again in the files alone."""

from collections import Counter
from datetime import date
from statistics import mean, median

import pyarrow as pa
import pyarrow.compute as pc

from footfall.demo import files
from footfall.demo.rhythm import BEGIN, END

Paths = dict[str, list[tuple[str, str, str, str]]]

ARRIVALS = ("parcel_delivered", "pickup_ready")


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path) -> None:
    first, same = (files.write(tmp_path / name, customers=300) for name in ("one", "two"))
    other = files.write(tmp_path / "three", customers=300, seed=5)
    assert first.events.read_bytes() == same.events.read_bytes()
    for one, two in zip(first.answers.values(), same.answers.values(), strict=True):
        assert one.read_bytes() == two.read_bytes()
    assert first.events.read_bytes() != other.events.read_bytes()


def test_twenty_thousand_customers_shop_for_two_years(paths: Paths) -> None:
    times = [event[0] for path in paths.values() for event in path]
    assert len(paths) == files.CUSTOMERS
    assert "2024-11-01" <= min(times) < "2024-11-02"
    assert "2026-10-30" < max(times) < "2026-11-01"
    assert END - BEGIN == 730 * 86_400


def test_late_parcels_sink_the_score(event_rows: pa.Table, answer_rows: pa.Table) -> None:
    delivered = event_rows.filter(pc.equal(event_rows["event"], "parcel_delivered"))
    lateness: dict[str, set[bool]] = {}
    for customer, time, due in zip(*(delivered[name].to_pylist() for name in ("customer", "time", "due")), strict=True):
        lateness.setdefault(customer, set()).add(time > due)
    scores: dict[bool, list[int]] = {True: [], False: []}
    about = answer_rows.filter(pc.equal(answer_rows["about"], "parcel_delivered"))
    for customer, score in zip(about["customer"].to_pylist(), about["score"].to_pylist(), strict=True):
        if len(lateness.get(customer, ())) == 1 and score in {"1", "2", "3", "4", "5"}:
            scores[lateness[customer] == {True}].append(int(score))
    assert min(map(len, scores.values())) > 150
    assert mean(scores[False]) - mean(scores[True]) > 1.8


def test_the_payment_step_of_the_app_loses_customers(paths: Paths) -> None:
    started, paid = Counter(), Counter()
    for path in paths.values():
        for channel in ("web", "app"):
            here = {event[1] for event in path if event[2] == channel}
            started[channel] += "checkout_started" in here
            paid[channel] += {"checkout_started", "order_placed"} <= here
    assert paid["web"] / started["web"] > 0.95
    assert paid["app"] / started["app"] < 0.83


def test_a_hand_over_loops_from_the_tracking_page_to_phone_to_chat_to_phone(paths: Paths) -> None:
    loop = [
        ("tracking_viewed", "web"),
        ("helpline_called", "phone"),
        ("chat_started", "chat"),
        ("helpline_called", "phone"),
    ]
    looping = sum(_holds([event[1:3] for event in path], loop) for path in paths.values())
    assert looping > 200


def _holds(path: list[tuple[str, ...]], part: list[tuple[str, ...]]) -> bool:
    return any(path[start : start + len(part)] == part for start in range(len(path)))


def test_one_customer_in_ten_asks_where_the_parcel_is(paths: Paths) -> None:
    orders = asks = 0
    for path in paths.values():
        events = {event[1] for event in path}
        orders += "order_placed" in events
        asks += not events.isdisjoint({"helpline_called", "chat_started"})
    assert 0.08 < asks / orders < 0.13


def test_late_customers_come_back_less(paths: Paths) -> None:
    again: dict[bool, list[bool]] = {True: [], False: []}
    for path in paths.values():
        arrivals = [place for place, event in enumerate(path) if event[1] in ARRIVALS]
        if arrivals and path[arrivals[0]][0] < "2026-02-01":
            first = path[arrivals[0]]
            later = (event[1] for event in path[arrivals[0] :])
            again[first[0] > first[3]].append("order_placed" in later)
    assert mean(again[False]) - mean(again[True]) > 0.1


def test_parcels_come_by_day_on_weekdays_and_people_shop_in_the_evening(event_rows: pa.Table) -> None:
    assert _most_common_hour(event_rows, "parcel_delivered") in range(12, 17)
    assert _most_common_hour(event_rows, "order_placed") in range(19, 23)
    delivered = event_rows.filter(pc.equal(event_rows["event"], "parcel_delivered"))
    days = pc.strptime(_readable(delivered["time"]), "%Y-%m-%dT%H:%M:%SZ", "s")
    assert 6 not in set(pc.day_of_week(days).to_pylist())


def _most_common_hour(rows: pa.Table, event: str) -> int:
    times = _readable(rows.filter(pc.equal(rows["event"], event))["time"]).to_pylist()
    return int(Counter(time[11:13] for time in times).most_common(1)[0][0])


def _readable(times: pa.ChunkedArray) -> pa.ChunkedArray:
    return times.filter(pc.match_substring(times, "T"))


def test_refunds_have_a_long_tail(paths: Paths) -> None:
    waits = []
    for path in paths.values():
        moments = {event[1]: event[0] for event in path}
        if {"return_received", "refund_paid"} <= moments.keys():
            waits.append(int(moments["refund_paid"][:10] > moments["return_received"][:10]) and _days(moments))
    assert max(waits) > 3 * median(waits)


def _days(moments: dict[str, str]) -> int:
    ends = (date.fromisoformat(moments[name][:10]) for name in ("refund_paid", "return_received"))
    last, first = ends
    return (last - first).days


def test_a_few_rows_are_broken_for_the_import_to_refuse(event_rows: pa.Table, answer_rows: pa.Table) -> None:
    times = pc.sum(pc.invert(pc.match_substring(event_rows["time"], "T"))).as_py()
    customers = pc.sum(pc.equal(event_rows["customer"], "")).as_py()
    scores = pc.sum(pc.is_in(answer_rows["score"], pa.array(["n/a", "55"]))).as_py()
    assert (times, customers, scores) == (files.BROKEN_TIMES, files.BROKEN_CUSTOMERS, 3 * files.BROKEN_SCORES)


def test_comments_are_varied_and_in_two_languages(answer_rows: pa.Table) -> None:
    for language, usual in (("en", "the"), ("nl", "ik")):
        comments = answer_rows.filter(pc.equal(answer_rows["language"], language))["comment"].to_pylist()
        said = [comment for comment in comments if comment]
        assert len(said) > 1500
        assert len(set(said)) > 800
        assert sum(usual in comment.lower().split() for comment in said) > 100
