# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What an author wrote is shown as it is, and nothing in it comes to life."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from osaid_action.report.escape import (
    broken,
    code,
    command_data,
    command_property,
    exact,
    link,
    log,
    log_line,
    markdown,
    normalized,
    prose,
)
from testing.github_double import hostile
from testing.github_double.commands import commands
from testing.github_double.markdown import intruders, skeleton, texts

ALL = 1_000_000
HIDDEN = {
    *"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u2060\u3164\ufe00\ufe0f\ufeff\uffa0\ufff0"
}
HIDDEN |= {*map(chr, (*range(0x180B, 0x1810), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)))}
ANY = st.text() | st.text(alphabet="@#:/\\`*_~[]()<>&;|!$-.=+ \n\r\t1aGHgwxf\u200b\u202e\u0301")
ANY |= st.text(alphabet="a: \u115f\u3164\ufe0f\u034f\U000e0041\U000e0100\u17b4\ufff0")
RAW = re.compile(r"""[!"#'()*+<=>@\[\\\]^_`{|}~$]""")
names = pytest.mark.parametrize("entry", hostile.CORPUS, ids=lambda e: e.name)


def shown(text):
    """What is left for a reader, without the zero-width spaces that we put in."""
    return html.unescape(text).replace("\u200b", "")


# ------------------------------------------------------------------ one line


@given(ANY)
def test_a_line_has_nothing_that_hides_or_commands(text):
    line = normalized(text)

    assert line == " ".join(line.split())
    assert line.isprintable()
    assert not HIDDEN.intersection(line)
    assert normalized(line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\r\n\tb\u2028c\u00a0 d", "a b c d"),
        ("\u202etem\u202c", "tem"),
        ("m\u200be\u2060t\ufeff\u00ad", "met"),
        ("a \u200b b", "a b"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("a\ud800b\ufffeb", "a\ufffdb\ufffdb"),
        ("\u3164a\u2800", "a"),
        ("a\ufe0fb\U000e0100c\u034fd\u17b4e\u180bf\U000e0041g\u2065h", "abcdefgh"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 4),
        ("\u0633\u0644\u0627\u0645 日本語 é", "\u0633\u0644\u0627\u0645 日本語 é"),
    ],
)
def test_a_line_is_normalized(text, line):
    assert normalized(text) == line


# ------------------------------------------------------------------ Markdown


@given(ANY)
@example("&#64;octocat &commat;octocat")
@example("1. one")
@example("-")
def test_markdown_reads_as_what_was_written(text):
    assert shown(markdown(text, ALL)) == normalized(text).replace("$", "\uff04")


@given(ANY)
def test_markdown_has_no_punctuation_that_means_something(text):
    bare = re.sub(r"&#\d+;", "x", markdown(text, ALL))

    assert not RAW.search(bare)
    assert "&" not in bare
    assert not bare.startswith("-")
    assert not re.match(r"\d+\.", bare)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, 50 % of them: a/b-c; d?", "plain words, 50 % of them: a/b-c; d?"),
        ("@octocat", "&#64;\u200boctocat"),
        ("acme/model#1", "acme/model&#35;\u200b1"),
        ("GH-1", "GH-\u200b1"),
        ("https://evil.example", "https:\u200b//evil.example"),
        ("www.evil.example", "www\u200b.evil.example"),
        (":tada:", ":\u200btada:"),
        ("a | b", "a &#124; b"),
        ("-->", "&#45;-&#62;"),
        ("- a", "&#45; a"),
        ("12. a", "&#49;&#50;. a"),
        ("[!NOTE]", "&#91;\u200b&#33;NOTE&#93;"),
        ("0123456", "012345\u200b6"),
        ("$x$", "\uff04x\uff04"),
        ("0" * 64, "0" * 64),  # a SHA-256 is no commit and can be copied
    ],
)
def test_markdown_escapes(text, escaped):
    assert markdown(text) == escaped


@given(ANY)
def test_prose_reads_as_what_was_written_without_backticks(text):
    read = shown(prose(text, ALL)).replace("`", "")

    assert read == normalized(text).replace("$", "\uff04").replace("`", "")


def test_prose_keeps_our_code():
    assert prose("add `revision` or `sha256`") == "add `revision` or `sha256`"
    assert prose("see `osaid explain MIT`") == "see `osaid explain MIT`"
    assert prose("see `@octocat`") == "see &#64;\u200boctocat"


@pytest.mark.parametrize("text", ["a`b", "@x", "#1", "a|b", "<b>", "a\\", "https://x", " ", "$"])
def test_code_is_only_for_what_can_stand_in_it(text):
    assert "`" not in code(text)


def test_code_takes_licenses_and_paths():
    assert code("LGPL-2.1+ AND (MIT OR 0BSD)") == "`LGPL-2.1+ AND (MIT OR 0BSD)`"
    assert code("models/a_b/OPEN_AI_SYSTEM.yaml") == "`models/a_b/OPEN_AI_SYSTEM.yaml`"
    assert code("BSD-3-Clause AND Apache-2.0") == "`BSD-3-Clause AND Apache-2.0`"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/a b", "[t](https://x.example/a%20b)"),
        ("https://x.example/a)b(<c>", "[t](https://x.example/a%29b%28%3Cc%3E)"),
        ("https://x.example/\n@a|b\\", "[t](https://x.example/%0A@a%7Cb%5C)"),
        ("http://127.0.0.1:80/a?b=c#L1", "[t](http://127.0.0.1:80/a?b=c#L1)"),
        ("javascript:alert(1)", "t"),
        ("//evil.example", "t"),
        ("", "t"),
    ],
)
def test_a_link_goes_to_the_web_or_nowhere(url, expected):
    assert link("t", url) == expected


# ------------------------------------------------------------------ a workflow's log


@given(ANY, ANY)
def test_a_command_is_read_back_as_it_was(text, title):
    (command,) = commands(f"::error title=x{command_property(title)}y::{command_data(text)}")

    assert command.data == text
    assert command.properties == {"title": f"x{title}y"}


@names
def test_a_log_line_commands_nothing(entry):
    for line in (log_line(entry.text), f"x {log_line(entry.text)}", log_line(f"{entry.text}]", 50)):
        assert commands(line) == []
        assert line.isprintable()


@given(st.text(alphabet="#:[] \u200berorx\n\r\x1b"))
def test_no_log_line_commands_anything(text):
    assert commands(log(text + "]::error::x")) == []


# ------------------------------------------------------------------ rendered


@pytest.mark.needs_tools
@given(ANY)
def test_what_is_rendered_is_what_was_written(text):
    expected = normalized(text).replace("$", "\uff04")

    for before, around in (("", "{}"), ("a: ", "{}"), ("", "- {}"), ("", "| a |\n|---|\n| {} |")):
        body = around.format(before + (markdown(text, ALL) or "x"))
        assert texts(body)[-1].replace("\u200b", "") == before + (expected or "x")


@pytest.mark.needs_tools
@names
def test_nothing_comes_to_life(entry):
    for template in ("{}", "**{}**", "- {}", "| a | b |\n|---|---|\n| {} | x |"):
        for escape in (markdown, prose, code):
            body = template.format(escape(entry.text) or "x")
            assert intruders(body) == []
            if escape is markdown:
                assert skeleton(body) == skeleton(template.format("x"))


# ------------------------------------------------------------------ a workflow's log


@pytest.mark.parametrize("text", hostile.CORPUS + hostile.FILE_NAMES, ids=lambda h: h.name)
def test_no_text_commands_the_runner(text):
    for before in ("", "  ", "x ", "x\n", "\u200b", "#", ":"):
        assert commands(log(before + text.text)) == []


@given(st.text(alphabet=":#[] \t\r\n\u200b\u00ad\u2060\ufeffaderrorgup%-", max_size=60))
def test_no_text_at_all_commands_the_runner(text):
    assert commands(log(text)) == []
    assert commands(log(text + "::error::x")) == []
    assert commands(log(text + "##[error]x")) == []


@pytest.mark.parametrize("between", ["", "\u034f", "\u200b", "\u00ad\u2060", " "])
def test_a_line_of_a_report_is_as_safe_as_a_line_of_the_log(between):
    """Characters without weight between the signs do not keep the runner from obeying."""
    for text in (f"a#{between}#[error]x", f":{between}:error::x", f"a#{between}#{between}[error]x"):
        assert commands(log_line(text)) == []
        assert commands(log(text)) == []


# ------------------------------------------------------------------ to be copied, to be broken


@pytest.mark.parametrize(
    "text", ["osaid check a/b.yaml --base 1a2b3c4", "osaid check 'a b (1)/x.yaml'"]
)
def test_what_can_be_copied_is_shown_as_it_is(text):
    assert exact(text) == f"`{text}`"


@pytest.mark.parametrize(
    "text",
    ["", "a ", "a`b", "a\nb", "a\u200bb", "a $(b)", "a @b", "a https://b", "a  b", "a" * 201],
)
def test_what_would_be_copied_otherwise_is_not_shown(text):
    assert exact(text) == ""


@given(ANY)
def test_nothing_is_shown_for_another_text(text):
    assert exact(text) in ("", f"`{text}`")


def test_a_path_can_go_on_in_another_line():
    assert broken("models/a_b/c") == "models/\u200ba&#95;b/\u200bc"
    assert len(broken("x" * 300)) == 200


@names
def test_a_path_with_places_to_break_is_text_too(entry):
    assert "\n" not in broken(entry.text)
    assert not RAW.search(re.sub(r"&#\d+;", "", broken(entry.text)))


# ------------------------------------------------------------------ what is drawn as nothing


@given(ANY)
def test_no_form_carries_what_is_drawn_as_nothing(text):
    ours = {"\u200b"}  # which breaks what would come to life
    for shown in (markdown(text), prose(text), code(text), log(text), log_line(text)):
        assert not (HIDDEN - ours).intersection(shown)
