# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a comment tells one by one: what changed, what is in the way, requirements, remarks."""

import re

import pytest

from osaid_action.findings import Finding
from osaid_action.report import markdown_sections as sections
from osaid_action.report.markdown_parts import View
from tests.made import GONE, report
from tests.report.heron import (
    LESS,
    MISSPELT,
    NO_TRAINING,
    UNKNOWN_LICENSE,
    WHOLE,
    at_head,
    change_from,
    report_on,
)

NO = {"not_released": "We keep it."}


def view(after, before=None, link=None):
    return View(report_on(after), change_from(before, after) if before else None, link)


def made(changes=None):
    return View(report(changes), None, None)


def text(section):
    """A section as it is shown."""
    return "\n".join([section.head, *(item.text for item in section.items), section.foot])


# ------------------------------------------------------------------ what changed


def test_each_thing_that_changed_has_a_line():
    section = sections.changed(view(NO_TRAINING, WHOLE))

    assert section.total == len(section.items) == 1
    assert section.items[0].text.startswith("- the training code: met → **not met**")
    assert section.noun == "change"


def test_what_did_not_change_has_none():
    assert sections.changed(view(WHOLE, WHOLE)).items == []
    assert sections.changed(view(WHOLE)).total == 0


# ------------------------------------------------------------------ what is in the way


@pytest.mark.parametrize(
    ("before", "after", "heads"),
    [
        (None, LESS, ["**What is in the way**\n"]),
        (None, UNKNOWN_LICENSE, ["**What cannot be told**\n"]),
        (MISSPELT, LESS, ["**What is in the way**\n"]),
        (WHOLE, NO_TRAINING,
         ["**To get Study and Modify back**\n", "**In the way, as before**\n"]),
        (WHOLE, UNKNOWN_LICENSE, ["**To get all four back**\n", "**In the way, as before**\n"]),
        (NO_TRAINING, NO_TRAINING,
         ["**In the way since this change**\n", "**In the way, as before**\n"]),
    ],
)  # fmt: skip
def test_what_is_in_the_way_is_told_beside_what_was(before, after, heads):
    assert [section.head for section in sections.in_the_way(view(after, before))] == heads


@pytest.mark.parametrize(
    ("before", "after", "is_new"),
    [(WHOLE, NO_TRAINING, True), (NO_TRAINING, NO_TRAINING, False)],
)
def test_what_is_new_is_apart_from_what_was_so_before(before, after, is_new):
    new, old = sections.in_the_way(view(after, before))

    assert (new.total, old.total) == ((1, 0) if is_new else (0, 1))


@pytest.mark.parametrize(("number", "is_folded"), [(3, False), (4, True)])
def test_what_was_so_before_is_folded_when_it_is_long(number, is_folded):
    names = ["data_processing", "training", "validation", "architecture"][:number]
    text_ = WHOLE
    for name, there in {
        "data_processing": "  data_processing: src/data/\n",
        "training": "  training:\n    location: src/train/\n    settings: configs/1b.yaml\n",
        "validation": "  validation: tests/\n",
        "architecture": "  architecture: src/model.py\n",
    }.items():
        if name in names:
            text_ = text_.replace(there, f"  {name}: {{not_released: 'Of {name}.'}}\n")
    _, old = sections.in_the_way(view(text_, text_))

    assert old.total == number
    assert ("<details>" in old.head) is ("</details>" in old.foot) is is_folded
    assert (f"{number} points in the way, as before" in old.head) is is_folded


# ------------------------------------------------------------------ problems


def problems(changes):
    (section,) = sections.in_the_way(made(changes))
    return section


@pytest.mark.parametrize(
    ("changes", "price"),
    [
        ({"code.training": NO}, "**so study and modify are not met**"),
        ({"parameters.weights.license": "Own-1.0"},
         "**so use, study, modify and share cannot be told**"),
        ({"parameters.weights.access": "gated"}, "**so use and study are not met**"),
        ({"data.description.scope.license": "CC-BY-NC-4.0"},
         "so this part is not met; no freedom hangs on it"),
        ({"data.description.scope.license": "Own-1.0"},
         "so this part cannot be told; no freedom hangs on it"),
    ],
)  # fmt: skip
def test_a_problem_says_what_it_costs(changes, price):
    first = problems(changes).items[0].text.splitlines()[0]

    assert price in first
    assert first.startswith("- **Line&nbsp;")


def test_what_would_leave_open_what_others_cost_says_so():
    told = problems({"code.training": NO, "parameters.weights.license": "Own-1.0"})
    lines = [line for item in told.items for line in item.text.splitlines()]

    assert any("**so study and modify are not met**" in line for line in lines)
    assert any(
        "**it alone would leave use, study, modify and share untold**" in line for line in lines
    )


@pytest.mark.parametrize(
    ("withheld", "prices"),
    [
        (["data_processing", "validation", "architecture"], [False, False, True]),
        (["inference", "data_processing", "validation"], [False, True, True]),
    ],
)
def test_what_hangs_on_several_alike_is_told_once(withheld, prices):
    third = {"declared": {"by": "Somebody", "role": "third-party", "date": "2026-11-20"}}
    kept = {f"code.{name}": {"not_released": f"Why {name}."} for name in withheld}
    item = problems(third | kept).items[0]
    told = [line for line in item.text.splitlines() if "**Line&nbsp;" in line]

    assert ["**so " in line for line in told] == prices


def test_a_problem_that_costs_nothing_says_nothing_of_it(home):
    card = {"documents.model_card": {"location": "gone.md"}}
    checked = report(card, home({"x": "x"}))
    (section,) = sections.in_the_way(View(checked, None, None))

    (line,) = [item.text.splitlines()[0] for item in section.items if "gone.md" in item.text]
    assert " · " not in line


def test_a_problem_has_its_way_out_its_clause_and_its_rule():
    lines = problems({"code.training": NO}).items[0].text.split("  \n  ")

    assert len(lines) == 3
    assert lines[1].startswith("→ ")
    assert lines[2].startswith("<sub>[OSAID 1.0, Code: ")
    assert "rules.md#training-code-missing" in lines[2]
    assert lines[2].endswith("</sub>")


def finding(number, remedy="do it", **fields):
    rule = report({"code.training": NO}).findings[0].rule
    known = {"message": f"problem {number}", "pointer": f"/x/{number}", "line": number}
    return Finding(
        **{"id": f"x{number}", "rule": rule, "remedy": remedy, "column": 1} | known | fields
    )


def listed(findings):
    view_ = made()
    invalid = view_.report._replace(findings=tuple(findings))
    return sections.errors(view_._replace(report=invalid))


@pytest.mark.parametrize(
    ("remedies", "weights"),
    [
        ("a", [1]),
        ("aa", [2]),
        ("aaaa", [4]),
        ("aaaaa", [4, 1]),
        ("aaaaaaaaa", [4, 4, 1]),
        ("ab", [1, 1]),
        ("aba", [1, 1, 1]),
        ("aabb", [2, 2]),
    ],
)
def test_a_few_problems_in_a_row_with_one_remedy_are_told_together(remedies, weights):
    section = listed(finding(number, remedy) for number, remedy in enumerate(remedies, 1))

    assert [item.weight for item in section.items] == weights
    assert section.total == len(remedies)
    assert [item.text.count("→") for item in section.items] == [1] * len(weights)
    assert [item.text.count("problem ") for item in section.items] == weights
    assert section.noun == "problem"


@pytest.mark.parametrize(("number", "told"), [(50, 50), (51, 50), (120, 50)])
def test_of_very_many_problems_the_first_are_told_and_all_are_counted(number, told):
    section = listed(finding(one, f"remedy {one}") for one in range(1, number + 1))

    assert (len(section.items), section.total) == (told, number)


def test_only_the_problem_of_that_line_and_rule_is_priced():
    """What is told together is priced together, and nothing else is."""
    changes = {
        "code.training.license": "CC-BY-ND-4.0",
        "code.inference.license": "CC-BY-ND-4.0",
    }
    told = "\n".join(item.text for item in problems(changes).items)
    priced = dict(
        re.findall(
            r"restricts the freedoms? to (.+?)(?::.*)? · \*\*so (.+?) (?:is|are) not met", told
        )
    )

    assert {*priced} == {"modify and share"}
    assert priced["modify and share"] == "modify and share"


# ------------------------------------------------------------------ folded away


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "13 required parts: 13 met · 0 verified, 0 found of 13 parts declared"),
        ({"code.training": NO}, "13 required parts: 12 met, 1 not met · "),
        ({"parameters.weights.license": "Own-1.0"},
         "13 required parts: 12 met, 1 cannot be told · "),
        ({"code.training": NO, "parameters.weights.license": "Own-1.0"},
         "13 required parts: 11 met, 1 not met, 1 cannot be told · "),
    ],
)  # fmt: skip
def test_the_requirements_are_counted(changes, title):
    section = sections.requirements(made(changes))

    assert f"<details><summary>{title}" in section.head
    assert section.total == len(section.items) == 13
    assert section.foot == "\n</details>"


def item(changes, name, link=None):
    """The pieces of a requirement's item, and its clause."""
    view_ = made(changes)._replace(link=link)
    told = [one.text for one in sections.requirements(view_).items]
    first, _, clause = next(one for one in told if name in one).partition("  \n  ")
    return first.split(" · "), clause


@pytest.mark.parametrize(
    ("changes", "picture", "told"),
    [
        ({}, "✅", ["`Apache-2.0`", "declared"]),
        ({"code.libraries": NO}, "❌", ["absent"]),
        ({"code.libraries": {"not_applicable": "No tokenizer is used."}}, "✅",
         ["does not apply"]),
        ({"code.libraries.license": "CC-BY-4.0"}, "❌",
         ["`CC-BY-4.0`; §3&#40;a&#41;, §2&#40;a&#41;&#40;5&#41;", "declared"]),
        ({"code.libraries.license": "Own-1.0"}, "❓", ["`Own-1.0`", "declared"]),
    ],
)  # fmt: skip
def test_a_requirement_is_an_item(changes, picture, told):
    (name, *pieces), clause = item(changes, "the supporting libraries")

    assert pieces[: len(told)] == told
    assert ["example.org" in one for one in pieces[len(told) :]] == [True] * ("declared" in told)
    assert name.startswith(f"- {picture}&nbsp;**the supporting libraries** (line&nbsp;")
    assert clause.startswith("<sub>[Code: ")
    assert clause.endswith(
        "](https://opensource.org/ai/open-source-ai-definition#:~:text=Code)</sub>"
    )


def test_what_is_not_in_the_file_has_no_line():
    (name, *_), _ = item({"code.libraries": GONE}, "the supporting libraries")

    assert name == "- ❌&nbsp;**the supporting libraries**"


def test_what_was_seen_is_told_beside_the_evidence():
    (told,) = [
        item.text for item in sections.requirements(view(WHOLE)).items if "validation" in item.text
    ]

    assert "verified: tests/ is there" in told


@pytest.mark.parametrize(
    ("licenses", "title", "number"),
    [
        ("", "0 remarks: no result hangs on them", 0),
        ("s", "1 remark: no result hangs on it", 1),
        ("sw", "2 remarks: no result hangs on them", 2),
    ],
)
def test_remarks_are_counted_and_folded(licenses, title, number):
    open_in_substance = {
        "s": {"data.description.scope.license": "CC-BY-4.0"},
        "w": {"parameters.weights.license": "CDLA-Permissive-2.0"},
    }
    changes = {}
    for one in licenses:
        changes |= open_in_substance[one]
    section = sections.remarks(made(changes))

    assert title in section.head
    assert section.total == number
    assert [item.text.startswith("- Line&nbsp;") for item in section.items] == [True] * number
    assert all(" → " in item.text for item in section.items)


def test_what_is_attested_is_listed():
    section = sections.attested(made())

    assert f"{section.total} claims on the author's word, that no program can check" in section.head
    assert section.total == len(section.items) > 3
    assert all(item.text.startswith("- that ") for item in section.items)


def test_lines_are_linked_in_every_section():
    linked = view(LESS, link=at_head)

    for section in (*sections.in_the_way(linked), sections.requirements(linked)):
        assert at_head(1).removesuffix("1") in text(section)
