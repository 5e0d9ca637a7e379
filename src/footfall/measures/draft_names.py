"""Readable names out of event names, and what kind of moment they are: by a small lexicon in English and Dutch."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

NOISE = frozenset(
    {"date", "datetime", "timestamp", "time", "at", "on", "ts", "dt", "event", "datum", "tijd", "tijdstip"}
)
HANDED = frozenset({"delivered", "handed", "sent", "shipped", "given", "returned"})
RECEIVERS = frozenset({"customer", "client", "carrier", "seller", "shop", "warehouse", "agent", "user", "company"})

# Themes with their words; a trailing * stands for any ending. The first theme with a word in the name is taken, so that
# what ends a journey or goes back (lost, return) is seen before what it speaks of (order, parcel).
THEMES: tuple[tuple[str, str], ...] = (
    ("Leave", "lost abandon* cancel* churn* unsubscri* quit leave left opgezegd opzeg* annul*"),
    ("Return", "return* refund* retour* terug* label exchange* ruil*"),
    ("Help", "help* call* chat* ticket* support* complain* contact* question* agent klacht* vraag* hulp* bel*"),
    ("Feedback", "review* survey* feedback* rating* rated nps csat follow* recommend* beoordel* enquete* enquête*"),
    ("Come back", "reorder* repeat* renew* loyal* refer* again verleng* opnieuw"),
    ("Pay", "pay* paid checkout* invoice* bill* credit* card cash betaal* betal* factuur* afreken* kassa"),
    ("Order", "choos* chosen choice* select* kies* gekozen keuze*"),  # chosen on the way: a delivery, an option
    ("Delivery", "deliver* ship* carrier* parcel* track* courier* dispatch* slot* pickup* pick* transit* package*"),
    ("Delivery", "bezorg* verzend* verzonden pakket* lever* geleverd ophaal* opgehaald afhaal* afgehaald"),
    ("Order", "order* purchas* bought buy* basket* cart* confirm* approv* book*"),
    ("Order", "bestel* besteld aankoop* winkelwagen* mandje* bevestig*"),
    ("Sign up", "sign* register* registr* account* login* onboard* activat* aanmeld* inlog* trial*"),
    ("Choose", "product* item* compar* detail* wish* configur* vergelijk* artikel*"),
    ("Discover", "ad ads advert* campaign* landing* visit* home* main browse* search* catalog* page* news*"),
    ("Discover", "zoek* bezoek* advertentie* bekeken"),
    ("Resolve", "resolv* solv* clos* fixed done opgelost gesloten afgerond"),
    ("Handle", "new open* active assign* await* progress* received sent behandel* ontvangen toegewezen"),
)

ICONS: tuple[tuple[str, str], ...] = (
    ("smartphone", "app mobile* ios android mobiel*"),
    ("mail", "mail* email* e-mail* newsletter* post* letter* brief*"),
    ("phone", "phone* call* telefo* tel bel*"),
    ("message-circle", "chat* messag* whatsapp bericht*"),
    ("message-square", "sms text*"),
    ("store", "shop* store* branch* counter* point* winkel* filiaal* balie* kiosk*"),
    ("truck", "parcel* courier* deliver* carrier* bezorg* koerier*"),
    ("share-2", "social* facebook instagram tiktok linkedin"),
    ("megaphone", "ad ads advert* campaign* advertentie*"),
    ("users", "person* agent* face* referral* medewerker*"),
    ("printer", "fax*"),
    ("tv", "tv television televisie radio"),
    ("globe", "web* site* online* internet* browser* desktop* portal*"),
)


def words(name: str) -> tuple[str, ...]:
    """The words of an event name in small letters, whatever joins them: orderPlaced, order_placed, order-placed."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    return tuple(re.findall(r"[^\W_]+", parted.lower()))


def readable(names: Sequence[str]) -> dict[str, str]:
    """A short name to read for each event name, each different; what all names share at the front is left out."""
    split = {name: words(name) for name in names}
    shared = _shared_front(list(split.values()))
    short = {name: _sentence(_bare(parts[shared:]) or parts) for name, parts in split.items()}
    taken = [read for read in short.values() if read]
    return {name: read if read and taken.count(read) == 1 else _fallback(name) for name, read in short.items()}


def _shared_front(split: list[tuple[str, ...]]) -> int:
    if len(split) < 3:
        return 0
    columns = zip(*split, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def _bare(parts: tuple[str, ...]) -> tuple[str, ...]:
    kept = list(parts)
    while len(kept) > 1 and kept[-1] in NOISE:
        kept.pop()
    return tuple(kept)


def _sentence(parts: tuple[str, ...]) -> str:
    said: list[str] = []
    for part in parts:
        if said and said[-1] in HANDED and part in RECEIVERS:
            said.append("to")
        said.append(part)
    text = " ".join(said)
    return text[:1].upper() + text[1:]


def _fallback(name: str) -> str:
    """The name as the data writes it: two events must not look like one."""
    return name.replace("_", " ").strip() or "(no name)"


def theme(name: str) -> str:
    """The kind of moment that an event name speaks of, or nothing."""
    return _first(THEMES, words(name))


def icon(channel: str) -> str:
    """A lucide icon for a channel, a plain circle when its name says nothing."""
    parts = words(channel)
    joined = ("".join(parts),) if len(parts) > 1 else ()
    return _first(ICONS, (*joined, *parts)) or "circle"


def _first(lexicon: tuple[tuple[str, str], ...], parts: tuple[str, ...]) -> str:
    return next((entry for entry, known in lexicon if _speaks_of(known.split(), parts)), "")


def _speaks_of(known: list[str], parts: tuple[str, ...]) -> bool:
    return any(part.startswith(word[:-1]) if word.endswith("*") else part == word for word in known for part in parts)


def slug(name: str, taken: Iterable[str]) -> str:
    """An id out of a name: small letters, digits and dashes, at most 40, with a number when it is taken."""
    bare = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].strip("-") or "x"
    used = set(taken)
    numbered = (f"{bare}-{count}" for count in range(2, len(used) + 3))
    return bare if bare not in used else next(id for id in numbered if id not in used)
