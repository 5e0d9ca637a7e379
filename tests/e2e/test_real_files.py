"""Real files by the page and by the command: both give the same dataset, with the figures that are published."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.cli.terminal import run
from tests.e2e.maps import PATIENCE
from tests.serving import Served, serving

Open = Callable[..., Page]
OFTEN = 3 * PATIENCE
TABLES = ("events", "combinations", "answers", "customers", "attributes")

ORDERS, REVIEWS = "olist_orders_dataset.csv", "olist_order_reviews_dataset.csv"
# The folder, its files in the order in which they come in, what their reports say, and what one has to say oneself.
FOLDERS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "olist_2017": (
        {
            ORDERS: "4,049 rows read, 4,049 kept, 0 refused; 13,209 events of 4,049 customers.",
            REVIEWS: "4,103 rows read, 4,103 kept, 0 refused; 4,103 answers of 4,049 customers.",
        },
        {},
    ),
    "sfo_survey_2017": ({"2017_SFO_Customer_Survey.csv": "56,755 answers of 2,828 customers."}, {"time_is": "2017-05"}),
    "shop_clickstream": ({"simple-onlineshop.csv": "38,010 events of 3,750 customers."}, {}),
    "servicenow_incidents": ({"incident_event_log_first1500.csv": "5,857 events of 1,500 customers."}, {}),
    "cfpb_complaints_2013": ({"consumer_complaints.csv": "6,372 events of 3,186 customers."}, {}),
}


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Served]:
    """A workspace in which there is nothing yet."""
    with serving(tmp_path / "page") as served:
        yield served


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_real_folder_gives_one_dataset_by_the_page_and_by_the_command(
    folder: str, fresh: Served, open_page: Open, shared_data: Path, tmp_path: Path
) -> None:
    reports, said = FOLDERS[folder]
    page = open_page(f"{fresh.address}/data")
    page.locator("input[type=file]").first.set_input_files([shared_data / folder / name for name in reports])
    for number, (name, report) in enumerate(reports.items()):
        if number:
            page.get_by_role("button", name=f"Next: {name}").click()
        if said:
            page.get_by_label("When", exact=True).fill(said["time_is"])
        expect(bring_in(page, name, "" if number else "Real")).to_contain_text(report)
    by_command(tmp_path / "command", tmp_path / "page" / "key", [shared_data / folder / name for name in reports], said)
    assert tables(tmp_path / "page") == tables(tmp_path / "command")


def bring_in(page: Page, file: str, name: str) -> Locator:
    """Import the file that is read, as it is proposed; its report."""
    ready = page.get_by_role("button", name="Import", exact=True)
    if name:
        page.get_by_label("Into a new dataset").fill(name, timeout=OFTEN)
    expect(ready).to_be_enabled(timeout=OFTEN)
    ready.click()
    report = page.locator(".report").filter(has_text=file)
    report.wait_for(timeout=OFTEN)
    return report


def by_command(data: Path, key: Path, files: list[Path], said: dict[str, str]) -> None:
    """Import files as a mapping file that the command itself proposes says, with what one has to say added."""
    data.mkdir()
    (data / "key").write_bytes(key.read_bytes())  # customers have the same pseudonyms in both
    for file in files:
        proposed = footfall("import", str(file), "--propose")
        lines = [line for line in proposed.splitlines(keepends=True) if line.partition(":")[0] not in said]
        mapping = data / "mapping.yaml"
        mapping.write_text("".join(lines) + "".join(f"{name}: {value}\n" for name, value in said.items()))
        footfall("import", str(file), "--mapping", str(mapping), "--into", "Real", "--data", str(data))


def footfall(*words: str) -> str:
    answer = run(*words)
    assert answer.code == 0, answer.err
    return answer.out


def tables(data: Path) -> dict[str, pa.Table]:
    """The merged tables of the one dataset of a workspace."""
    [folder] = (data / "datasets" / "real").glob("tables-*")
    return {name: pq.read_table(folder / f"{name}.parquet") for name in TABLES}
