"""What an alignment says, in English words: for terminals and files; the page has words of its own language."""

from collections.abc import Sequence

from footfall.measures.alignment.told import Counted, Deviation

DEFINITION = (
    "Each customer's path, laid beside the steps of the map in the way that deviates least: an event that the map does"
    " not draw there costs 1, a required step that is missing costs 1. A path fits when it costs nothing."
)
UNCOUNTED = " Events that no touchpoint takes are listed and cost nothing."
OF_MAP = {
    "all": "All customers with events; the value is the fit.",
    "fits": "Customers whose path fits; the value is the fit.",
    "deviates": "Customers whose path does not fit; the value is the fit.",
    "no-step": "Customers who did no step in its place, though the map requires some; the value is the fit.",
}
OF_STEP = {
    "followed": "Customers who did the step in its place; the value says how often.",
    "missing": "Customers who went on without the step where the map requires it; the value says how often.",
    "stopped": "Customers who did no later step in its place, though the map requires more.",
    "ad-hoc": "Customers who did something after the step that the map does not draw; the value says how often.",
    "out-of-order": "Customers who did the step at another place than drawn; the value says how often.",
    "again": "Customers who did the step more often than drawn; the value says how often more.",
    "failed": "Customers who met a broken promise or a failure at the step; the value says how often.",
}
OTHERS = {
    "link": "Customers who went on along the link.",
    "ad-hoc": "Customers who did this between these steps, which the map does not draw; the value says how often.",
    "unmapped": "Customers with such events, which no touchpoint takes; the value says how often.",
    "story": "Customers with exactly these deviations in this order.",
}


def counted_words(counted: Counted) -> str:
    """Who is counted, and what the value of each is."""
    if counted.of == "map":
        return OF_MAP.get(counted.what, OF_MAP["all"])
    return OF_STEP.get(counted.what, "") if counted.of == "step" else OTHERS[counted.of]


def story_words(deviations: Sequence[Deviation]) -> str:
    """A story: its deviations one after another."""
    return ", then ".join(deviation_words(one) for one in deviations)


def deviation_words(deviation: Deviation) -> str:
    """One deviation."""
    step = f"“{deviation.step_name}”"
    match deviation.what:
        case "ad-hoc":
            return f"“{deviation.name}” ad hoc {f'after {step}' if deviation.step else 'before the first step'}"
        case "missing":
            return f"{step} missing"
        case "out-of-order":
            return f"{step} out of order"
        case "again":
            return f"{step} once more"
        case "failed":
            return f"{step} failed"
        case "stopped":
            return f"stopped after {step}" if deviation.step else "no step done"
