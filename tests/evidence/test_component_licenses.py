# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What license files show of the license of a component at home, of prose, of a named text."""

from pathlib import Path

import pytest

from osaid_action.evidence.component_licenses import ComponentLicenses, without_text
from osaid_action.evidence.observation import CONTRADICTED, DECLARED, FOUND, VERIFIED
from osaid_action.evidence.paths import Paths
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.model import Part
from osaid_action.validation.loader import load
from tests.made import whole

APACHE = (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8")
TRAINING = ("code", "training")
WEIGHTS = ("parameters", "weights")
SCOPE = ("data", "description", "scope")


def told(one):
    return [(diagnostic.rule.id, diagnostic.path) for diagnostic in one.diagnostics]


def licenses(home, files, **changes):
    declaration = load(whole({f"licenses.{key}": value for key, value in changes.items()}))
    return ComponentLicenses(declaration, Paths(home({"LICENSE": None, **files}).tree, ""))


def nearest(made, part, component="code.training"):
    return made.nearest(part, component, made.paths.resolved(part.location))


@pytest.mark.parametrize(
    ("group", "where", "is_told"),
    [
        ("code", ("licenses", "code"), True),
        ("code", (*TRAINING, "license"), True),
        ("parameters", (*WEIGHTS, "license"), True),
        ("parameters", ("licenses", "code"), False),
        ("data", ("data", "description", "scope", "license"), False),
        ("documents", ("licenses", "documents"), False),
    ],
)
def test_code_and_weights_ask_for_a_license_text(group, where, is_told):
    one = without_text(group, "MIT", where, None)

    assert told(one) == ([("license-text-missing", where)] if is_told else [])
    assert (one.terms is not None) is is_told
    assert one.status is (DECLARED if is_told else FOUND)
    if is_told:
        assert {grant.outcome.value for grant in one.terms.grants.values()} == {"undecided", "met"}


@pytest.mark.parametrize(
    ("files", "status", "rules"),
    [
        ({"LICENSE": APACHE}, VERIFIED, []),
        ({"src/LICENSE": APACHE}, VERIFIED, []),
        ({}, DECLARED, ["license-text-missing"]),
        ({"src/LICENSE": f"{APACHE}\nNot for military use.\n"}, CONTRADICTED, ["license-altered"]),
    ],
)
def test_code_has_the_license_files_that_are_nearest(home, files, status, rules):
    made = licenses(home, {"src/train.py": "x", **files})

    one = nearest(made, Part(TRAINING, "src/train.py"))

    assert one.status is status
    assert told(one) == [(rule, ("licenses", "code")) for rule in rules]


def test_its_own_license_is_told_of_where_it_stands(home):
    made = licenses(home, {"train.py": "x"})

    one = nearest(made, Part(TRAINING, "train.py", license="MIT"))

    assert told(one) == [("license-text-missing", (*TRAINING, "license"))]


def test_without_a_license_there_is_nothing_to_compare(home):
    made = licenses(home, {"w.bin": "x", "LICENSE": APACHE})

    one = nearest(made, Part(WEIGHTS, "w.bin"), "parameters.weights")

    assert (one.status, one.notes, one.diagnostics) == (FOUND, (), ())


def test_what_lies_in_a_submodule_has_no_license_files_here(home):
    modules = '[submodule "m"]\n\tpath = m\n\turl = https://x.y/m\n'
    made = licenses(home, {".gitmodules": modules, "LICENSE": APACHE})

    one = nearest(made, Part(TRAINING, "m/train.py"))

    assert (one.status, one.notes) == (FOUND, ())


@pytest.mark.parametrize(
    ("files", "status"),
    [({"docs/LICENSE": APACHE}, DECLARED), ({"LICENSES/Apache-2.0.txt": APACHE}, FOUND)],
)
def test_prose_is_found_where_its_license_is_verified(home, files, status):
    made = licenses(home, files)

    assert made.prose(Part(SCOPE, text="Words.")).status is status
    assert made.documents().status is status
    assert made.prose(Part(SCOPE, text="Words.", license="MIT")).status is DECLARED


@pytest.mark.parametrize(
    ("named", "license_", "status", "rules"),
    [
        (("TERMS",), "Apache-2.0", VERIFIED, []),
        (("TERMS",), "MIT", CONTRADICTED, ["license-mismatch"]),
        (("TERMS",), "", DECLARED, []),
        (("GONE",), "Apache-2.0", CONTRADICTED, ["path-missing"]),
        (("TERMS", "GONE"), "Apache-2.0", CONTRADICTED, ["path-missing"]),
        (("https://x.y/TERMS",), "Apache-2.0", None, []),
        ((), "Apache-2.0", None, []),
    ],
)
def test_a_license_file_that_is_named_is_compared_or_missed(home, named, license_, status, rules):
    made = licenses(home, {"TERMS": APACHE, "w.bin": "x"})
    part = Part(WEIGHTS, "w.bin", license=license_, license_files=named)

    found = list(made.named(part))

    assert [one.status for one in found] == ([] if status is None else [status])
    assert [one for seen in found for one in told(seen)] == [
        (rule, (*WEIGHTS, "license_file")) for rule in rules
    ]
    if "GONE" in named:
        assert found[0].terms is NO_LICENSE


def test_what_lies_beside_a_named_license_file_is_weighed(home):
    part = Part(TRAINING, "train.py", license="Apache-2.0", license_files=("TERMS",))
    files = {"train.py": "x", "TERMS": APACHE}

    alone = nearest(licenses(home, files), part)
    beside = nearest(licenses(home, {**files, "LICENSE": "For research use only.\n"}), part)

    assert (alone.status, alone.terms) == (FOUND, None)
    assert beside.terms is not None
