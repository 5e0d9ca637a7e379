"""`python bench/aligners.py FILE WAY`: the least costs of alignments as pm4py reckons them, in a process of its own.

Run by the Python of `.make/loaders`, which has pm4py and nothing of Footfall. FILE is a list of cases: the arcs of an
acceptor as [from, to, name or null], its last state, and paths as lists of names. WAY is one of pm4py's, such as
VERSION_STATE_EQUATION_A_STAR, its default. Says the costs and the seconds of the processor.
"""

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

UNIT = 10_000  # what pm4py counts for a move on the log or the model alone; a silent one is next to nothing


algorithm = importlib.import_module("pm4py.algo.conformance.alignments.petri_net.algorithm")
log = importlib.import_module("pm4py.objects.log.obj")
nets = importlib.import_module("pm4py.objects.petri_net.obj")
building = importlib.import_module("pm4py.objects.petri_net.utils.petri_utils")


def net(arcs: list[tuple[int, int, str | None]], end: int) -> tuple[Any, Any, Any]:
    """A net with a place for each state and a transition for each arc."""
    found = nets.PetriNet("map")
    places = [nets.PetriNet.Place(str(state)) for state in range(end + 1)]
    found.places.update(places)
    for number, (source, target, name) in enumerate(arcs):
        transition = nets.PetriNet.Transition(str(number), name)
        found.transitions.add(transition)
        building.add_arc_from_to(places[source], transition, found)
        building.add_arc_from_to(transition, places[target], found)
    return found, nets.Marking({places[0]: 1}), nets.Marking({places[end]: 1})


def trace(names: list[str]) -> Any:
    """A path as pm4py has it."""
    return log.Trace([log.Event({"concept:name": name}) for name in names])


def main() -> None:
    """Align all paths of all cases."""
    way = algorithm.Variants[sys.argv[2]]
    costs, seconds = [], 0.0
    for case in json.loads(Path(sys.argv[1]).read_text()):
        model, paths = net(case["arcs"], case["end"]), [trace(path) for path in case["paths"]]
        begin = time.process_time()
        found = [algorithm.apply(path, *model, variant=way) for path in paths]
        seconds += time.process_time() - begin
        costs.append([one["cost"] // UNIT for one in found])
    print(json.dumps({"costs": costs, "seconds": seconds}))


if __name__ == "__main__":
    main()
