"""Event logs in the formats of process mining."""

from footfall.events.exports.export import Export

LOGS = (
    Export(
        source="XES",
        why="It has the attributes of an event log in XES: each trace is a customer.",
        needs=("case:concept:name", "concept:name", "time:timestamp"),
        means={
            "customer": "case:concept:name",
            "time": "time:timestamp",
            "event": "concept:name",
            "channel": ("channel", "case:channel"),
        },
    ),
    Export(
        source="OCEL 2.0",
        why="It is an object-centric log: each object of the chosen type is a customer.",
        needs=("ocel:oid", "ocel:activity", "ocel:timestamp"),
        means={
            "customer": "ocel:oid",
            "time": "ocel:timestamp",
            "event": "ocel:activity",
            "channel": ("channel", "ocel:channel"),
        },
    ),
)
