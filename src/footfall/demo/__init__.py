"""A demo that is worth looking at: an online shop's customer data, its library and its journey map.

`shop` and `answers` make the data, with facts planted in them (their docstrings say which and where), `files` writes
them, `parcel.journey.yaml` is the map as people drew it, with assumptions that the data contradict, `said` is what
customers said about it and `research` what the team made of that, and `installing` puts all of it into a workspace
through the same doors that people use.
"""

from footfall.demo.installing import Installed, demo_map, install, map_text

__all__ = ["Installed", "demo_map", "install", "map_text"]
