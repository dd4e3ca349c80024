# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a comment begins and ends with, part by part."""

import pytest

from osaid_action.comparison import compare
from osaid_action.definition.freedoms import LABELS
from osaid_action.definition.requirements import DISCLAIMER
from osaid_action.model import FREEDOMS
from osaid_action.report import markdown_parts as parts
from osaid_action.report.markdown_parts import View, line_links
from tests.made import GONE, report
from tests.report.heron import (
    HERE,
    LESS,
    MISSPELT,
    NO_TRAINING,
    SHA,
    UNKNOWN_LICENSE,
    WHOLE,
    at_head,
    change_from,
    report_on,
)


def view(after, before=None, link=None, **options):
    """A report as it is shown, beside one on what was there before."""
    change = change_from(before, after) if before else None
    return View(report_on(after, **options), change, link)


NO_STUDY = "OSAID 1.0 not met: study and modify are missing"
GATED = {"parameters.weights.access": "gated"}
UNKNOWN = {"parameters.weights.license": "Own-1.0"}
TERMS = {"data.description.scope.license": "CC-BY-NC-4.0"}
UNKNOWN_TERMS = {"data.description.scope.license": "Own-1.0"}
ERROR = {"code.inference.location": "gone.py"}


# ------------------------------------------------------------------ the first line


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "OSAID 1.0 met, as declared"),
        (GATED, "OSAID 1.0 not met: use and study are missing"),
        (UNKNOWN, "OSAID 1.0: cannot tell for all four freedoms"),
        (TERMS, "OSAID 1.0 not met: 1 of 13 required parts not met"),
        ({**TERMS, "data.description.labeling.license": "CC-BY-NC-4.0"},
         "OSAID 1.0 not met: 2 of 13 required parts not met"),
        (UNKNOWN_TERMS, "OSAID 1.0: cannot tell for 1 of 13 required parts"),
        ({**TERMS, "data.description.labeling.license": "Own-1.0"},
         "OSAID 1.0 not met: 1 of 13 required parts not met"),
        ({**TERMS, **GATED}, "OSAID 1.0 not met: use and study are missing"),
        ({"open_ai_system": GONE}, "Invalid declaration: 1 problem to fix"),
    ],
)  # fmt: skip
def test_the_headline_says_what_holds(changes, expected):
    assert parts.headline(report(changes), None) == expected


@pytest.mark.parametrize("number", [1, 2])
def test_errors_are_counted_where_all_four_freedoms_hold(home, number):
    sources = [{"name": "x", "availability": "public", "location": "https://x.y"}]
    cards = {
        "documents.model_card": {"location": "gone.md"},
        **({"documents.data_card": {"location": "gone-too.md"}} if number > 1 else {}),
    }
    made = report({"data.sources": sources, **cards}, home({"x": "x"}))
    told = parts.headline(made, None)

    assert told.endswith(f" · {number} error{'s' * (number > 1)}")


@pytest.mark.parametrize(
    ("before", "after", "end"),
    [
        (WHOLE, WHOLE, "OSAID 1.0 met, as declared · as before"),
        (
            WHOLE,
            NO_TRAINING,
            "OSAID 1.0 not met: study and modify are missing · this change loses Study and Modify",
        ),
        (MISSPELT, MISSPELT, "Invalid declaration: 2 problems to fix · as before"),
        (WHOLE, WHOLE.replace("Common", "Uncommon"), "OSAID 1.0 met, as declared · as before"),
    ],
)
def test_the_headline_says_what_the_change_does(before, after, end):
    change = change_from(before, after)

    assert parts.headline(report_on(after), change) == end


def test_the_headline_of_a_base_that_is_not_known_says_nothing_of_it():
    made = report_on(WHOLE)

    assert parts.headline(made, compare(None, made, "it is gone")) == ("OSAID 1.0 met, as declared")


# ------------------------------------------------------------------ lines


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([7], "line&nbsp;7"),
        ([7, 9], "lines&nbsp;7, 9"),
        ([7, 9, 12], "lines&nbsp;7, 9, 12"),
        ([7, 9, 12, 13], "lines&nbsp;7, 9, 12 and 1 more"),
        (list(range(1, 10)), "lines&nbsp;1, 2, 3 and 6 more"),
    ],
)
def test_lines_are_named(lines, expected):
    assert line_links(lines, None) == expected
    assert line_links(lines, None, "Line") == expected.replace("line", "Line", 1)


def test_lines_are_linked_where_there_is_an_address():
    assert line_links([7], at_head) == f"[line&nbsp;7]({at_head(7)})"
    assert line_links([7, 9], at_head) == f"lines&nbsp;[7]({at_head(7)}), [9]({at_head(9)})"


@pytest.mark.parametrize(("length", "is_linked"), [(1000, True), (1001, False)])
def test_an_address_that_is_too_long_is_left_out(length, is_linked):
    url = "https://x.y/".ljust(length, "a")

    assert (url in line_links([7], lambda _: url)) is is_linked
    assert "7" in line_links([7], lambda _: url)
    assert (
        url in parts.file_link(View(report_on(WHOLE), None, lambda _: f"{url}#L1"))
    ) is is_linked


def test_the_file_is_linked_as_a_whole():
    linked = parts.file_link(view(WHOLE, link=at_head))

    assert linked == f"[`OPEN_AI_SYSTEM.yaml`]({HERE}/{SHA}/OPEN_AI_SYSTEM.yaml)"
    assert parts.file_link(view(WHOLE)) == "`OPEN_AI_SYSTEM.yaml`"
    assert parts.file_link(view(WHOLE), "x") == "`x`"
    assert parts.file_link(view(WHOLE), "a/b", breaks=True) == "a/\u200bb"


# ------------------------------------------------------------------ lead and table


@pytest.mark.parametrize("label", LABELS)
def test_every_label_has_words_or_says_so(label):
    made = report_on(WHOLE)._replace(label=label)

    assert parts.label(made) == label.replace("open-source-ai", "Open Source AI").replace("-", " ")


def test_without_a_label_it_comes_to_nothing_yet():
    assert parts.label(report_on(MISSPELT)) == "nothing yet"


@pytest.mark.parametrize(
    ("before", "after", "says", "silent"),
    [
        (None, WHOLE,
         ["**Heron 1B**", "**Open Source AI**.", "declared by its producer, Acme Research, 2026"],
         ["before", "alone fail"]),
        (WHOLE, WHOLE, ["**Open Source AI**."], ["before"]),
        (WHOLE, NO_TRAINING, ["(before this change: *Open Source AI*)"], ["alone fail"]),
        (None, WHOLE.replace("CC-BY-4.0", "CC-BY-NC-4.0"), ["the terms alone fail OSAID 1.0"],
         ["before this"]),
        (MISSPELT, WHOLE, ["**Open Source AI**."], ["before this"]),
        (LESS, LESS, ["May anyone, for any purpose"], ["before this"]),
        (None, WHOLE.replace("declared:", "x-declared:"), ["who declared it is not said"], []),
    ],
)  # fmt: skip
def test_the_lead_says_what_it_comes_to(before, after, says, silent):
    told = parts.lead(view(after, before))

    for words in says:
        assert words in told
    for words in silent:
        assert words not in told


def test_a_system_without_a_name_is_not_named():
    made = report_on(WHOLE)

    assert " on **" not in parts.lead(View(made._replace(system=None), None, None))
    unnamed = made._replace(system=made.system._replace(name=""))
    assert " on **" not in parts.lead(View(unnamed, None, None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WHOLE, "✅ use · ✅ study · ✅ modify · ✅ share"),
        (NO_TRAINING, "✅ use · ❌ study · ❌ modify · ✅ share"),
        (UNKNOWN_LICENSE, "❓ use · ❓ study · ❓ modify · ❓ share"),
    ],
)
def test_the_state_in_a_line(text, expected):
    assert parts.state(report_on(text)) == expected


# ------------------------------------------------------------------ notes and footer


def test_only_a_base_that_is_not_known_has_a_note():
    made = report_on(WHOLE)

    assert parts.base_note(compare(None, made, "it is <b>gone")) == (
        "What changed cannot be told: it is &#60;b&#62;gone."
    )
    for change in (None, compare(None, made), compare(made, made)):
        assert parts.base_note(change) == ""


@pytest.mark.parametrize(
    ("text", "required", "named"),
    [
        (WHOLE, ["use", "study"], None),
        (NO_TRAINING, ["use"], None),
        (NO_TRAINING, ["modify", "study", "use"], "Study and Modify"),
        (LESS, FREEDOMS, "all four"),
        (UNKNOWN_LICENSE, ["share"], "Share"),
    ],
)
def test_what_is_required_and_not_met_is_named(text, required, named):
    told = parts.required_note(report_on(text, required=required))

    assert (f"not met: {named}.**" in told) if named else told == ""


@pytest.mark.parametrize(
    ("views", "sha", "says", "silent"),
    [
        ([view(WHOLE)], "", ["`OPEN_AI_SYSTEM.yaml`, read against"], [" at `"]),
        ([view(WHOLE)], SHA, [" at `8f3a91c`"], [SHA]),
        ([view(WHOLE), view(LESS)], SHA, ["2 files", "8f3a91c"], ["declared by"]),
        ([view(MISSPELT)], "", ["against"], ["()", "declared by"]),
    ],
)
def test_the_footer_says_what_was_read_and_who_certifies_nothing(views, sha, says, silent):
    told = parts.footer(views, sha)

    for words in [DISCLAIMER, "Open Source AI Definition (OSAID) 1.0", *says]:
        assert words in told
    for words in silent:
        assert words not in told


RUN = "https://github.com/acme/heron/actions/runs/16012345678"


@pytest.mark.parametrize(
    ("run", "command", "sha", "told"),
    [
        ("", "", SHA, ""),
        (RUN, "", SHA, f"[This run, with the whole report]({RUN})"),
        ("", "osaid check", "", "The same in a clone: `osaid check`"),
        ("", "osaid check", SHA, "The same in a clone at `8f3a91c`: `osaid check`"),
        (RUN, "osaid check", "",
         f"[This run, with the whole report]({RUN}) · the same in a clone: `osaid check`"),
        ("not an address", "osaid check 'a`b'", "", "This run, with the whole report"),
    ],
)  # fmt: skip
def test_where_the_report_can_be_had_again(run, command, sha, told):
    assert parts.again(run, command, sha) == told


@pytest.mark.parametrize(
    ("before", "after", "is_known"),
    [(None, WHOLE, False), (WHOLE, LESS, True), (MISSPELT, WHOLE, False)],
)
def test_before_is_the_base_that_could_be_understood(before, after, is_known):
    assert (view(after, before).before is not None) is is_known
