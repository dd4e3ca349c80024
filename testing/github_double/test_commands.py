# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The oracle sees the commands that the runner would see."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testing.github_double.commands import NAMES, OutputFileError, commands, file_commands, lines
from testing.github_double.hostile import COMMANDS


def names(output):
    return [command.name for command in commands(output)]


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("::error::oh no", ("error", {}, "oh no")),
        ("  \t::error::oh no", ("error", {}, "oh no")),
        ("\u2003\u00a0::error::x", ("error", {}, "x")),
        ("::ERROR file=a%2Cb.py,line=3,title=a%3Ab::x%0Ay%25", ("error", None, "x\ny%")),
        ("::warning file=a=b,empty=,lonely::x", ("warning", {"file": "a=b"}, "x")),
        ("##[error]oh no", ("error", {}, "oh no")),
        ("in the middle ##[warning file=a%3Bb;line=1]x%5D", ("warning", None, "x]")),
        ("::notice::a::b", ("notice", {}, "a::b")),
        ("::error::%250A", ("error", {}, "%0A")),
    ],
)
def test_a_command_is_read_as_the_runner_reads_it(output, expected):
    (command,) = commands(output)
    name, properties, data = expected

    assert (command.name, command.data) == (name, data)
    assert properties is None or command.properties == properties


def test_properties_are_unescaped():
    (new,) = commands("::error file=a%2Cb.py,title=a%3Ab::x")
    (old,) = commands("##[error file=a%3Bb;code=%5D]x")

    assert new.properties == {"file": "a,b.py", "title": "a:b"}
    assert old.properties == {"file": "a;b", "code": "]"}


@pytest.mark.parametrize(
    "output",
    [
        "x ::error::the newer form starts a line",
        "::error: one colon",
        "::unknown::x",
        "##[unknown]x ##[error]only the first opening is looked at",
        "##[error never closed",
        "# #[error]x",
        "::error",
        "\u200b::error::the runner counts two characters, and the name is lost",
        "#\u200b#[error]the same",
        "",
    ],
)
def test_what_the_runner_ignores_is_no_command(output):
    assert commands(output) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_command_may_start_after_any_line_end(end):
    (command,) = commands(f"harmless{end}::error::x")

    assert (command.name, command.line) == ("error", 2)


def test_other_separators_do_not_end_a_line():
    assert lines("a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg") == ["a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg"]


def test_commands_rest_between_stop_and_resume():
    output = "::stop-commands::k3y\n::error::quoted\n##[error]quoted\n::K3Y::\n::notice::seen"

    assert names(output) == ["stop-commands", "notice"]


def test_an_old_resume_counts_too():
    assert names("##[stop-commands]t\n::error::x\n##[t]\n::error::y") == ["stop-commands", "error"]


@pytest.mark.parametrize("hostile", COMMANDS, ids=lambda h: h.name)
def test_the_corpus_is_as_hostile_as_it_says(hostile):
    assert commands(f"osaid: {hostile.text}") or commands(hostile.text) or "%" in hostile.text


@given(st.text(alphabet=string.printable + "\u200b\xad\u2028:#[]"))
def test_any_output_can_be_read(output):
    for command in commands(output):
        assert command.name in NAMES
        assert 1 <= command.line <= len(lines(output))


@given(st.text())
def test_what_the_toolkit_escapes_comes_back(text):
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    (command,) = commands(f"::error::{escaped}")

    assert command.data == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a=1\nb=2\n", [("a", "1"), ("b", "2")]),
        ("a=1\n\na=2", [("a", "1"), ("a", "2")]),
        ("a=b<<c\n", [("a", "b<<c")]),
        ("a<<END\nx\n\ny=1\nEND\nb=\n", [("a", "x\n\ny=1"), ("b", "")]),
        ("a<<END\nEND\n", [("a", "")]),
        ("a<<END\n\nEND\n", [("a", "")]),
        ("a<<END\nx\r\nEND\n", [("a", "x\r")]),
        ("a=x\ry=1\n", [("a", "x\ry=1")]),
    ],
)
def test_an_output_file_is_read(text, expected):
    assert file_commands(text) == expected


def test_on_windows_a_line_may_end_in_two_characters():
    assert file_commands("a<<END\r\nx\r\ny\r\nEND\r\nb=1\r\n", windows=True) == [
        ("a", "x\r\ny"),
        ("b", "1"),
    ]


@pytest.mark.parametrize("text", ["a\n", "=1\n", "a<<END\nx\n", "a<<\nx\n", "<<END\nEND\n"])
def test_a_broken_output_file_fails_the_step(text):
    with pytest.raises(OutputFileError):
        file_commands(text)
