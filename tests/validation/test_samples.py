# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The line to type: typed as it is told, whatever key it is for, the file is valid."""

import json
import re

import pytest

from osaid_action.check import check
from osaid_action.validation.samples import sample
from osaid_action.validation.schema_keys import keys
from osaid_action.validation.yaml_reader import read

ALIKE = re.compile(
    r"documents\.(?!model_card)|code\.(?!training|inference)|parameters\.(?!weights)"
    r"|data\.description\.(?!labeling)"
)
"""Places below which is what is below others too."""
PLACES = sorted({key.place for key in keys() if not ALIKE.match(key.place)})
WRONG = [7, True, None, "", "a b", "ftp://x", [], ["a b"], [7]]
BESIDE = {  # what stands beside a key, so that it can
    "data.sources[]": {"name": "a", "availability": "open"},
    "built_on[]": {"name": "a", "relation": "merge"},
}


def declaration(place, value):
    """A declaration with a value at a place, and what must be there beside it."""
    data = {"open_ai_system": "1.0", "system": {"name": "Heron"}}
    at, where = data, ""
    *above, last = place.split(".")
    for step in above:
        where = f"{where}.{step}" if where else step
        is_list = step.endswith("[]")
        inner = dict(BESIDE.get(where, {})) if last != "not_released" else {}
        if is_list:
            at[step[:-2]] = [inner]
        else:
            at.setdefault(step, inner)
        at = at[step[:-2]][0] if is_list else at[step]
    if last == "not_released" and above and above[-1].endswith("[]"):
        at |= {"name": "a"} if above[0] == "data" else BESIDE["built_on[]"]
    if last in ("restricts", "binding") or (last == "notes" and above[-1] == "further_terms"):
        at["location"] = "a"
    if last == "date" and above[-1] == "source":
        at["location"] = "https://example.org"
    if place.startswith("data.sources.") and last != "not_applicable":
        data["data"]["sources"]["not_released"] = "We keep them."
    if value is not ...:
        at[last] = value
    return data


def said(data):
    """The errors on a declaration."""
    report = check(json.dumps(data).encode(), "x.yaml")
    return [one for one in report.findings if one.severity == "error"]


@pytest.mark.parametrize("place", PLACES)
def test_what_is_told_is_typed_and_the_file_is_valid(place):
    for wrong in WRONG:
        errors = said(declaration(place, wrong))
        at = "/" + place.replace("[]", "/0").replace(".", "/")
        told = [one.remedy for one in errors if one.pointer == at]
        for remedy in told:
            lines = re.findall(r"`((?:\w+): .+?)`(?:[;, ]|$)", remedy)
            if not lines:
                assert "put it in quotes" in remedy or "`{" in remedy, (wrong, remedy)
                continue
            typed = read(lines[0].encode()).data

            names = place.split(".")
            if [*typed] == names[-2:-1]:
                names.pop()  # a list of entries is one level up

            assert [*typed] == names[-1:], (wrong, remedy)
            assert said(declaration(".".join(names), *typed.values())) == [], (wrong, remedy)


@pytest.mark.parametrize("place", [one for one in PLACES if one != "open_ai_system"])
def test_every_key_has_a_line_and_it_is_valid(place):
    path = tuple(one for step in place.split(".") for one in _steps(step))
    typed = read(sample(path).encode()).data

    assert said(declaration(place, *typed.values())) == []


def _steps(step):
    return (step[:-2], 0) if step.endswith("[]") else (step,)


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("data", "sources"), "Reeds", "sources: [{name: Reeds, availability: public}]"),
        (
            ("data", "sources"),
            "https://e.org/reeds",
            'sources: [{name: reeds, availability: public, location: "https://e.org/reeds"}]',
        ),
        (("data", "sources", 0), "Reeds", "- {name: Reeds, availability: public}"),
        (("built_on",), ["A", "B"],
         "built_on: [{name: A, relation: finetune}, {name: B, relation: finetune}]"),
        (("built_on", 2), "A", "- {name: A, relation: finetune}"),
        (("built_on",), {"name": "A", "relation": "merge"},
         "built_on: [{name: A, relation: merge}]"),
        (("licenses",), "Apache 2.0", "licenses: {code: Apache-2.0}"),
        (("system",), "Heron 1B", 'system: {name: "Heron 1B"}'),
        (("code",), "train.py", "code: {training: train.py}"),
        (("parameters", "weights", "license"), ["MIT", "Apache 2"],
         'license: "MIT AND Apache-2.0"'),
        (("data", "sources", 0, "fee"), "no", "fee: false"),
        (("zebra",), "a", ""),
    ],
)  # fmt: skip
def test_own_words_are_taken_over(path, value, line):
    assert sample(path, value) == line
