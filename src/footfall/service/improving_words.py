"""What exports of moments of truth and of Kano say, in English and Dutch."""

EN = {
    "name": "Name",
    "where": "Step",
    "importance": "Importance",
    "quality": "Quality",
    "low": "95% low",
    "high": "95% high",
    "pairs": "n of importance",
    "n": "n of quality",
    "source": "Quality is",
    "quarter": "Where it stands",
    "moment": "Moment of truth",
    "yes": "yes",
    "source.measured": "measured",
    "source.judged": "judged",
    "source.derived": "derived",
    "importance_is": "Importance is",
    "late": "{name}: after the promised time",
    "told.judged": "importance as judged {value}: {stands}",
    "derived.map": (
        "Importance is derived, not asked: how strongly what customers rated there, or whether a promise was kept, goes"
        " with their overall rating (Pearson's correlation). It is no proof of cause. Bars are 95% intervals. Where"
        " nothing could be derived, importance stays as judged and is listed."
    ),
    "overall": "against “{question}”",
    "weighted": "each answer counts for the people it stands for",
    "unweighted": "each answer counts once",
    "judged": "importance as judged, quality as measured where it was, else as judged",
    "derived": (
        "Importance is derived, not asked: how strongly the rating of an item goes with the overall rating (Pearson's"
        " correlation). It is no proof of cause. Bars are 95% intervals."
    ),
    "axis.importance": "Importance to the customer",
    "axis.derived": "Importance: how strongly it goes with the overall rating",
    "axis.quality": "Quality",
    "told.importance": "importance {value}",
    "told.quality": "quality {value}",
    "unsure": "not sure which side",
    "nothing": "Nothing can be placed yet: it takes both an importance and a quality.",
    "why.too-few": "too few to say",
    "why.all-alike": "everybody gave the same rating",
    "why.other-scale": "rated on another scale",
    "why.no-weights": "answers without weights",
    "why.no-importance": "importance not known",
    "why.no-quality": "quality not known",
    "feature": "Feature",
    "wave": "Wave",
    "class": "Class",
    "class.Q": "questionable",
    "sure": "Sure",
    "not-sure": "class not sure",
    "better": "Better",
    "worse": "Worse",
    "customers": "n",
    "refused": "Refused answers",
    "incomplete": "Only one of two answers",
    "drift": "Changed",
    "drift.changed": "was {was}, is {now}",
    "drift.same": "no change beyond chance",
    "drift.few": "too few to say",
    "kano": "Kano",
    "kano.title": "What features are to customers",
    "kano.note": (
        "Better: share whom it would make happier. Worse: share whom its lack would make unhappier. Of those who are"
        " neither reverse nor questionable."
    ),
    "kano.nothing": "No pair of questions was answered.",
}
NL = {
    "name": "Naam",
    "where": "Stap",
    "importance": "Belang",
    "quality": "Kwaliteit",
    "low": "95% laag",
    "high": "95% hoog",
    "pairs": "n van het belang",
    "n": "n van de kwaliteit",
    "source": "Kwaliteit is",
    "quarter": "Waar het staat",
    "moment": "Moment van de waarheid",
    "yes": "ja",
    "source.measured": "gemeten",
    "source.judged": "beoordeeld",
    "source.derived": "afgeleid",
    "importance_is": "Belang is",
    "late": "{name}: na de beloofde tijd",
    "told.judged": "belang zoals beoordeeld {value}: {stands}",
    "derived.map": (
        "Het belang is afgeleid, niet gevraagd: hoe sterk wat klanten daar scoorden, of het houden van een belofte,"
        " samengaat met hun totaaloordeel (correlatie van Pearson). Dat bewijst geen oorzaak. Streepjes zijn"
        " 95%-intervallen. Waar niets af te leiden was, blijft het belang zoals beoordeeld, en staat het in de lijst."
    ),
    "overall": "tegenover “{question}”",
    "weighted": "elk antwoord telt voor de mensen voor wie het staat",
    "unweighted": "elk antwoord telt één keer",
    "judged": "belang zoals beoordeeld, kwaliteit zoals gemeten waar dat kon, anders zoals beoordeeld",
    "derived": (
        "Het belang is afgeleid, niet gevraagd: hoe sterk het oordeel over een onderdeel samengaat met het"
        " totaaloordeel (correlatie van Pearson). Dat bewijst geen oorzaak. Streepjes zijn 95%-intervallen."
    ),
    "axis.importance": "Belang voor de klant",
    "axis.derived": "Belang: hoe sterk het samengaat met het totaaloordeel",
    "axis.quality": "Kwaliteit",
    "told.importance": "belang {value}",
    "told.quality": "kwaliteit {value}",
    "unsure": "niet zeker aan welke kant",
    "nothing": "Er is nog niets te plaatsen: daarvoor zijn belang en kwaliteit nodig.",
    "why.too-few": "te weinig om iets te zeggen",
    "why.all-alike": "iedereen gaf hetzelfde oordeel",
    "why.other-scale": "beoordeeld op een andere schaal",
    "why.no-weights": "antwoorden zonder gewicht",
    "why.no-importance": "belang niet bekend",
    "why.no-quality": "kwaliteit niet bekend",
    "feature": "Eigenschap",
    "wave": "Meting",
    "class": "Klasse",
    "class.Q": "twijfelachtig",
    "sure": "Zeker",
    "not-sure": "klasse niet zeker",
    "better": "Beter",
    "worse": "Slechter",
    "customers": "n",
    "refused": "Geweigerde antwoorden",
    "incomplete": "Maar één van twee antwoorden",
    "drift": "Veranderd",
    "drift.changed": "was {was}, is {now}",
    "drift.same": "geen verandering buiten toeval",
    "drift.few": "te weinig om iets te zeggen",
    "kano": "Kano",
    "kano.title": "Wat eigenschappen voor klanten zijn",
    "kano.note": (
        "Beter: aandeel dat er blijer van wordt. Slechter: aandeel dat het gemis vervelend vindt. Van wie averechts"
        " noch twijfelachtig antwoordde."
    ),
    "kano.nothing": "Geen enkel paar vragen is beantwoord.",
}


def say(language: str, key: str, **parts: object) -> str:
    """The words under a key, with the parts filled in; languages that we do not know are spoken to in English."""
    words = NL if language.split("-", maxsplit=1)[0].lower() == "nl" else EN
    return words[key].format(**parts)
