"""Words of a page of HTML; they join those of words.py."""

EN = {
    "page.personas": "Whose journey it is",
    "page.views": "Views",
    "page.grid": "Grid",
    "page.outline": "Outline",
    "page.until": "until “{step}”",
}

NL = {
    "page.personas": "Wiens reis het is",
    "page.views": "Weergaven",
    "page.grid": "Rooster",
    "page.outline": "Overzicht",
    "page.until": "tot en met “{step}”",
}
