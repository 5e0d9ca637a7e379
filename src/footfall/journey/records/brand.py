"""The house style of the workspace: its logo and its colour on pictures of maps."""

from typing import Literal

from footfall.journey.fields import OptionalId, Record, line, value

BRAND_ID = "brand"


class Brand(Record):
    """How pictures of maps show whose they are; one a library, under the id `brand`."""

    type: Literal["brand"] = "brand"
    logo: OptionalId = value("The file of the logo.", "")
    alt: str = line("What the logo says, for who does not see it.")
    accent: str = value("The colour of links and of measured data, as #RRGGBB.", "", pattern=r"^(#[0-9A-Fa-f]{6})?$")
