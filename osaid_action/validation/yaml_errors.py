# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a YAML parser has to say, in words of ours: one message for libyaml's and for PyYAML's own.

Both parsers are one design (libyaml was written after PyYAML), and say the same in other words:
libyaml "did not find expected key", PyYAML "expected <block end>, but found ':'".
"""

import re
from typing import Any

from osaid_action.text import cut
from osaid_action.validation.characters import place_in
from osaid_action.validation.schema_keys import keys

_CHECK_INDENT = "check the indentation of this line and the one before it"

_CLOSE_QUOTE = "close the quote"

_NEAR = 2  # lines above and below that tell whether comments are taken away here
_LINE = 4000  # characters of a line that are looked at to tell what is wrong in it

# what is found in "context: problem" → message and remedy; the first that is found counts
_MESSAGES = (
    ("mapping values are not allowed", "there is a ': ' where no key can stand",
     "put text that holds ': ' in quotes, and check the indentation"),
    ("directive|incompatible YAML document|integer string conversion",
     "a directive (a line that begins with %) is not understood", "remove it"),
    ("scanning an a(nchor|lias)", "a & or * is not followed by a name",
     "put text that begins with & or * in quotes"),
    ("(parsing|scanning) a tag|undefined tag handle", "a tag (!) is not understood",
     "put text that begins with ! in quotes"),
    ("scanning a block scalar", "the line after | or > is not understood",
     "write | or > at the end of a line, and the text below it, indented with spaces"),
    (r"unknown escape|hexdecimal number|escape sequence of|Unicode character|chr\(|int too large",
     "a \\ in double quotes begins an escape that YAML lacks", "use single quotes, or write \\\\"),
    ("cannot start any token", "this character cannot start a value",
     "put text that begins with @, `, % or * in quotes"),
    ("scanning a quoted scalar", "a quote is opened and not closed", _CLOSE_QUOTE),
    ("expected ',' or ']'", "a [list] is not closed or a comma is missing",
     "close it with ] or put a comma between the values"),
    ("expected ',' or '}'", "a {mapping} is not closed or a comma is missing",
     "close it with } or put a comma between the values"),
    ("sequence entries are not allowed", "a list entry cannot stand here",
     "begin the list on a line of its own"),
    ("mapping keys are not allowed", "a key cannot stand here",
     "begin the mapping on a line of its own, or put text that begins with ? in quotes"),
    ("could not find expected ':'", "a key is not followed by ':'",
     "write `key: value`, and indent text that goes on over lines"),
    ("block collection: (did not find expected '-'|expected <block end>)",
     "a list entry (-) was expected here", _CHECK_INDENT),
    ("did not find expected key|expected <block end>", "a key was expected here", _CHECK_INDENT),
    ("flow node: .*expected (the )?node content", "a value, ] or } was expected here",
     "write the value, or close the [list] or {mapping}"),
    ("expected (the )?node content", "a value was expected here",
     "write the value, and put text that looks special in quotes"),
    ("expected '?<document start>", "the file goes on after its end",
     "keep one list or mapping in the file, with all of it inside"),
)  # fmt: skip


def explained(context: str | None, problem: str | None) -> tuple[str, str]:
    """A parser's complaint → message and remedy; its own words where we have none."""
    said = f"{context or ''}: {problem or ''}"
    for pattern, message, remedy in _MESSAGES:
        if re.search(pattern, said):
            return message, remedy
    return f"this is not YAML: {cut(said.strip(': '), 200)}", "check this line"


def told_of(error: Any, text: str) -> tuple[str, str, int, int]:
    """Message, remedy, line and column of what a parser refuses in a text."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line, column = min((line, column), place_in(text))  # libyaml ends a line more than there are
    lines = text.split("\n")
    if found := _conflict(lines) or _joined(error, lines) or _never_closed(error):
        return found
    told = _torn(error, text, line, column) or _deeper(error, lines, line, column)
    told = told or _from_its_opening(error, line)
    if "indentation" in told[1] and (remedy := _beside_a_guess(lines, line)):
        told = (told[0], remedy)
    return *told, line, column


def _conflict(lines: list[str]) -> tuple[str, str, int, int] | None:
    """What to say where git left the marks of a merge that was not settled."""
    for number, one in enumerate(lines, 1):
        if one.startswith(("<<<<<<< ", ">>>>>>> ")):
            message = "git left the mark of a merge conflict here"
            return message, "keep one side, and remove the lines of <, = and >", number, 1
    return None


def _never_closed(error: Any) -> tuple[str, str, int, int] | None:
    """What to say of a quote that is never closed: where it is opened."""
    opened = error.context_mark
    if opened is None or "quoted scalar" not in str(error.context):
        return None
    told = explained(error.context, error.problem)
    return (*told, opened.line + 1, opened.column + 1) if told[1] == _CLOSE_QUOTE else None


def _joined(error: Any, lines: list[str]) -> tuple[str, str, int, int] | None:
    """What to say of a key whose colon has no space behind it: ``training:train.py``."""
    begins = error.context_mark
    if begins is None or "simple key" not in str(error.context) or begins.line >= len(lines):
        return None
    found = re.match(r"[ -]*([A-Za-z_][\w-]{0,40}):(\S.{0,200})", lines[begins.line][:_LINE])
    if not found or found[2].startswith("//"):
        return None
    shown = f"`{found[1]}: {found[2].rstrip()}`"
    told = f"a space is missing behind the colon of `{found[1]}`", f"write {shown}"
    return *told, begins.line + 1, begins.column + 1


def _deeper(error: Any, lines: list[str], line: int, column: int) -> tuple[str, str] | None:
    """What to say of a key of ours that is indented more than those above it."""
    if "mapping values" not in str(error.problem) or line > len(lines):
        return None
    found = re.fullmatch(r" *([a-z_0-9]{1,40})", lines[line - 1][: column - 1][:_LINE])
    if not found or found[1] not in {key.name for key in keys()}:
        return None
    message = f"`{found[1]}` is indented more than the keys above it"
    return message, "begin it in their column; text that goes on over lines belongs in quotes"


def _from_its_opening(error: Any, line: int) -> tuple[str, str]:
    """Message and remedy; of a bracket that is opened further up, with its line."""
    message, remedy = explained(error.context, error.problem)
    opened = error.context_mark.line + 1 if error.context_mark else line
    if opened < line and "flow" in str(error.context):
        message = message.replace(" is not closed", f" of line {opened} is not closed")
    return message, remedy


def _beside_a_guess(lines: list[str], line: int) -> str:
    """What to do where the sign of a comment was taken away and its space left; else ""."""
    at = line - 1
    near = [one[:_LINE] for one in lines[max(at - _NEAR, 0) : at + _NEAR + 1]]
    if not any(re.match(r" *# ?(- )?[\w-]+:|.*\S  # ", one) for one in near):
        return ""
    for number in (line, line - 1):
        spaces = re.match(" *", lines[number - 1][:_LINE]) if 0 < number <= len(lines) else None
        if spaces and len(spaces[0]) % 2:
            return (
                f"line {number} begins with {len(spaces[0])} spaces: where a # was taken away, "
                "begin in the column of the keys beside it"
            )
    return ""


def _torn(error: Any, text: str, line: int, column: int) -> tuple[str, str] | None:
    """What to say where the parser stops inside of a text that is not in quotes."""
    if not re.search(r"expected (?:',' or|key|'-'|<block end>)", str(error.problem)):
        return None
    from osaid_action.validation.torn_text import torn_beyond_reading  # noqa: PLC0415 - when needed

    opened = error.context_mark
    is_flow = "flow" in str(error.context)
    at = opened.line + 1 if is_flow else line
    whole = text.split("\n")[at - 1].rstrip("\r") if at <= text.count("\n") + 1 else ""
    stop = column - 1 if line == at else len(whole)
    return torn_beyond_reading(whole[:_LINE], stop, opened.column if is_flow else 0)
