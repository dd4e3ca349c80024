# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The published schema of a declaration: sound, told in words, and the only one we follow."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # noqa: TID251 - the judge of ours

from osaid_action.check import check
from osaid_action.validation.json_schema import accepts
from osaid_action.validation.loader import load
from osaid_action.validation.schema import schema, schema_text
from osaid_action.validation.schema_errors import diagnostics
from osaid_action.validation.yaml_reader import read
from tests.made import IDS, WHOLE, dumped

HERE = Path(__file__).parents[1]
SCHEMA = schema()
JUDGE = Draft202012Validator(SCHEMA)
FILES = [
    *sorted((HERE.parent / "examples").glob("*/OPEN_AI_SYSTEM.yaml")),
    *sorted((HERE / "declarations" / "good").glob("*.yaml")),
]
STARTS = [WHOLE, *(read(path.read_bytes()).data for path in FILES)]


def parts(value, path="$"):
    """Every schema inside a schema, itself first, with its place."""
    yield path, value
    for keyword in ("properties", "patternProperties", "$defs"):
        for name, inner in value.get(keyword, {}).items():
            yield from parts(inner, f"{path}.{keyword}.{name}")
    for index, inner in enumerate(value.get("anyOf", ())):
        yield from parts(inner, f"{path}.anyOf[{index}]")
    if "items" in value:
        yield from parts(value["items"], f"{path}.items")


def referred(part):
    """A part of the schema, with what it refers to."""
    name = part.get("$ref", "").removeprefix("#/$defs/")
    return {**SCHEMA["$defs"][name], **part} if name else part


# ------------------------------------------------------------------ what it is


@pytest.mark.parametrize("name", ["open-ai-system-1", "report-1"])
def test_it_is_valid_and_names_itself(name):
    text = json.loads(schema_text(name))

    Draft202012Validator.check_schema(text)
    assert text["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert text["$id"].endswith(f"/schemas/{name}.schema.json")


def test_there_is_no_other():
    with pytest.raises(FileNotFoundError, match="other"):
        schema_text("other")


def test_every_property_is_described():
    mute = [
        f"{path}.{name}"
        for path, part in parts(SCHEMA)
        for name, inner in {**part.get("properties", {}), **part.get("$defs", {})}.items()
        if len(referred(inner).get("description", "")) < 5
    ]

    assert mute == []


def test_what_a_component_is_stands_beside_its_key_and_not_only_in_a_definition():
    groups = ("code", "parameters", "documents")
    mute = [
        f"{group}.{name}"
        for group in groups
        for name, inner in SCHEMA["properties"][group]["properties"].items()
        if "description" not in inner
    ]

    assert mute == []


def test_every_example_is_one():
    wrong = [
        (path, example)
        for path, part in parts(SCHEMA)
        for example in part.get("examples", ())
        if not accepts(referred(part), example, SCHEMA)
    ]

    assert wrong == []


def test_every_pattern_says_what_it_wants():
    assert [
        path for path, p in parts(SCHEMA) if "pattern" in p and "patternErrorMessage" not in p
    ] == []


def test_keys_that_nobody_knows_are_refused_everywhere():
    objects = [(path, p) for path, p in parts(SCHEMA) if "properties" in p]

    assert [path for path, p in objects if p.get("additionalProperties") is not False] == []


def test_extensions_are_taken_where_they_may_stand():
    for place in ((), ("system",)):
        data = copy.deepcopy(WHOLE)
        inner = data["system"] if place else data
        inner["x-ours"] = {"any": ["thing", 1, None]}
        assert accepts(SCHEMA, data)
    data = copy.deepcopy(WHOLE)
    data["code"]["x-ours"] = 1
    assert not accepts(SCHEMA, data)


def test_every_requirement_has_its_place():
    for identity in IDS:
        part = SCHEMA
        for step in identity.split("."):
            if "anyOf" in part:
                part = part["anyOf"][0]
            part = part["properties"][step]
        assert part["description"]


# ------------------------------------------------------------------ what it accepts


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_examples_and_good_files_are_accepted(path):
    document = read(path.read_bytes())

    assert JUDGE.is_valid(document.data)
    assert diagnostics(document) == ()


def test_a_keyword_that_is_not_known_is_no_silent_yes():
    for unknown in ({"maxLength": 3}, {"properties": {"a": {"const": 1}}}, {"if": {}}):
        with pytest.raises(NotImplementedError):
            accepts(unknown, {"a": "b"})


WORDS = """
    |x|src/a.py|a b|TODO|1.0|open|gated|api|producer|merge|model|https://x.y/z|http://x.y|C:x|MIT
    |Apache 2.0|2026-11-22|2026-13|public|unshareable|é\U0001f600|LicenseRef-x
"""
TEXTS = st.sampled_from([*WORDS.replace("\n", "").split("|"), "", "f" * 64, "x\n", "2026\n"])
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
SCALARS = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-9, 9), FLOATS)
KEYS = sorted({name for _, part in parts(SCHEMA) for name in part.get("properties", {})})
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*KEYS, "x-a", "zebra"]), inner, max_size=4)
    ),
    max_leaves=8,
)


def from_schema(part):
    """Values that a part of the schema accepts, or nearly."""
    part = referred(part)
    if "anyOf" in part and "properties" not in part:
        return st.one_of(*map(from_schema, part["anyOf"]))
    if "enum" in part:
        return st.sampled_from(part["enum"])
    kinds = [part["type"]] if isinstance(part["type"], str) else part["type"]
    return st.one_of(*(_of_type(kind, part) for kind in kinds))


def _of_type(kind, part):
    if kind == "object":
        required = part.get("required", [])
        properties = {
            n: st.deferred(lambda p=p: from_schema(p)) for n, p in part["properties"].items()
        }
        optional = {name: one for name, one in properties.items() if name not in required}
        return st.fixed_dictionaries({n: properties[n] for n in required}, optional=optional)
    if kind == "array":
        return st.lists(st.deferred(lambda: from_schema(part["items"])), max_size=3)
    if kind == "string":
        return st.sampled_from(part["examples"]) | TEXTS if "examples" in part else TEXTS
    return {"null": st.none(), "boolean": st.booleans()}[kind]


def places(value, path=()):
    """The path of everything inside a value."""
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, inner in inside:
        yield (*path, step)
        yield from places(inner, (*path, step))


@st.composite
def mutations(draw):
    """An example, with a few places deleted, renamed, doubled, replaced or retyped."""
    data = copy.deepcopy(draw(st.sampled_from(STARTS)))
    for _ in range(draw(st.integers(1, 3))):
        found = list(places(data))
        if found:
            _mutate(data, draw(st.sampled_from(found)), draw)
    return data


def _mutate(data, path, draw):
    for step in path[:-1]:
        data = data[step]
    last, value = path[-1], data[path[-1]]
    how = draw(st.sampled_from(["delete", "rename", "double", "replace", "wrap", "unwrap"]))
    if how == "delete":
        del data[last]
    elif how == "rename" and isinstance(data, dict):
        data[draw(st.sampled_from(KEYS))] = data.pop(last)
    elif how == "double" and isinstance(data, list):
        data.append(copy.deepcopy(value))
    elif how == "wrap":
        data[last] = draw(st.sampled_from([[value], {"location": value}, {"text": value}]))
    elif how == "unwrap" and isinstance(value, list | dict) and value:
        data[last] = next(iter(value.values())) if isinstance(value, dict) else value[0]
    else:
        data[last] = draw(VALUES)


ANY = st.one_of(mutations(), mutations(), from_schema(SCHEMA), VALUES)


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_our_own_yes_and_no_is_that_of_jsonschema(data):
    assert accepts(SCHEMA, data) is JUDGE.is_valid(data)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_what_is_accepted_can_be_loaded_and_what_is_not_is_told(data):
    assume(data is not None)  # an empty file: read refuses it
    found = diagnostics(read(dumped(data)))

    assert (found == ()) is accepts(SCHEMA, data)
    assert all(problem.message and problem.remedy for problem in found)
    if not found:
        load(data)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_a_check_always_ends_in_a_report(data):
    report = check(dumped(data), "x")

    assert report.valid is (report.freedoms is not None)
    assert report.valid or report.has_errors
    assert all(one.line >= 1 and one.column >= 1 for one in report.findings)
