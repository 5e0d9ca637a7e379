"""Questions to customers in Dutch: open, about what happened, and without the answer inside."""

from footfall.journey.records import LaneKind
from footfall.journey.research.telling import TARGET, Asking, Words

DUTCH = Words(
    unnamed="deze stap",
    severities={"minor": "licht knelpunt", "moderate": "matig knelpunt", "severe": "ernstig knelpunt"},
    reasons={
        "moment": "moment van de waarheid",
        "importance": "belang {value} van 5",
        "value": "waarde {value} van 5",
        "reach": "{value}% van de klanten komt hier",
    },
    bank={
        LaneKind.ACTIONS: Asking(
            "Neem me mee door '{step}', van het eerste wat je deed tot het laatste.",
            "Wat deed je vlak ervoor, en vlak erna?",
            begin="Hoe kwam je ertoe om hieraan te beginnen?",
            middle="Waardoor ging je verder, wachtte je of probeerde je het anders?",
            end="Waaraan merkte je dat je klaar was?",
        ),
        LaneKind.GOALS: Asking(
            "Wat wilde je bij '{step}' hebben bereikt?",
            "Waaraan had je gemerkt dat het gelukt was?",
            begin="Wat speelde er in je leven toen je hieraan begon?",
            middle="Hoe veranderde onderweg wat je wilde, als dat zo was?",
            end="Als je terugkijkt: hoe dicht kwam je bij wat je wilde?",
        ),
        LaneKind.NEEDS: Asking(
            "Wat had je bij '{step}' nodig om verder te kunnen?",
            "Wat deed je toen het er niet was?",
            begin="Waar zocht je naar voordat je begon?",
            middle="Wat hielp je verder, en waar kwam dat vandaan?",
            end="Wat heb je nu nog nodig, als er iets is?",
        ),
        LaneKind.EXPECTATIONS: Asking(
            "Wat dacht je dat er bij '{step}' zou gebeuren?",
            "Waar kwam dat idee vandaan?",
            begin="Wat had je erover gehoord voordat je begon?",
            middle="Hoe verhield wat er gebeurde zich tot wat je in gedachten had?",
            end="Wat zou je de volgende keer verwachten?",
        ),
        LaneKind.THOUGHTS: Asking(
            "Wat ging er bij '{step}' door je heen?",
            "Waar was je zeker van, en waarvan niet?",
            begin="Wat waren je eerste gedachten erover?",
            middle="Waar dacht je over na terwijl het bezig was?",
            end="Wat denk je er nu over?",
        ),
        LaneKind.QUESTIONS: Asking(
            "Wat wilde je bij '{step}' weten?",
            "Waar zocht je een antwoord, en wat vond je?",
            begin="Wat vroeg je je af voordat je begon?",
            middle="Aan wie vroeg je het, als je dat deed, en hoe ging dat?",
            end="Welke vragen bleven open, als die er waren?",
        ),
        LaneKind.EMOTION: Asking(
            "Hoe voelde je je bij '{step}', en waardoor?",
            "Welk moment ervan herinner je je het best?",
            begin="Hoe voelde je je toen je begon?",
            middle="Wanneer veranderde je gevoel, als dat zo was, en wat was er gebeurd?",
            end="Met welk gevoel ging je weg?",
        ),
        LaneKind.QUOTES: Asking(
            "Hoe zou je een vriend over '{step}' vertellen?",
            "In je eigen woorden: hoe was het?",
            begin="Wat zei je tegen anderen toen je begon?",
            middle="Wat zei je op dat moment, of wilde je zeggen?",
            end="Wat vertel je er nu over aan anderen?",
        ),
        LaneKind.PAIN_POINTS: Asking(
            "Vertel over de laatste keer dat '{step}' niet ging zoals je wilde, als die er was.",
            "Wat kostte je dat: tijd, geld, iets anders?",
            begin="Wat hield je op toen je begon, als er iets was?",
            middle="Wat deed je toen het niet verder ging?",
            end="Wat had je anders gewild, als er iets was?",
        ),
        LaneKind.BARRIERS: Asking(
            "Wat hield je bij '{step}' tegen, als er iets was?",
            "Wat probeerde je om erlangs te komen?",
            begin="Wat woog je af voordat je begon?",
            middle="Wanneer dacht je aan stoppen, als dat zo was, en wat gebeurde er toen?",
            end="Wat is er blijven liggen, als er iets is, en waardoor?",
        ),
        LaneKind.STRENGTHS: Asking(
            "Wat ging er goed bij '{step}', als er iets was?",
            "Wat zou je missen als het weg was, en wat niet?",
            begin="Waardoor koos je deze weg?",
            middle="Wat maakte het makkelijk om verder te gaan, als er iets was?",
            end="Wat zou je laten terugkomen, als er iets is?",
        ),
        LaneKind.OPPORTUNITIES: Asking(
            "Als je bij '{step}' één ding kon veranderen, wat zou dat zijn, en waarom dat?",
            "Hoe heb je dit elders gezien?",
            begin="Wat had er anders moeten zijn om eerder te beginnen, of juist niet?",
            middle="Wat heb je zelf bedacht om verder te komen?",
            end="Wat zou je er de volgende keer willen vinden?",
        ),
        TARGET: Asking(
            "Waaraan zouden we zien dat '{step}' voor klanten beter is geworden?",
            "Aan wie zouden we het vragen, wanneer, en hoe vaak?",
            begin="Welk getal dat we nu hebben komt het dichtst in de buurt, en wat zegt het?",
            middle="Welk getal dat we nu hebben komt het dichtst in de buurt, en wat zegt het?",
            end="Welk getal dat we nu hebben komt het dichtst in de buurt, en wat zegt het?",
        ),
    },
)
