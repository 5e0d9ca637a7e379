"""Each known export, made with its real columns: it is known, the mapping is whole, and the right journeys come out."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from footfall.events.converting import convert, open_source
from footfall.events.formats.snowplow import COLUMNS as SNOWPLOW
from footfall.events.identity import Pseudonyms, code_of
from footfall.events.mapping import Mapping
from footfall.events.proposing import Proposal, proposal
from footfall.events.sheets import open_sheet

KEY = b"k" * 32
NAMES = {code_of(KEY, name): name for name in ("u1", "u2", "a1", "a2", "r1", "r2", "12", "77", "x@example.org")}


def proposed(path: Path, kind: str = "") -> Proposal:
    return proposal(open_sheet(path), kind)


def part(path: Path, mapping: Mapping) -> list[dict[str, Any]]:
    """The rows that come out, with the customers by name."""
    convert(open_source(path, mapping, {}), Pseudonyms(KEY), path.with_suffix(".part"))
    rows = pq.read_table(path.with_suffix(".part")).to_pylist()
    return [row | {"customer": NAMES.get(row["customer"], "?"), "time": row["time"].isoformat(" ")} for row in rows]


def events(path: Path, kind: str = "") -> list[tuple[str, str, str, str]]:
    mapping = proposed(path, kind).mapping
    assert mapping
    return [(row["customer"], row["time"], row["event"], row["channel"]) for row in part(path, mapping)]


def answers(path: Path, kind: str = "") -> list[tuple[Any, ...]]:
    mapping = proposed(path, kind).mapping
    assert mapping
    fields = ("customer", "time", "question", "score", "scale_min", "scale_max", "text")
    return [tuple(row[field] for field in fields) for row in part(path, mapping)]


def sheet(path: Path, *rows: dict[str, Any]) -> Path:
    """A CSV file of these rows."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue())
    return path


def lines(path: Path, *rows: dict[str, Any]) -> Path:
    """A file of NDJSON."""
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_segment_tracks_out_of_a_warehouse(tmp_path: Path) -> None:
    shared = {"context_page_path": "/cart", "received_at": "2026-05-01 09:31:00", "sent_at": "2026-05-01 09:30:59"}
    path = sheet(
        tmp_path / "tracks.csv",
        {"id": "m1", "anonymous_id": "a1", "user_id": "u1", "event": "order_completed", "event_text": "Order Completed"}
        | {"timestamp": "2026-05-01 09:30:00", "context_device_type": "ios", **shared},
        {"id": "m2", "anonymous_id": "a2", "user_id": "", "event": "signed_up", "event_text": ""}
        | {"timestamp": "2026-05-01 09:40:00", "context_device_type": "ios", **shared},
    )
    assert events(path) == [
        ("u1", "2026-05-01 09:30:00", "Order Completed", "ios"),
        ("a2", "2026-05-01 09:40:00", "signed_up", "ios"),
    ]
    assert proposed(path).mapping == Mapping(
        source="Segment",
        customer="user_id",
        customer_else="anonymous_id",
        also_known_as=("anonymous_id",),
        time="timestamp",
        event="event_text",
        event_else="event",
        channel="context_device_type",
        id="id",
        attributes=({"column": "context_page_path", "name": "page"},),
    )


def test_segment_tracks_in_capitals_as_snowflake_writes_them(tmp_path: Path) -> None:
    row = {"ID": "m1", "ANONYMOUS_ID": "a1", "USER_ID": "", "EVENT_TEXT": "Paid", "TIMESTAMP": "2026-05-01 09:30:00"}
    path = sheet(tmp_path / "tracks.csv", row | {"RECEIVED_AT": "2026-05-01 09:31:00"})
    assert events(path) == [("a1", "2026-05-01 09:30:00", "Paid", "")]


def test_segment_pages_become_paths(tmp_path: Path) -> None:
    row = {"id": "m1", "anonymous_id": "a1", "received_at": "2026-05-01 09:31:00", "timestamp": "2026-05-01 09:30:00"}
    row |= {"user_id": "u1", "path": "/shoes", "url": "https://shop.example/shoes?x=1", "title": "Shoes"}
    path = sheet(tmp_path / "pages.csv", row)
    assert events(path) == [("u1", "2026-05-01 09:30:00", "/shoes", "web")]
    assert proposed(path).mapping.clean_paths == ("host", "query", "ids", "slash", "lower")  # type: ignore[union-attr]


def test_segment_messages_in_json(tmp_path: Path) -> None:
    shared = {"anonymousId": "a1", "context": {"device": {"type": "android"}}}
    path = lines(
        tmp_path / "messages.json",
        {
            "messageId": "m1",
            "type": "track",
            "event": "Paid",
            "userId": "u1",
            "timestamp": "2026-05-01T09:30:00Z",
            **shared,
        },
        {
            "messageId": "m2",
            "type": "page",
            "properties": {"path": "/cart"},
            "timestamp": "2026-05-01T09:29:00Z",
            **shared,
        },
    )
    assert events(path) == [
        ("u1", "2026-05-01 09:30:00", "Paid", "android"),
        ("a1", "2026-05-01 09:29:00", "/cart", "android"),
    ]


def test_snowplow_atomic_events(tmp_path: Path) -> None:
    shared = {"app_id": "shop", "platform": "web", "collector_tstamp": "2026-05-01 09:30:02.000", "domain_userid": "a1"}
    path = sheet(
        tmp_path / "events.csv",
        {"event_id": "e1", "event": "page_view", "event_name": "page_view", "user_id": "u1", **shared}
        | {"derived_tstamp": "2026-05-01 09:30:00.000", "page_urlpath": "/cart"},
        {"event_id": "e2", "event": "page_ping", "event_name": "page_ping", "user_id": "", **shared}
        | {"derived_tstamp": "2026-05-01 09:30:10.000", "page_urlpath": "/cart"},
        {"event_id": "e3", "event": "struct", "event_name": "", "user_id": "", **shared}
        | {"derived_tstamp": "2026-05-01 09:31:00.000", "page_urlpath": "/cart"},
    )
    assert events(path) == [
        ("u1", "2026-05-01 09:30:00", "page_view", "web"),
        ("a1", "2026-05-01 09:31:00", "struct", "web"),
    ]


def test_snowplow_enriched_events_have_no_header(tmp_path: Path) -> None:
    event = {"app_id": "shop", "platform": "web", "collector_tstamp": "2026-05-01 09:30:02.000", "user_id": "u1"}
    event |= {"event_id": "c6ef3124-b53a-4b13-a233-0088f79dcbcb", "derived_tstamp": "2026-05-01 09:30:00.000"}
    event |= {"event": "unstruct", "event_name": "add_to_cart", "unstruct_event": '{"schema":"iglu:com.example"}'}
    path = tmp_path / "part-0001"
    path.write_text("\t".join(event.get(name, "") for name in SNOWPLOW))
    assert len(SNOWPLOW) == 131
    assert events(path) == [("u1", "2026-05-01 09:30:00", "add_to_cart", "web")]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_posthog_events(form: str, tmp_path: Path) -> None:
    rows = [
        {
            "uuid": "1",
            "event": "$pageview",
            "timestamp": "2026-05-01T09:30:00Z",
            "distinct_id": "a1",
            "person_id": "u1",
        },
        {
            "uuid": "2",
            "event": "$pageleave",
            "timestamp": "2026-05-01T09:31:00Z",
            "distinct_id": "a1",
            "person_id": "u1",
        },
        {"uuid": "3", "event": "paid", "timestamp": "2026-05-01T09:32:00Z", "distinct_id": "a2", "person_id": ""},
    ]
    properties = {"$current_url": "https://shop.example/cart", "$device_type": "Mobile"}
    if form == "csv":
        path = sheet(tmp_path / "events.csv", *(row | {"properties": json.dumps(properties)} for row in rows))
    else:
        path = lines(tmp_path / "events.json", *(row | {"properties": properties} for row in rows))
    assert events(path) == [
        ("u1", "2026-05-01 09:30:00", "$pageview", "Mobile"),
        ("a2", "2026-05-01 09:32:00", "paid", "Mobile"),
    ]
    mapping = proposed(path).mapping
    assert mapping
    assert [(one.column, one.called) for one in mapping.attributes] == [("properties.$current_url", "page")]


GA4 = [
    {
        "event_date": "20260501",
        "event_timestamp": 1777627800000000,
        "event_name": "page_view",
        "user_id": None,
        "user_pseudo_id": "a1",
        "platform": "WEB",
        "device": {"category": "mobile"},
        "event_params": [
            {"key": "page_location", "value": {"string_value": "https://shop.example/", "int_value": None}},
            {"key": "ga_session_id", "value": {"string_value": None, "int_value": 17}},
        ],
    },
    {
        "event_date": "20260501",
        "event_timestamp": 1777627860000000,
        "event_name": "user_engagement",
        "user_id": "u1",
        "user_pseudo_id": "a1",
        "platform": "WEB",
        "device": {"category": "mobile"},
        "event_params": [],
    },
    {
        "event_date": "20260501",
        "event_timestamp": 1777627920000000,
        "event_name": "purchase",
        "user_id": "u1",
        "user_pseudo_id": "a1",
        "platform": "WEB",
        "device": {"category": "desktop"},
        "event_params": [],
    },
]


def test_what_tells_one_row_from_another_is_no_attribute(tmp_path: Path) -> None:
    def params(page: int) -> list[dict[str, Any]]:
        return [{"key": "page_location", "value": {"string_value": f"https://shop.example/{page}"}}]

    path = lines(tmp_path / "events.json", *(GA4[0] | {"event_params": params(page)} for page in range(200)))
    mapping = proposed(path).mapping
    assert mapping
    assert [one.called for one in mapping.attributes] == ["device"]


@pytest.mark.parametrize("form", ["json", "ndjson", "parquet"])
def test_ga4_events_out_of_bigquery(form: str, tmp_path: Path) -> None:
    path = tmp_path / "events_20260501"
    match form:
        case "json":
            path.write_text(json.dumps(GA4))
        case "ndjson":
            lines(path, *GA4)
        case "parquet":
            pq.write_table(pa.Table.from_pylist(GA4), path)
    assert events(path) == [
        ("a1", "2026-05-01 09:30:00", "page_view", "WEB"),
        ("u1", "2026-05-01 09:32:00", "purchase", "WEB"),
    ]
    mapping = proposed(path).mapping
    assert mapping
    assert {one.called: one.column for one in mapping.attributes} == {
        "page": "event_params.page_location",
        "device": "device.category",
    }


def test_matomo_visits_are_unfolded_into_their_actions(tmp_path: Path) -> None:
    visit = {"idVisit": 5, "visitorId": "a1", "userId": "u1", "serverTimestamp": 1777627800, "deviceType": "Desktop"}
    actions = [
        {"type": "action", "url": "https://shop.example/cart", "pageTitle": "Cart", "timestamp": 1777627800},
        {"type": "event", "url": "https://shop.example/cart", "eventAction": "Pay", "timestamp": 1777627860},
    ]
    path = tmp_path / "visits.json"
    path.write_text(json.dumps([visit | {"actionDetails": actions}]))
    found = proposed(path)
    assert (found.sheet.unfold, found.sheet.unfolds) == ("actionDetails", ("actionDetails",))
    assert [(one[0], one[1], one[3]) for one in events(path)] == [
        ("u1", "2026-05-01 09:30:00", "Desktop"),
        ("u1", "2026-05-01 09:31:00", "Desktop"),
    ]
    assert events(path)[1][2] == "Pay"


def test_visits_without_any_action_are_not_taken_for_events(tmp_path: Path) -> None:
    visit = {"idVisit": 5, "visitorId": "a1", "serverTimestamp": 1777627800, "actionDetails": []}
    path = tmp_path / "visits.json"
    path.write_text(json.dumps([visit]))
    assert [one for one in (proposed(path).mapping,) if one and one.source == "Matomo"] == []


def test_amplitude_events(tmp_path: Path) -> None:
    shared = {"device_id": "a1", "amplitude_id": 7, "platform": "iOS", "$insert_id": "i1", "event_properties": {}}
    path = lines(
        tmp_path / "export.json",
        {"event_type": "Paid", "event_time": "2026-05-01 09:30:00.000000", "user_id": "u1", **shared},
        {"event_type": "session_start", "event_time": "2026-05-01 09:29:00.000000", "user_id": None, **shared},
        {
            "event_type": "Opened",
            "event_time": "2026-05-01 09:29:01.000000",
            "user_id": None,
            **shared,
            "$insert_id": "i2",
        },
    )
    assert events(path) == [
        ("u1", "2026-05-01 09:30:00", "Paid", "iOS"),
        ("a1", "2026-05-01 09:29:01", "Opened", "iOS"),
    ]


def test_mixpanel_events(tmp_path: Path) -> None:
    properties = {"distinct_id": "u1", "time": 1777627800, "$insert_id": "i1", "$os": "Android"}
    path = lines(tmp_path / "export.json", {"event": "Paid", "properties": properties})
    assert events(path) == [("u1", "2026-05-01 09:30:00", "Paid", "Android")]


def test_the_plain_table_of_notebooks(tmp_path: Path) -> None:
    path = sheet(tmp_path / "data.csv", {"user_id": "u1", "event": "cart", "timestamp": "2026-05-01 09:30:00"})
    assert events(path) == [("u1", "2026-05-01 09:30:00", "cart", "")]


def test_an_activity_that_starts_and_is_complete_is_one_event_and_one_that_only_starts_is_one_too(
    tmp_path: Path,
) -> None:
    row = {"case:concept:name": "u1", "concept:name": "pay", "time:timestamp": "2026-05-01 09:30:00"}
    started = row | {"lifecycle:transition": "start"}
    complete = row | {"lifecycle:transition": "COMPLETE", "time:timestamp": "2026-05-01 09:40:00"}
    assert events(sheet(tmp_path / "both.csv", started, complete)) == [("u1", "2026-05-01 09:40:00", "pay", "")]
    assert events(sheet(tmp_path / "starts.csv", started)) == [("u1", "2026-05-01 09:30:00", "pay", "")]


DENVER = '{"ImportId":"date","timeZone":"America/Denver"}'
QUALTRICS = {
    "StartDate": ("Start Date", DENVER, "2026-05-01 09:00:00", "2026-05-01 10:00:00"),
    "EndDate": ("End Date", DENVER, "2026-05-01 09:05:00", "2026-05-01 10:05:00"),
    "Status": ("Response Type", "", "IP Address", "IP Address"),
    "IPAddress": ("IP Address", "", "", ""),
    "Progress": ("Progress", "", "100", "100"),
    "Duration (in seconds)": ("Duration (in seconds)", "", "300", "300"),
    "Finished": ("Finished", "", "True", "True"),
    "RecordedDate": ("Recorded Date", DENVER, "2026-05-01 09:05:01", "2026-05-01 10:05:01"),
    "ResponseId": ("Response ID", '{"ImportId":"_recordId"}', "R_1", "R_2"),
    "RecipientEmail": ("Recipient Email", "", "", ""),
    "ExternalReference": ("External Data Reference", "", "u1", "u2"),
    "DistributionChannel": ("Distribution Channel", "", "email", "email"),
    "UserLanguage": ("User Language", "", "EN", "EN"),
    "Q1": ("How likely are you to recommend us?", '{"ImportId":"QID1"}', "9", "3"),
    "Q1_NPS_GROUP": ("How likely are you to recommend us? - Group", "", "Promoter", "Detractor"),
    "Q2": ("How easy was it\nto solve your issue? (1-7)", '{"ImportId":"QID2"}', "6", ""),
    "Q3": ("What could be better?", '{"ImportId":"QID3_TEXT"}', "More shops in the north", ""),
}


def test_qualtrics_responses_with_their_three_rows_of_headings(tmp_path: Path) -> None:
    rows = [dict(zip(QUALTRICS, cells, strict=True)) for cells in zip(*QUALTRICS.values(), strict=True)]
    path = sheet(tmp_path / "survey.csv", *rows)
    nps, ces = "How likely are you to recommend us?", "How easy was it to solve your issue? (1-7)"
    assert sorted(answers(path)) == [
        ("u1", "2026-05-01 15:05:01", ces, 6.0, 1.0, 7.0, None),
        ("u1", "2026-05-01 15:05:01", nps, 9.0, 0.0, 10.0, None),
        ("u1", "2026-05-01 15:05:01", "What could be better?", None, None, None, "More shops in the north"),
        ("u2", "2026-05-01 16:05:01", nps, 3.0, 0.0, 10.0, None),
    ]
    mapping = proposed(path).mapping
    assert mapping
    assert (mapping.header_rows, mapping.zone, mapping.customer) == (3, "America/Denver", "ExternalReference")
    assert [(one.question, one.instrument, one.better) for one in mapping.asked] == [
        (nps, "nps", "high"),
        (ces, "ces", "high"),
        ("What could be better?", "", "high"),
    ]


def test_previews_and_unfinished_responses_of_qualtrics_are_left_out(tmp_path: Path) -> None:
    *headings, first, second = (
        dict(zip(QUALTRICS, cells, strict=True)) for cells in zip(*QUALTRICS.values(), strict=True)
    )
    preview = second | {"Status": "Survey Preview", "ResponseId": "R_3"}
    unfinished = second | {"Finished": "FALSE", "ResponseId": "R_4"}
    path = sheet(tmp_path / "survey.csv", *headings, first, preview, unfinished, second)
    assert sorted({who for who, *_ in answers(path)}) == ["u1", "u2"]
    assert len(answers(path)) == 4


def test_typeform_responses(tmp_path: Path) -> None:
    asked = {
        "How likely are you to <b>recommend</b> us?": 10,
        "Which shop?": "North",
        "What can we improve?": "Quicker queues, please",
    }
    row = {"#": "r1", **asked, "Response Type": "completed", "Start Date (UTC)": "2026-05-01 09:00:00"}
    row |= {"Stage Date (UTC)": "", "Submit Date (UTC)": "2026-05-01 09:05:00", "Network ID": "ab12", "Tags": ""}
    path = sheet(tmp_path / "responses.csv", row)
    assert answers(path) == [
        ("r1", "2026-05-01 09:05:00", "How likely are you to recommend us?", 10.0, 0.0, 10.0, None),
        ("r1", "2026-05-01 09:05:00", "What can we improve?", None, None, None, "Quicker queues, please"),
    ]


def test_surveymonkey_responses_with_their_two_rows_of_headings(tmp_path: Path) -> None:
    (path := tmp_path / "survey.csv").write_text(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"
        "How satisfied are you with?,,Anything else?\n"
        ",,,,,,,,,Food,Staff,Open-Ended Response\n"
        "12,5,05/01/2026 09:00:00 AM,05/13/2026 09:05:00 AM,,,,,,5,4,The queue was far too long\n"
    )
    assert answers(path) == [
        ("12", "2026-05-13 09:05:00", "How satisfied are you with?: Food", 5.0, 1.0, 5.0, None),
        ("12", "2026-05-13 09:05:00", "Anything else?", None, None, None, "The queue was far too long"),
    ]
    assert proposed(path).missing == (
        "The scale of 'How satisfied are you with?: Staff' cannot be told from the values: say it, or leave the "
        "question out."
    )


def test_delighted_responses(tmp_path: Path) -> None:
    row = {
        "id": "1",
        "person": "u1",
        "survey_type": "nps",
        "score": 9,
        "comment": "Fine shop",
        "created_at": 1777627800,
    }
    path = lines(tmp_path / "responses.json", row | {"tags": [], "person_properties": {"plan": "pro"}})
    assert answers(path) == [("u1", "2026-05-01 09:30:00", "nps", 9.0, 0.0, 10.0, "Fine shop")]


def test_surveys_of_several_kinds_in_one_column_of_scores_are_not_guessed_at(tmp_path: Path) -> None:
    shared = {"person": "u1", "comment": "", "created_at": 1777627800}
    rows = ({"id": str(n), "survey_type": kind, "score": 5, **shared} for n, kind in enumerate(("nps", "csat")))
    found = proposed(lines(tmp_path / "responses.json", *rows))
    assert (
        found.missing
        == "The scale of the scores in 'score' cannot be told. It holds several surveys (nps, csat). Say it."
    )


def test_hubspot_feedback(tmp_path: Path) -> None:
    properties = {"hs_object_id": "1", "hs_createdate": "2026-05-01T09:30:00.000Z", "hs_survey_channel": "EMAIL"}
    properties |= {"hs_value": "9", "hs_content": "Fine shop", "hs_survey_type": "NPS", "hs_contact_id": "u1"}
    path = tmp_path / "feedback.json"
    path.write_text(json.dumps({"results": [{"id": "1", "properties": properties}]}))
    assert answers(path) == [("u1", "2026-05-01 09:30:00", "NPS", 9.0, 0.0, 10.0, "Fine shop")]


def test_hotjar_answers(tmp_path: Path) -> None:
    row = {"Number": 1, "User": "a1", "Date Submitted": "2026-05-01 09:30:00", "Country": "NL", "Device": "desktop"}
    row |= {"Source URL": "https://shop.example/", "Browser": "x", "OS": "y", "Hotjar User ID": "u1"}
    path = sheet(tmp_path / "survey.csv", row | {"How would you rate your experience? (1-5)": 4})
    assert answers(path) == [
        ("u1", "2026-05-01 09:30:00", "How would you rate your experience? (1-5)", 4.0, 1.0, 5.0, None)
    ]


def test_wootric_responses(tmp_path: Path) -> None:
    row = {"id": 1, "score": 8, "text": "Fine shop", "created_at": "2026-05-01 09:30:00 -0000", "end_user": {"id": 77}}
    path = tmp_path / "responses.json"
    counted = row | {"excluded_from_calculations": False, "origin_url": "", "completed": True}
    path.write_text(json.dumps([counted, counted | {"id": 2, "score": 0, "excluded_from_calculations": True}]))
    assert answers(path) == [
        ("77", "2026-05-01 09:30:00", "How likely are you to recommend us?", 8.0, 0.0, 10.0, "Fine shop")
    ]


def zendesk(tmp_path: Path) -> Path:
    row = {"Summation column": 1, "Id": 9, "Requester": "Ann", "Requester id": "77", "Requester external id": "u1"}
    row |= {"Requester email": "x@example.org", "Via": "Mail", "Ticket type": "Question", "Priority": "High"}
    row |= {"Group": "Front", "Status": "Solved", "Created at": "2026-05-01 09:00", "Updated at": "2026-05-02 10:00"}
    row |= {
        "Assigned at": "2026-05-01 09:40",
        "Initially assigned at": "2026-05-01 09:10",
        "Solved at": "2026-05-02 09:00",
    }
    row |= {"Satisfaction Score": "Good", "First reply time in minutes": "30", "Reopens": 0}
    other = row | {
        "Id": 10,
        "Requester external id": "",
        "Initially assigned at": "",
        "Assigned at": "",
        "Solved at": "",
    }
    return sheet(
        tmp_path / "tickets.csv", row, other | {"First reply time in minutes": "", "Satisfaction Score": "Offered"}
    )


def test_zendesk_tickets_tell_up_to_four_events_each(tmp_path: Path) -> None:
    assert sorted(events(zendesk(tmp_path))) == [
        ("77", "2026-05-01 09:00:00", "Ticket opened", "Mail"),
        ("u1", "2026-05-01 09:00:00", "Ticket opened", "Mail"),
        ("u1", "2026-05-01 09:10:00", "Ticket assigned", "Mail"),
        ("u1", "2026-05-01 09:30:00", "First reply", "Mail"),
        ("u1", "2026-05-02 09:00:00", "Ticket solved", "Mail"),
    ]


def test_zendesk_satisfaction_is_a_second_import_of_the_same_file(tmp_path: Path) -> None:
    path = zendesk(tmp_path)
    assert answers(path, "answers") == [
        ("u1", "2026-05-02 09:00:00", "Satisfaction with the ticket", 1.0, 0.0, 1.0, None)
    ]
    assert proposed(path).also == (proposed(path, "answers").mapping,)


def test_zendesk_tickets_in_json(tmp_path: Path) -> None:
    row = {
        "id": 9,
        "requester_id": 77,
        "via": {"channel": "email"},
        "created_at": "2026-05-01T09:00:00Z",
        "tags": ["x"],
    }
    row |= {"metric_set": {"reply_time_in_minutes": {"calendar": 30}, "solved_at": "2026-05-02T09:00:00Z"}}
    row |= {"updated_at": "2026-05-02T10:00:00Z", "satisfaction_rating": {"score": "bad"}}
    path = lines(tmp_path / "tickets.json", row)
    assert sorted(events(path)) == [
        ("77", "2026-05-01 09:00:00", "Ticket opened", "email"),
        ("77", "2026-05-01 09:30:00", "First reply", "email"),
        ("77", "2026-05-02 09:00:00", "Ticket solved", "email"),
    ]
    assert [one[3] for one in answers(path, "answers")] == [0.0]


def test_intercom_conversations(tmp_path: Path) -> None:
    statistics = {"time_to_assignment": 60, "time_to_admin_reply": 600, "first_close_at": 1777631400}
    rating = {"rating": 4, "remark": "Quick", "created_at": 1777631500}
    row = {"id": "1", "created_at": 1777627800, "updated_at": 1777631500, "state": "closed", "waiting_since": None}
    row |= {"source": {"type": "email", "author": {"id": "u1", "type": "user"}}, "statistics": statistics}
    path = tmp_path / "conversations.json"
    path.write_text(json.dumps({"type": "conversation.list", "conversations": [row | {"conversation_rating": rating}]}))
    assert sorted(events(path)) == [
        ("u1", "2026-05-01 09:30:00", "Conversation started", "email"),
        ("u1", "2026-05-01 09:31:00", "Conversation assigned", "email"),
        ("u1", "2026-05-01 09:40:00", "First reply", "email"),
        ("u1", "2026-05-01 10:30:00", "Conversation closed", "email"),
    ]
    assert answers(path, "answers") == [
        ("u1", "2026-05-01 10:31:40", "Rating of the conversation", 4.0, 1.0, 5.0, "Quick")
    ]


def every_export() -> Iterator[str]:
    from footfall.events.exports.recognising import EXPORTS

    yield from dict.fromkeys(export.source for export in EXPORTS)


def test_the_page_of_formats_names_every_known_export() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/guide/formats.md").read_text()
    assert [source for source in every_export() if source not in page] == []
