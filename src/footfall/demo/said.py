"""What people said in the demo: passages of two transcripts, and what was typed from tickets and a survey."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

INTERVIEW_3 = "source-interview-3-a-nurse-in-shifts"
INTERVIEW_5 = "source-interview-5-a-retired-teacher"
SURVEY = "source-survey-after-each-parcel"
TICKETS = "source-tickets-of-customer-care-october-2026"

TRANSCRIPTS = {INTERVIEW_3: "interview-3.md", INTERVIEW_5: "interview-5.vtt"}


@dataclass(frozen=True)
class Said:
    """An excerpt of a source; its words stand in the transcript where the source has one."""

    source: str
    id: str
    words: str
    kind: Literal["quote", "observation"] = "quote"


SAID = (
    Said(INTERVIEW_3, "i3-which-day", "Which of these days is sure?"),
    Said(INTERVIEW_3, "i3-know-when", "I do not need it fast. I need to know when."),
    Said(INTERVIEW_3, "i3-basket", "It failed, and then my basket was empty."),
    Said(INTERVIEW_3, "i3-again", "I had to find the lamp again, and the day again.", "observation"),
    Said(INTERVIEW_3, "i3-swapped", "I swapped my shift to be at home on Thursday.", "observation"),
    Said(INTERVIEW_3, "i3-every-break", "I open that link at every break.", "observation"),
    Said(INTERVIEW_3, "i3-on-its-way", "It said “on its way”, for two days now"),
    Said(INTERVIEW_3, "i3-silent", "When it is silent I make up the worst, and then I call"),
    Said(INTERVIEW_3, "i3-all-day", "I cannot wait all day for a lamp."),
    Said(INTERVIEW_3, "i3-neighbour", "I asked my neighbour to listen for the bell", "observation"),
    Said(INTERVIEW_3, "i3-lovely", "I tell everybody about the lamp. I do not tell them about the rest."),
    Said(INTERVIEW_5, "i5-reviews", "I read what other people write first, all of it", "observation"),
    Said(INTERVIEW_5, "i5-fee", "When do I see the fee for the delivery?"),
    Said(INTERVIEW_5, "i5-nobody-said", "On Friday nothing came, and nobody said a word."),
    Said(INTERVIEW_5, "i5-phone-chat", "The phone sends me to chat, chat sends me to the phone."),
    Said(
        INTERVIEW_5,
        "i5-three-times",
        "Three times, from the start, with the number, the street",
    ),
    Said(INTERVIEW_5, "i5-not-knowing", "A late parcel I can live with. Not knowing, I cannot."),
    Said(INTERVIEW_5, "i5-printer", "My printer has been dry since the spring"),
    Said(SURVEY, "sv-just-in-time", "Nice, just before Saturday."),
    Said(SURVEY, "sv-my-name", "He knew my name. Nice."),
    Said(TICKETS, "ti-paid-twice", "Has the money gone twice now? I pressed twice."),
    Said(TICKETS, "ti-heard-by-asking", "So it is late. When were you going to tell me?"),
    Said(TICKETS, "ti-third-time", "This is the third time that I type my order number today."),
    Said(TICKETS, "ti-day-off", "Took a morning off for the slot. The van came at five past twelve."),
    Said(TICKETS, "ti-no-card", "There was no card. I only knew of the try when I asked.", "observation"),
    Said(TICKETS, "ti-refund", "The shoes are back with you since the second. Where is my money?"),
)


def transcript_of(source: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a source brings."""
    name = TRANSCRIPTS[source]
    return name, files("footfall.demo").joinpath(name).read_bytes()
