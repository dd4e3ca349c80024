# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a person or a program is told of a license."""

import json
import textwrap

import pytest

from osaid_action.check import check
from osaid_action.licenses.catalogue import all_licenses
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.model import Outcome
from osaid_action.report import license_pages


@pytest.mark.parametrize("license_", all_licenses(), ids=lambda x: x.id)
def test_every_license_can_be_explained_in_80_columns(license_):
    text = license_pages.explain(license_.id)

    assert all(len(line) <= 80 or " " not in line.strip() for line in _but_addresses(text))
    assert text.startswith(license_.id)
    assert text.endswith("\n")
    assert "SPDX list 3.29.0" in text


def _but_addresses(text):
    return [line for line in text.splitlines() if "https://" not in line]


def test_llama2_in_full():
    assert license_pages.explain("llama2") == LLAMA2


LLAMA2 = """\
LicenseRef-llama2: Llama 2 Community License Agreement
by Meta, written for models

What it says to the four freedoms
  use     restricted: use-policy, user-threshold, outputs
  study   granted
  modify  restricted: user-threshold, outputs, share-limits
  share   restricted: user-threshold, share-limits

What restricts
  use-policy          on use, §1(b)(iv): an acceptable use policy bans listed
                      purposes
  user-threshold      on use, modify and share, §2: whoever had more than 700
                      million monthly users at the release needs a separate
                      license from Meta
  outputs             on use and modify, §1(b)(v): the model and its outputs may
                      not be used to improve any other large language model
  share-limits        on modify and share, §1(b)(i): recipients of copies and of
                      changed versions are bound by the same agreement and its
                      limits on use

What any open license may ask
  notice              on share, §1(b)(i) and (iii): a copy of the agreement and
                      a notice line go along

Under the Open Source AI Definition 1.0
  parameters, data  not met: it restricts use, modify and share; grants study
  code              not met: it is not on the OSI's list, which code needs

Where this comes from
  OSI            not on its list (SPDX list 3.29.0)
  FSF            says nothing (SPDX list 3.29.0)
  Also written   llama2, llama-2, LicenseRef-scancode-llama-2-license-2023,
                 llama-2-community-license
  Text           https://ai.meta.com/llama/license/
  Copy read      github.com/meta-llama/llama-models: models/llama2/LICENSE
  Known from     this project's catalogue
  Certainty      high: its text was read, 2026-11-25

What to do
  If the work is yours: release parameters under Apache-2.0, MIT or OpenMDW-1.0;
  data and documents under CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0; code under
  Apache-2.0 or MIT. A list of banned uses binds users, and an open license may
  not have one; a model card may ask for care instead.
  If the limit comes from a model that yours is built on, a new license does not
  lift it: choose another base, or declare it as it is.

This costs a freedom
  parameters:
    weights: {location: "https://…", license: llama2}

This grants all four
  parameters:
    weights: {location: "https://…", license: Apache-2.0}
"""


def test_what_is_recommended_is_what_it_is_said_to_be():
    for id_ in ("Apache-2.0", "MIT"):
        assert (terms(id_).granting, terms(id_).osi) == (Outcome.MET, Outcome.MET)
    for id_ in ("OpenMDW-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"):
        assert terms(id_).granting is Outcome.MET


def test_an_expression_is_shown_part_by_part():
    text = license_pages.explain("MIT OR (llama2 AND cc-by-4.0)")

    assert text.startswith(
        "MIT OR (LicenseRef-llama2 AND CC-BY-4.0)\n"
        "\n"
        "Part by part\n"
        "  a choice of (OR): grants all four freedoms\n"
        "    MIT: grants all four freedoms\n"
        "    all of (AND): restricts use, modify and share; grants study\n"
        "      LicenseRef-llama2: restricts use, modify and share; grants study\n"
        "      CC-BY-4.0: grants all four freedoms\n"
    )


@pytest.mark.parametrize(
    ("expression", "line"),
    [
        ("Apache2", "did you mean Apache-2.0?"),
        ("Foo-1.0", "code              cannot tell: nobody can say whether the OSI approved it"),
        ("CC-BY-3.0-DE", "Note           Read as CC-BY-4.0."),
        ("CC0-1.0", "(open in substance, not on"),
        ("gpl-3.0", "Worst of       GPL-3.0-only, GPL-3.0-or-later"),
        ("Xerox", "the Blue Oak Council's list"),
        ("jamba-open-model", "use     cannot tell: user-threshold, use-policy, as reported"),
        ("jamba-open-model", "on use: reported, not confirmed: commercial use is allowed"),
        ("modified-mit", "Note           It names no one text: kimi-k2-modified-mit,"),
        ("other", "use     cannot tell\n"),
        ("kimi-k2", "use     cannot tell: display\n"),
        ("kimi-k2", "  display             on use, last paragraph: commercial products"),
        ("kimi-k2", "Nobody is shut out, but a duty to show or to bear a name"),
        ("kimi-k2", "share   granted\n"),
        ("llama3.1", "use     restricted: use-policy, user-threshold\n"),
        ("llama3.1", "user-threshold      on use, modify and share, §2: whoever had more"),
        ("gemma", "remote-restriction  on use, §3.2: Google may restrict use"),
        ("deepseek", "Copy read      ScanCode 32.5.0: deepseek-la-1.0"),
        ("Aladdin", "use     restricted: listed-nonfree\n"),
        ("CC-BY-NC-2.0", "§2(a)(1) in 4.0: commercial use"),
        ("Foo-1.0 OR llama2", "use     cannot tell: another choice of it is not known"),
        ("GPL-2.0-only WITH LLVM-exception", "WITH LLVM-exception, read as GPL-2.0-only"),
        ("LicenseRef-Mine", "a person has to"),
        ("JSON", "FSF            not free"),
        ("Apache-2.0", "Fit for code, parameters and data alike."),
    ],
)
def test_explanations_say_what_matters(expression, line):
    assert line in license_pages.explain(expression)


def test_no_expression_is_not_explained():
    with pytest.raises(ExpressionError):
        license_pages.explain("Apache 2.0")
    with pytest.raises(ExpressionError):
        license_pages.explain_data("Apache 2.0")


@pytest.mark.parametrize("license_", all_licenses(), ids=lambda x: x.id)
def test_every_explanation_is_json(license_):
    data = license_pages.explain_data(license_.id)

    assert json.loads(json.dumps(data)) == data


def test_explanation_as_data():
    data = license_pages.explain_data("MIT AND llama2")

    assert data["expression"] == "MIT AND LicenseRef-llama2"
    assert {f: d["outcome"] for f, d in data["freedoms"].items()} == {
        "use": "unmet",
        "study": "met",
        "modify": "unmet",
        "share": "unmet",
    }
    assert data["clauses"][0] == {
        "kind": "use-policy",
        "freedoms": ["use"],
        "section": "§1(b)(iv)",
        "text": "an acceptable use policy bans listed purposes",
    }
    assert data["kinds"]["share-limits"] == "copies or changed versions carry its limits"
    assert data["licenses"][1]["clauses"] == data["clauses"]
    assert data["licenses"][1]["copy"].endswith("models/llama2/LICENSE")
    assert data["requirements"] == {"code": "unmet", "data": "unmet", "parameters": "unmet"}
    assert [part["expression"] for part in data["tree"]["parts"]] == ["MIT", "LicenseRef-llama2"]
    assert data["licenses"][1]["basis"] == "read"
    assert data["spdx_list"] == "3.29.0"


def test_a_listing_without_filters_is_whole():
    assert len(license_pages.listing_data()) == len(all_licenses())
    assert len(license_pages.listing().splitlines()) == len(all_licenses()) + 2


def test_listing_lines():
    assert license_pages.listing("use", query="llama 2").splitlines() == [
        "use, study, modify, share: + granted, - restricted, ? cannot tell; SPDX 3.29.0",
        "- + - -       LicenseRef-llama2  Llama 2 Community License Agreement",
        "1 license",
    ]


@pytest.mark.parametrize("freedom", ["use", "study", "modify", "share"])
def test_listing_by_what_is_restricted(freedom):
    rows = license_pages.listing_data(freedom)

    assert rows
    assert {row["grants"][freedom]["outcome"] for row in rows} == {"unmet"}


def test_listing_of_the_osis():
    rows = license_pages.listing_data(osi=True)

    assert {row["osi"] for row in rows} == {"met"}
    assert {"MIT", "Apache-2.0"} <= {row["id"] for row in rows}
    assert license_pages.listing_data("use", osi=True) == []


def test_listings_fit_80_columns():
    head, *rows = license_pages.listing().splitlines()

    assert len(head) <= 80
    assert all(len(row) <= 80 for row in rows)


# ------------------------------------------------------------------ YAML to copy

HEAD = 'open_ai_system: "1.0"\nsystem: {name: Heron 1B}\n'


@pytest.mark.parametrize(
    ("license_", "outcomes"),
    [
        ("MIT", ["met"]),
        ("MIT OR GPL-3.0-only", ["met"]),
        ("CC-BY-4.0", ["met"]),
        ("llama2", ["unmet", "met"]),
        ("openrail", ["unmet", "met"]),
        ("other", ["undecided", "met"]),
    ],
)
def test_a_page_has_yaml_to_copy(license_, outcomes):
    blocks = license_pages.explain(license_).rstrip().split("\n\n")[-len(outcomes) :]

    told = []
    for block in blocks:
        yaml = textwrap.dedent(block.partition("\n")[2]).replace("…", "e.org/heron") + "\n"
        report = check((HEAD + yaml).encode(), "OPEN_AI_SYSTEM.yaml")
        told += [x.outcome.value for x in report.requirements if x.id == "parameters.weights"]
    assert told == outcomes
