"""A map of a running server, reached over its API."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from footfall.errors import InvalidRequest, NotFound

if TYPE_CHECKING:
    from footfall.journey.changes import Actor, Op, Records

SECONDS = 60  # until a server that says nothing is given up


@dataclass(frozen=True)
class Server:
    """A running Footfall, and who acts there."""

    address: str
    actor: "Actor"

    def ask(self, path: str, body: Any = None) -> Any:
        """The answer to a request. Raises InvalidRequest with what the server says, NotFound for no server."""
        sent = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "X-Footfall-Actor": self.actor.id}
        asked = urllib.request.Request(f"{self.address.rstrip('/')}/api/v1{path}", sent, headers)  # noqa: S310  (checked in at)
        try:
            with urllib.request.urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310  (checked in at)
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise InvalidRequest(f"The server says: {_detail(error)}") from error
        except (OSError, ValueError) as error:
            raise NotFound(f"No Footfall answers at {self.address}.", todo="Start it with `footfall serve`.") from error


def at(address: str, actor: "Actor") -> Server:
    """The server at an address. Raises InvalidRequest for what is no address on the web."""
    if not address.startswith(("http://", "https://")):
        raise InvalidRequest(f"'{address}' is no address of a server.", "It begins with http:// or https://.")
    return Server(address, actor)


def _detail(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.load(error)["detail"])
    except (ValueError, KeyError, TypeError):
        return f"{error.code} {error.reason}"


@dataclass(frozen=True)
class MapThere:
    """A map of a running server."""

    server: Server
    id: str

    @property
    def name(self) -> str:
        """The map's id: it is the same wherever the server runs."""
        return self.id

    def read(self) -> "tuple[Records, Records]":
        """The records of the map and of the library."""
        return self.server.ask(f"/maps/{self.id}")["records"], self.server.ask("/library")["records"]

    def change_map(self, ops: "tuple[Op, ...]") -> None:
        """Take ops to the map."""
        self._change(f"/maps/{self.id}", ops)

    def change_library(self, ops: "tuple[Op, ...]") -> None:
        """Take ops to the library."""
        self._change("/library", ops)

    def _change(self, path: str, ops: "tuple[Op, ...]") -> None:
        from uuid_utils import uuid7

        self.server.ask(f"{path}/changes", {"id": str(uuid7()), "ops": [op.model_dump(mode="json") for op in ops]})


def map_there(server: Server, written: str) -> MapThere:
    """The map that is meant, by id or title. Raises NotFound, InvalidRequest."""
    from footfall.cli.naming import found_map

    return MapThere(server, found_map({one["id"]: one["title"] for one in server.ask("/maps")}, written))
