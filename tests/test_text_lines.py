# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Words in lines: what is long is cut alike everywhere, what is several is joined alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.report import text
from osaid_action.text import (
    LONG,
    cut,
    hanging,
    in_brackets,
    indented,
    join_words,
    plural,
    shorten,
    wrapped,
)
from tests.made import ELSEWHERE, dumped, report, whole

LONG_WORD = "long" * 100


@given(st.text(), st.integers(1, 20))
def test_what_is_cut_keeps_to_the_limit_and_says_so(text, limit):
    assert len(cut(text, limit)) <= limit
    assert cut(text, limit) == text or cut(text, limit).endswith("…")


@given(st.text())
def test_what_is_shortened_is_one_line(text):
    line = shorten(text)

    assert len(line) <= LONG
    assert line.removesuffix("…") == " ".join(text.split())[: len(line.removesuffix("…"))]


@pytest.mark.parametrize(
    ("words", "last", "expected"),
    [
        (["a"], "and", "a"),
        (["a", "b"], "and", "a and b"),
        (["a", "b", "c"], "and", "a, b and c"),
        (["a", "b", "c"], "or", "a, b or c"),
    ],
)
def test_words_are_joined(words, last, expected):
    assert join_words(words, last) == expected
    assert join_words(tuple(words), last) == expected


def test_numbers_and_their_words():
    assert [plural(number, "URL") for number in (0, 1, 2)] == ["0 URLs", "1 URL", "2 URLs"]


@given(st.text(), st.integers(1, 20))
def test_wrapped_lines_keep_all_words_and_the_width(text, width):
    lines = wrapped(text, width)

    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= width or " " not in line for line in lines)


def test_what_is_indented_hangs_where_its_start_ends():
    assert indented("a b c", "  - ", 7) == ["  - a b", "    c"]


@given(st.text(), st.integers(1, 5), st.integers(8, 30))
def test_what_hangs_begins_lines_behind_its_indent(text, indent, width):
    first, *rest = hanging(text, indent, width)

    assert " ".join([first, *rest]).split() == text.split()
    assert all(line.startswith(" " * indent) for line in rest)
    assert all(len(line) <= width or " " not in line.strip() for line in [first, *rest])


def test_a_reason_stands_in_brackets():
    assert (in_brackets(" \n"), in_brackets("a\n b")) == ("", " (reason given: “a b”)")


def base(entry):
    return {"built_on": [{"name": "Base", "relation": "finetune", **entry}]}


@pytest.mark.parametrize(
    "changes",
    [
        {"system.kind": LONG_WORD},
        {f"system.{LONG_WORD}": "x"},
        {"code.inference.revision": LONG_WORD, "code.inference.license": LONG_WORD},
        {"parameters.weights.license": f"LicenseRef-{LONG_WORD}"},
        {"data.sources.0": {"name": LONG_WORD, "availability": "public"}},
        {"code.training": f"{LONG_WORD} with spaces"},
        base({"license": "llama2", "name": LONG_WORD}),
    ],
)
def test_a_message_cuts_what_an_author_wrote_and_says_so(changes, home):
    for made in (report(changes), report(changes, home({"src": "x"}))):
        quoting = [one for one in made.findings if "longlong" in one.message]

        assert quoting or made.valid
        assert all("…" in one.message and LONG_WORD not in one.message for one in quoting)


@pytest.mark.parametrize(
    "changes",
    [
        {"parameters.weights": {"not_released": LONG_WORD}},
        base({"location": f"{ELSEWHERE}/x", "not_released": LONG_WORD}),
    ],
)
def test_a_reason_is_kept_whole_in_the_message_and_cut_at_a_terminal(changes):
    made = report(changes)

    assert any(f"(reason given: “{LONG_WORD}”)" in one.message for one in made.findings)
    assert LONG_WORD not in "".join(text.render([made], text.Style()))


def test_a_message_on_another_declaration_cuts_its_path_and_says_so(home):
    path = f"{LONG_WORD[:200]}.yaml"
    for other in ("[]", dumped(whole(base({"declaration": path}))).decode()):
        made = report(base({"declaration": path}), home({path: other}))

        (said,) = [one.message for one in made.findings if "longlong" in one.message]
        assert "…" in said
        assert path not in said
