"""The simulated shop: customers visit, order, wait, receive, return and come back, in rounds, all columns at once.

What is planted, and where (the tests of this room prove each on the generated files):

- late parcels sink the score: `late_chance` here, the score itself in `answers`;
- the payment step of the app loses customers: `PAYMENT`;
- a hand-over that loops, tracking page → phone → chat → phone: `_go_round`;
- a share of customers calls or chats to ask where the parcel is, a step that nobody drew: `_ask`;
- late parcels cost reorders: `_come_back`.
"""

from dataclasses import dataclass

import numpy as np

from footfall.demo.log import APP, CHAT, MAIL, PARCEL, PHONE, POINT, WEB, Codes, Events, Log
from footfall.demo.rhythm import (
    DAY,
    HOUR,
    MINUTE,
    Numbers,
    Seconds,
    Where,
    between,
    chance,
    is_peak,
    midnight,
    not_on_sunday,
    visit_times,
    waits,
)

ROUNDS = 5
# For web and app: leaves at the sight of the fee, first payment fails, tries again, second payment works.
PAYMENT = {"leaves": (0.02, 0.05), "fails": (0.06, 0.30), "retries": (0.80, 0.60), "recovers": (0.70, 0.62)}


@dataclass(frozen=True)
class Visits:
    """Customers who begin to shop: code, moment, channel (web or app), and whether they order again."""

    customer: Codes
    start: Seconds
    device: Codes
    again: Where

    def __len__(self) -> int:
        return len(self.customer)

    def only(self, kept: Where) -> "Visits":
        """The visits where `kept` is true."""
        return Visits(self.customer[kept], self.start[kept], self.device[kept], self.again[kept])


@dataclass(frozen=True)
class Parcels:
    """Orders on their way: promised and real time of arrival, and what goes wrong."""

    customer: Codes
    device: Codes
    ordered: Seconds
    to_point: Where
    stuck: Where
    promised: Seconds
    arrives: Seconds
    late: Where

    def __len__(self) -> int:
        return len(self.customer)


def simulate(rng: np.random.Generator, customers: int) -> Events:
    """All events of the two years for so many customers."""
    log = Log()
    device = np.where(chance(rng, 0.46, customers), APP, WEB)
    visits = Visits(np.arange(customers), visit_times(rng, customers), device, np.zeros(customers, bool))
    for _ in range(ROUNDS):
        visits = _round(rng, log, visits)
    return log.events()


def _round(rng: np.random.Generator, log: Log, visits: Visits) -> Visits:
    in_cart, moment = _browse(rng, log, visits)
    bought, ordered, to_point = _buy(rng, log, visits.only(in_cart), moment)
    buyers = visits.only(in_cart).only(bought)
    parcels = _pack(rng, buyers, ordered, to_point)
    _announce(rng, log, parcels)
    _wait(rng, log, parcels)
    received = _receive(rng, log, parcels)
    _afterwards(rng, log, parcels, received)
    lost = ~np.isin(visits.customer, buyers.customer)
    return _join(_try_later(rng, visits.only(lost)), _come_back(rng, parcels, received))


def _browse(rng: np.random.Generator, log: Log, visits: Visits) -> tuple[Where, Seconds]:
    """Who opens the cart, and when; those who order again go there straight."""
    customer, device, now = visits.customer, visits.device, visits.start.copy()
    log.add("reordered", customer[visits.again], now[visits.again], device[visits.again])
    new = ~visits.again
    now = _sometimes(log, "ad_clicked", visits, now, new & chance(rng, 0.31, len(visits)), rng, 40)
    now = _sometimes(log, "search_used", visits, now, new & chance(rng, 0.64, len(visits)), rng, 55)
    for look in range(6):
        looks = new & chance(rng, 0.62**look, len(visits))
        now = _sometimes(log, "product_viewed", visits, now, looks, rng, 95)
    opens = visits.again | chance(rng, 0.87, len(visits))
    now = now + waits(rng, 60, len(visits))
    log.add("cart_opened", customer[opens], now[opens], device[opens])
    return opens, now[opens]


def _sometimes(
    log: Log, name: str, visits: Visits, now: Seconds, who: Where, rng: np.random.Generator, median: float
) -> Seconds:
    log.add(name, visits.customer[who], now[who], visits.device[who])
    return np.where(who, now + waits(rng, median, len(visits)), now)


def _buy(rng: np.random.Generator, log: Log, visits: Visits, now: Seconds) -> tuple[Where, Seconds, Where]:
    """Who orders (of those with a cart), when, and which of these orders go to a pick-up point."""
    count = len(visits)
    to_point = chance(rng, 0.22, count)
    now, goes_on = now + waits(rng, 50, count), chance(rng, 0.94, count)
    log.add("delivery_chosen", visits.customer[goes_on], now[goes_on], visits.device[goes_on])
    now, goes_on = now + waits(rng, 70, count), goes_on & chance(rng, 0.96, count)
    log.add("checkout_started", visits.customer[goes_on], now[goes_on], visits.device[goes_on])
    paid, now = _pay(rng, log, visits, now, goes_on)
    log.add("order_placed", visits.customer[paid], now[paid], visits.device[paid])
    return paid, now[paid], to_point[paid]


def _pay(rng: np.random.Generator, log: Log, visits: Visits, now: Seconds, tries: Where) -> tuple[Where, Seconds]:
    """Who has paid and when: the app fails five times as often, and those who fail there mostly go."""
    count, in_app = len(visits), visits.device == APP
    odds = {name: np.where(in_app, app, web) for name, (web, app) in PAYMENT.items()}
    stays = tries & ~chance(rng, odds["leaves"], count)
    failed = stays & chance(rng, odds["fails"], count)
    now = now + waits(rng, 75, count)
    log.add("payment_failed", visits.customer[failed], now[failed], visits.device[failed])
    retries = failed & chance(rng, odds["retries"], count)
    recovers = retries & chance(rng, odds["recovers"], count)
    later = now + waits(rng, 150, count)
    gives_up = retries & ~recovers
    log.add("payment_failed", visits.customer[gives_up], later[gives_up], visits.device[gives_up])
    return (stays & ~failed) | recovers, np.where(recovers, later, now)


def _pack(rng: np.random.Generator, buyers: Visits, ordered: Seconds, to_point: Where) -> Parcels:
    count = len(buyers)
    promised_day = not_on_sunday(midnight(ordered + 2 * HOUR) + DAY * (1 + chance(rng, 0.3, count)))
    stuck = chance(rng, np.where(is_peak(ordered), 0.11, 0.06), count)
    late = chance(rng, late_chance(ordered, stuck), count)
    days = np.where(late, 1 + np.minimum(waits(rng, 0.9, count, 0.9, least=0), 9), 0)
    hour = np.clip(14 + 2.8 * rng.standard_normal(count), 8.6, 21.4)
    arrives = not_on_sunday(promised_day + days * DAY) + np.round(hour * HOUR).astype(np.int64)
    return Parcels(buyers.customer, buyers.device, ordered, to_point, stuck, promised_day + 22 * HOUR, arrives, late)


def late_chance(ordered: Seconds, stuck: Where) -> Numbers:
    """How likely a parcel comes after the promised time: more in the peak, most when it stands still at a hub."""
    usual = np.where(is_peak(ordered), 0.24, 0.10)
    return np.where(stuck, 0.82, usual)


def _announce(rng: np.random.Generator, log: Log, parcels: Parcels) -> None:
    """Mails at ordering and dispatch, and the parcel service's message with a time slot."""
    count = len(parcels)
    log.add("confirmation_mail", parcels.customer, parcels.ordered + waits(rng, 70, count, 0.5), MAIL)
    log.add("dispatch_mail", parcels.customer, dispatched(parcels), MAIL)
    slot = midnight(parcels.arrives) + 7 * HOUR + rng.integers(0, 80 * MINUTE, count)
    log.add("slot_message", parcels.customer, slot, PARCEL)
    moved = parcels.late & chance(rng, 0.7, count)
    first = midnight(parcels.promised) + 7 * HOUR + rng.integers(0, 80 * MINUTE, count)
    log.add("slot_message", parcels.customer[moved], first[moved], PARCEL)


def dispatched(parcels: Parcels) -> Seconds:
    """When a parcel leaves: between the order and the morning of the promised day, earlier orders later."""
    ready = midnight(parcels.promised) + 5 * HOUR
    spread = 0.45 + 0.4 * ((parcels.ordered * 2_654_435_761) % 1000 / 1000)
    rests = (np.maximum(ready - parcels.ordered, HOUR) * spread).astype(np.int64)
    return np.asarray(parcels.ordered + 10 * MINUTE + rests)


def _wait(rng: np.random.Generator, log: Log, parcels: Parcels) -> None:
    """Looks at the tracking page, more when the parcel is late, and questions where it stays."""
    left = dispatched(parcels)
    for look in range(7):
        looks = chance(
            rng, np.where(parcels.late, 0.93, 0.67) * np.where(parcels.late, 0.80, 0.48) ** look, len(parcels)
        )
        moment = between(rng, left, parcels.arrives)
        log.add("tracking_viewed", parcels.customer[looks], moment[looks], parcels.device[looks])
    asks = chance(rng, np.where(parcels.late, 0.36, 0.035), len(parcels))
    round_trip = asks & parcels.late & parcels.stuck & chance(rng, 0.75, len(parcels))
    _ask(rng, log, parcels, asks & ~round_trip)
    _go_round(rng, log, parcels, round_trip)


def _ask(rng: np.random.Generator, log: Log, parcels: Parcels, who: Where) -> None:
    """The ad hoc step: where is my parcel? By phone or by chat, in the hours in which it should come."""
    slot = midnight(parcels.arrives) + 8 * HOUR + 30 * MINUTE
    evening = midnight(parcels.promised) + 18 * HOUR
    moment = np.where(parcels.late, between(rng, evening, evening + 4 * HOUR), between(rng, slot, parcels.arrives))
    by_phone = chance(rng, 0.6, len(parcels))
    for name, channel, asks in (("helpline_called", PHONE, who & by_phone), ("chat_started", CHAT, who & ~by_phone)):
        log.add(name, parcels.customer[asks], moment[asks], channel)


def _go_round(rng: np.random.Generator, log: Log, parcels: Parcels, who: Where) -> None:
    """The hand-over that loops: the page says nothing, the helpline sends to chat, chat sends to the helpline."""
    customer, count = parcels.customer[who], int(who.sum())
    moment = midnight(parcels.promised[who]) + 17 * HOUR + rng.integers(0, 3 * HOUR, count)
    for name, channel, median in (
        ("tracking_viewed", WEB, 4 * MINUTE),
        ("helpline_called", PHONE, 11 * MINUTE),
        ("chat_started", CHAT, 19 * MINUTE),
        ("helpline_called", PHONE, MINUTE),
    ):
        log.add(name, customer, moment, channel)
        moment = moment + waits(rng, median, count, 0.5)


def _receive(rng: np.random.Generator, log: Log, parcels: Parcels) -> Seconds:
    """When each parcel was in the customer's hands: at the door, on the second try, or at a pick-up point."""
    count = len(parcels)
    missed = ~parcels.to_point & chance(rng, 0.062, count)
    log.add("parcel_missed", parcels.customer[missed], parcels.arrives[missed], PARCEL)
    to_point = parcels.to_point | (missed & chance(rng, 0.55, count))
    next_day = not_on_sunday(parcels.arrives + DAY) + rng.integers(-HOUR, HOUR, count)
    delivered = np.where(missed, next_day, parcels.arrives)
    _log_due(log, "parcel_delivered", parcels, delivered, PARCEL, ~to_point)
    ready = np.where(missed, parcels.arrives + 3 * HOUR, parcels.arrives)
    _log_due(log, "pickup_ready", parcels, ready, MAIL, to_point)
    collected = ready + waits(rng, 19 * HOUR, count, 0.7, least=20 * MINUTE)
    log.add("picked_up", parcels.customer[to_point], collected[to_point], POINT)
    return np.where(to_point, collected, delivered)


def _log_due(log: Log, name: str, parcels: Parcels, moment: Seconds, channel: int, who: Where) -> None:
    log.add(name, parcels.customer[who], moment[who], channel, parcels.promised[who])


def _afterwards(rng: np.random.Generator, log: Log, parcels: Parcels, received: Seconds) -> None:
    """The mail that asks how it went, returns, reviews, and the mail that asks again after two weeks."""
    count, customer = len(parcels), parcels.customer
    log.add("survey_mail", customer, received + waits(rng, 25 * MINUTE, count, 0.4), MAIL)
    returns = chance(rng, np.where(parcels.late, 0.17, 0.11), count)
    now = received + waits(rng, 3 * DAY, count, 0.7, least=HOUR)
    log.add("return_started", customer[returns], now[returns], parcels.device[returns])
    prints = returns & chance(rng, 0.72, count)
    printed = now + waits(rng, 6 * MINUTE, count, 1.3)
    log.add("label_printed", customer[prints], printed[prints], WEB)
    back = printed + waits(rng, 3.2 * DAY, count, 0.5, least=4 * HOUR)
    sends = returns & chance(rng, 0.9, count)
    log.add("return_received", customer[sends], back[sends], PARCEL)
    paid = back + waits(rng, 5 * DAY, count, 0.6, least=6 * HOUR)
    log.add("refund_paid", customer[sends], paid[sends], MAIL)
    reviews = ~returns & chance(rng, 0.09, count)
    reviewed = received + waits(rng, 6 * DAY, count, 0.7)
    log.add("review_written", customer[reviews], reviewed[reviews], parcels.device[reviews])
    asked = received + 14 * DAY + rng.integers(0, 5 * HOUR, count)
    log.add("follow_up_mail", customer, asked, MAIL)


def _try_later(rng: np.random.Generator, lost: Visits) -> Visits:
    """Those who left without an order and come back for another try, some of the app's on the web."""
    back = lost.only(chance(rng, 0.3, len(lost)))
    device = np.where(chance(rng, 0.25, len(back)), WEB, back.device)
    start = back.start + waits(rng, 4 * DAY, len(back), 1.0, least=HOUR)
    return Visits(back.customer, start, device, np.zeros(len(back), bool))


def _come_back(rng: np.random.Generator, parcels: Parcels, received: Seconds) -> Visits:
    """Those who order again: fewer after a late parcel."""
    back = chance(rng, np.where(parcels.late, 0.14, 0.33), len(parcels))
    start = received[back] + waits(rng, 75 * DAY, int(back.sum()), 0.6, least=16 * DAY)
    again = chance(rng, 0.55, len(start))
    return Visits(parcels.customer[back], start, parcels.device[back], again)


def _join(one: Visits, other: Visits) -> Visits:
    pairs = ((one.customer, other.customer), (one.start, other.start), (one.device, other.device))
    customer, start, device = (np.concatenate(pair) for pair in pairs)
    return Visits(customer, start, device, np.concatenate((one.again, other.again)))
