from footfall.journey.analyses import ThemesAnalysis
from tests.measures.analyses import asking
from tests.measures.analyses.oracles.log import Log, Row, Table, as_share
from tests.measures.analyses.oracles.said import answers, felt


def table(analysis: ThemesAnalysis, log: Log) -> Table:
    found: dict[tuple[str, ...], dict[str, list[Row]]] = {}
    writers: dict[tuple[str, ...], dict[int, int]] = {}
    for answer, group in answers(analysis, log):
        if answer.text is None:
            continue
        _earlier(writers.setdefault(group, {}), answer.customer, answer.hour)
        for theme in [theme for excerpt, theme in asking.THEMES if excerpt == answer.excerpt]:
            figures = found.setdefault((*group, theme), {"comments": [], "feeling": []})
            figures["comments"].append((answer.customer, 1.0, answer.hour))
            feeling = felt(answer)
            if feeling is not None:
                figures["feeling"].append((answer.customer, feeling, answer.hour))
    for key, figures in found.items():
        theirs: dict[int, int] = {}
        for who, _, hour in figures["comments"]:
            assert hour is not None
            _earlier(theirs, who, hour)
        figures["customers"] = [(who, 1.0, hour) for who, hour in theirs.items()]
        figures["share"] = as_share(writers[key[:-1]], theirs)
    return found


def _earlier(found: dict[int, int], who: int, hour: int) -> None:
    found[who] = min(hour, found.get(who, hour))
