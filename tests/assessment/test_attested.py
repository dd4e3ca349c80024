# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a program cannot check, with the place and the words that it rests on."""

import pytest

from osaid_action.assessment.attested import attested
from osaid_action.assessment.lineage import ResolvedParent
from osaid_action.definition.requirements import ATTESTED
from osaid_action.validation.loader import load
from tests.made import AT_HOME, GONE, POINTS, whole

KEYS = {words: key for key, words in ATTESTED.items()}
LINEAGE = ("lineage", (), "")
"""That no model is left out, which is attested of whatever is there."""
BARE = {
    "data.description": GONE,
    "data.sources": GONE,
    "code": GONE,
    "parameters": GONE,
}


def told(changes, *, bare=True):
    """What is attested: the key of the words, the path, the text."""
    declaration = load(whole({**(BARE if bare else {}), **changes}))
    parents = [ResolvedParent(parent) for parent in declaration.built_on]
    return [(KEYS[one.what], one.path, one.text) for one in attested(declaration, parents, {})]


def test_of_nothing_nothing_is_attested():
    assert told({}) == []


def test_a_whole_declaration_attests_its_data_and_its_code_in_the_order_of_the_file():
    where = ("data", "description")

    assert told({}, bare=False) == [
        ("data.description", (), ""),
        *(("data.description", (*where, point, "text"), text) for point, text in POINTS.items()),
        ("data.sources", (), ""),
        ("code", (), ""),
        ("libraries", (), ""),
        LINEAGE,
    ]


@pytest.mark.parametrize(
    ("data", "weights", "is_told"),
    [
        ("CC-BY-SA-4.0", "Apache-2.0", True),
        ("MIT OR GPL-3.0-only", "Apache-2.0", True),
        ("ODbL-1.0", "ODbL-1.0", False),
        ("CC-BY-4.0", "Apache-2.0", False),
        ("", "Apache-2.0", False),
    ],
)
def test_data_under_share_alike_terms_and_weights_under_others(data, weights, is_told):
    source = {"name": "Corpus", "availability": "open", "location": f"{AT_HOME}/d"}
    made = {
        "data.sources": [source | ({"license": data} if data else {})],
        "parameters": {"weights": {"location": f"{AT_HOME}/w", "license": weights}},
    }
    where = ("data", "sources", 0, "license")

    said = [one for one in told(made) if one[0] == "shared-alike"]

    assert said == ([("shared-alike", where, f"Corpus: {data}")] if is_told else [])


def test_a_description_in_a_file_has_no_prose():
    assert told({"data.description": {"scope": "docs/data.md"}}) == [
        ("data.description", (), ""),
        LINEAGE,
    ]


def test_one_text_for_all_five_points_is_told_once():
    text = "All about our data."

    assert told({"data.description": {"text": text}}) == [
        ("data.description", (), ""),
        ("data.description", ("data", "description", "text"), text),
        LINEAGE,
    ]


@pytest.mark.parametrize("state", ["not_released", "not_applicable"])
def test_code_that_is_not_there_attests_nothing_of_code(state):
    expected = [("not_applicable", ("code", "training"), "No.")]

    assert told({"code": {"training": {state: "No."}}}) == (
        expected if state == "not_applicable" else []
    )


@pytest.mark.parametrize(
    "place", ["data.description.labeling", "data.sources", "code.libraries", "parameters.weights"]
)
def test_what_is_called_not_applicable_is_attested_with_its_reason(place):
    path = tuple(place.split("."))

    assert told({place: {"not_applicable": "There is none."}}) == [
        ("not_applicable", path, "There is none.")
    ]


@pytest.mark.parametrize("availability", ["unshareable", "public"])
def test_data_that_cannot_be_shared_is_attested_with_its_description(availability):
    source = {"name": "Notes", "availability": availability, "description": "4,000 notes."}

    assert told({"data.sources": [source]}) == [
        ("data.sources", (), ""),
        *(
            [("unshareable", ("data", "sources", 0, "description"), "Notes: 4,000 notes.")]
            if availability == "unshareable"
            else []
        ),
    ]


@pytest.mark.parametrize("said", ["Free to all.", "https://x.y/free"])
def test_a_statement_that_weights_are_free_is_attested(said):
    weights = [{"location": "w.bin", "asserted_free": said}, {"location": "v.bin"}]

    assert told({"parameters": {"weights": weights}}) == [
        LINEAGE,
        ("asserted_free", ("parameters", "weights", 0, "asserted_free"), said),
    ]


BASE = {"name": "Base", "relation": "finetune"}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({}, []),
        (
            {"permission": "https://x.y/letter"},
            [("permission", ("built_on", 0, "permission"), "https://x.y/letter")],
        ),
        ({"permission": "A quote."}, []),
        (
            {"same_licensor": True, "location": AT_HOME},
            [("same_licensor", ("built_on", 0, "same_licensor"), "Base")],
        ),
        (
            {"same_licensor": True, "location": AT_HOME, "permission": "A quote."},
            [("same_licensor", ("built_on", 0, "same_licensor"), "Base")],
        ),
        ({"same_licensor": True, "location": "https://x.y/z"}, []),
    ],
)
def test_a_permission_that_is_shown_is_attested(entry, expected):
    assert told({"built_on": [{**BASE, **entry}]}) == expected


def test_that_no_model_is_left_out_stands_where_models_are_named():
    made = told({"built_on": [BASE], "parameters": {"weights": "w.bin"}})

    assert made == [("lineage", ("built_on",), "")]


@pytest.mark.parametrize(("binding", "is_told"), [(False, True), (True, False), (None, False)])
def test_terms_that_are_said_to_bind_nobody_are_attested_wherever_they_stand(binding, is_told):
    terms = {"location": "https://x.y/policy"}
    terms |= {} if binding is None else {"binding": binding}
    made = told(
        {
            "parameters": {"weights": {"location": "w.bin", "further_terms": terms}},
            "data.sources": [{"name": "S", "availability": "public", "further_terms": terms}],
            "built_on": [{**BASE, "further_terms": [terms]}],
        }
    )

    paths = [path for key, path, text in made if key == "not-binding"]
    assert paths == (
        [
            ("parameters", "weights", "further_terms"),
            ("data", "sources", 0, "further_terms"),
            ("built_on", 0, "further_terms", 0),
        ]
        if is_told
        else []
    )


@pytest.mark.parametrize(("role", "expected"), [("third-party", True), ("producer", False)])
def test_a_third_partys_declaration_says_so_last(role, expected):
    made = told({"declared": {"by": "X", "role": role, "date": "2026"}}, bare=False)

    assert (made[-1][0] == "third-party") is expected
