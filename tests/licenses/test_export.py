# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is known of licenses, as programs are told."""

import json

import pytest

from osaid_action.licenses.catalogue import all_licenses, find, spdx_list_version
from osaid_action.licenses.evaluate import ExpressionError, terms
from osaid_action.licenses.export import clauses_data, explain_data, listing_data, select
from osaid_action.model import FREEDOMS, Outcome


def test_clauses_as_reports_carry_them():
    assert clauses_data(terms("kimi-k2").clauses) == [
        {
            "kind": "display",
            "freedoms": ["use"],
            "section": "last paragraph",
            "text": "commercial products with more than 100 million monthly users or 20 million US"
            " dollars of monthly revenue must display 'Kimi K2'",
        },
        {
            "kind": "notice",
            "freedoms": ["share"],
            "section": "the permission notice",
            "text": "notices and the license text go along",
        },
    ]


# ------------------------------------------------------------------ explain


def outcomes(freedoms):
    return [freedoms[freedom]["outcome"] for freedom in FREEDOMS]


def test_an_expression_is_explained_whole():
    data = explain_data("cc0-1.0 AND llama2")

    assert data["expression"] == "CC0-1.0 AND LicenseRef-llama2"
    assert outcomes(data["freedoms"]) == ["unmet", "met", "unmet", "unmet"]
    assert "700 million" in data["freedoms"]["use"]["clause"]
    assert data["requirements"] == {"code": "unmet", "data": "unmet", "parameters": "unmet"}
    assert data["clauses"] == clauses_data(terms("CC0-1.0 AND llama2").clauses)
    assert data["spdx_list"] == spdx_list_version()
    assert [license_["id"] for license_ in data["licenses"]] == ["CC0-1.0", "LicenseRef-llama2"]


def test_code_asks_for_the_osi_and_data_and_parameters_for_all_freedoms():
    assert explain_data("CC-BY-4.0")["requirements"] == {
        "code": "unmet",
        "data": "met",
        "parameters": "met",
    }


def test_every_kind_of_clause_that_binds_is_explained_once():
    data = explain_data("llama2")

    assert {*data["kinds"]} == {clause["kind"] for clause in data["clauses"]}
    assert data["kinds"]["user-threshold"] == "too many users or too much revenue shuts out"


def test_remarks_are_carried_along():
    assert explain_data("cc-by")["remarks"] == ["CC-BY names no version: read as CC-BY-4.0"]


def test_a_text_of_ones_own_is_taken_for_shown():
    assert outcomes(explain_data("LicenseRef-Mine")["freedoms"]) == ["undecided"] * 4
    assert explain_data("MIT AND LicenseRef-Mine")["tree"]["osi"] == "undecided"


def test_a_license_that_stands_twice_is_told_once():
    assert [one["id"] for one in explain_data("MIT OR (ISC AND mit)")["licenses"]] == ["MIT", "ISC"]


def test_a_tree_has_a_branch_for_each_part():
    tree = explain_data("MIT OR llama2 AND cc0-1.0")["tree"]
    left, right = tree["parts"]

    assert (tree["operator"], tree["osi"], tree["freedoms"]["use"]) == ("OR", "met", "met")
    assert left == {
        "expression": "MIT",
        "osi": "met",
        "freedoms": dict.fromkeys(FREEDOMS, "met"),
    }
    assert (right["operator"], right["freedoms"]["use"]) == ("AND", "unmet")
    assert [one["expression"] for one in right["parts"]] == ["LicenseRef-llama2", "CC0-1.0"]


def test_what_is_no_expression_is_not_explained():
    with pytest.raises(ExpressionError):
        explain_data("MIT OR")


# ------------------------------------------------------------------ a license


def test_a_license_is_recorded_with_how_it_is_known():
    (record,) = explain_data("llama2")["licenses"]

    assert (record["basis"], record["certainty"], record["osi"]) == ("read", "high", "unmet")
    assert record["copy"] == "github.com/meta-llama/llama-models: models/llama2/LICENSE"
    assert outcomes(record["grants"]) == ["unmet", "met", "unmet", "unmet"]
    assert record["clauses"] == clauses_data(find("llama2").clauses)
    assert record["aliases"][:2] == ["llama2", "llama-2"]
    assert record["stands_for"] == []


def test_a_label_is_recorded_with_the_texts_it_stands_for():
    (record,) = explain_data("GPL-2.0")["licenses"]

    assert record["stands_for"] == ["GPL-2.0-only", "GPL-2.0-or-later"]


@pytest.mark.parametrize(
    "data", [listing_data(query="llama"), explain_data("MIT OR (openrail AND LicenseRef-Mine)")]
)
def test_all_that_is_told_is_json(data):
    assert json.loads(json.dumps(data)) == data


# ------------------------------------------------------------------ listing


def test_no_filter_lists_all_by_id():
    ids = [license_.id for license_ in select()]

    assert ids == sorted((x.id for x in all_licenses()), key=str.lower)
    assert [record["id"] for record in listing_data()] == ids


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_those_that_restrict_a_freedom(freedom):
    found = select(freedom)

    assert {x.grants[freedom].outcome for x in found} == {Outcome.UNMET}
    assert len(found) == sum(x.grants[freedom].outcome is Outcome.UNMET for x in all_licenses())


def test_those_that_the_osi_approved():
    found = select(osi=True)

    assert {x.osi for x in found} == {Outcome.MET}
    assert len(found) == sum(x.osi is Outcome.MET for x in all_licenses())


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("LLAMA 2", "LicenseRef-llama2"),
        ("licenseref-llama2", "LicenseRef-llama2"),
        ("llama-2-license-2023", "LicenseRef-llama2"),
        ("moonshot", "LicenseRef-kimi-k3"),
        ("public license", "MPL-2.0"),
        ("data-or-docs", "CC-BY-3.0-NL"),
    ],
)
def test_a_query_is_looked_for_in_id_name_aliases_kind_and_steward(query, id_):
    found = [license_.id for license_ in select(query=query)]

    assert id_ in found
    assert "0BSD" not in found


def test_filters_narrow_each_other():
    both = {x.id for x in select("use", query="community")}

    assert both == {x.id for x in select("use")} & {x.id for x in select(query="community")}
    assert select("use", osi=True) == []
    assert listing_data("use", query="llama2")[0]["id"] == "LicenseRef-llama2"
    assert [x["id"] for x in listing_data(osi=True, query="0bsd")] == ["0BSD"]
