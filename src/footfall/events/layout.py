"""The canonical tables of a dataset, as they stand in Parquet. All moments are UTC without a zone, in microseconds.

A *part* is one imported file: `events` or `answers` as the file told them, in the file's order.
Parts stay as they were written: a column that came later is empty in older ones.

| part of events | meaning |
|---|---|
| customer | 64-bit code of the customer (keyed hash), never 0 |
| time | when it happened |
| until | when the day ends, where the file tells the day but no time of it; `time` is when it begins |
| event, channel | what happened, by what means ("" when the file does not say) |
| due | when it was promised, or empty |
| broken | whether the file says that the promise was broken, or empty |
| attributes | what else the file says of it: a JSON object of texts by name, "" when there is nothing |
| row | 64-bit code of the row's own id (keyed hash), or empty: it counts once among all parts |
| arrival | place in the file: breaks ties between equal times |

| part of answers | meaning |
|---|---|
| customer, time, channel, row, arrival | as above |
| about | the event that it is about, or empty |
| question | which survey question ("" when the file does not say) |
| score, scale_min, scale_max | the score on its own scale; all three or none |
| instrument | what the score is: nps, csat, ces, rating, or "" when the file does not say |
| better | which end of the scale is the good one: high or low; "" without a score |
| weight | how many people the respondent stands for; empty when nobody said |
| text | what was written, personal data masked |
| language | of the text: en, nl, other or as the file says; "" when there is none or it cannot be told |
| feeling | of an English or Dutch text, from -1 to 1; else empty |
| marks | the words that decided it: start:end:strength of each, in characters of the text |
| excerpt | the name of what a customer wrote to a question: the same in every import; "" without a text |

| part of customers | meaning |
|---|---|
| customer, arrival | as above |
| attribute, value | one fact of the customer |

| part of aliases, and what stands beside a part whose rows name several ids | meaning |
|---|---|
| customer, arrival | as above |
| other | another id of that customer, as a code |

A *dataset* is all parts merged and sorted once by (customer, time, part, arrival), so that every question is a scan:

| events | meaning |
|---|---|
| customer | row of `customers`: dense from 0 |
| time, due | as above |
| late | whether the promise was broken: as the file says, else whether it came after `due`; empty: none was made |
| combination | row of `combinations`: the event, channel and attributes |
| whole_day | whether only the day is known |
| position | place in the customer's path, from 0 |
| earliest | the first place that it may have: that of the day's first event where only the day is known, else its own |
| visit | which time it is that the customer meets this combination, from 1 |
| session | which of the customer's sessions, from 1; 1 where no gap is set |
| next_combination, next_time | the customer's next event, empty at the end of the path and where it is not known |
| next_unknown | whether something may follow, but it is not known what comes first |

| ways | meaning |
|---|---|
| combination, next_combination, next_unknown | as above: one row for each |
| n | how many events |
| least | of these, first visits: at least so many customers |
| begun | of these, first events of a path |
| days | of these, events of which only the day is known |

| gaps | meaning |
|---|---|
| place | from 0, in the order of the two combinations and then of the gap: each way has as many rows as `ways` says |
| gap | microseconds from an event to the next one |

| combinations | meaning |
|---|---|
| combination | dense from 0, sorted by (event, channel, attributes) |
| event, channel, attributes | the names, and the attributes as a JSON object of texts ("" when there are none) |
| events | how many events; 0 where only answers name it |

| answers | meaning |
|---|---|
| customer, time, channel, question, score, scale_min, scale_max, instrument, better, weight | as above |
| text, language, feeling, marks, excerpt | as above |
| combination | the combination that it is about, empty when there is none |
| late | whether that event broke its promise; empty when nothing was promised or nothing found |

| customers | meaning |
|---|---|
| customer | dense from 0 |
| identity | the 64-bit code, of several ids the least; `identity.pseudonym` shows it |
| first, last | the first and the last moment, answers included |
| events, answers | how many of each |

| people | meaning |
|---|---|
| identity | any code that a customer has |
| customer, root | the row of `customers`, and its identity |

| attributes | meaning |
|---|---|
| customer | row of `customers` |
| attribute, value | one fact; of several values the one that was imported last |
"""

import pyarrow as pa

MOMENT = pa.timestamp("us")
NAME = pa.dictionary(pa.int32(), pa.string())

EVENT_PART = pa.schema(
    [
        ("customer", pa.int64()),
        ("time", MOMENT),
        ("until", MOMENT),
        ("event", NAME),
        ("channel", NAME),
        ("due", MOMENT),
        ("broken", pa.bool_()),
        ("attributes", NAME),
        ("row", pa.int64()),
        ("arrival", pa.int64()),
    ]
)

ANSWER_PART = pa.schema(
    [
        ("customer", pa.int64()),
        ("time", MOMENT),
        ("about", NAME),
        ("channel", NAME),
        ("question", NAME),
        ("score", pa.float64()),
        ("scale_min", pa.float64()),
        ("scale_max", pa.float64()),
        ("instrument", NAME),
        ("better", NAME),
        ("weight", pa.float64()),
        ("text", pa.string()),
        ("language", NAME),
        ("feeling", pa.float64()),
        ("marks", pa.string()),
        ("excerpt", pa.string()),
        ("row", pa.int64()),
        ("arrival", pa.int64()),
    ]
)

FACT_PART = pa.schema([("customer", pa.int64()), ("attribute", NAME), ("value", NAME), ("arrival", pa.int64())])

PAIR_PART = pa.schema([("customer", pa.int64()), ("other", pa.int64()), ("arrival", pa.int64())])

LONGEST_NAME = 300  # characters in the name of an event, a channel or a survey question
LONGEST_TEXT = 20_000  # characters kept of a written answer
MOST_COMBINATIONS = 50_000  # different (event, channel, attributes) in one file
MOST_NAMES = 20_000  # different event names in one file; more means that the column is no name of an event
MOST_KINDS = 100_000  # different (event, channel, attributes) in one dataset, so that each question ends in seconds
