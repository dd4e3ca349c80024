# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The comment and the summary: what they say, how long they get, and whose words live in them."""

import re
from collections import Counter

import pytest

from osaid_action.comparison import compare
from osaid_action.definition.rules.evidence import HASH_MISMATCH
from osaid_action.findings import Finding
from osaid_action.report import markdown, markdown_summary
from testing.github_double import hostile
from testing.github_double.markdown import css, cut_off, intruders, skeleton
from tests.report.heron import (
    CLOSING,
    LESS,
    MARKER,
    MISSPELT,
    NO_TRAINING,
    PATH,
    SHA,
    UNKNOWN_LICENSE,
    WHOLE,
    at_head,
    change_from,
    of_path,
    report_on,
)
from tests.report.widths import CELL, COLUMNS, LINE, narrowest, tables

DISCLAIMER = "No legal advice; not made or endorsed by the OSI. The OSI certifies no system."
RUNS = "https://github.com/acme/heron/actions/runs"
OURS = {"marker": MARKER, "closing": CLOSING}
TERMS = WHOLE.replace("documents: CC-BY-4.0", "documents: CC-BY-NC-4.0")


def comment_on(before, after, *, required=(), why="", **options):
    """The comment on what becomes of a text."""
    report = report_on(after, required=required)
    change = compare(None if before is None else report_on(before), report, why)
    return markdown.comment(report, change, link=at_head, sha=SHA, **OURS, **options)


# ------------------------------------------------------------------ what it looks like


NO_STUDY = "OSAID 1.0 not met: study and modify are missing"
ALL_FOUR = "OSAID 1.0 met, as declared"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("new", None, WHOLE),
        ("unchanged", WHOLE, WHOLE),
        ("lost", WHOLE, NO_TRAINING),
        ("more-lost", NO_TRAINING, LESS),
        ("unmet-as-before", LESS, LESS),
        ("gained", LESS, WHOLE),
        ("undecided", WHOLE, UNKNOWN_LICENSE),
        ("terms", None, TERMS),
        ("invalid", WHOLE, MISSPELT),
        ("mended", MISSPELT, WHOLE),
    ],
)
def test_comment(golden, name, before, after):
    golden(f"markdown/{name}.md", comment_on(before, after))


@pytest.mark.parametrize("before", [None, WHOLE, LESS, MISSPELT])
@pytest.mark.parametrize("after", [WHOLE, NO_TRAINING, LESS, UNKNOWN_LICENSE, TERMS])
def test_a_phone_has_room_for_every_table(before, after):
    body = comment_on(before, after)
    found = tables(body)

    assert len(found) == (not body.startswith(f"{MARKER}\n✅"))
    for rows in found:
        assert len(rows[0]) <= COLUMNS
        assert narrowest(rows) <= LINE
        assert max(len(cell) for row in rows for cell in row) <= CELL


@pytest.fixture(scope="module")
def style(tmp_path_factory):
    return css(str(tmp_path_factory.mktemp("css")))


@pytest.mark.needs_tools
@pytest.mark.parametrize(
    ("before", "after"),
    [(WHOLE, NO_TRAINING), (NO_TRAINING, LESS), (WHOLE, UNKNOWN_LICENSE), (LESS, WHOLE),
     (WHOLE, MISSPELT), (WHOLE, WHOLE), (None, TERMS)],
)  # fmt: skip
def test_a_phone_cuts_nothing_off(before, after, style, tmp_path):
    """In a browser, with all that is folded away opened."""
    command = f"osaid check {PATH} --base 1a2b3c4d5e6f --require use,study"
    body = comment_on(before, after, run=f"{RUNS}/16012345678", command=command)
    report = report_on(after, f"models/experimental/heron-1b/{PATH}")
    pair = (report, change_from(before, after))

    for page in (body, markdown_summary.summary([pair]), markdown_summary.summary([pair, pair])):
        assert cut_off(page, style, str(tmp_path)) == []


# ------------------------------------------------------------------ what it says


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (WHOLE, WHOLE, f"{ALL_FOUR} · as before."),
        (None, WHOLE, f"{ALL_FOUR} · a new declaration."),
        (
            WHOLE,
            NO_TRAINING,
            "OSAID 1.0 not met: study and modify are missing · this change loses Study and Modify.",
        ),
        (
            WHOLE,
            LESS,
            "OSAID 1.0 not met: all four freedoms are missing · this change loses all four.",
        ),
        (
            LESS,
            WHOLE,
            f"{ALL_FOUR} · this change gains all four.",
        ),
        (
            WHOLE,
            UNKNOWN_LICENSE,
            ("OSAID 1.0: cannot tell for all four freedoms · this change puts all four in doubt."),
        ),
        (
            None,
            TERMS,
            "OSAID 1.0 not met: 4 of 13 required parts not met · a new declaration.",
        ),
        (WHOLE, MISSPELT, "Invalid declaration: 2 problems to fix · it was valid before."),
        (MISSPELT, MISSPELT, "Invalid declaration: 2 problems to fix · as before."),
        (
            MISSPELT,
            WHOLE,
            f"{ALL_FOUR} · it was invalid before.",
        ),
    ],
)
def test_one_line(before, after, sentence):
    assert markdown.one_liner(report_on(after), change_from(before, after)) == sentence


def test_one_line_tells_what_is_wrong_beside_the_freedoms():
    unknown = report_on(WHOLE.replace("documents: CC-BY-4.0", "documents: Heron-2.0"))
    error = Finding("a", HASH_MISMATCH, "m", "r", "", 1, 1)
    contradicted = report_on(WHOLE)._replace(findings=(error,))

    assert markdown.one_liner(unknown, None) == (
        "OSAID 1.0: cannot tell for 4 of 13 required parts."
    )
    assert markdown.one_liner(contradicted, None) == f"{ALL_FOUR} · 1 error."
    assert not markdown.is_quiet(contradicted, compare(contradicted, contradicted))


def test_one_line_without_a_base():
    assert markdown.one_liner(report_on(WHOLE), None) == f"{ALL_FOUR}."


def test_what_is_well_and_as_before_takes_a_line():
    lines = comment_on(WHOLE, WHOLE).strip().splitlines()

    assert lines[:2] == [MARKER, f"✅ {ALL_FOUR} · as before."]
    assert lines[2] == ""
    assert DISCLAIMER in lines[3]
    assert lines[4:] == [CLOSING]


@pytest.mark.parametrize("after", [NO_TRAINING, UNKNOWN_LICENSE, TERMS, MISSPELT])
def test_what_is_not_well_takes_more_though_as_before(after):
    assert not markdown.is_quiet(report_on(after), change_from(after, after))
    assert len(comment_on(after, after).splitlines()) > 8


def test_every_no_has_a_line_a_clause_and_a_remedy():
    body = comment_on(WHOLE, NO_TRAINING)

    assert body.count(f"[line&nbsp;23]({at_head(23)})") == 3  # two freedoms and the requirement
    assert f"**[Line&nbsp;23]({at_head(23)})**: the training code: not released" in body
    assert "→ publish it under an OSI-approved license; if you cannot, leave it" in body
    assert "OSAID 1.0, Code: the complete source code used to train" in body
    assert "rules.md#training-code-missing" in body


def test_a_change_tells_licenses_and_evidence():
    body = comment_on(WHOLE, LESS)

    assert "- the training code: met → **not met** · license `Apache-2.0` → none" in body
    assert "- the weights: met → **not met** · license `Apache-2.0` → `llama3.1`" in body


def test_what_is_new_stands_before_what_was_so():
    body = comment_on(NO_TRAINING, LESS)

    assert body.index("To get Use and Share back") < body.index("restricts the freedoms")
    assert body.index("restricts the freedoms") < body.index("In the way, as before")
    assert body.index("In the way, as before") < body.index("the training code: not released")


def test_a_required_freedom_is_named():
    body = comment_on(WHOLE, NO_TRAINING, required=("use", "study"))

    assert "**Required here, and not met: Study.**" in body
    assert "the freedom to study is required" not in body


def test_an_invalid_file_shows_the_word_that_was_meant_and_what_was_known():
    body = comment_on(WHOLE, MISSPELT)

    assert f"**[Line&nbsp;8]({at_head(8)})**: unknown key `licences`" in body
    assert "→ did you mean `licenses`?" in body
    assert f"{ALL_FOUR}: ✅ use · ✅ study · ✅ modify · ✅ share" in body
    assert body.index("licences") < body.index("Before this change")


def test_another_system_in_the_place_of_one_is_told():
    change = change_from(WHOLE, WHOLE)._replace(system_before="<b> @all", moved_from="a/b.yaml")

    body = markdown.comment(report_on(WHOLE), change)
    below = markdown_summary.comparison([(report_on(WHOLE), change)])

    name = "&#60;b&#62; &#64;\u200ball"
    where = "Moved here from `a/b.yaml`. Another system than before, by its name: at the base it is"
    assert f"as before\n\n{where} **{name}**.\n\n" in body
    assert f", moved from `a/b.yaml`, another system than {name}**\n" in below


def test_an_invalid_file_says_where_it_was_before():
    change = change_from(WHOLE, MISSPELT)._replace(moved_from="a/b.yaml")

    body = markdown.comment(report_on(MISSPELT), change)

    assert "was valid before\n\nMoved here from `a/b.yaml`.\n\nThere are 2 problems in" in body


@pytest.mark.parametrize("after", [WHOLE, MISSPELT])
def test_a_base_that_cannot_be_read_is_said(after):
    body = comment_on(None, after, why="the commit <b> is not in this clone")

    assert "What changed cannot be told: the commit &#60;b&#62; is not in this clone." in body
    assert "before" not in body


@pytest.mark.parametrize("after", [WHOLE, NO_TRAINING, MISSPELT, UNKNOWN_LICENSE])
def test_every_comment_and_summary_has_the_disclaimer(after):
    pair = (report_on(after), change_from(WHOLE, after))

    assert comment_on(WHOLE, after).count(DISCLAIMER) == 1
    assert markdown_summary.summary([pair]).count(DISCLAIMER) == 1
    assert markdown_summary.summary([pair, pair]).count(DISCLAIMER) == 1


def test_another_commit_changes_the_comment_but_not_its_essence():
    other = "0" * 40
    report, change = report_on(LESS), change_from(WHOLE, LESS)
    one = comment_on(WHOLE, LESS)
    two = markdown.comment(
        report, change, link=lambda n: at_head(n).replace(SHA, other), sha=other, **OURS
    )

    assert one == comment_on(WHOLE, LESS)
    assert one != two
    assert markdown.essence(one) == markdown.essence(two)
    assert markdown.essence(one) != markdown.essence(comment_on(WHOLE, NO_TRAINING))


def test_another_run_and_another_base_change_no_essence():
    def told(run, command):
        return comment_on(WHOLE, LESS, run=f"{RUNS}/{run}", command=command)

    one, two = told(1234, "osaid check a --base 1234567"), told(98, f"osaid check a --base {SHA}")

    assert one != two
    assert markdown.essence(one) == markdown.essence(two)
    assert markdown.essence(one) != markdown.essence(told(1234, "osaid check b --base 1234567"))


def test_the_run_and_the_command_stand_above_the_footer():
    told = comment_on(WHOLE, LESS, run=f"{RUNS}/7", command="osaid check --base 1234567")

    command = f"the same in a clone at `{SHA[:7]}`: `osaid check --base 1234567`"
    assert told.splitlines()[-4:-2] == [
        f"[This run, with the whole report]({RUNS}/7) · {command}",
        "",
    ]


def test_without_addresses_lines_are_plain():
    body = markdown.comment(report_on(NO_TRAINING), None)

    assert "**Line&nbsp;23**: the training code" in body
    assert re.findall(r"\]\((?!https://(opensource\.org|github\.com/osaid-action)/)", body) == []


# ------------------------------------------------------------------ how long it gets


@pytest.mark.parametrize("limit", [60_000, 20_000, *range(2_000, 12_000, 250), 1_500])
def test_a_comment_keeps_to_its_limit_and_says_so(huge, limit):
    body = markdown.comment(huge, None, link=at_head, sha=SHA, **OURS, limit=limit)

    assert len(body.encode()) <= limit
    assert body.startswith(f"{MARKER}\n### OSAID 1.0 not met: study and modify are missing\n")
    assert body.endswith(f".</sub>\n{CLOSING}\n")
    assert "osaid check` tells" in body
    assert DISCLAIMER in body
    assert body.count("<details>") == body.count("</details>")


def test_what_is_left_out_is_counted(huge):
    body = markdown.comment(huge, None, link=at_head)
    left_out = int(re.search(r"\*([\d,]+) more points are left out", body)[1].replace(",", ""))
    shown = body.count("it is not said where to get it")

    assert shown > 10
    assert left_out + shown == 3000
    assert "13 required parts: 12 met, 1 not met" in body


@pytest.mark.parametrize("entry", hostile.SIZES, ids=lambda e: e.name)
def test_a_long_text_is_cut(entry):
    body = markdown.comment(report_on(valid_with(entry.text)), None, link=at_head)

    assert len(body.encode()) < 40_000
    assert "required parts: " in body


# ------------------------------------------------------------------ whose words live in it


def valid_with(text):
    """A valid declaration with a text of the author's wherever one may stand."""
    scalar = hostile.in_yaml(text)
    return plain_with(text).replace("  validation: tests/", f"  validation: {{location: {scalar}}}")


def plain_with(text):
    """The same where any text means the same: not in a location."""
    scalar = hostile.in_yaml(text)
    return (
        NO_TRAINING.replace("Heron 1B", scalar)
        .replace("The code of the trainer belongs to a partner.", scalar)
        .replace("by: Acme Research", f"by: {scalar}")
        .replace("Common Crawl, 2025-10", scalar)
        .replace("location: https://commoncrawl.org/", f"notes: {scalar}")
    )


def invalid_with(text):
    """An invalid declaration that makes its messages quote a text."""
    scalar = hostile.in_yaml(text)
    return (
        WHOLE.replace("kind: model", f"kind: {scalar}")
        .replace('version: "1"', f"{scalar}: 1")
        .replace("license: Apache-2.0", f"license: {scalar}")
    )


EVERYWHERE = pytest.mark.parametrize(
    "entry", [e for e in hostile.CORPUS if e not in hostile.SIZES], ids=lambda e: e.name
)
RAW = Counter({"details": 9, "summary": 9, "sub": 99})
DEFINITION = "https://opensource.org/ai/open-source-ai-definition"
ALLOWED = ("https://github.com/*", DEFINITION, f"{DEFINITION}#:~:text=*")


def bodies_with(text, path=PATH):
    """Comments and a summary in which a text stands wherever it can."""
    for declaration in (valid_with(text), invalid_with(text)):
        report = report_on(declaration, path)
        pair = (report, compare(None, report, text))
        yield markdown.comment(*pair, link=at_head, sha=SHA, **OURS)
        yield MARKER + markdown_summary.summary([pair, pair], link=of_path) + CLOSING
        unlike = (report, compare(report_on(WHOLE), report))
        yield f"{MARKER}\n" + markdown_summary.comparison([unlike, pair], link=of_path) + CLOSING


@EVERYWHERE
def test_no_html_or_marker_comes_from_an_author(entry):
    for body in bodies_with(entry.text):
        tags = set(re.findall(r"</?[a-z!][^ >]*", body))

        assert tags <= {"<!--", "<details", "</details", "<summary", "</summary", "<sub", "</sub"}
        assert body.count("<!--") == body.count("-->") == 2
        assert "@octocat" not in body
        assert "://evil" not in body


@pytest.mark.needs_tools
@EVERYWHERE
def test_nothing_of_an_author_comes_to_life(entry):
    for body in bodies_with(entry.text):
        assert intruders(body, ALLOWED, comments=OURS.values(), html=_raw(body)) == []


@pytest.mark.needs_tools
@pytest.mark.parametrize("entry", hostile.FILE_NAMES, ids=lambda e: e.name)
def test_a_file_name_is_text_too(entry):
    for body in bodies_with("words", f"models/{entry.text}/{PATH}"):
        assert intruders(body, ALLOWED, comments=OURS.values(), html=_raw(body)) == []


def _raw(body):
    """Our own elements; an author's would be escaped, as the test on raw HTML shows."""
    return Counter(re.findall(r"<(details|summary|sub)\b", body))


@pytest.mark.needs_tools
@pytest.mark.parametrize("entry", hostile.MARKDOWN, ids=lambda e: e.name)
def test_an_author_changes_no_structure(entry):
    def bones(text):
        body = markdown.comment(report_on(plain_with(text)), None, link=at_head, sha=SHA)
        return [tag for tag in skeleton(body) if tag not in ("<code>", "</code>")]

    assert bones(entry.text) == bones("no words with a meaning")
