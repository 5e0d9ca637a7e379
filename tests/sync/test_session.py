"""One line after another: what a client hears (rules R1 to R5 of footfall.sync.room, as seen from outside)."""

import asyncio
import json
from typing import Any

from uuid_utils import uuid7

from footfall.journey.changes import Change, Drop, Put, Set
from footfall.service import maps
from footfall.sync import audience as audiences
from footfall.sync.audience import GONE
from footfall.sync.protocol import MAX_FRAME, Edit, Here, Ping
from footfall.sync.session import REFUSED
from tests.sync.conftest import MAKER, MAP, RECORDS, Place, follow
from tests.sync.replica import Replica
from tests.sync.wire import Wire


async def heard(wire: Wire, kind: str) -> dict[str, Any]:
    """The next message of a kind; others are passed over."""
    while (frame := await wire.hear()) is not None:
        message: dict[str, Any] = json.loads(frame)
        if message["type"] == kind:
            return message
    raise AssertionError(f"the line closed before a '{kind}' came")


async def test_a_newcomer_is_given_the_whole_document(place: Place) -> None:
    anna = Replica("anna")
    await place.welcome(anna)
    assert (anna.seq, anna.confirmed) == (1, RECORDS)


async def test_an_edit_is_heard_by_everybody_and_acknowledged_by_being_heard(place: Place) -> None:
    anna, ben = Replica("anna"), Replica("ben")
    hers, his = await place.welcome(anna), await place.welcome(ben)
    hers.say(anna.edit(Set(id="card1", field="text", value="opens the parcel")))
    await asyncio.gather(follow(hers, anna, 2), follow(his, ben, 2))
    assert (len(anna.acknowledged), len(ben.acknowledged)) == (1, 0)
    assert anna.confirmed == ben.confirmed == maps.read_records(place.ws, MAKER, MAP).records


async def test_two_people_typing_at_once_both_keep_their_words(place: Place) -> None:
    anna, ben = Replica("anna"), Replica("ben")
    hers, his = await place.welcome(anna), await place.welcome(ben)
    base = "opens the link"
    hers.say(anna.edit(Set(id="card1", field="text", value="quickly opens the link", base=base)))
    his.say(ben.edit(Set(id="card1", field="text", value="opens the blue link", base=base)))
    await asyncio.gather(follow(hers, anna, 3), follow(his, ben, 3))
    assert anna.confirmed["card1"]["text"] == ben.confirmed["card1"]["text"] == "quickly opens the blue link"


async def test_an_edit_by_route_or_command_is_heard_by_those_who_are_here(place: Place) -> None:
    anna = Replica("anna")
    hers = await place.welcome(anna)
    change = Change(id=str(uuid7()), ops=(Drop(id="card1"),))
    await asyncio.to_thread(maps.change, place.ws, MAKER, MAP, change)
    await follow(hers, anna, 2)
    assert anna.confirmed == {"map": RECORDS["map"]}


async def test_a_change_without_effect_is_acknowledged_in_words(place: Place) -> None:
    anna = Replica("anna")
    hers = await place.welcome(anna)
    hers.say(anna.edit(Set(id="card1", field="text", value="opens the link")))
    await follow(hers, anna)
    assert (len(anna.acknowledged), anna.seq) == (1, 1)


async def test_a_resend_is_acknowledged_with_its_seq_and_not_taken_again(place: Place) -> None:
    anna = Replica("anna")
    hers = await place.welcome(anna)
    frame = anna.edit(Put(id="new", record={"type": "card", "text": "once"}))
    hers.say(frame)
    hers.say(anna.edit(Set(id="new", field="text", value="edited since")))
    await follow(hers, anna, 3)
    hers.say(frame)
    assert (await heard(hers, "acknowledged"))["seq"] == 2
    assert place.audience.room.now()[1]["new"]["text"] == "edited since"


async def test_a_resend_while_the_first_is_on_its_way_is_taken_once(place: Place) -> None:
    anna = Replica("anna")
    hers = await place.welcome(anna)
    frame = anna.edit(Put(id="new", record={"type": "card", "text": "once"}))
    for _ in range(5):
        hers.say(frame)
    for _ in range(4):
        assert (await heard(hers, "acknowledged"))["seq"] == 2
    assert place.audience.room.seq == 2


async def test_a_change_that_breaks_the_rules_is_refused_with_a_problem(place: Place) -> None:
    anna = Replica("anna")
    hers = await place.welcome(anna)
    frame = anna.edit(Put(id="c", record={"type": "card", "score": 9}))
    hers.say(frame)
    refused = await heard(hers, "refused")
    assert (refused["change"], refused["problem"]["code"]) == (json.loads(frame)["change"]["id"], "invalid-change")


async def test_a_message_that_cannot_be_read_is_refused_and_the_line_stays(place: Place) -> None:
    hers = await place.welcome(Replica("anna"))
    for frame, change in (
        ("no json", None),
        ("[]", None),
        ('{"type": "dance"}', None),
        ('{"type": "edit", "change": {"id": "abc", "ops": []}}', "abc"),
        ("x" * (MAX_FRAME + 1), None),
    ):
        hers.say(frame)
        assert (await heard(hers, "refused"))["change"] == change
    hers.say(Ping().model_dump_json())
    assert await heard(hers, "pong") == {"type": "pong"}


async def test_a_line_that_does_not_begin_with_a_hello_is_closed(place: Place) -> None:
    for frame in (Ping().model_dump_json(), "no json", Replica("anna").hello().replace('"version":1', '"version":99')):
        wire = place.open()
        wire.say(frame)
        assert (await heard(wire, "failed"))["problem"]["status"] in {422, 426}
        assert await wire.hear() is None
        assert wire.code == REFUSED


async def test_everybody_sees_who_is_where_until_they_leave(place: Place) -> None:
    anna, ben = Replica("anna"), Replica("ben")
    hers, his = await place.welcome(anna), await place.welcome(ben)
    his.say(Here.model_validate({"cell": {"lane": "l1", "step": "s1"}, "editing": True}).model_dump_json())
    people: list[dict[str, Any]] = []
    while not any(person["editing"] for person in people):
        people = (await heard(hers, "presence"))["people"]
    assert [(person["actor"]["id"], person["cell"]) for person in people] == [
        ("anna", None),
        ("ben", {"lane": "l1", "step": "s1", "card": ""}),
    ]
    his.cut()
    while len((await heard(hers, "presence"))["people"]) == 2:
        pass


async def test_who_comes_back_is_given_only_what_was_missed(place: Place) -> None:
    anna, ben = Replica("anna"), Replica("ben")
    hers, his = await place.welcome(anna), await place.welcome(ben)
    his.cut()
    hers.say(anna.edit(Put(id="new", record={"type": "card"})))
    await follow(hers, anna, 2)
    again = place.open()
    again.say(ben.hello())
    welcome = json.loads(await again.hear() or "")
    assert (welcome["records"], [entry["seq"] for entry in welcome["entries"]]) == (None, [2])


async def test_who_comes_back_after_very_many_changes_is_given_the_whole(place: Place) -> None:
    ben = Replica("ben")
    (await place.welcome(ben)).cut()
    ops = [Set(id="card1", field="text", value=str(number)) for number in range(audiences.CATCH_UP + 1)]
    asked = [place.audience.room.ask(MAKER, Change(id=str(uuid7()), ops=(op,))) for op in ops]
    await asyncio.wrap_future(asked[-1])
    again = place.open()
    again.say(ben.hello())
    welcome = json.loads(await again.hear() or "")
    assert (welcome["seq"], welcome["entries"], welcome["records"]["card1"]["text"]) == (1002, [], "1000")


async def test_a_slow_reader_is_dropped_to_a_reset_and_nobody_waits_for_it(place: Place) -> None:
    anna, slow = Replica("anna"), Replica("slow")
    hers, his = await place.welcome(anna), await place.welcome(slow)
    his.stall()
    long = "word " * 3000
    for number in range(700):
        hers.say(anna.edit(Set(id="card1", field="text", value=f"{number} {long}")))
        if number % 50 == 0:
            await follow(hers, anna)
    await follow(hers, anna)
    his.flow()
    frames = []
    while slow.seq != anna.seq:
        frame = await his.hear()
        assert frame is not None
        frames.append(json.loads(frame)["type"])
        slow.take(frame)
    assert "reset" in frames
    assert slow.confirmed == anna.confirmed


async def test_a_deleted_map_closes_its_lines_with_a_word(place: Place) -> None:
    hers = await place.welcome(Replica("anna"))
    await asyncio.to_thread(maps.delete, place.ws, MAKER, MAP)
    assert (await heard(hers, "failed"))["problem"]["code"] == "not-found"
    assert await hers.hear() is None
    assert hers.code == GONE


async def test_frames_are_few_when_edits_are_many(place: Place) -> None:
    anna, ben = Replica("anna"), Replica("ben")
    hers, his = await place.welcome(anna), await place.welcome(ben)
    for number in range(200):
        hers.say(anna.edit(Set(id="card1", field="text", value=str(number))))
    frames = 0
    while ben.seq != 201:
        ben.take(await his.hear() or "")
        frames += 1
    await follow(hers, anna)
    assert frames < 100


def test_an_edit_frame_is_what_the_protocol_says() -> None:
    change = Change(id=str(uuid7()), ops=(Drop(id="card1"),))
    assert Edit.model_validate_json(Edit(change=change).model_dump_json()) == Edit(change=change)
