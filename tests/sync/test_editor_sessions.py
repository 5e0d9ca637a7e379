"""The editor's sessions, as they run in a browser, against a real server: see web/src/transport/live.test.ts."""

import subprocess
from pathlib import Path

import pytest
from hatch_build import node_environment

from tests.serving import serving

WEB = Path(__file__).resolve().parents[2] / "web"
VITEST = WEB / "node_modules/vitest/vitest.mjs"


@pytest.mark.skipif(not VITEST.is_file(), reason="the packages of web/ are not installed: `make test` does that")
def test_sessions_of_the_editor_agree_with_each_other_and_with_the_server(tmp_path: Path) -> None:
    with serving(tmp_path / "data", path="/api/v1/workspace") as served:
        environment = node_environment() | {"FOOTFALL_LIVE": served.address}
        command = ["node", str(VITEST), "run", "src/transport/live.test.ts"]
        done = subprocess.run(command, cwd=WEB, env=environment, capture_output=True, check=False, timeout=180)
    told = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 0, told
    assert "skipped" not in told, told
