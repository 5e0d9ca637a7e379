"""Checks: what a map lacks before others can trust it, each with a stable code, a sentence, a reason and a fix."""

from footfall.journey.checks.checked import Facts
from footfall.journey.checks.checking import check, explained
from footfall.journey.checks.finding import Explained, Finding, Level
from footfall.journey.checks.listed import CHECKS
from footfall.journey.checks.rules import read_rules
from footfall.journey.checks.words import LANGUAGES

__all__ = ["CHECKS", "LANGUAGES", "Explained", "Facts", "Finding", "Level", "check", "explained", "read_rules"]
