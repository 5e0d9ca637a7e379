"""The published schema takes what reading takes, and marks what reading refuses."""

import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import ReusedAnchorWarning

from footfall.journey.changes import Records
from footfall.journey.text import file_schema, write
from tests.journey.text.documents import libraries, maps
from tests.journey.text.test_reading import FILE

SCHEMA = Draft202012Validator(file_schema())


def complaints(text: str) -> list[str]:
    """Return what an editor with this schema would underline."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.yaml_constructors["tag:yaml.org,2002:timestamp"] = yaml.constructor.yaml_constructors[
        "tag:yaml.org,2002:str"
    ]  # as YAML 1.2 has it, and editors with it
    with warnings.catch_warnings(action="ignore", category=ReusedAnchorWarning):
        data: Any = yaml.load(text)  # a map and its library may use one id each: YAML allows it
    return [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(data)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(file_schema())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(maps, libraries)
def test_what_is_written_fits_the_schema(records: Records, library: Records) -> None:
    text = write(records, library)
    assert complaints(text) == [], text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: Parcel delivery\n", ""),
        ("severity: severe", "severty: severe"),
        ("severity: severe", "severity: sever"),
        ("kind: emotion", "kind: emotions"),
        ("stages:", "stage:"),
        ("footfall: 1", "footfall: 2"),
        ("kind: reach", "kind: each"),
    ],
)
def test_a_mistake_does_not_fit_the_schema(right: str, wrong: str) -> None:
    assert complaints(FILE) == []
    assert complaints(FILE.replace(right, wrong, 1)) != []
