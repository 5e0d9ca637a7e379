from footfall.events.identity import pseudonym
from footfall.journey.analyses import CustomersAnalysis
from tests.measures.analyses.oracles.log import Log, Row, Table


def table(analysis: CustomersAnalysis, log: Log) -> Table:
    done: dict[int, list[Row]] = {who: [(who, 1.0, event.hour) for event in path] for who, path in log.paths.items()}
    said: dict[int, list[Row]] = {}
    for answer, _ in log.answers:
        said.setdefault(answer.customer, []).append((answer.customer, 1.0, answer.hour))
    return {
        (pseudonym(who + 1),): {"events": done.get(who, []), "answers": said.get(who, [])} for who in done.keys() | said
    }
