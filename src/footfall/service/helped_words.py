"""Whether a change helped, in plain words; languages that we do not know are spoken to in English."""

from collections.abc import Mapping

from footfall.measures.helped.effect import Effect
from footfall.render.formats import Format

EN = {
    "helped": "It helped: ",
    "worse": "It got worse: ",
    "cannot-tell": "Cannot tell yet: ",
    "trend": "since {day} the number is on average {amount} {way} than the trend before would have had it "
    "({interval}).",
    "more": "among those who got the change the number came out {amount} {way} than it would have, had it changed as "
    "among the others ({interval}).",
    "apart": "since {day} the number of those who got the change is {amount} {way} than that of the others "
    "({interval}). Nothing is known of both before that day, so they may have differed already.",
    "chance": "chance alone may show as much.",
    "needed": "About {customers} more customers would be needed to see a difference of {difference}.",
    "hopeless": "No practicable number of customers would show a difference of {difference}: it is too small beside "
    "how much the number varies, before the start as well.",
    "higher": "higher",
    "lower": "lower",
    "interval": "95 % interval {low} to {high}",
    "pt": "{number} pt",
    "since": "since {day}",
    "as-others": "as the others",
    "title": "Did it help?",
    "when": "When",
    "number": "Number",
    "bounds": "95 % interval",
    "n": "n",
    "between": "{low} to {high}",
    "effect": "Effect",
    "level": "Step at the start",
    "slope": "Change of slope, each period",
    "before-side": "before the start",
    "after-side": "since the start",
    "treated": "got the change",
    "control": "the others",
    "few": "too few to say",
    "start": "Say since when customers meet the change.",
    "dataset": "Choose the dataset in which to look.",
    "question": "Choose the number that should get better.",
    "groups": "Say by which attribute of customers the two groups differ, and its value in each.",
    "count": "A count of customers or events depends on how many there are in each group: choose a share, a score or "
    "a time.",
    "dataset-gone": "The dataset that was chosen is not here any more: choose another, or import it again.",
    "touchpoint-gone": "The number is about a touchpoint that the library has no more: choose the number again.",
    "future": "The change starts on {day}: there is nothing to compare before that.",
    "before": "The data have nothing of this number before {day}: there is nothing to compare with.",
    "after": "The data have nothing of this number since {day}: import newer data.",
    "periods": "There are too few whole periods: at least 8 weeks, or 14 days, are needed before the start and after "
    "it.",
    "group": "One of the two groups has no customers since {day}: look at the attribute and its values.",
    "customers": "Fewer than 10 customers on one side: too few to say.",
    "rare": "Nearly all customers of a group are alike in this: too few to say.",
    "method-before-after": "Interrupted time series: a line on each side of the start, fitted to the numbers of "
    "equal periods, each weighed by what it counted (Wagner et al. 2002; Bernal et al. 2017). The effect is how far "
    "the numbers after the start lie on average from the line before it, carried on. Intervals are 95 %, for errors "
    "that depend on their neighbours (Newey and West 1987; degrees of freedom after Bell and McCaffrey 2002). A trend "
    "that would have bent anyway, and what else changed on that day or since, are not told apart "
    "from the change.",
    "method-two-groups": "Difference in differences: how much more the number changed among those who got the change "
    "than among the others (Angrist and Pischke 2009). Intervals are 95 %, over customers (Liang and Zeger 1986; of "
    "medians after Price and Bonett 2002). That both would have changed alike otherwise is assumed.",
}
NL = {
    "helped": "Het hielp: ",
    "worse": "Het werd slechter: ",
    "cannot-tell": "Nog niet te zeggen: ",
    "trend": "sinds {day} is het getal gemiddeld {amount} {way} dan de trend ervoor liet verwachten ({interval}).",
    "more": "bij wie de verandering kreeg kwam het getal {amount} {way} uit dan wanneer het was veranderd zoals bij "
    "de anderen ({interval}).",
    "apart": "sinds {day} is het getal bij wie de verandering kreeg {amount} {way} dan bij de anderen ({interval}). "
    "Van beide is niets bekend van voor die dag, dus misschien verschilden ze al.",
    "chance": "toeval alleen kan evenveel laten zien.",
    "needed": "Er zijn ongeveer {customers} klanten meer nodig om een verschil van {difference} te zien.",
    "hopeless": "Geen haalbaar aantal klanten laat een verschil van {difference} zien: het is te klein naast hoe het "
    "getal schommelt, ook voor de start.",
    "higher": "hoger",
    "lower": "lager",
    "interval": "95%-interval {low} tot {high}",
    "pt": "{number} procentpunt",
    "since": "sinds {day}",
    "as-others": "zoals de anderen",
    "title": "Hielp het?",
    "when": "Wanneer",
    "number": "Getal",
    "bounds": "95%-interval",
    "n": "n",
    "between": "{low} tot {high}",
    "effect": "Effect",
    "level": "Sprong bij de start",
    "slope": "Verandering van helling, per periode",
    "before-side": "voor de start",
    "after-side": "sinds de start",
    "treated": "kregen de verandering",
    "control": "de anderen",
    "few": "te weinig om iets te zeggen",
    "start": "Zeg vanaf wanneer klanten de verandering merken.",
    "dataset": "Kies de dataset waarin gekeken wordt.",
    "question": "Kies het getal dat beter moet worden.",
    "groups": "Zeg door welk kenmerk van klanten de twee groepen verschillen, en de waarde ervan in elk.",
    "count": "Een aantal klanten of gebeurtenissen hangt af van hoe groot elke groep is: kies een aandeel, een score "
    "of een tijd.",
    "dataset-gone": "De gekozen dataset is er niet meer: kies een andere, of importeer hem opnieuw.",
    "touchpoint-gone": "Het getal gaat over een contactmoment dat niet meer in de bibliotheek staat: kies het getal "
    "opnieuw.",
    "future": "De verandering begint op {day}: daarvoor valt er niets te vergelijken.",
    "before": "De data hebben niets van dit getal van voor {day}: er is niets om mee te vergelijken.",
    "after": "De data hebben niets van dit getal sinds {day}: importeer nieuwere data.",
    "periods": "Er zijn te weinig hele perioden: er zijn minstens 8 weken, of 14 dagen, nodig voor en na de start.",
    "group": "Een van de twee groepen heeft geen klanten sinds {day}: kijk naar het kenmerk en zijn waarden.",
    "customers": "Minder dan 10 klanten aan een kant: te weinig om iets te zeggen.",
    "rare": "Bijna alle klanten van een groep zijn hierin gelijk: te weinig om iets te zeggen.",
    "method-before-after": "Onderbroken tijdreeks: een lijn aan elke kant van de start, gelegd door de getallen van "
    "even lange perioden, elk gewogen naar wat ze telde (Wagner e.a. 2002; Bernal e.a. 2017). Het effect is hoe ver "
    "de getallen na de start gemiddeld liggen van de doorgetrokken lijn van ervoor. Intervallen zijn 95 %, voor fouten "
    "die van hun buren afhangen (Newey en West 1987; vrijheidsgraden naar Bell en McCaffrey 2002). Een trend die toch "
    "al was omgebogen, en wat er die dag of sindsdien nog meer veranderde, is niet van de "
    "verandering te scheiden.",
    "method-two-groups": "Verschil in verschillen: hoeveel meer het getal veranderde bij wie de verandering kreeg "
    "dan bij de anderen (Angrist en Pischke 2009). Intervallen zijn 95 %, over klanten (Liang en Zeger 1986; van "
    "medianen naar Price en Bonett 2002). Aangenomen is dat beide anders even veel waren veranderd.",
}


def words_in(language: str) -> Mapping[str, str]:
    """The words of a language."""
    return NL if Format(language).key == "nl" else EN


def sentence(effect: Effect, day: str, language: str) -> str:
    """The answer, or what is lacking, as one reads it."""
    writing = Format(language)
    words = words_in(language)
    if effect.lacking:
        return words["cannot-tell"] + _inside(words[effect.lacking].format(day=day))
    told = _told(effect, day, writing, words)
    if effect.verdict != "cannot-tell":
        return words[effect.verdict] + told
    return f"{words['cannot-tell']}{told} {_capital(words['chance'])} {_more(effect, writing, words)}".rstrip()


def method(effect: Effect, language: str) -> str:
    """How it was reckoned, with the sources; nothing where there was nothing to reckon."""
    if effect.answer is None:
        return ""
    words = words_in(language)
    in_groups = any(row.key["group"] for row in effect.answer.rows)
    return words["method-two-groups" if in_groups else "method-before-after"]


def _told(effect: Effect, day: str, writing: Format, words: Mapping[str, str]) -> str:
    if effect.effect is None:
        return ""
    one = effect.effect
    low, high = (difference(value, effect.unit or "", writing) for value in (one.low, one.high))
    said = "trend" if "before" in effect.sides else "more" if "treated-before" in effect.sides else "apart"
    return words[said].format(
        day=day,
        amount=difference(abs(one.value), effect.unit or "", writing).lstrip("+"),
        way=words["higher" if one.value > 0 else "lower"],
        interval=words["interval"].format(low=low, high=high),
    )


def difference(value: float, unit: str, writing: Format) -> str:
    """A difference in a measure's unit, with its sign; shares differ by percentage points."""
    words = words_in(writing.language)
    if unit == "score":
        return writing.signed(value, 2)
    text = writing.difference(value, unit)
    return words["pt"].format(number=text) if unit in ("share", "points") else text


def _more(effect: Effect, writing: Format, words: Mapping[str, str]) -> str:
    needed = effect.needed
    if needed is None:
        return ""
    said = difference(abs(needed.difference), effect.unit or "", writing).lstrip("+")
    if needed.customers is None:
        return words["hopeless"].format(difference=said)
    return words["needed"].format(customers=writing.number(needed.customers), difference=said)


def _inside(text: str) -> str:
    """A sentence behind a colon."""
    return text[0].lower() + text[1:]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
