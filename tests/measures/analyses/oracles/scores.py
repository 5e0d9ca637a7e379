from footfall.journey.analyses import ScoresAnalysis
from tests.measures.analyses.oracles.log import Log, Table
from tests.measures.analyses.oracles.said import answers, felt


def table(analysis: ScoresAnalysis, log: Log) -> Table:
    found: Table = {}
    for answer, group in answers(analysis, log):
        if answer.score is not None:
            key = (*group, answer.question, answer.instrument, *(f"{end:g}" for end in answer.scale), answer.better)
            figures = found.setdefault(key, {"mean": [], "nps": [], "top_two": []})
            figures["mean"].append((answer.customer, float(answer.score), answer.hour))
            if answer.scale == (0, 10):
                points = 100.0 if answer.score >= 9 else -100.0 if answer.score <= 6 else 0.0
                figures["nps"].append((answer.customer, points, answer.hour))
        feeling = felt(answer)
        if feeling is not None:
            key = (*group, answer.question, "feeling", "-1", "1", "high")
            figures = found.setdefault(key, {"mean": [], "nps": [], "top_two": []})
            figures["mean"].append((answer.customer, feeling, answer.hour))
    return found
