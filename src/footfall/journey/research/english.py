"""Questions to customers in English: open, about what happened, and without the answer inside."""

from footfall.journey.records import LaneKind
from footfall.journey.research.telling import TARGET, Asking, Words

ENGLISH = Words(
    unnamed="this step",
    severities={"minor": "minor pain", "moderate": "moderate pain", "severe": "severe pain"},
    reasons={
        "moment": "moment of truth",
        "importance": "importance {value} of 5",
        "value": "worth {value} of 5",
        "reach": "{value}% of customers come here",
    },
    bank={
        LaneKind.ACTIONS: Asking(
            "Walk me through '{step}', from the first thing that you did to the last.",
            "What did you do right before it, and right after?",
            begin="How did you come to do this in the first place?",
            middle="What made you go on, wait or try another way?",
            end="How did you know that you were done?",
        ),
        LaneKind.GOALS: Asking(
            "What did you want to have reached at '{step}'?",
            "What would have told you that it had worked?",
            begin="What was going on in your life when you started this?",
            middle="How did what you wanted change along the way, if it did?",
            end="Looking back, how near did you come to what you wanted?",
        ),
        LaneKind.NEEDS: Asking(
            "What did you need at '{step}' to go on?",
            "What did you do when it was not there?",
            begin="What did you look for before you started?",
            middle="What helped you on, and where did it come from?",
            end="What, if anything, do you still need now?",
        ),
        LaneKind.EXPECTATIONS: Asking(
            "What did you think would happen at '{step}'?",
            "Where did that idea come from?",
            begin="What had you heard about it before you started?",
            middle="How did what happened compare with what you had in mind?",
            end="What would you expect the next time?",
        ),
        LaneKind.THOUGHTS: Asking(
            "What went through your mind at '{step}'?",
            "What were you sure of, and what not?",
            begin="What were your first thoughts about it?",
            middle="What did you turn over in your mind while it went on?",
            end="What do you think about it now?",
        ),
        LaneKind.QUESTIONS: Asking(
            "What did you want to know at '{step}'?",
            "Where did you look for an answer, and what did you find?",
            begin="What did you ask yourself before you started?",
            middle="Whom did you ask, if anybody, and how did that go?",
            end="Which questions, if any, were left open?",
        ),
        LaneKind.EMOTION: Asking(
            "How did you feel at '{step}', and what made you feel so?",
            "Which moment of it do you remember best?",
            begin="How did you feel when you started?",
            middle="When did your feeling change, if it did, and what had happened?",
            end="With what feeling did you leave?",
        ),
        LaneKind.QUOTES: Asking(
            "How would you tell a friend about '{step}'?",
            "In your own words: what was it like?",
            begin="What did you say to others when you started?",
            middle="What did you say, or want to say, at that moment?",
            end="What do you tell others about it today?",
        ),
        LaneKind.PAIN_POINTS: Asking(
            "Tell me about the last time that '{step}' did not go as you wished, if there was one.",
            "What did that cost you: time, money, something else?",
            begin="What, if anything, held you up when you started?",
            middle="What did you do when it did not go on?",
            end="What, if anything, would you have wished to go differently?",
        ),
        LaneKind.BARRIERS: Asking(
            "What, if anything, kept you from going on at '{step}'?",
            "What did you try to get past it?",
            begin="What did you weigh before you started?",
            middle="When did you think of stopping, if ever, and what happened then?",
            end="What, if anything, is left undone, and why?",
        ),
        LaneKind.STRENGTHS: Asking(
            "What, if anything, went well at '{step}'?",
            "What would you miss if it were gone, and what not?",
            begin="What made you choose this way?",
            middle="What, if anything, made it easy to go on?",
            end="What, if anything, would bring you back?",
        ),
        LaneKind.OPPORTUNITIES: Asking(
            "If you could change one thing at '{step}', what would it be, and why that?",
            "How have you seen this done elsewhere?",
            begin="What would have had to be different for you to start sooner, or not at all?",
            middle="What did you make up yourself to get on?",
            end="What would you want to find there the next time?",
        ),
        TARGET: Asking(
            "How would we see that '{step}' has become better for customers?",
            "Whom would we ask, when, and how often?",
            begin="Which number that we have today comes closest, and what does it say?",
            middle="Which number that we have today comes closest, and what does it say?",
            end="Which number that we have today comes closest, and what does it say?",
        ),
    },
)
