"""Words that say little in the name of an event, and words that mean the same moment, in English and Dutch."""

# What tools and teams write around the moment itself: how it was recorded, and that it began, went on or ended.
LIGHT = """
a an the to of in on at for by with and or from your my our de het een en van op bij voor met in uit naar je mijn
event evt ev page pageview screen view button btn link click tap press icon form field modal popup tab menu banner
ui fe web www html http https com app ios android analytics ga gtm custom user customer client visitor
pagina scherm knop klik formulier gebruiker klant bezoeker
open start begin complete finish finished end done success submit show load select enter use create make do see
change update edit add get go put place place trigger reach click
openen starten beginnen voltooien afronden tonen bekijken laden kiezen gebruiken maken doen zien plaatsen wijzigen
klikken invullen verzenden toevoegen
start started viewed opened clicked completed placed submitted selected shown loaded tapped pressed entered used
created made changed updated added ended begun geopend gestart begonnen voltooid afgerond getoond bekeken geladen
gekozen gebruikt gemaakt gedaan gezien geplaatst gewijzigd geklikt ingevuld toegevoegd
date datetime timestamp time ts dt datum tijd tijdstip id nr number nummer new nieuw
"""

# One line is one thing that customers do or meet; a word stands here in its base form, and once only.
MEANINGS: tuple[str, ...] = (
    "basket cart bag trolley mandje winkelmand winkelmandje winkelwagen winkelwagentje",
    "checkout afrekenen afrekening kassa",
    "pay payment paid betalen betaling betaald betaalmethode",
    "order purchase buy bestelling bestellen bestel aankoop aankopen kopen",
    "reorder nabestellen herhaalbestelling",
    "search find zoeken zoekopdracht zoekresultaat zoekfunctie",
    "product item article artikel",
    "account profile profiel",
    "login signin logon inloggen inlog",
    "signup register registration registratie registreren aanmelden aanmelding inschrijven inschrijving",
    "logout signout uitloggen",
    "delivery deliver delivered bezorgen bezorging bezorgd leveren levering geleverd",
    "ship shipping shipment dispatch verzending verzonden verzenden",
    "parcel package pakket pakketje",
    "tracking track volgen",
    "return retour retourneren terugsturen teruggestuurd",
    "refund terugbetaling terugbetalen terugbetaald",
    "invoice bill factuur rekening",
    "email mail e-mail mailing",
    "newsletter nieuwsbrief",
    "phone call telephone helpline bellen telefoon telefonisch gebeld",
    "chat livechat chatten",
    "help support service hulp klantenservice helpdesk",
    "complaint complain klacht klagen",
    "ticket case incident melding",
    "question ask faq vraag vragen",
    "review rating rate beoordeling beoordelen recensie",
    "survey questionnaire feedback nps csat enquete enquête vragenlijst",
    "cancel cancellation terminate annuleren annulering geannuleerd opzeggen opzegging opgezegd",
    "renew renewal verlengen verlenging",
    "subscribe subscription abonnement abonneren",
    "unsubscribe afmelden uitschrijven",
    "ad advert advertisement campaign advertentie campagne",
    "home homepage landing startpagina homepagina",
    "offer quote offerte aanbod aanbieding",
    "appointment afspraak",
    "book booking reservation reserve boeken boeking reserveren reservering",
    "visit bezoek bezoeken",
    "store shop winkel filiaal",
    "pickup collect afhalen afhaalpunt ophalen opgehaald",
    "coupon voucher discount kortingscode korting",
    "wishlist favourite favorite verlanglijst favoriet",
    "compare comparison vergelijken vergelijking",
    "confirm confirmation bevestigen bevestiging bevestigd",
    "install installation installeren installatie",
    "activate activation activeren activatie",
    "password wachtwoord",
    "address adres",
    "message sms bericht",
    "letter brief",
    "courier driver koerier bezorger",
    "price prijs",
    "category categorie",
    "policy polis",
    "contract agreement overeenkomst",
    "apply application request aanvraag aanvragen aangevraagd verzoek",
    "approve approval goedkeuren goedkeuring goedgekeurd",
    "reject rejection decline afwijzen afwijzing afgewezen",
    "resolve resolved solve oplossen oplossing opgelost",
    "close sluiten gesloten",
    "quit leave vertrekken vertrek",
    "fail failed failure error mislukken mislukt fout",
    "quiz test",
)
