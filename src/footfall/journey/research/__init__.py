"""What a map takes for granted, which of it to ask customers first, and with which questions."""

from footfall.journey.research.plan import ASKED, Assumption, Reason, assumptions_of, ranked
from footfall.journey.research.telling import Place

__all__ = ["ASKED", "Assumption", "Place", "Reason", "assumptions_of", "ranked"]
