"""Who is who: several ids of one customer become one, whatever files tell it, and come apart again."""

from pathlib import Path

from footfall.events.columns import Attribute
from footfall.events.dataset import DatasetFolder
from footfall.events.identity import code_of, pseudonym, spelled_alike, workspace_key
from footfall.events.mapping import Mapping
from footfall.events.report import ImportReport
from footfall.journey.changes import Actor
from footfall.measures.tables import attributes
from footfall.service import datasets
from footfall.service.workspace import Workspace
from tests.service.test_datasets import everything

WEB = "anonymous,mail,when,what\nc-1,,2024-01-01 10:00,Visit\nc-1,Ann@Mail.example,2024-01-01 11:00,Sign in\n"
WEB += "c-2,,2024-01-02,Visit\n"
SHOP = "order,client,placed,mail\n1,K-7,2024-01-03, ann@mail.example \n2,K-8,2024-01-04,bo@mail.example\n"
PHONE = "number,when,topic\n+31 6-1234 5678,2024-01-05,Complaint\n+31 6 99,2024-01-06,Question\n"
TICKETS = "requester,when,state,phone,client\nt-1,2024-01-06,Opened,+31612345678,K-7\n"


def put(ws: Workspace, anna: Actor, folder: Path, name: str, text: str, mapping: Mapping) -> ImportReport:
    (path := folder / f"{name}.csv").write_text(text)
    return datasets.import_file(ws, anna, path, mapping, "All")


def load(ws: Workspace, anna: Actor, folder: Path) -> list[ImportReport]:
    web = Mapping(customer="anonymous", also_known_as=("mail",), time="when", event="what", channel_is="web")
    shop = Mapping(customer="client", also_known_as=("mail",), time="placed", event_is="Order", channel_is="shop")
    phone = Mapping(customer="number", time="when", event="topic", channel_is="phone")
    tickets = Mapping(customer="requester", also_known_as=("phone", "client"), time="when", event="state")
    files = {"web": (WEB, web), "shop": (SHOP, shop), "phone": (PHONE, phone), "tickets": (TICKETS, tickets)}
    return [put(ws, anna, folder, name, *one) for name, one in files.items()]


def path_of(ws: Workspace, anna: Actor, id: str) -> tuple[str, list[str]]:
    key = workspace_key(ws.folder / "key")
    path = datasets.customer(ws, anna, "all", pseudonym(code_of(key, spelled_alike(id))))
    return path.customer, [moment.event for moment in path.moments]


def test_web_shop_phone_and_tickets_are_one_customer_by_the_keys_that_they_declare(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    load(ws, anna, tmp_path)
    journey = ["Visit", "Sign in", "Order", "Complaint", "Opened"]
    assert [path_of(ws, anna, id)[1] for id in ("c-1", "K-7", "+31 612345678", "t-1")] == [journey] * 4
    assert datasets.read(ws, anna, "all").customers == 4


def test_a_customer_bears_one_pseudonym_whichever_id_asks_and_in_whatever_order_files_came(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    parts = load(ws, anna, tmp_path)
    first = {path_of(ws, anna, id)[0] for id in ("c-1", "K-7", "t-1")}
    datasets.undo_import(ws, anna, "all", parts[0].part)
    web = Mapping(customer="anonymous", also_known_as=("mail",), time="when", event="what", channel_is="web")
    put(ws, anna, tmp_path, "web", WEB, web)
    assert {path_of(ws, anna, id)[0] for id in ("c-1", "K-7", "t-1")} == first
    assert len(first) == 1


def test_undoing_the_import_that_joined_customers_takes_them_apart(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    events = Mapping(customer="who", time="when", event="what")
    put(ws, anna, tmp_path, "events", "who,when,what\na,2024-01-01,x\nb,2024-01-02,y\nc,2024-01-03,z\n", events)
    before, was = everything(ws.folder), datasets.read(ws, anna, "all")
    aliases = Mapping(kind="aliases", customer="one", also_known_as=("other",))
    joined = put(ws, anna, tmp_path, "aliases", "one,other\na,b\nb,c\n,d\ne,\n", aliases)
    assert (joined.rows, joined.kept, joined.stored, joined.refused) == (4, 2, 2, 2)
    assert datasets.read(ws, anna, "all").customers == 1
    assert path_of(ws, anna, "c")[1] == ["x", "y", "z"]
    datasets.undo_import(ws, anna, "all", joined.part)
    assert (everything(ws.folder), datasets.read(ws, anna, "all")) == (before, was)
    assert path_of(ws, anna, "c")[1] == ["z"]


def test_an_id_that_too_many_share_joins_none_of_them_and_is_reported(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    mapping = Mapping(customer="who", also_known_as=("mail",), time="when", event="what")
    rows = [f"customer {n},2024-01-01,x,info@kiosk.example" for n in range(21)] + ["ann,2024-01-01,x,a@mail.example"]
    rows += [f"member {n},2024-01-01,x,home@family.example" for n in range(20)]
    report = put(ws, anna, tmp_path, "events", "who,when,what,mail\n" + "\n".join(rows), mapping)
    assert [(one.reason, one.count) for one in report.warnings] == [("shared-id", 1)]
    assert datasets.read(ws, anna, "all").customers == 21 + 1 + 1


def test_facts_of_customers_stand_beside_those_who_did_something_the_last_value_first(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    events = Mapping(customer="who", also_known_as=("mail",), time="when", event="what")
    put(ws, anna, tmp_path, "events", "who,when,what,mail\na,2024-01-01,x,a@mail.example\nb,2024-01-01,x,\n", events)
    facts = Mapping(
        kind="customers", customer="mail", attributes=(Attribute(column="plan"), Attribute(column="born", name="year"))
    )
    text = "mail,plan,born\nA@mail.example,basic,1980\nnobody@mail.example,pro,1990\nb@mail.example,,\n"
    report = put(ws, anna, tmp_path, "crm", text, facts)
    put(ws, anna, tmp_path, "crm2", "mail,plan,born\na@mail.example,pro,\n", facts)
    assert (report.kind, report.rows, report.kept, report.stored, report.refused) == ("customers", 3, 2, 4, 1)
    folder, manifest = datasets.find(ws, anna, "all")
    table = ws.engine.tables(folder.tables(manifest)).run(attributes)
    assert [(row["attribute"], row["value"]) for row in table.to_pylist()] == [("plan", "pro"), ("year", "1980")]


def test_e_mail_addresses_and_telephone_numbers_are_the_same_however_they_are_spelled() -> None:
    assert spelled_alike(" Ann@Mail.Example ") == spelled_alike("ann@mail.example")
    assert spelled_alike("+31 6-1234 5678") == spelled_alike("+31612345678")
    assert spelled_alike("(020) 123") == "(020) 123"
    assert spelled_alike("12-345678") != spelled_alike("123-45678")
    assert spelled_alike("AB-1") == "AB-1"


def test_pairs_are_stored_as_codes_alone(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    parts = load(ws, anna, tmp_path)
    planted = [b"ann@mail", b"Ann@Mail", b"K-7", b"c-1", b"1234 5678", b"12345678", b"t-1"]
    folder = DatasetFolder(ws.folder / "datasets" / "all")
    assert folder.pairs_file(parts[0].part).exists()
    files = [one for one in ws.folder.rglob("*") if one.is_file() and "footfall.db" not in one.name]
    assert [(one.name, word) for one in files for word in planted if word in one.read_bytes()] == []
