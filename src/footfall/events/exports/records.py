"""Data that the public sector, companies and their systems publish, and that people learn with."""

from footfall.events.columns import ROW
from footfall.events.exports.export import Export, Step

RATED = {"instrument": "rating", "scale_min": 1, "scale_max": 5, "not_applicable": ("6",), "blank": ("0", "Blank")}
AIRPORT = {
    "Q7ART": "Artwork and exhibitions",
    "Q7FOOD": "Restaurants",
    "Q7STORE": "Retail shops and concessions",
    "Q7SIGN": "Signs and directions inside the airport",
    "Q7WALKWAYS": "Escalators, elevators and moving walkways",
    "Q7SCREENS": "Information on screens and monitors",
    "Q7INFODOWN": "Information booths, lower level",
    "Q7INFOUP": "Information booths, upper level",
    "Q7WIFI": "Using free WiFi",
    "Q7ROADS": "Signs and directions on roadways",
    "Q7PARK": "Parking facilities",
    "Q7AIRTRAIN": "AirTrain",
    "Q7LTPARKING": "Long term parking lot shuttle",
    "Q7RENTAL": "Rental car center",
    "Q7ALL": "The airport as a whole",
    "Q9BOARDING": "Cleanliness: boarding areas",
    "Q9AIRTRAIN": "Cleanliness: AirTrain",
    "Q9RENTAL": "Cleanliness: rental car center",
    "Q9FOOD": "Cleanliness: restaurants",
    "Q9RESTROOM": "Cleanliness: restrooms",
    "Q9ALL": "Cleanliness: overall",
    "Q10SAFE": "How safe do you feel?",
    "Q12PRECHEKCRATE": "The pre-check security line",
    "Q13GETRATE": "Getting to the airport",
    "Q14FIND": "Finding your way around",
    "Q14PASSTHRU": "Passing through security and screening",
}
RECOMMEND = "How likely is it that you would recommend the airport?"
NPS = {"question": RECOMMEND, "instrument": "nps", "scale_min": 0, "scale_max": 10, "blank": ("11",)}

RECORDS = (
    Export(
        source="SFO passenger survey",
        why="It has the columns of the San Francisco Airport passenger survey: 6 is never used, 0 is blank, "
        "and 11 is blank where one recommends.",
        needs=("RESPNUM", "NETPRO", "Q7ALL"),
        means={"kind": "answers", "customer": "RESPNUM", "weight": "WEIGHT"},
        asked=(
            {"column": "NETPRO", **NPS},
            *({"column": column, "question": question, **RATED} for column, question in AIRPORT.items()),
        ),
        missing="The file does not say on which day the answers were given: say it as the time of all rows.",
    ),
    Export(
        source="ServiceNow",
        why="It has the columns of ServiceNow's audit log of incidents: rows that repeat a state are no events.",
        needs=("number", "incident_state", "sys_updated_at"),
        means={
            "customer": "number",
            "time": "sys_updated_at",
            "event": "incident_state",
            "channel": "contact_type",
            "only_changes": True,
            "on_time": "made_sla",
            "leave_out": ("-100",),
        },
        attributes={"priority": "priority", "category": "category", "group": "assignment_group"},
    ),
    Export(
        source="CFPB complaints",
        why="It has the columns of the complaints that the US Consumer Financial Protection Bureau publishes; "
        "they name nobody, so each complaint is a customer of its own.",
        needs=("Date received", "Date sent to company", "Submitted via"),
        means={"kind": "wide", "customer": ("Complaint ID", ROW), "channel": "Submitted via"},
        steps=(Step("Complaint received", "Date received"), Step("Sent to company", "Date sent to company")),
        attributes={
            "product": "Product",
            "issue": "Issue",
            "response": "Company response to consumer",
            "disputed": "Consumer disputed?",
        },
    ),
    Export(
        source="Olist",
        why="It has the columns of Olist's orders: each order is a journey with up to four moments.",
        needs=("order_id", "order_purchase_timestamp", "order_delivered_customer_date"),
        means={"kind": "wide", "customer": "order_id"},
        steps=(
            Step("Ordered", "order_purchase_timestamp"),
            Step("Payment approved", "order_approved_at"),
            Step("Handed to carrier", "order_delivered_carrier_date"),
            Step("Delivered", "order_delivered_customer_date", due="order_estimated_delivery_date"),
        ),
        attributes={"status": "order_status"},
    ),
    Export(
        source="Olist",
        why="It has the columns of Olist's reviews, which are about orders.",
        needs=("review_id", "order_id", "review_score", "review_answer_timestamp"),
        means={
            "kind": "answers",
            "customer": "order_id",
            "time": "review_answer_timestamp",
            "about_is": "Delivered",
            "question_is": "How satisfied are you?",
            "instrument": "csat",
            "score": "review_score",
            "scale_min": 1,
            "scale_max": 5,
            "text": "review_comment_message",
            "language_is": "pt",
            "channel_is": "e-mail",
        },
    ),
)
