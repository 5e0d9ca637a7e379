"""All checks, in the order in which their findings are told. A code never changes its meaning."""

from collections.abc import Mapping

from footfall.journey.checks.bias import BIAS
from footfall.journey.checks.cards import CARDS
from footfall.journey.checks.checked import Check
from footfall.journey.checks.customer import CUSTOMER
from footfall.journey.checks.proof import PROOF
from footfall.journey.checks.structure import STRUCTURE

CHECKS: Mapping[str, Check] = STRUCTURE | CUSTOMER | CARDS | PROOF | BIAS
