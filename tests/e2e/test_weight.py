"""How many bytes of script a page takes until it stands: a budget that everybody who adds something shares."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.maps import make_map, open_grid, small_map
from tests.serving import Served

BUDGET = 250_000  # bytes over the network, as the browser is given them
SCRIPTS = """() => {
  const { startTime: stands } = performance.getEntriesByName('footfall-stands')[0];
  const isScript = ({ name, startTime }) => name.endsWith('.js') && startTime < stands;
  return performance.getEntriesByType('resource').filter(isScript).map((each) => [
    each.name.split('/').at(-1).replace(/-[\\w-]{8}\\.js$/, ''), each.encodedBodySize, each.decodedBodySize]);
}"""


@pytest.mark.parametrize("first", ["home", "map"])
def test_the_scripts_of_the_first_page_stay_within_their_budget(
    server: Served, open_page: Callable[..., Page], first: str
) -> None:
    id = make_map(server, small_map(first=("does", "pay", "pays")))
    page = open_page(server.address if first == "home" else f"{server.address}/maps/{id}")
    if first == "home":
        page.locator(".map-cards a").first.wait_for()
    else:
        open_grid(page)
    needed = page.evaluate(SCRIPTS)  # what comes later comes ahead of its time
    total = sum(sent for _, sent, _ in needed)
    print(f"{first}: {total:,} bytes of {sum(size for _, _, size in needed):,}", needed)
    assert all(sent < size for _, sent, size in needed if size > 1000)
    assert total < BUDGET
