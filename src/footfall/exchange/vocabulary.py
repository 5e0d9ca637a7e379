"""The words, English and Dutch, with which people head columns, rows and paragraphs of a map, and what they mean."""

import re
import unicodedata

# Heading → kind of lane. Singular and plural are the same word, see `plain`.
LANES = {
    "actions": (
        "action, actions, activity, activities, user action, customer action, doing, what they do, task, "
        "tasks, actie, acties, handeling, handelingen, activiteit, activiteiten, doen"
    ),
    "goals": "goal, goals, customer goal, user goal, objective, doel, doelen",
    "needs": "need, needs, user need, customer need, behoefte, behoeften, wens, wensen",
    "expectations": "expectation, expectations, verwachting, verwachtingen",
    "thoughts": "thought, thoughts, thinking, think, mindset, what they think, gedachte, gedachten, denken",
    "questions": "question, questions, vraag, vragen",
    "emotion": (
        "emotion, emotions, feeling, feelings, feel, mood, sentiment, emotional state, experience, "
        "emotie, emoties, gevoel, gevoelens, beleving, stemming"
    ),
    "touchpoints": (
        "touchpoint, touchpoints, touch point, touch points, contact point, interaction, interactions, "
        "contactmoment, contactmomenten, contactpunt, contactpunten"
    ),
    "channels": "channel, channels, medium, kanaal, kanalen",
    "quotes": "quote, quotes, verbatim, citaat, citaten",
    "pain-points": (
        "pain, pains, pain point, pain points, painpoint, painpoints, problem, problems, frustration, "
        "frustrations, issue, issues, friction, knelpunt, knelpunten, pijnpunt, pijnpunten, probleem, "
        "problemen, frustratie, frustraties"
    ),
    "barriers": ("barrier, barriers, obstacle, obstacles, blocker, blockers, drempel, drempels, barriere, barrieres"),
    "strengths": (
        "strength, strengths, delight, delights, highlight, highlights, gain, gains, what works, "
        "sterk punt, sterke punten, pluspunt, pluspunten"
    ),
    "opportunities": (
        "opportunity, opportunities, improvement, improvements, recommendation, recommendations, "
        "solution, solutions, kans, kansen, verbetering, verbeteringen, verbeterpunt, verbeterpunten, "
        "oplossing, oplossingen"
    ),
    "ideas": "idea, ideas, idee, ideeen",
    "measures": (
        "metric, metrics, kpi, kpis, measure, measures, success metric, success metrics, meetwaarde, metingen"
    ),
    "time": "time, duration, timing, when, tijd, duur, tijdsduur, wanneer",
    "context": "context, situation, setting, situatie",
    "role": "role, roles, actor, actors, who, rol, rollen, wie",
    "responsible": (
        "responsible, owner, owners, team, teams, responsibility, verantwoordelijk, verantwoordelijke, eigenaar"
    ),
    "documents": "document, documents, documenten",
    "physical-evidence": "evidence, physical evidence, fysiek bewijs",
    "frontstage": "frontstage, front stage, onstage, frontstage actions, employee actions",
    "backstage": "backstage, back stage, backstage actions",
    "support": "support, support processes, supporting processes, ondersteuning",
    "systems": "system, systems, tool, tools, technology, systeem, systemen, hulpmiddelen",
    "policies": "policy, policies, rules, beleid, regels",
}
STAGES = "stage, stages, phase, phases, journey stage, journey phase, fase, fases, fasen"
STEPS = "step, steps, stap, stappen, moment"


def plain(text: str) -> str:
    """A heading in the letters by which it is known: lower case, without marks, numbers and what stands in brackets."""
    letters = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode().lower()
    letters = re.sub(r"\(.*?\)|\[.*?\]|^\W*\d+(\.\d+)*[.):]?", " ", letters)
    return " ".join(re.findall(r"[a-z]+", letters))


def _words(listed: str) -> list[str]:
    return [plain(word) for word in listed.split(",")]


KINDS = {word: kind for kind, listed in LANES.items() for word in _words(listed)}
STAGE_WORDS, STEP_WORDS = frozenset(_words(STAGES)), frozenset(_words(STEPS))


def lane_kind(heading: str) -> str | None:
    """The kind of lane that a heading names; None where it names none."""
    return KINDS.get(plain(heading))


def is_stage(heading: str) -> bool:
    """Whether a heading names stages."""
    return plain(heading) in STAGE_WORDS


def is_step(heading: str) -> bool:
    """Whether a heading names steps."""
    return plain(heading) in STEP_WORDS
