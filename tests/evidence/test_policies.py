# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files of terms that lie beside the license or the weights, declared or not."""

import pytest

from osaid_action.evidence.policies import is_policy_name
from tests.made import freedoms, off, report, rules

WORDS = "Please read this before you use the model."
WEIGHTS = {"location": "weights/", "license": "Apache-2.0"}


@pytest.mark.parametrize(
    "name",
    [
        *("USE_POLICY.md", "USAGE_POLICY", "usage-policy.txt", "UsePolicy.md", "ACCEPTABLE_USE.md"),
        *("Acceptable Use Policy.pdf", "AUP.txt", "RESPONSIBLE_USE.md", "TERMS.md", "EULA"),
        *("TERMS_OF_USE.html", "PROHIBITED_USES.md", "LICENSE_ADDENDUM.txt", "use-restrictions.md"),
    ],
)
def test_names_of_policies(name):
    assert is_policy_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("LICENSE", "README.md", "SECURITY_POLICY.md", "PRIVACY.md", "usage.md", "USAGE.md"),
        *(
            "terms.py",
            "use_policy.json",
            "determined.md",
            "user_guide.md",
            "causes.txt",
            "policy.md",
        ),
        "x" * 1000,
    ],
)
def test_other_names(name):
    assert not is_policy_name(name)


@pytest.mark.parametrize("folder", ["", "weights/"])
def test_a_policy_that_nobody_declared_leaves_the_terms_open(home, folder):
    files = {f"{folder}USE_POLICY.md": WORDS, "weights/a.bin": "x"}
    made = report({"parameters.weights": WEIGHTS}, home(files))

    assert freedoms(made) == "undecided met undecided undecided"
    assert off(made) == {"parameters.weights": "undecided"}
    assert rules(made) == {"terms-undeclared"}
    assert f"{folder}USE_POLICY.md" in made.findings[0].message


def test_weights_elsewhere_have_the_policy_of_the_repository_too(home):
    made = report({}, home({"AUP.txt": WORDS}))

    assert off(made) == {"parameters.weights": "undecided"}


def test_code_at_home_has_it_too(home):
    made = report({"code.inference": "run.py"}, home({"run.py": "x", "TERMS.md": WORDS}))

    assert off(made) == {"parameters.weights": "undecided", "code.inference": "undecided"}


@pytest.mark.parametrize(
    ("terms", "outcome"),
    [
        ("USE_POLICY.md", "undecided"),
        ({"location": "USE_POLICY.md", "binding": False}, "met"),
        ({"location": "USE_POLICY.md", "restricts": ["use"]}, "unmet"),
    ],
)
def test_one_that_is_declared_is_what_it_is_declared_to_be(home, terms, outcome):
    weights = {**WEIGHTS, "further_terms": terms}
    files = {"USE_POLICY.md": WORDS, "weights/a.bin": "x", "run.py": "x"}
    made = report({"parameters.weights": weights, "code.inference": "run.py"}, home(files))

    assert made.verdict == outcome
    assert "terms-undeclared" not in rules(made)


def test_one_that_is_declared_for_a_card_is_not_declared_for_the_weights(home):
    card = {"location": "card.md", "further_terms": "USE_POLICY.md"}
    files = {"USE_POLICY.md": WORDS, "card.md": "x", "weights/a.bin": "x"}
    made = report({"parameters.weights": WEIGHTS, "documents.model_card": card}, home(files))

    assert off(made) == {"parameters.weights": "undecided"}


def test_a_policy_lifts_no_restriction(home):
    weights = {**WEIGHTS, "license": "llama2"}
    files = {"USE_POLICY.md": WORDS, "weights/a.bin": "x"}

    assert report({"parameters.weights": weights}, home(files)).verdict == "unmet"
