"""What invented customers write below a score: beginnings, topics and endings, in English and Dutch.

Topics have phrases by mood: what people say who are unhappy, neither, and happy. No phrase comes from a real person.
"""

from typing import Literal

Mood = Literal["bad", "fair", "good"]
Language = Literal["en", "nl"]

OPENERS: dict[Language, dict[Mood, tuple[str, ...]]] = {
    "en": {
        "bad": ("", "", "", "Sorry, but", "Not again:", "To be honest,", "Third time now:"),
        "fair": ("", "", "", "Okay, but", "All in all okay;", "Well,"),
        "good": ("", "", "", "Great!", "No complaints:", "As always:", "Lovely,"),
    },
    "nl": {
        "bad": ("", "", "", "Helaas,", "Alweer:", "Eerlijk gezegd:", "Jammer,"),
        "fair": ("", "", "", "Wel oké, maar", "Op zich goed;", "Tja,"),
        "good": ("", "", "", "Top!", "Niets op aan te merken:", "Zoals altijd:", "Fijn,"),
    },
}

CLOSERS: dict[Language, dict[Mood, tuple[str, ...]]] = {
    "en": {
        "bad": ("", "", "", "Please fix this.", "Next time I go to a shop.", "I expected better.", "Very annoying."),
        "fair": ("", "", "", "Could be clearer.", "Not a big problem.", "Room to improve."),
        "good": ("", "", "", "Thanks!", "Keep it up.", "Will order again.", "Compliments to the team."),
    },
    "nl": {
        "bad": (
            "",
            "",
            "",
            "Doe hier iets aan.",
            "Volgende keer ga ik naar de winkel.",
            "Had beter verwacht.",
            "Irritant.",
        ),
        "fair": ("", "", "", "Kan duidelijker.", "Geen ramp.", "Kan beter."),
        "good": ("", "", "", "Dank je wel!", "Ga zo door.", "Ik bestel vaker.", "Complimenten."),
    },
}

TOPICS: dict[str, dict[Language, dict[Mood, tuple[str, ...]]]] = {
    "order": {
        "en": {
            "bad": (
                "the payment failed and my basket was empty afterwards",
                "I saw the delivery fee only in the last step",
                "the app threw me out while I was paying",
                "I had to type my address twice",
            ),
            "fair": (
                "the delivery date disappeared once I went to pay",
                "it works, though there are many steps before you can pay",
                "I could not see if it fits through the letterbox",
            ),
            "good": (
                "ordering was done in two minutes",
                "easy to find what I wanted",
                "clear page, quick payment",
                "good that I could choose the day",
            ),
        },
        "nl": {
            "bad": (
                "de betaling mislukte en daarna was mijn mandje leeg",
                "de bezorgkosten zag ik pas bij de laatste stap",
                "de app gooide me eruit bij het betalen",
                "ik moest mijn adres twee keer invullen",
            ),
            "fair": (
                "de bezorgdatum was weg toen ik ging betalen",
                "het werkt, maar er zitten veel stappen voor het betalen",
                "ik kon niet zien of het door de brievenbus past",
            ),
            "good": (
                "bestellen was in twee minuten klaar",
                "makkelijk gevonden wat ik zocht",
                "duidelijke pagina en snel betaald",
                "handig dat je de dag kunt kiezen",
            ),
        },
    },
    "tracking": {
        "en": {
            "bad": (
                "it said 'on its way' for two days",
                "the status has not moved since the hub",
                "tracking tells me nothing that I do not know",
                "the estimate changed three times",
            ),
            "fair": ("I would like a time instead of only a day", "the page is fine, but updates come late"),
            "good": ("I could follow the parcel well", "the map with the courier is nice", "clear where it was"),
        },
        "nl": {
            "bad": (
                "er stond twee dagen 'onderweg'",
                "de status staat al sinds het sorteercentrum stil",
                "de volgpagina zegt niets wat ik niet weet",
                "de verwachte tijd veranderde drie keer",
            ),
            "fair": ("liever een tijd dan alleen een dag", "de pagina is prima, maar loopt achter"),
            "good": ("ik kon mijn pakket goed volgen", "het kaartje met de bezorger is leuk", "duidelijk waar het was"),
        },
    },
    "contact": {
        "en": {
            "bad": (
                "I just want a person to look where it is",
                "the phone sends me to chat and chat sends me to the phone",
                "I had to explain everything from the start, twice",
                "twenty minutes of music and then no answer",
            ),
            "fair": ("friendly, but they saw the same page as I did", "it took a while before somebody knew more"),
            "good": ("she found my parcel at once", "quick and kind help", "the chat solved it in a minute"),
        },
        "nl": {
            "bad": (
                "ik wil gewoon dat iemand kijkt waar het is",
                "de telefoon stuurt me naar chat en chat weer naar de telefoon",
                "ik moest alles twee keer uitleggen",
                "twintig minuten muziek en daarna geen antwoord",
            ),
            "fair": ("vriendelijk, maar ze zagen hetzelfde als ik", "het duurde even voor iemand meer wist"),
            "good": ("ze vond mijn pakket meteen", "snel en aardig geholpen", "de chat loste het in een minuut op"),
        },
    },
    "slot": {
        "en": {
            "bad": (
                "I cannot wait all day for a lamp",
                "a slot of four hours is no slot",
                "it said 14:00 to 18:00 and came at nine",
                "the slot moved while I was waiting at home",
            ),
            "fair": ("the slot was right but very wide", "I would rather choose the time myself"),
            "good": ("good to know when to be home", "the message came early in the morning, handy"),
        },
        "nl": {
            "bad": (
                "ik kan niet de hele dag op een lamp wachten",
                "een tijdvak van vier uur is geen tijdvak",
                "er stond 14:00 tot 18:00 en hij kwam om negen uur",
                "het tijdvak schoof op terwijl ik thuis zat te wachten",
            ),
            "fair": ("het tijdvak klopte, maar is erg ruim", "ik kies liever zelf de tijd"),
            "good": ("fijn om te weten wanneer je thuis moet zijn", "het bericht kwam al vroeg, handig"),
        },
    },
    "late": {
        "en": {
            "bad": (
                "the parcel came two days late and nobody told me",
                "promised for Tuesday, delivered on Friday",
                "too late for the birthday",
                "I took a day off for nothing",
            ),
            "fair": ("it came a day late, but it came", "late, though the courier was kind"),
            "good": ("a day late, but well packed", "a little late, otherwise good"),
        },
        "nl": {
            "bad": (
                "het pakket kwam twee dagen te laat en niemand zei iets",
                "beloofd voor dinsdag, bezorgd op vrijdag",
                "te laat voor de verjaardag",
                "voor niets een dag vrij genomen",
            ),
            "fair": ("een dag te laat, maar het is er", "te laat, al was de bezorger vriendelijk"),
            "good": ("dag later, maar goed ingepakt", "iets te laat, verder goed"),
        },
    },
    "delivery": {
        "en": {
            "bad": (
                "the box was left in the rain",
                "the courier threw it over the fence",
                "delivered to the wrong house",
            ),
            "fair": ("fine, only the box was far too large", "it went to a neighbour although I was home"),
            "good": (
                "he knew my name, nice",
                "on time and with a smile",
                "arrived exactly when you said",
                "well packed and quick",
            ),
        },
        "nl": {
            "bad": (
                "de doos stond in de regen",
                "de bezorger gooide het over de schutting",
                "bij het verkeerde huis bezorgd",
            ),
            "fair": ("prima, alleen was de doos veel te groot", "bij de buren afgegeven terwijl ik thuis was"),
            "good": (
                "hij kende mijn naam, leuk",
                "op tijd en met een glimlach",
                "precies op het beloofde moment",
                "goed ingepakt en snel",
            ),
        },
    },
    "missed": {
        "en": {
            "bad": (
                "no card, no bell, and I was at home",
                "nobody said which neighbour has it",
                "the card says a time that had passed already",
            ),
            "fair": ("a neighbour took it in the end", "I was out, but a second try the same day would help"),
            "good": ("the second try went well", "the card was clear"),
        },
        "nl": {
            "bad": (
                "geen kaartje, geen bel, en ik was gewoon thuis",
                "niemand zei bij welke buren het ligt",
                "op het kaartje stond een tijd die al voorbij was",
            ),
            "fair": (
                "uiteindelijk namen de buren het aan",
                "ik was weg, maar een tweede poging op de dag zelf zou helpen",
            ),
            "good": ("de tweede poging ging goed", "het kaartje was duidelijk"),
        },
    },
    "pickup": {
        "en": {
            "bad": ("a long queue at the pick-up point", "they could not find my parcel", "the point was closed"),
            "fair": ("collecting works, opening hours are short", "I had to ask for the code again"),
            "good": ("collected on the way home, perfect", "quick at the counter", "no waiting at home"),
        },
        "nl": {
            "bad": ("lange rij bij het afhaalpunt", "ze konden mijn pakket niet vinden", "het punt was dicht"),
            "fair": ("ophalen werkt, de openingstijden zijn kort", "ik moest de code opnieuw opvragen"),
            "good": ("op weg naar huis opgehaald, ideaal", "snel geholpen aan de balie", "niet thuis hoeven wachten"),
        },
    },
    "return": {
        "en": {
            "bad": ("three weeks for a refund", "I have no printer for the label", "nobody confirms that it arrived"),
            "fair": ("returning is okay, the money takes long", "do I need the old box? It does not say"),
            "good": ("handed in without a label, easy", "money back within days"),
        },
        "nl": {
            "bad": (
                "drie weken op mijn geld gewacht",
                "ik heb geen printer voor het label",
                "niemand bevestigt dat het binnen is",
            ),
            "fair": ("terugsturen gaat, het geld duurt lang", "heb ik de oude doos nodig? Dat staat er niet"),
            "good": ("zonder label ingeleverd, makkelijk", "binnen een paar dagen mijn geld terug"),
        },
    },
    "all": {
        "en": {
            "bad": (
                "I spend more time asking than shopping",
                "good products, but the delivery spoils it",
                "never on time",
            ),
            "fair": ("good shop, unsure about the delivery", "mostly fine", "prices are good, service is so-so"),
            "good": ("I tell everyone about you", "simply works, each time", "nice things and on time"),
        },
        "nl": {
            "bad": (
                "ik ben meer bezig met vragen dan met kopen",
                "mooie spullen, maar de bezorging verpest het",
                "nooit op tijd",
            ),
            "fair": ("goede winkel, de bezorging is wisselend", "meestal prima", "goede prijs, service gaat wel"),
            "good": ("ik vertel iedereen over jullie", "het werkt gewoon, elke keer", "leuke spullen en op tijd"),
        },
    },
}
