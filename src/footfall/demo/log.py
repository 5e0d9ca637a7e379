"""The log that the simulated shop writes: events and answers as columns, in any order until it is read."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from footfall.demo.rhythm import END, Seconds, Where

EVENTS = (
    "ad_clicked", "search_used", "product_viewed", "reordered", "cart_opened", "delivery_chosen", "checkout_started",
    "payment_failed", "order_placed", "confirmation_mail", "dispatch_mail", "tracking_viewed", "helpline_called",
    "chat_started", "slot_message", "parcel_missed", "parcel_delivered", "pickup_ready", "picked_up", "survey_mail",
    "return_started", "label_printed", "return_received", "refund_paid", "review_written", "follow_up_mail",
)  # fmt: skip
CHANNELS = ("web", "app", "e-mail", "phone", "chat", "parcel service", "pick-up point")
WEB, APP, MAIL, PHONE, CHAT, PARCEL, POINT = range(len(CHANNELS))
NO_TIME = np.iinfo(np.int64).min  # stands where an event has no promised time

Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Events:
    """Rows of the event log: codes of customer, event and channel, seconds of time and due."""

    customer: Codes
    time: Seconds
    event: Codes
    channel: Codes
    due: Seconds

    def named(self, *names: str) -> Where:
        """Which rows are one of these events."""
        return np.isin(self.event, [EVENTS.index(name) for name in names])


@dataclass
class Log:
    """Takes columns of events as the simulation makes them."""

    parts: list[tuple[Codes, ...]] = field(default_factory=list)

    def add(self, name: str, customer: Codes, time: Seconds, channel: Codes | int, due: Seconds | None = None) -> None:
        """Write one event for each customer given; arrays of one length, or one channel for all."""
        shape = customer.shape
        event = np.full(shape, EVENTS.index(name))
        promised = np.full(shape, NO_TIME) if due is None else due
        self.parts.append((customer, time, event, np.broadcast_to(np.int64(channel), shape), promised))

    def events(self) -> Events:
        """Everything written so far that happened before the end of the two years, by customer and time."""
        columns = [np.concatenate(column) for column in zip(*self.parts, strict=True)]
        order = np.lexsort((columns[1], columns[0]))
        kept = order[columns[1][order] < END]
        return Events(*(column[kept] for column in columns))
