"""An evening in a pizza restaurant, in both languages: what the browser test draws by keyboard."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Moment:
    """One stage of the evening, with what stands in each lane."""

    stage: str
    step: str
    goal: str
    touchpoint: str
    channel: str
    problem: str
    severity: str
    idea: str
    score: float
    feeling: str
    thought: str


@dataclass(frozen=True)
class Story:
    """A whole map, as it is meant."""

    language: str
    title: str
    persona: str
    role: str
    quote: str
    lanes: dict[str, str]
    moments: tuple[Moment, ...]


ENGLISH = Story(
    language="en",
    title="An evening at the pizza restaurant",
    persona="Eva Lind",
    role="Journalist, 29 years old",
    quote="I write about food; I notice everything.",
    lanes={
        "goals": "Goals",
        "touchpoints": "Touchpoints",
        "channels": "Channels",
        "pain-points": "Problems",
        "ideas": "Our ideas",
        "emotion": "Emotion graph",
        "thoughts": "Thoughts",
    },
    moments=(
        Moment(
            stage="Aware",
            step="Hear of it",
            goal="Find a nice place for Friday",
            touchpoint="A friend's photo",
            channel="Social media",
            problem="The photo names no place",
            severity="minor",
            idea="Ask guests to tag us",
            score=1,
            feeling="curious",
            thought="That crust looks good",
        ),
        Moment(
            stage="Research",
            step="Look it up",
            goal="Know the menu and the price",
            touchpoint="The menu page",
            channel="Website",
            problem="The menu is a file of 9 MB",
            severity="moderate",
            idea="A menu that opens at once",
            score=-0.5,
            feeling="impatient",
            thought="Do they have a table?",
        ),
        Moment(
            stage="Arrival",
            step="Be seated",
            goal="Sit down soon",
            touchpoint="The host at the door",
            channel="In person",
            problem="Nobody greets us for minutes",
            severity="severe",
            idea="A bell and a bench",
            score=-1,
            feeling="lost",
            thought="Did they see us?",
        ),
        Moment(
            stage="Order",
            step="Choose a pizza",
            goal="Get advice on the wine",
            touchpoint="The waiter",
            channel="In person",
            problem="Allergens are not on the card",
            severity="moderate",
            idea="Mark allergens with signs",
            score=0.5,
            feeling="hungry",
            thought="What would she take?",
        ),
        Moment(
            stage="Time to eat",
            step="Eat",
            goal="Enjoy it while it is hot",
            touchpoint="The pizza",
            channel="Table",
            problem="One pizza comes ten minutes late",
            severity="moderate",
            idea="Serve a table together",
            score=2,
            feeling="delighted",
            thought="Best I had this year",
        ),
        Moment(
            stage="Leave",
            step="Pay",
            goal="Pay apart and go",
            touchpoint="The bill",
            channel="Card reader",
            problem="Splitting the bill takes long",
            severity="minor",
            idea="A code on the bill to pay",
            score=0,
            feeling="calm",
            thought="Why is this still slow?",
        ),
        Moment(
            stage="Feedback",
            step="Write a review",
            goal="Say what was good",
            touchpoint="The review page",
            channel="Review site",
            problem="No answer to the last review",
            severity="minor",
            idea="Answer within two days",
            score=0.5,
            feeling="generous",
            thought="Will anyone read it?",
        ),
        Moment(
            stage="Promotional mail",
            step="Get a mail",
            goal="Hear of something new",
            touchpoint="The newsletter",
            channel="E-mail",
            problem="A mail every other day",
            severity="severe",
            idea="One mail a month, with news",
            score=-1.5,
            feeling="annoyed",
            thought="How do I get off this list?",
        ),
    ),
)

DUTCH = Story(
    language="nl",
    title="Een avond in de pizzeria",
    persona="Eva Lind",
    role="Journalist, 29 jaar",
    quote="Ik schrijf over eten; ik zie alles.",
    lanes={
        "goals": "Doelen",
        "touchpoints": "Contactmomenten",
        "channels": "Kanalen",
        "pain-points": "Problemen",
        "ideas": "Onze ideeën",
        "emotion": "Emotiegrafiek",
        "thoughts": "Gedachten",
    },
    moments=(
        Moment(
            stage="Bekendheid",
            step="Erover horen",
            goal="Iets leuks vinden voor vrijdag",
            touchpoint="De foto van een vriend",
            channel="Sociale media",
            problem="De foto noemt geen plaats",
            severity="minor",
            idea="Vraag gasten ons te noemen",
            score=1,
            feeling="nieuwsgierig",
            thought="Die korst ziet er goed uit",
        ),
        Moment(
            stage="Onderzoek",
            step="Opzoeken",
            goal="De kaart en de prijs kennen",
            touchpoint="De pagina met de kaart",
            channel="Website",
            problem="De kaart is een bestand van 9 MB",
            severity="moderate",
            idea="Een kaart die meteen opent",
            score=-0.5,
            feeling="ongeduldig",
            thought="Hebben ze nog een tafel?",
        ),
        Moment(
            stage="Aankomst",
            step="Een tafel krijgen",
            goal="Snel kunnen zitten",
            touchpoint="De gastheer bij de deur",
            channel="Persoonlijk",
            problem="Minutenlang groet niemand ons",
            severity="severe",
            idea="Een bel en een bankje",
            score=-1,
            feeling="verloren",
            thought="Hebben ze ons gezien?",
        ),
        Moment(
            stage="Bestellen",
            step="Een pizza kiezen",
            goal="Advies krijgen over de wijn",
            touchpoint="De bediening",
            channel="Persoonlijk",
            problem="Allergenen staan niet op de kaart",
            severity="moderate",
            idea="Zet tekens bij allergenen",
            score=0.5,
            feeling="hongerig",
            thought="Wat zou zij nemen?",
        ),
        Moment(
            stage="Eten",
            step="Eten",
            goal="Ervan genieten terwijl het warm is",
            touchpoint="De pizza",
            channel="Aan tafel",
            problem="Eén pizza komt tien minuten later",
            severity="moderate",
            idea="Dien een tafel samen uit",
            score=2,
            feeling="verrukt",
            thought="De beste van dit jaar",
        ),
        Moment(
            stage="Vertrek",
            step="Betalen",
            goal="Apart betalen en gaan",
            touchpoint="De rekening",
            channel="Pinautomaat",
            problem="De rekening splitsen duurt lang",
            severity="minor",
            idea="Een code op de bon om te betalen",
            score=0,
            feeling="rustig",
            thought="Waarom gaat dit nog traag?",
        ),
        Moment(
            stage="Feedback",
            step="Een recensie schrijven",
            goal="Zeggen wat goed was",
            touchpoint="De recensiepagina",
            channel="Recensiesite",
            problem="Geen antwoord op de vorige recensie",
            severity="minor",
            idea="Antwoord binnen twee dagen",
            score=0.5,
            feeling="gul",
            thought="Leest iemand dit?",
        ),
        Moment(
            stage="Reclamemail",
            step="Een mail krijgen",
            goal="Over iets nieuws horen",
            touchpoint="De nieuwsbrief",
            channel="E-mail",
            problem="Om de dag een mail",
            severity="severe",
            idea="Eén mail per maand, met nieuws",
            score=-1.5,
            feeling="geërgerd",
            thought="Hoe kom ik van deze lijst af?",
        ),
    ),
)
