# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What keeps a document from being a declaration, beyond its schema."""

import pytest

from osaid_action.validation.document import Document, Mark
from osaid_action.validation.schema_errors import MAX_DIAGNOSTICS
from osaid_action.validation.semantics import diagnose
from osaid_action.validation.yaml_reader import read
from tests.made import GONE, dumped, whole


def told(changes=None, file=None, *, look_for_paths=False):
    """What is wrong with a declaration: rules and places."""
    document = read(dumped(whole(changes)))
    found = diagnose(document, file, look_for_paths=look_for_paths)
    return [(one.rule.id, one.path) for one in found]


def test_a_whole_declaration_is_fine():
    assert told() == told(look_for_paths=True) == []


# ------------------------------------------------------------------ how much


def data_sets(number):
    return {"data.sources": [{"name": "x", "availability": "public"}] * number}


def models(number):
    return {"built_on": [{"name": "x", "relation": "merge"}] * number}


def parts(number):
    return {"code.training": ["x"] * number}


@pytest.mark.parametrize(
    ("changes", "is_too_much"),
    [
        (data_sets(12_001), True),
        ({**data_sets(12_000), **models(2000)}, False),
        (models(2001), True),
        ({**parts(1000), **models(1000)}, False),
        ({**parts(1000), **models(1001)}, True),
        ({"code.training": [{"location": "x", "settings": ["y"] * 1998}] * 1}, False),
        ({"code.training": [{"location": "x", "settings": ["y"] * 1001}] * 2}, True),
        ({"x-ours": list(range(5000))}, False),
    ],
)
def test_more_entries_than_anybody_writes_are_refused_as_a_whole(changes, is_too_much):
    document = Document(whole(changes), Mark(1, 1))
    found = diagnose(document, None, look_for_paths=False)

    assert [(one.rule.id, one.path) for one in found] == (
        [("too-large", ())] if is_too_much else []
    )


@pytest.mark.parametrize("data", [b"[1]", b"a", b"data: 1", b"data: {sources: 1}", b"data: [1]"])
def test_what_is_no_declaration_at_all_is_told_by_its_schema(data):
    found = diagnose(read(data), None, look_for_paths=True)

    assert found
    assert "too-large" not in {one.rule.id for one in found}


# ------------------------------------------------------------------ licenses


@pytest.mark.parametrize(
    "place",
    [
        "licenses.code",
        "licenses.documents",
        "code.training.license",
        "data.sources.0.license",
        "parameters.weights.license",
    ],
)
@pytest.mark.parametrize(
    ("license_", "is_wrong"),
    [("MIT OR ISC", False), ("Own-1.0", False), ("MIT OR", True), ("(MIT", True), ("TODO", False)],
)
def test_a_license_is_an_expression_wherever_it_stands(place, license_, is_wrong):
    path = tuple(int(step) if step.isdigit() else step for step in place.split("."))

    assert told({place: license_}) == ([("license-not-an-expression", path)] if is_wrong else [])


@pytest.mark.parametrize("place", ["system.name", "x-ours", "x-license"])
def test_what_is_no_license_may_be_no_expression(place):
    assert told({place: "MIT OR"}) == []


def test_the_license_that_was_meant_is_offered():
    changes = {"licenses.code": "Apache License 2.0", "code.training.license": "MIT OR"}
    first, second = diagnose(read(dumped(whole(changes))), None, look_for_paths=False)

    assert "did you mean `Apache-2.0`?" in first.remedy
    assert "SPDX id" in second.remedy


def licenses(number, last="MIT"):
    names = [f"Own-{one}" for one in range(number)]
    return {
        "licenses": GONE,
        "data.sources": [],
        "parameters.weights": [{"location": "x", "license": one} for one in [*names, last]],
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (licenses(99), []),
        (licenses(100), [("too-large", ("parameters", "weights", 100, "license"))]),
        (licenses(100, "Own-0"), []),
        (licenses(150), [("too-large", ("parameters", "weights", 100, "license"))]),
    ],
)
def test_a_hundred_different_licenses_are_enough(changes, expected):
    assert told(changes) == expected


def test_all_is_told_in_the_order_of_the_file_up_to_a_limit():
    changes = {"code.training.license": "MIT OR", "system.kind": "modell", "licenses.code": "(MIT"}

    assert [path for _, path in told(changes)] == [
        ("system", "kind"),
        ("licenses", "code"),
        ("code", "training", "license"),
    ]
    many = {"parameters.weights": [{"location": "x", "license": f"({n}"} for n in range(80)]}
    found = told(many)
    assert len(found) == MAX_DIAGNOSTICS + 1
    assert found[-1][0] == "too-many-problems"


# ------------------------------------------------------------------ white space

PATH = "docs/how we did it.md"


@pytest.mark.parametrize(
    ("place", "is_path"),
    [
        ("code.inference", True),
        ("parameters.weights", True),
        ("documents.model_card", True),
        ("data.description.scope", True),
        ("data.description", False),
        ("code.inference.location", False),
        ("data.sources.0.description", False),
        ("system.name", False),
    ],
)
@pytest.mark.parametrize("is_there", [True, False])
def test_a_string_with_spaces_that_is_no_path_was_meant_as_text(home, place, is_path, is_there):
    file = home({PATH: "x"} if is_there else {})
    path = tuple(int(step) if step.isdigit() else step for step in place.split("."))
    value = {"text": PATH} if place == "data.description" else PATH

    assert told({place: value}, file, look_for_paths=True) == (
        [("not-a-location", path)] if is_path and not is_there else []
    )


@pytest.mark.parametrize(
    ("value", "is_wrong"),
    [
        (PATH, False),
        (f"{PATH}#how we", False),
        ("docs", False),
        ("no such file", True),
        ("no-such-file", False),
        ("../out of here", True),
        (["src/x.py", "no such file"], True),
    ],
)
def test_only_white_space_makes_a_missing_path_a_text(home, value, is_wrong):
    found = told({"code.inference": value}, home({PATH: "x"}), look_for_paths=True)
    where = ("code", "inference", *([1] if isinstance(value, list) else []))

    assert found == ([("not-a-location", where)] if is_wrong else [])


@pytest.mark.parametrize("look_for_paths", [True, False])
def test_without_a_file_no_path_is_there(look_for_paths):
    words = "in the folder of inference"
    found = told({"code.inference": words}, look_for_paths=look_for_paths)

    assert found == ([("not-a-location", ("code", "inference"))] if look_for_paths else [])


@pytest.mark.parametrize("path", ["my src/run.py", "my file.py", "a b/"])
def test_without_a_file_what_is_written_as_a_path_is_one(path):
    assert told({"code.inference": path}, look_for_paths=True) == []


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("apache", "`Apache-2.0` (or Apache-1.1 or Apache-1.0)?"),
        ("mit-license", "`MIT`?"),
        ("MIT License", "`MIT`?"),
        ("apache2", "`Apache-2.0`?"),
        ("MIT OR apache2", "`Apache-2.0`?"),
    ],
)
def test_words_for_a_known_license_are_told_alike(word, typed):
    document = read(dumped(whole({"parameters.weights.license": word})))
    (found,) = diagnose(document, None, look_for_paths=False)

    assert found.rule.id == "license-not-an-expression"
    assert found.remedy == f"did you mean {typed}"


@pytest.mark.parametrize(
    "word",
    ["Apache-3.0", "Apahce-2.0", "custom", "Abstyles", "other", "gpl", "LicenseRef-x",
     "LicenseRef-mit", "MIT OR LicenseRef-apache"],
)  # fmt: skip
def test_an_id_that_may_be_a_new_one_or_a_label_is_no_error(word):
    assert told({"parameters.weights.license": word}) == []
