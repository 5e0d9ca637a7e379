"""What survey tools export."""

import json
from typing import Any

import pyarrow as pa

from footfall.events.exports.export import Export, Values

QUALTRICS = (
    *("StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate"),
    *("ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference"),
    *("LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage"),
)
TYPEFORM = (
    *("#", "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags"),
    "Ending",
)
SURVEYMONKEY = (
    *("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name"),
    *("Last Name", "Custom Data 1", "RespondentID", "CollectorID", "StartDate", "EndDate", "LastName", "Custom Data"),
)
HOTJAR = ("Number", "User", "Date Submitted", "Country", "Source URL", "Device", "Browser", "OS", "Hotjar User ID")


def _qualtrics_rows(values: Values) -> dict[str, Any]:
    """Qualtrics writes two more rows of headings, the last of them as JSON; and in it the zone of the moments."""
    for place in (1, 0):
        cells = [_cell(column, place) for column in values.values()]
        if any('"ImportId"' in cell for cell in cells):
            zone = next((_zone(cell) for cell in cells if '"timeZone"' in cell), "")
            return {"header_rows": place + 2} | ({"zone": zone} if zone else {})
    return {}


def _cell(column: pa.Array, place: int) -> str:
    return str(column[place].as_py() or "") if len(column) > place else ""


def _zone(cell: str) -> str:
    try:
        return str(json.loads(cell).get("timeZone", ""))
    except (ValueError, AttributeError):
        return ""


# What Qualtrics calls responses that no customer gave, in words and, in exports of choices as numbers, by their codes.
NO_RESPONSES = (
    *("Survey Preview", "Survey Test", "Spam", "Preview Spam", "Imported Spam", "Offline Preview"),
    *("Offline Survey Preview", "1", "2", "8", "9", "12", "17"),
)

SURVEYS = (
    Export(
        source="Qualtrics",
        why="It has the columns of Qualtrics' responses; previews, tests, spam and unfinished ones are left out.",
        needs=("ResponseId", "RecordedDate", "Finished|Progress|Status"),
        read_as=_qualtrics_rows,
        means={
            "kind": "answers",
            "customer": ("ExternalReference", "RecipientEmail", "ResponseId"),
            "customer_else": "ResponseId",
            "time": ("RecordedDate", "EndDate"),
            "channel": "DistributionChannel",
            "language": "UserLanguage",
            "id": "ResponseId",
        },
        not_asked=QUALTRICS,
        leaves_out={"Status": NO_RESPONSES, "Finished": ("False", "0")},
    ),
    Export(
        source="Typeform",
        why="It has the columns of Typeform's responses.",
        needs=("#", "Submit Date (UTC)"),
        means={
            "kind": "answers",
            "customer": ("customer_id", "user_id", "userid", "email", "#"),
            "customer_else": "#",
            "time": "Submit Date (UTC)",
            "id": "#",
        },
        not_asked=TYPEFORM,
    ),
    Export(
        source="SurveyMonkey",
        why="It has the columns of SurveyMonkey's responses, with a second row of headings.",
        needs=("Respondent ID|RespondentID", "Collector ID|CollectorID", "End Date|EndDate"),
        read_as=lambda _: {"header_rows": 2},
        means={
            "kind": "answers",
            "customer": ("Custom Data 1", "Custom Data", "Email Address", "Respondent ID", "RespondentID"),
            "customer_else": ("Respondent ID", "RespondentID"),
            "time": ("End Date", "EndDate"),
            "id": ("Respondent ID", "RespondentID"),
        },
        not_asked=SURVEYMONKEY,
    ),
    Export(
        source="Delighted",
        why="It has the fields of Delighted's responses.",
        needs=("survey_type", "score", "created_at", "person|person.id|person.email|permalink"),
        means={
            "kind": "answers",
            "customer": ("person.id", "person.email", "person", "id"),
            "time": "created_at",
            "score": "score",
            "text": "comment",
            "question": "survey_type",
            "id": "id",
        },
    ),
    Export(
        source="HubSpot",
        why="It has the properties of HubSpot's feedback submissions.",
        needs=("hs_survey_channel|properties.hs_survey_channel", "hs_value|properties.hs_value"),
        means={
            "kind": "answers",
            "customer": ("hs_contact_id", "properties.hs_contact_id", "hs_contact_email_rollup"),
            "time": ("hs_createdate", "properties.hs_createdate", "createdAt"),
            "score": ("hs_value", "properties.hs_value"),
            "text": ("hs_content", "properties.hs_content"),
            "question": ("hs_survey_name", "properties.hs_survey_name", "hs_survey_type", "properties.hs_survey_type"),
            "channel": ("hs_survey_channel", "properties.hs_survey_channel"),
            "id": ("hs_object_id", "properties.hs_object_id", "id"),
        },
    ),
    Export(
        source="Hotjar",
        why="It has the columns of Hotjar's survey answers.",
        needs=("Number", "Date Submitted", "Source URL"),
        means={
            "kind": "answers",
            "customer": ("User ID", "Hotjar User ID", "User", "Number"),
            "customer_else": ("Hotjar User ID", "Number"),
            "time": "Date Submitted",
            "channel_is": "web",
        },
        not_asked=HOTJAR,
    ),
    Export(
        source="Wootric",
        why="It has the fields of Wootric's responses; those that Wootric leaves out of its figures are left out.",
        needs=("score", "excluded_from_calculations", "created_at"),
        means={
            "kind": "answers",
            "customer": ("end_user.external_id", "end_user.id", "end_user.email", "end_user_id", "end_user"),
            "time": "created_at",
            "score": "score",
            "text": "text",
            "question_is": "How likely are you to recommend us?",
            "id": "id",
        },
        leaves_out={"excluded_from_calculations": ("true", "1", "yes")},
    ),
)
