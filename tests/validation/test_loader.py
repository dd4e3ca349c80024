# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The plain values of a valid file → Declaration."""

from pathlib import Path

import pytest

from osaid_action.validation.loader import (
    CODE,
    DESCRIPTION,
    DOCUMENTS,
    PARAMETERS,
    load,
)
from osaid_action.validation.schema import schema
from osaid_action.validation.yaml_reader import read
from tests.made import whole

EVERY_KEY = Path(__file__).parents[1] / "declarations" / "good" / "every-key.yaml"


@pytest.fixture(scope="module")
def every():
    return load(read(EVERY_KEY.read_bytes()).data)


def test_nothing_that_is_judged_is_lost(every):
    training = every.components["code.training"].parts[0]

    assert every.system.name == "Model"
    assert (every.declared_by, every.role, every.declared_date) == (
        "A lab",
        "third-party",
        "2026-11",
    )
    assert every.licenses == {"code": "MIT OR Apache-2.0", "documents": "CC-BY-4.0"}
    assert training.location == "https://git.example.org/lab/model/train"
    assert (training.license, training.revision, training.access) == ("MIT", "v1", "open")
    assert [where.rpartition("/")[2] for _, where in training.settings] == ["a.yaml", "b.yaml"]
    assert every.components["parameters.weights"].parts[0].asserted_free.location.endswith("/free")
    assert [source.availability for source in every.source_list] == [
        "open",
        "public",
        "obtainable",
        "unshareable",
        "public",
        "open",
    ]
    assert every.built_on[0].relation == "included"
    (policy,) = every.built_on[0].further_terms
    assert (policy.location, policy.restricts, policy.binding) == (
        "https://hub.example.org/tokenizer/policy",
        ("use",),
        False,
    )
    assert every.built_on[1].same_licensor
    assert every.built_on[1].permission.location == "https://hub.example.org/permission"
    assert every.built_on[2].relation == "teacher"
    assert every.source_list[3].because == "privacy"
    assert every.source_list[5].generated_by == "Teacher 9B"
    assert every.components["code.inference"].withheld == (
        (("code", "inference", 3), "The server is ours."),
    )
    assert every.components["code.inference"].parts[2].location == "pkg:pypi/transformers@4.48.0"
    assert training.license_files == (
        "https://git.example.org/lab/model/LICENSE",
        "https://git.example.org/lab/model/LICENSE-MIT",
    )
    source = every.components["parameters.weights"].parts[0].source
    assert source == ("https://papers.example.org/1", "2026-11")
    assert every.placeholders == ()


def test_the_file_uses_every_key_of_the_format():
    """So that a key that is added to the schema is thought of here."""
    text = EVERY_KEY.read_text()

    named = set()
    for part in _parts(schema()):
        named |= part.get("properties", {}).keys()
    assert {key for key in named if f"{key}:" not in text} == set()


def _parts(value):
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _parts(inner)


def test_what_is_loaded_is_what_the_schema_has():
    properties = schema()["properties"]
    description = properties["data"]["properties"]["description"]["anyOf"][0]["properties"]

    assert set(DESCRIPTION) == set(description)
    for group, names in (("code", CODE), ("parameters", PARAMETERS), ("documents", DOCUMENTS)):
        assert set(names) == set(properties[group]["properties"])


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"code.training": "TODO"}, ("code", "training")),
        ({"code.training": None}, ("code", "training")),
        ({"code.training": ["TODO"]}, ("code", "training", 0)),
        ({"code.training": [{"location": "x"}, "TBD"]}, ("code", "training", 1)),
        ({"code.training.location": "TODO"}, ("code", "training", "location")),
        ({"code.training.location": "pkg:pypi/heron@VERSION"}, ("code", "training", "location")),
        ({"code.training.settings": "TODO"}, ("code", "training", "settings")),
        ({"code.training.license": " "}, ("code", "training", "license")),
        ({"documents.model_card": "TODO"}, ("documents", "model_card")),
        ({"data.sources.0.location": "TODO"}, ("data", "sources", 0, "location")),
        ({"licenses.code": "TODO"}, ("licenses", "code")),
        (
            {"built_on": [{"name": "x", "relation": "merge", "license": "TODO"}]},
            ("built_on", 0, "license"),
        ),
    ],
)
def test_where_something_only_holds_a_place_is_kept(changes, where):
    assert load(whole(changes)).placeholders == (where,)


def test_a_part_that_only_holds_a_place_is_left_out():
    parts = load(whole({"code.training": ["TODO", "src/"]})).components["code.training"].parts

    assert [part.location for part in parts] == ["src/"]
    assert parts[0].path == ("code", "training", 1)


def loaded(**groups):
    return load({"open_ai_system": "1.0", "system": {"name": "M"}, **groups})


def test_what_is_not_said_is_empty():
    made = loaded()

    assert (made.declared_by, made.role, made.declared_date, made.licenses) == ("", "", "", {})
    assert made.system == ("M", None, None, None, "", "")
    assert {one.state for one in made.components.values()} == {"absent"}
    assert (made.sources.state, made.source_list, made.built_on, made.placeholders) == (
        "absent", (), (), ()
    )  # fmt: skip


@pytest.mark.parametrize("group", ["data", "code", "parameters", "documents", "licenses"])
def test_a_group_that_is_unfilled_is_as_if_it_were_not_there(group):
    assert loaded(**{group: None}) == loaded()


ENTRY = {
    "location": "https://x.y/z",
    "license": "MIT",
    "access": "gated",
    "revision": "v1",
    "sha256": "0" * 64,
}
TERMS = {"license_file": ["A", "TODO"], "further_terms": ["P", "TBD"], "source": "a paper"}


def test_every_key_of_a_part_a_data_set_and_a_model_is_kept():
    named = {"name": "N", **ENTRY, **TERMS}
    made = loaded(
        code={"inference": {**ENTRY, **TERMS}},
        data={"sources": [{**named, "availability": "open", "because": "law"}]},
        built_on=[{**named, "relation": "merge", "declaration": "d.yaml"}],
    )
    (part,) = made.components["code.inference"].parts
    (source,), (parent,) = made.source_list, made.built_on

    for entry in (part, source, parent):
        assert {key: getattr(entry, key) for key in ENTRY} == ENTRY
        assert (entry.license_files, entry.source) == (("A",), ("a paper", ""))
        assert [(one.location, one.restricts, one.binding) for one in entry.further_terms] == [
            ("P", (), None)
        ]
        assert entry.further_terms[0].path == (*entry.path, "further_terms", 0)
    assert (source.availability, source.because, source.not_released) == ("open", "law", None)
    assert (parent.declaration, parent.relation, parent.name) == ("d.yaml", "merge", "N")
    assert (parent.same_licensor, parent.permission, parent.not_released) == (False, None, None)


def test_of_a_list_that_is_wholly_kept_back_the_first_reason_counts():
    noes = [{"not_released": "First."}, {"not_released": "Second."}]
    one = loaded(code={"inference": noes}).components["code.inference"]

    assert (one.state, one.why, one.parts) == ("not_released", "First.", ())


@pytest.mark.parametrize("why", ["", "We keep it."])
def test_what_is_kept_back_is_told_from_what_is_not_said(why):
    entry = {"name": "N", "not_released": why}
    made = loaded(data={"sources": [entry]}, built_on=[{**entry, "relation": "merge"}])

    assert (made.source_list[0].not_released, made.built_on[0].not_released) == (why, why)


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (None, "absent"),
        ([], "absent"),
        ([{"name": "N"}], "present"),
        ({"not_released": "No."}, "not_released"),
        ({"not_applicable": "No."}, "not_applicable"),
    ],
)
def test_the_list_of_data_has_a_state_of_its_own(value, state):
    made = loaded(data={"sources": value})

    assert (made.sources.id, made.sources.path, made.sources.state) == (
        "data.sources", ("data", "sources"), state
    )  # fmt: skip
    assert made.sources.why == ("No." if isinstance(value, dict) else "")
    assert len(made.source_list) == (state == "present")


@pytest.mark.parametrize(
    ("description", "ids"),
    [
        ({"scope": "a.md"}, {"scope"}),
        ({"text": "All."}, set(DESCRIPTION)),
        ("data.md", set(DESCRIPTION)),
        (["a.md", "b.md"], set(DESCRIPTION)),
        ({}, set()),
        (None, set()),
    ],
)
def test_one_component_can_tell_all_five_points(description, ids):
    made = loaded(data={"description": description}).components
    present = {one for one in DESCRIPTION if made[f"data.description.{one}"].state == "present"}

    assert present == ids
    assert all(made[f"data.description.{one}"].id.endswith(one) for one in DESCRIPTION)


@pytest.mark.parametrize(
    ("said", "location", "words"),
    [
        ("https://x.y/free", "https://x.y/free", ""),
        ("Free to all.", "", "Free to all."),
        ({"location": "docs/free.md"}, "docs/free.md", ""),
    ],
)
def test_a_statement_is_a_place_or_words(said, location, words):
    weights = {"location": "w", "asserted_free": said}
    (part,) = loaded(parameters={"weights": weights}).components["parameters.weights"].parts

    assert (part.asserted_free.location, part.asserted_free.words) == (location, words)
    assert part.asserted_free.path == ("parameters", "weights", "asserted_free")


@pytest.mark.parametrize("said", ["", "TODO", {"location": "TBD"}, None])
def test_a_statement_that_holds_a_place_is_none(said):
    weights = {"location": "w", "asserted_free": said}
    (part,) = loaded(parameters={"weights": weights}).components["parameters.weights"].parts

    assert part.asserted_free is None


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("a.yaml", [(("settings",), "a.yaml")]),
        (["a.yaml", "TODO", "b.yaml"], [(("settings", 0), "a.yaml"), (("settings", 2), "b.yaml")]),
        ("TODO", []),
        ([], []),
    ],
)
def test_settings_are_kept_with_their_places(settings, expected):
    training = {"location": "t", "settings": settings}
    (part,) = loaded(code={"training": training}).components["code.training"].parts

    assert part.settings == tuple((("code", "training", *place), one) for place, one in expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A paper", ("A paper", "")),
        ({"location": "a.pdf"}, ("a.pdf", "")),
        ({"location": "a.pdf", "date": "2026-11"}, ("a.pdf", "2026-11")),
        ("TODO", ("", "")),
        ({}, ("", "")),
    ],
)
def test_where_a_claim_is_from(source, expected):
    no = {"not_applicable": "No.", "source": source}

    assert loaded(code={"libraries": no}).components["code.libraries"].source == expected
