"""What help desks export."""

from footfall.events.exports.export import Export, Step

ZENDESK = {
    "customer": ("Requester external id", "Requester id"),
    "customer_else": ("Requester id", "Requester"),
    "channel": "Via",
}
ZENDESK_JSON = {"customer": ("requester.external_id", "requester_id"), "customer_else": "requester_id"}
SATISFACTION = {
    "kind": "answers",
    "question_is": "Satisfaction with the ticket",
    "instrument": "csat",
    "scale_min": 0,
    "scale_max": 1,
    "labels": {"Good": 1, "Good with comment": 1, "Bad": 0, "Bad with comment": 0},
    "not_applicable": ("Not Offered", "unoffered"),
    "blank": ("Offered", "-"),
    "about_is": "Ticket solved",
}
INTERCOM = {"customer": ("source.author.id", "contacts.id", "source.author.email"), "channel": "source.type"}

TICKETS = (
    Export(
        source="Zendesk",
        why="It has the columns of Zendesk's tickets: each tells when it was opened, assigned, answered and solved.",
        needs=("Requester", "Created at", "Solved at", "Ticket type|Via"),
        means={"kind": "wide", "id": "Id", **ZENDESK},
        steps=(
            Step("Ticket opened", "Created at"),
            Step("Ticket assigned", ("Initially assigned at", "Assigned at")),
            Step("First reply", "First reply time in minutes", after="Created at"),
            Step("Ticket solved", "Solved at"),
        ),
        attributes={"priority": "Priority", "group": "Group", "type": "Ticket type"},
    ),
    Export(
        source="Zendesk",
        why="It has the satisfaction scores of Zendesk's tickets: Good counts 1, Bad counts 0.",
        needs=("Requester", "Created at", "Solved at", "Satisfaction Score"),
        means={
            **SATISFACTION,
            **ZENDESK,
            "score": "Satisfaction Score",
            "time": ("Solved at", "Updated at"),
            "id": "Id",
        },
    ),
    Export(
        source="Zendesk",
        why="It has the fields of Zendesk's tickets in JSON.",
        needs=("requester_id", "via.channel", "created_at"),
        means={"kind": "wide", "channel": "via.channel", "id": "id", **ZENDESK_JSON},
        steps=(
            Step("Ticket opened", "created_at"),
            Step("Ticket assigned", ("metric_set.initially_assigned_at", "metric_set.assigned_at", "assigned_at")),
            Step("First reply", "metric_set.reply_time_in_minutes.calendar", after="created_at"),
            Step("Ticket solved", ("metric_set.solved_at", "solved_at")),
        ),
        attributes={"priority": "priority", "type": "type"},
    ),
    Export(
        source="Zendesk",
        why="It has the satisfaction scores of Zendesk's tickets in JSON: good counts 1, bad counts 0.",
        needs=("requester_id", "via.channel", "satisfaction_rating.score"),
        means={
            **SATISFACTION,
            **ZENDESK_JSON,
            "score": "satisfaction_rating.score",
            "text": "satisfaction_rating.comment",
            "time": ("satisfaction_rating.updated_at", "updated_at"),
            "channel": "via.channel",
            "id": "id",
        },
    ),
    Export(
        source="Intercom",
        why="It has the fields of Intercom's conversations; how long something took counts from their beginning.",
        needs=(
            "source.type",
            "created_at",
            "source.author.id|contacts.id",
            "waiting_since|statistics.time_to_assignment|state",
        ),
        means={"kind": "wide", "id": "id", **INTERCOM},
        steps=(
            Step("Conversation started", "created_at"),
            Step("Conversation assigned", "statistics.time_to_assignment", after="created_at", unit="seconds"),
            Step(
                "First reply",
                ("statistics.time_to_admin_reply", "statistics.time_to_first_response"),
                after="created_at",
                unit="seconds",
            ),
            Step("Conversation closed", ("statistics.first_close_at", "statistics.last_close_at")),
        ),
        attributes={"priority": "priority", "state": "state"},
    ),
    Export(
        source="Intercom",
        why="It has the ratings of Intercom's conversations.",
        needs=("source.type", "conversation_rating.rating", "conversation_rating.created_at"),
        means={
            "kind": "answers",
            "question_is": "Rating of the conversation",
            "instrument": "csat",
            "scale_min": 1,
            "scale_max": 5,
            "score": "conversation_rating.rating",
            "text": "conversation_rating.remark",
            "time": "conversation_rating.created_at",
            "about_is": "Conversation closed",
            "id": "id",
            **INTERCOM,
        },
    ),
)
