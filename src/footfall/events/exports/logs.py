"""Event logs in the formats of process mining."""

from footfall.events.exports.export import Export

# What XES tells of an activity before it is complete: each activity is one moment of a journey, not two.
NOT_YET_DONE = ("schedule", "assign", "reassign", "start", "suspend", "resume")

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
        leaves_out={"lifecycle:transition": NOT_YET_DONE},
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
