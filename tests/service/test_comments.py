"""Comments: threads on a map that outlive what they are about."""

import pytest
from uuid_utils import uuid7

from footfall.errors import NotFound
from footfall.journey import text
from footfall.journey.changes import Actor, Change, Drop, Op, Set
from footfall.journey.threads import ThreadState
from footfall.service import comments, maps
from footfall.service.comments import NewComment
from footfall.service.workspace import Workspace

BEN = Actor(id="ben", name="Ben")
RECORDS = {
    "map": {"type": "map", "title": "Parcel"},
    "wait": {"type": "stage", "name": "Wait"},
    "track": {"type": "step", "stage": "wait", "name": "Track"},
    "feel": {"type": "lane", "kind": "emotion"},
    "sad": {"type": "card", "lane": "feel", "step": "track", "text": "Where is it?"},
}


@pytest.fixture
def id(ws: Workspace, anna: Actor) -> str:
    """Give a map."""
    return maps.create(ws, anna, RECORDS)


def change(ws: Workspace, actor: Actor, id: str, *ops: Op) -> None:
    maps.change(ws, actor, id, Change(id=str(uuid7()), ops=ops))


def states(ws: Workspace, actor: Actor, id: str) -> list[tuple[str, ThreadState, str]]:
    return [(thread.id, thread.state, thread.about) for thread in comments.list(ws, actor, id)]


def test_an_answer_stands_in_its_thread_with_who_said_it(ws: Workspace, anna: Actor, id: str) -> None:
    first = comments.say(ws, anna, id, NewComment(text="Is this so?", target="sad", mentions=("ben",)))
    answer = comments.say(ws, BEN, id, NewComment(text="It is.", thread=first))
    (thread,) = comments.list(ws, anna, id)
    said = [(one.target, one.text, one.author_name, one.mentions) for one in (thread.comment, *thread.answers.values())]
    assert said == [("sad", "Is this so?", "Anna", ("ben",)), ("sad", "It is.", "Ben", ())]
    assert (thread.id, list(thread.answers), thread.about) == (first, [answer], "Where is it?")


def test_a_thread_is_resolved_and_reopened(ws: Workspace, anna: Actor, id: str) -> None:
    said = comments.say(ws, anna, id, NewComment(text="Mend this", target="feel", step="track"))
    comments.resolve(ws, BEN, id, said)
    assert states(ws, anna, id) == [(said, ThreadState.RESOLVED, "emotion, Track")]
    comments.resolve(ws, BEN, id, said, False)
    assert states(ws, anna, id) == [(said, ThreadState.OPEN, "emotion, Track")]


def test_a_comment_goes_with_its_card_and_is_an_orphan_when_the_card_is_deleted(
    ws: Workspace, anna: Actor, id: str
) -> None:
    said = comments.say(ws, anna, id, NewComment(text="Hm", target="sad"))
    change(ws, BEN, id, Set(id="sad", field="step", value="elsewhere"))
    assert states(ws, anna, id) == [(said, ThreadState.OPEN, "Where is it?")]
    change(ws, BEN, id, Drop(id="sad"))
    assert states(ws, anna, id) == [(said, ThreadState.ORPHAN, "")]
    assert comments.list(ws, anna, id, ThreadState.OPEN) == []


@pytest.mark.parametrize(
    "new",
    [NewComment(text="?", target="nothing"), NewComment(text="?", thread="nothing")],
    ids=["target", "thread"],
)
def test_a_comment_on_nothing_is_refused(ws: Workspace, anna: Actor, id: str, new: NewComment) -> None:
    with pytest.raises(NotFound):
        comments.say(ws, anna, id, new)
    assert comments.list(ws, anna, id) == []


def test_a_map_file_has_no_comments(ws: Workspace, anna: Actor, id: str) -> None:
    before = text.write(maps.read_records(ws, anna, id).records, {})
    comments.say(ws, anna, id, NewComment(text="Not for the file", target="sad"))
    assert text.write(maps.read_records(ws, anna, id).records, {}) == before
