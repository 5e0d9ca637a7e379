"""Who a customer is, without knowing: identities become pseudonyms by a keyed hash before anything is stored."""

import hashlib
import hmac
import os
import re
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.errors import InvalidData, StorageFailed

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no letters that look like digits
OWN = "pseudonym:"  # before a pseudonym of this workspace: it stands for its customer, so that exports come back
LENGTH = 13  # letters that hold 64 bits
BLOCK = 64  # bytes that SHA-256 takes at once
REMEMBERED = 1_000_000  # identities whose code is kept while one file is read; bounds the memory
ADDRESS = re.compile(r"\s*[^@]+@[^@]+\.[^@]+\s*")
TELEPHONE = re.compile(r"[+0][\d\s()./-]{7,20}\d")

Codes = np.ndarray[Any, np.dtype[np.int64]]


def workspace_key(path: Path) -> bytes:
    """Read the key of a data folder, making it first when there is none; only its owner may read the file.

    Raises StorageFailed.
    """
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_bytes()
    except OSError as error:
        raise StorageFailed(f"The key {path} cannot be read or written: {error.strerror}.") from None
    if len(key) < 32:
        raise StorageFailed(f"The key {path} is damaged.", todo="Restore it from a backup: it keeps customers apart.")
    return key


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # unlike a rename, it never replaces a key that somebody else just made
    except FileExistsError:
        pass
    finally:
        draft.unlink()


class Pseudonyms:
    """Turns identities into 64-bit codes by HMAC-SHA-256, cut short.

    Among a million customers two get the same code once in 37 million workspaces; it is noticed in one file.
    """

    def __init__(self, key: bytes) -> None:
        self._hash = _hasher(key)
        self._known = pa.array([], pa.string())
        self._codes = np.empty(0, np.int64)
        self._is_plain = np.empty(0, bool)
        self._alone = threading.Lock()  # one batch is read while the customers of the next are looked up

    def codes(self, identities: pa.Array) -> Codes:
        """Give the code of each identity, 0 where there is none.

        Many are looked up as one: PyArrow does that ten times as fast as Python does each.
        """
        with self._alone:
            return self._looked_up(identities)

    def _looked_up(self, identities: pa.Array) -> Codes:
        places = pc.index_in(identities, value_set=self._known)
        is_new = np.asarray(pc.and_(places.is_null(), identities.is_valid()))
        codes: Codes = np.append(self._codes, 0)[np.asarray(places.fill_null(len(self._codes)))]
        if is_new.any():
            new = pc.dictionary_encode(identities.filter(pa.array(is_new)))
            codes[is_new] = self._learn(new.dictionary)[np.asarray(new.indices)]
        return codes

    def codes_once(self, texts: pa.Array) -> Codes:
        """Codes of texts that hardly repeat, such as rows' own ids; none of them is remembered."""
        encoded = pc.dictionary_encode(texts)
        return _spread(np.array(list(map(self._hash, encoded.dictionary.to_pylist())), np.int64), encoded)

    def code(self, identity: str) -> int:
        """Give the code of one identity, however it is spelled."""
        return self._hash(spelled_alike(identity))

    def refuse_same(self) -> None:
        """Refuse that two identities, each spelled in its one way, have one code. Raises InvalidData."""
        given = self._codes[self._is_plain]
        if len(np.unique(given)) < len(given):
            raise InvalidData("Two customers of this file got the same pseudonym.", todo="Please report this.")

    def _learn(self, identities: pa.Array) -> Codes:
        texts = identities.to_pylist()
        plain = list(map(spelled_alike, texts))
        codes = np.array(list(map(self._hash, plain)), np.int64)
        if len(self._known) < REMEMBERED:
            self._known = pa.concat_arrays([self._known, identities])
            self._codes = np.append(self._codes, codes)
            self._is_plain = np.append(self._is_plain, list(map(str.__eq__, texts, plain)))
        return codes


def spelled_alike(identity: str) -> str:
    """An e-mail address without capitals and blanks, a telephone number without blanks and dashes; else the same."""
    if "@" in identity:
        return "".join(identity.casefold().split()) if ADDRESS.fullmatch(identity) else identity
    if identity[:1] in {"+", "0"} and TELEPHONE.fullmatch(identity):
        return re.sub(r"[\s()./-]", "", identity)
    return identity


def _spread(distinct: Codes, encoded: pa.DictionaryArray) -> Codes:
    """The code of each row, 0 where there is none."""
    codes: Codes = np.append(distinct, 0)[np.asarray(pc.fill_null(encoded.indices, len(distinct)))]
    return codes


def _hasher(key: bytes) -> Callable[[str], int]:
    """`code_of` for many: what of HMAC depends on the key alone (RFC 2104) is done once, in half the time."""
    block = (key if len(key) <= BLOCK else hashlib.sha256(key).digest()).ljust(BLOCK, b"\0")
    inner, outer = (hashlib.sha256(bytes(byte ^ pad for byte in block)) for pad in (0x36, 0x5C))

    def code(identity: str) -> int:
        if identity.startswith(OWN) and (told := code_of_pseudonym(identity.removeprefix(OWN))):
            return told
        within, around = inner.copy(), outer.copy()
        within.update(identity.encode("utf-8", "surrogatepass"))
        around.update(within.digest())
        return int.from_bytes(around.digest()[:8], "big", signed=True) or 1

    return code


def code_of(key: bytes, identity: str) -> int:
    """The code of one identity: a signed 64-bit number other than 0."""
    digest = hmac.digest(key, identity.encode("utf-8", "surrogatepass"), "sha256")
    return int.from_bytes(digest[:8], "big", signed=True) or 1


def pseudonym(code: int) -> str:
    """The code as thirteen letters and digits, as people see it."""
    bits = code & 0xFFFF_FFFF_FFFF_FFFF
    return "".join(ALPHABET[(bits >> shift) & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def code_of_pseudonym(text: str) -> int | None:
    """The code behind thirteen letters and digits, or None for a text that is no pseudonym."""
    if len(text) != LENGTH or any(letter not in ALPHABET for letter in text):
        return None
    bits = 0
    for letter in text:
        bits = bits << 5 | ALPHABET.index(letter)
    return None if bits >> 64 else bits - (1 << 64 if bits >> 63 else 0)
