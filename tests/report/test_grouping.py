# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One cause is one thing to read, and nothing that was found is lost for it."""

from pathlib import Path

import pytest

from osaid_action.check import check
from osaid_action.definition.rules.components import BASE_UNMET
from osaid_action.findings import Finding
from osaid_action.report.grouping import grouped
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from tests.made import GONE, report

NO = {"not_released": "It belongs to a partner."}
THIRD = {"declared": {"by": "Somebody", "role": "third-party", "date": "2026-11-20"}}
LIMITS = {"parameters.weights.license": "llama2", "code.inference.license": "llama2"}


def only(rule, made):
    return [finding for finding in made.findings if finding.rule.id.startswith(rule)]


def test_findings_that_differ_in_the_thing_alone_are_told_together():
    made = report({"code.inference.license": "CC-BY-4.0", "code.training.license": "CC-BY-4.0"})
    (group,) = grouped(only("license-not-osi", made))

    assert len(group.lines) == 2
    assert "the training code and the inference code" in group.message
    assert group.first == group.findings[0]


def test_what_has_a_remedy_of_its_own_is_told_alone():
    made = report({"code": GONE})

    assert len(grouped(f for f in made.findings if f.rule.id.endswith("missing"))) == 6


def test_what_a_third_party_leaves_out_is_one_thing_to_do():
    made = report({"code": GONE, **THIRD})
    groups = [g for g in grouped(made.findings) if g.first.rule.id.endswith("missing")]

    assert [len(group.findings) for group in groups] == [6]
    assert groups[0].message == (
        "6 parts (libraries, inference code, data processing code, training code, validation code "
        "and architecture): not declared"
    )


def test_one_reason_for_two_things_is_told_once():
    made = report({"code.training": NO, "code.validation": NO, **THIRD})
    (group,) = [g for g in grouped(made.findings) if g.first.rule.id.endswith("code-missing")]

    assert group.message == (
        "the training code and the validation and testing code: not released "
        "(reason given: “It belongs to a partner.”)"
    )
    assert [rule.id for rule in group.rules] == ["training-code-missing", "validation-code-missing"]


def test_a_license_is_told_once_with_all_that_it_restricts():
    groups = grouped(only("license-restricts", report({"parameters.weights.license": "llama2"})))

    (group,) = groups
    assert group.message.startswith(
        "the license llama2 (of the weights) restricts the freedoms to use, modify and share: "
    )
    told = group.message.partition(": ")[2].split("; ")
    assert len(told) == len(set(told)) >= 3


BASES = Path(__file__).parents[1] / "declarations"


@pytest.mark.parametrize(
    ("name", "rule", "told"),
    [
        ("bad/base-unmet", "base-unmet", "its own declaration does not grant study and modify"),
        (
            "noted/base-undecided",
            "base-undecided",
            "it is not known whether one may study and modify",
        ),
    ],
)
def test_a_model_is_told_once_with_all_that_it_does_not_grant(name, rule, told):
    path = f"{name}/OPEN_AI_SYSTEM.yaml"
    home = DeclarationFile(DiskTree(str(BASES)), path, name)
    made = check((BASES / path).read_bytes(), path, home)
    findings = only(rule, made)

    (group,) = grouped(findings)
    assert len(findings) == 3
    assert {*group.findings} == {*findings}
    assert group.message == f"Base, which it is built on: {told}"


def test_of_a_model_that_grants_all_the_verdict_is_told():
    message = "Base, which it is built on, does not meet OSAID"
    finding = Finding("a", BASE_UNMET, message, "r", "/built_on/0/declaration", 1, 1)
    other = finding._replace(id="b", pointer="/built_on/1/declaration")

    assert [group.message for group in grouped([finding, other])] == [message, message]


@pytest.mark.parametrize(
    "changes", [LIMITS, {"code": GONE, **THIRD}, {"data": GONE}, {"licenses.code": "llama2"}]
)
def test_nothing_is_lost_and_nothing_is_told_twice(changes):
    findings = report(changes).findings
    told = [finding for group in grouped(findings) for finding in group.findings]

    assert sorted(f.id for f in told) == sorted(f.id for f in findings)
    for group in grouped(findings):
        assert {finding.line for finding in group.findings} == {*group.lines}
        assert len({finding.severity for finding in group.findings}) == 1


def test_a_long_quote_is_cut_behind_a_word_and_stays_whole_in_the_finding():
    words = "we keep it to ourselves for reasons of ours " * 5
    made = report({"code.training": {"not_released": words}})
    finding = next(f for f in made.findings if f.rule.id == "training-code-missing")
    (group,) = grouped([finding])

    assert " ".join(words.split()) in finding.message
    quote = group.message.partition("“")[2].partition("”")[0]
    assert quote.endswith(" …")
    assert words.startswith(quote.removesuffix("…"))
    assert len(quote) <= 122


def test_a_huge_message_is_not_told_whole():
    made = report({"code.training": {"not_released": "“x” y " * 100_000}})

    assert max(len(group.message) for group in grouped(made.findings)) < 1300
