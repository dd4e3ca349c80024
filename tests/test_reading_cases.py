# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Cases of the reading: what is declared, changed in one thing, and what comes of it.

Who says nothing gets nothing; who is honest loses nothing; who wants a good verdict without a
release gets none but where nobody can know, and then that is attested.
"""

import pytest

from osaid_action.licenses.catalogue import find
from tests.made import AT_HOME, ELSEWHERE, GONE, POINTS, freedoms, off, report, rules

SHORT = {"met": "y", "unmet": "n", "undecided": "?"}
SITE = "https://lab.example.org/"
HUB = "https://huggingface.co"
CODE = ("data_processing", "training", "validation", "libraries", "inference", "architecture")
NO_RECIPE = {
    "data.description": {"not_applicable": "The base has all of it."},
    "data.sources": {"not_applicable": "The base has all of it."},
    "code.training": {"not_applicable": "The base has all of it."},
    "code.architecture": {"not_applicable": "It is the base's."},
}


def signs(made):
    """The four freedoms in signs, use to share: ``y??n``."""
    return "".join(SHORT[one] for one in freedoms(made).split())


def points(*texts):
    """Texts for the five points: one for all, or one each."""
    texts = texts * len(POINTS) if len(texts) == 1 else texts
    told = zip(POINTS, texts, strict=True)
    return {f"data.description.{point}": {"text": text} for point, text in told}


def code(**entry):
    return {f"code.{name}": {"license": "MIT", "revision": "1", **entry} for name in CODE}


def base(relation="finetune", **entry):
    return {"built_on": [{"name": "Base", "relation": relation, **entry}]}


def source(**entry):
    return {"data.sources": [{"name": "Set", **entry}]}


def weights(**entry):
    return {"parameters.weights": {"location": f"{ELSEWHERE}/w", "revision": "1", **entry}}


CASES = {
    # a model made from another releases nothing of its own
    "a finetune that excuses all": ({**base(), **NO_RECIPE}, "?nn?"),
    "a merge that excuses its recipe": ({**base("merge", license="MIT"), **NO_RECIPE}, "ynny"),
    "a quantization likewise": ({**base("quantized", license="MIT"), **NO_RECIPE}, "ynny"),
    "training excused by an open part beside it": (
        {
            **base("included", license="MIT"),
            "code.training": {"not_applicable": "The part beside it has that."},
        },
        "ynny",
    ),
    # words that say nothing
    **{
        f"all five points: {text}": (points(text), "ynny")
        for text in ("Not disclosed.", "n/a", "None.", "unknown", "-", "?", "Proprietary")
    },
    "all five points: a pointer": (points("See the paper."), "ynny"),
    "all five points: a word": (points("Web pages."), "y??y"),
    # excuses
    "no processing code, by a pipeline kept back": (
        {"code.data_processing": {"not_applicable": "Our pipeline is proprietary."}},
        "ynny",
    ),
    "no processing code, and processing is told": (
        {"code.data_processing": {"not_applicable": "Nothing was processed."}},
        "y??y",
    ),
    "no validation, beside an evaluation": (
        {
            "code.validation": {"not_applicable": "There was no validation run."},
            "code.evaluation": f"{AT_HOME}/eval",
        },
        "y??y",
    ),
    "no validation, which is not published": (
        {"code.validation": {"not_applicable": "We do not publish it."}},
        "ynny",
    ),
    "unshareable, without one of the five words": (
        source(availability="unshareable", description="What we crawled on our own in 2023."),
        "ynny",
    ),
    "for sale by its maker": (
        source(availability="obtainable", location=f"{AT_HOME}/buy", fee=True),
        "y??y",
    ),
    "for sale below its maker's site": (
        {
            "system.homepage": SITE,
            **source(availability="obtainable", location="https://shop.lab.example.org/1"),
        },
        "y??y",
    ),
    # honesty about a teacher
    "a teacher that is called": (
        {**base("teacher", access="api"), "data.sources.0.generated_by": "Base"},
        "yyyy",
    ),
    "a teacher whose writing is not listed": (base("teacher", access="api"), "y??y"),
    # a base's gate and license
    "a gated base of weights that stand alone": (
        base(access="gated", license="Apache-2.0"),
        "y??y",
    ),
    "a gated base that is needed to run": (
        base("adapter", access="gated", license="Apache-2.0"),
        "nn?y",
    ),
    "an older license of the same licensor": (
        {
            **base(license="llama2", same_licensor=True, location=f"{HUB}/lab/base"),
            **weights(license="MIT", location=f"{HUB}/lab/model"),
        },
        "y??y",
    ),
    "the same, of another owner": (
        {
            **base(license="llama2", same_licensor=True, location=f"{HUB}/other/base"),
            **weights(license="MIT", location=f"{HUB}/lab/model"),
        },
        "??n?",
    ),
    # labels of no one text, and terms beside the license
    "a modified license": ({"parameters.weights.license": "modified-mit"}, "????"),
    "a label for anything": ({"parameters.weights.license": "other"}, "????"),
    "a duty to display": ({"parameters.weights.license": "kimi-k2"}, "?yyy"),
    "a policy that is said to restrict": (
        {"parameters.weights.further_terms": {"location": f"{SITE}p", "restricts": ["use"]}},
        "nyyy",
    ),
    "a policy of which nothing is said": (
        {"parameters.weights.further_terms": f"{SITE}p"},
        "????",
    ),
    # musts of the text
    "training without settings": ({"code.training.settings": GONE}, "y??y"),
    "code in part": (
        {"code.data_processing": [f"{AT_HOME}/p", {"not_released": "What wrote the mathematics."}]},
        "ynny",
    ),
    # a choice is one alternative, whole
    "a choice of two that are not free": (
        {"parameters.weights.license": "CC-BY-ND-4.0 OR JSON"},
        "nyyy",
    ),
    "a choice with one that is free": (
        {"parameters.weights.license": "AGPL-3.0-only OR LicenseRef-commercial"},
        "yyyy",
    ),
    # one cause, one finding; what a label is
    "data that all went offline, in a word": (
        source(availability="public", location=f"{SITE}d", withdrawn="2023", description="x"),
        "ynny",
    ),
    "weights called free in a letter": (weights(asserted_free="x"), "nynn"),
    "code in one home page": (code(location=SITE), "????"),
    "code in one README": (code(location=f"{AT_HOME}/README.md"), "????"),
    # what people ask
    "data without commercial use, called open": (
        {"data.sources.0.license": "CC-BY-NC-4.0"},
        "yyyy",
    ),
    "copyleft data": ({"data.sources.0.license": "CC-BY-SA-4.0"}, "yyyy"),
    "a click that takes a name": ({"parameters.weights.access": "gated"}, "nnyy"),
    "users of a union shut out": ({"parameters.weights.license": "llama4"}, "nynn"),
    "a license that turns free in time": ({"parameters.weights.license": "BUSL-1.1"}, "nynn"),
    "no license of the inference code": (
        {"code.inference": f"{ELSEWHERE}/run"},
        "nyyn",
    ),
    "inference from a package": (
        {"code.inference": {"location": "pkg:pypi/transformers@4.48.0", "license": "Apache-2.0"}},
        "yyyy",
    ),
    "a part behind an API": (base("included", access="api"), "nnnn"),
    "code under a waiver": (
        {"code.inference.license": "CC0-1.0"},
        "yyyy",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=list(CASES))
def test_what_comes_of_it(changes, expected):
    assert signs(report(changes)) == expected


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"data.sources.0.license": "CC-BY-NC-4.0"}, "data.sources"),
        ({"code.inference.license": "CC0-1.0"}, "code.inference"),
    ],
)
def test_four_freedoms_are_not_all_that_is_required(changes, lacks):
    made = report(changes, required=("osaid",))

    assert signs(made) == "yyyy"
    assert off(made) == {lacks: "unmet"}
    assert rules(made, "error") == {"osaid-required"}


def test_a_card_for_all_five_points_and_one_no_for_all_are_one_finding_each(home):
    whole = report({"data.description": "card.md"}, home({"card.md": " ".join(POINTS.values())}))
    refused = report({"data.description": {"not_released": "We keep it."}})

    assert whole.verdict == "met"
    assert len([one for one in refused.findings if one.severity == "warning"]) == 1


@pytest.mark.parametrize("text", ["LICENSE", "OPEN_AI_SYSTEM.yaml"])
def test_a_license_or_the_declaration_is_no_description(home, text):
    made = report({"data.description.scope": text}, home({"OPEN_AI_SYSTEM.yaml": POINTS["scope"]}))

    assert off(made) == {"data.description.scope": "undecided"}


def test_a_sentence_that_limits_use_in_the_license_file_contradicts_it(home):
    text = home({}).tree.read("LICENSE", 100_000).decode()
    files = {"LICENSE": f"{text}\nFor research use only.\n", "run.py": "x"}
    made = report({"code.inference": "run.py"}, home(files))

    assert made.has_errors
    assert made.verdict != "met"


@pytest.mark.parametrize("identity", ["other", "modified-mit", "openrail"])
def test_labels_of_no_one_text_are_in_the_catalogue(identity):
    assert find(identity)
