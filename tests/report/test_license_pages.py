# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a person or a program is told of a license."""

import json

import pytest

from osaid_action.licenses.catalogue import all_licenses
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.model import Outcome
from osaid_action.report import license_pages


@pytest.mark.parametrize("license_", all_licenses(), ids=lambda x: x.id)
def test_every_license_can_be_explained_in_80_columns(license_):
    text = license_pages.explain(license_.id)

    assert all(len(line) <= 80 or "https://" in line for line in text.splitlines())
    assert text.startswith(license_.id)
    assert text.endswith("\n")
    assert "SPDX list 3.29.0" in text


def test_llama2_in_full():
    assert license_pages.explain("llama2") == LLAMA2


LLAMA2 = """\
LicenseRef-llama2: Llama 2 Community License Agreement
by Meta, written for models

What it says to the four freedoms
  use     restricted: an acceptable use policy bans listed purposes, and whoever
          had more than 700 million monthly users at the release needs a
          separate license from Meta
  study   granted
  modify  restricted: the model and its outputs may not be used to improve any
          other large language model
  share   restricted: recipients are bound by the same agreement and its limits
          on use, and a notice line must be kept

Under the Open Source AI Definition 1.0
  parameters, data  unmet: it restricts use, modify and share; grants study
  code              unmet: it is not on the OSI's list, which code needs

Where this comes from
  OSI            not on its list (SPDX list 3.29.0)
  FSF            says nothing (SPDX list 3.29.0)
  Also written   llama2, llama-2, LicenseRef-scancode-llama-2-license-2023
  Text           https://ai.meta.com/llama/license/
  Known from     this project's catalogue
  Certainty      high: its text was read, 2026-11-22

What to do
  If the work is yours: release parameters under Apache-2.0, MIT or OpenMDW-1.0;
  data and documents under CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0; code under
  Apache-2.0 or MIT. A model card may ask for care in use; an open license
  cannot demand it.
  If the limit comes from a model that yours is built on, a new license does not
  lift it: choose another base, or declare it as it is.
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
        ("jamba-open-model", "cannot tell; reported, not confirmed: "),
        ("modified-mit", "granted on a condition: commercial products"),
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
