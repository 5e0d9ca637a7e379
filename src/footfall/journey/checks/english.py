"""What checks say in English."""

from footfall.journey.checks.telling import Explanation, Words, one

ENGLISH = Words(
    nothing="without words",
    at="at '{step}'",
    nowhere="in a step without a name",
    missing={"owner": "an owner", "effort": "an effort", "value": "a value"},
    types={},
    of={
        "no-persona": Explanation(
            "The map names no persona.",
            one("The map names no persona."),
            "Another customer has another journey; without a persona everybody reads their own into it.",
            "Choose in the map's details through whose eyes the journey is seen.",
        ),
        "points-of-view": Explanation(
            "The map has more than one point of view.",
            one("The map has {count} points of view: {names}."),
            "One curve cannot be two people's; what differs between them gets lost in the middle.",
            "Keep one persona and copy the map for each other, or give each persona lanes of their own.",
        ),
        "no-scope": Explanation(
            "The map does not say where it begins or ends.",
            {
                "both": "The map says neither where it begins nor where it ends.",
                "begin": "The map does not say where it begins.",
                "end": "The map does not say where it ends.",
            },
            "Two maps can only be compared, and a number only be read, between known ends.",
            "Say in the map's details with which moment it begins and with which it ends.",
        ),
        "no-stage": Explanation(
            "The map has no stages.",
            one("The map has no stages."),
            "Stages let everybody find their part of the journey.",
            "Name the phases of the journey.",
        ),
        "empty-stage": Explanation(
            "A stage has no steps.",
            one("The stage '{stage}' has no steps."),
            "An empty stage looks like a phase in which nothing happens to customers.",
            "Add what customers do in it, or delete it.",
        ),
        "no-name": Explanation(
            "A stage or a step has no name.",
            {"stage": "A stage has no name.", "step": "A step has no name."},
            "What has no name cannot be talked about, linked or measured.",
            "Give it the words that a customer would use.",
        ),
        "gone": Explanation(
            "Something refers to a record that is gone.",
            one("'{field}' of a {type} refers to '{target}', which is gone."),
            "Who reads it finds nothing there.",
            "Choose another, or clear the field.",
        ),
        "in-tray": Explanation(
            "A card lies in the tray.",
            one("The card {what} lies in the tray."),
            "What lies there stands on no picture and counts nowhere.",
            "Place it in a lane and a step, or delete it.",
        ),
        "no-stage-goal": Explanation(
            "A stage has no customer goal.",
            one("The stage '{stage}' has no customer goal."),
            "A step is only good or bad for somebody who wants something.",
            "Say in the stage's details what the customer wants to have reached, or write it in a lane of goals.",
        ),
        "goal-unserved": Explanation(
            "No touchpoint serves the goal of a stage.",
            one("The stage '{stage}' has a goal, and no touchpoint that serves it."),
            "Where customers want something and meet nobody, they are left alone, or the map is not finished.",
            "Name the touchpoint that serves the goal, or note its absence as a pain point.",
        ),
        "action-count": Explanation(
            "A stage has fewer than 4 or more than 12 actions.",
            {
                "one": "The stage '{stage}' has one action; 4 to 12 can be followed.",
                "few": "The stage '{stage}' has {count} actions; 4 to 12 can be followed.",
                "many": "The stage '{stage}' has {count} actions; 4 to 12 can be followed.",
            },
            "With fewer a stage says little; with more nobody sees the whole.",
            "Add what customers really do, split the stage, or join actions that belong together.",
        ),
        "only-pains": Explanation(
            "The map has pain points and no strengths.",
            {
                "": "The map has {count} pain points and no strength.",
                "one": "The map has one pain point and no strength.",
            },
            "Who mends everything may break what customers come back for.",
            "Add a lane of strengths and note what must stay.",
        ),
        "inside-out": Explanation(
            'A sentence begins with "we" or with the company\'s name.',
            one("{what} begins with '{word}': it tells the company's side."),
            "A journey is what customers live through; what the company does belongs in the lanes behind the scenes.",
            "Tell it from the customer's side, or move it to a frontstage or backstage lane.",
        ),
        "no-severity": Explanation(
            "A pain point has no severity.",
            one("The pain {what} {where} has no severity."),
            "Rated pain points tell what to mend first.",
            "Say whether it is minor, moderate or severe.",
        ),
        "no-score": Explanation(
            "An emotion has no score.",
            one("The emotion {what} {where} has no score."),
            "Without a score the curve has a gap there.",
            "Draw it between -2 and +2.",
        ),
        "no-source": Explanation(
            "A quote names neither a source nor evidence.",
            one("The quote {what} {where} names no source."),
            "A quote that nobody said is an invention.",
            "Say who said it and where, or cite an excerpt.",
        ),
        "no-alt": Explanation(
            "A picture has no words for who does not see it.",
            one("A picture {where} has no words for who does not see it."),
            "Readers with a screen reader, and those of a printout in black and white, miss it.",
            "Say in one sentence what it shows.",
        ),
        "no-channel": Explanation(
            "A touchpoint has no channel.",
            one("The touchpoint {what} {where} has no channel."),
            "Without a channel nobody knows where customers meet you, and no events can be found for it.",
            "Choose its channels, best in the library, for all maps at once.",
        ),
        "no-owner": Explanation(
            "A touchpoint has no owner.",
            one("The touchpoint {what} {where} has no owner."),
            "What nobody owns is not mended.",
            "Name the team that owns it, best in the library, for all maps at once.",
        ),
        "bare-opportunity": Explanation(
            "An opportunity has no owner, no effort or no value.",
            one("The opportunity {what} {where} lacks {missing}."),
            "Opportunities can only be ranked, and taken up, when all three are known.",
            "Fill in what is missing in the card's details.",
        ),
        "no-evidence": Explanation(
            "An emotion cites no evidence.",
            one("The emotion {score} {where} cites no evidence."),
            "A curve that nobody measured or heard is a guess, however smooth it looks.",
            "Cite an interview, an excerpt or a reading of the data; or draw the measured curve beside it.",
        ),
        "never-checked": Explanation(
            "A stage has assumptions that nobody checked.",
            one("{count} of {all} claims in '{stage}' cite nothing: they are assumptions."),
            "Maps that rest on assumptions are the ones that nobody trusts later.",
            "Ask customers, cite what you know already, or plan the question.",
        ),
        "no-measure": Explanation(
            "A stage has no measure.",
            one("The stage '{stage}' has no measure."),
            "Without a number nobody will know whether a change helped.",
            "Add a card to a lane of measures, and let it ask a question of the data.",
        ),
        "no-question": Explanation(
            "A card in a lane of measures asks no question.",
            one("The measure {what} {where} asks no question."),
            "A typed number is old tomorrow.",
            "Choose what it asks of the map's dataset.",
        ),
        "no-dataset": Explanation(
            "The map asks questions but names no dataset.",
            one("The map asks questions but names no dataset that could answer them."),
            "Its numbers stay empty.",
            "Choose a dataset in the map's details.",
        ),
        "no-binding": Explanation(
            "The map is read beside a dataset, and a step's touchpoint is bound to no events.",
            one("The touchpoint {what} {where} is bound to no events."),
            "Without events it counts nobody, and the step looks empty.",
            "Say in the library, or in the map's data, which events are it.",
        ),
        "mixed-scales": Explanation(
            "One measure has several scales.",
            {
                "answers": "The measure {what} {where} reads one scale and leaves out {count} answers on others.",
                "units": "The card {what} {where} cites numbers in several units: {units}.",
            },
            "A 4 of 5 and a 4 of 10 are not the same; their mean means nothing.",
            "Choose one survey question, and give each other scale a card of its own.",
        ),
        "not-reviewed": Explanation(
            "The map was not reviewed within its interval.",
            {
                "never": "The map is to be reviewed every {days} days and never was.",
                "late": "The map was last reviewed on {on}: {days} days too long ago.",
            },
            "Journeys change with every product and season; an old map misleads.",
            "Read it with those who know, mend it, and set the day of the review in the map's details.",
        ),
        "released-since": Explanation(
            "The map was not reviewed since the last release.",
            one("The map was not reviewed since the release of {on}."),
            "The release changed what the map describes.",
            "Check the stages that it touched, and set the day of the review in the map's details.",
        ),
        "unused-channel": Explanation(
            "A channel is drawn that does not occur in the data.",
            one("The channel '{channel}' is drawn and does not occur in the data."),
            "Either customers do not use it, or its data are missing.",
            "Bring in its data, or draw what customers use instead.",
        ),
        "undrawn-channel": Explanation(
            "A channel of the data is not drawn.",
            one("The data know the channel '{channel}', and the map does not draw it."),
            "Customers come a way that the map does not show.",
            "Draw it where it is used, or leave it out of the dataset on purpose.",
        ),
    },
)
