# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the workflow runner would make of a step's output: the oracle against injection.

    >>> [c.name for c in commands("hello\\n::error file=a.py::oh no")]
    ['error']

The rules are those of ``ActionCommand`` and ``ActionCommandManager`` in actions/runner: a line
may hold one command, in the newer form at its start or in the older form anywhere. .NET compares
text by culture there, so characters without weight (zero-width ones) may stand inside ``::``
and ``##[``; both that reading and the plain one are tried, and either counts.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

NAMES = frozenset(
    [
        "add-mask",
        "add-matcher",
        "add-path",
        "debug",
        "echo",
        "endgroup",
        "error",
        "group",
        "internal-set-repo-path",
        "notice",
        "remove-matcher",
        "save-state",
        "set-env",
        "set-output",
        "stop-commands",
        "warning",
    ]
)
"""Commands that a runner knows. It has dropped some; an old runner has not."""

_WEIGHTLESS = (
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
)
_WHITE = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNESCAPES = {
    "data": {"%0D": "\r", "%0A": "\n", "%25": "%"},
    "property": {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"},
    "old": {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%25": "%"},
}


class Command(NamedTuple):
    """A command that the runner would carry out."""

    name: str
    properties: Mapping[str, str]
    data: str
    line: int
    """Its line in the output, from 1."""


def commands(output: str) -> list[Command]:
    """Return the commands in a step's output, in order, those between stop and resume left out.

    ``output`` is what the step wrote to standard output and standard error, undecorated.
    """
    found, resume = [], ""
    for number, line in enumerate(lines(output), 1):
        command = _parse(line, NAMES | ({resume.lower()} if resume else set()))
        if command is None:
            continue
        if resume:
            if command.name == resume.lower():
                resume = ""
            continue
        found.append(command._replace(line=number))
        if command.name == "stop-commands":
            resume = command.data
    return found


def lines(output: str) -> list[str]:
    r"""Split as .NET's ``ReadLine`` does: at ``\n``, ``\r\n`` and a lone ``\r``, nowhere else."""
    return re.split(r"\r\n|\n|\r", output)


class OutputFileError(ValueError):
    """The runner would fail the step because of what is in a ``GITHUB_OUTPUT`` file."""


def file_commands(text: str, *, windows: bool = False) -> list[tuple[str, str]]:
    r"""Read a ``GITHUB_OUTPUT`` or ``GITHUB_ENV`` file: names and values in order.

    The last value of a name wins. Lines end at ``\n``, on Windows also at ``\r\n``. Raises
    OutputFileError for a line that is no assignment and for a value that never ends.
    """
    rest = _file_lines(text, windows=windows)
    found = []
    for line, _ in rest:
        if not line:
            continue
        equals, heredoc = line.find("="), line.find("<<")
        if equals >= 0 and (heredoc < 0 or equals < heredoc):
            name, _, value = line.partition("=")
        elif heredoc >= 0:
            name, _, delimiter = line.partition("<<")
            if not delimiter:
                raise OutputFileError(f"no delimiter: {line!r}")
            value = _heredoc(rest, delimiter)
        else:
            raise OutputFileError(f"no assignment: {line!r}")
        if not name:
            raise OutputFileError(f"no name: {line!r}")
        found.append((name, value))
    return found


def _parse(line: str, names: frozenset[str]) -> Command | None:
    for weightless in ("", _WEIGHTLESS):
        for form in (_new_form, _old_form):
            command = form(line, names, weightless)
            if command:
                return command
    return None


def _new_form(line: str, names: frozenset[str], weightless: str) -> Command | None:
    line = re.sub(f"^[{_WHITE}]+", "", line)
    key = f"{weightless}:{weightless}:"
    end = re.compile(key).search(line, 2) if re.match(key, line) else None
    # The runner steps two characters past the start, however many it matched.
    return end and _command(line[2 : end.start()], line[end.start() + 2 :], names, _new_properties)


def _old_form(line: str, names: frozenset[str], weightless: str) -> Command | None:
    start = re.search(f"#{weightless}#{weightless}\\[", line)
    end = line.find("]", start.start()) if start else -1
    if not start or end < 0:
        return None
    return _command(line[start.start() + 3 : end], line[end + 1 :], names, _old_properties)


def _command(
    head: str,
    data: str,
    names: frozenset[str],
    properties: Callable[[str], Iterator[tuple[str, str]]],
) -> Command | None:
    name, _, rest = head.partition(" ")
    if name.lower() not in names:
        return None
    kind = "data" if properties is _new_properties else "old"
    return Command(name.lower(), dict(properties(rest)), _unescape(data, kind), 0)


def _new_properties(text: str) -> Iterator[tuple[str, str]]:
    yield from _pairs(text.strip(), ",", "property")


def _old_properties(text: str) -> Iterator[tuple[str, str]]:
    yield from _pairs(text, ";", "old")


def _pairs(text: str, separator: str, kind: str) -> Iterator[tuple[str, str]]:
    for part in text.split(separator):
        name, equals, value = part.partition("=")
        if equals and name and value:
            yield name.lower(), _unescape(value, kind)


def _unescape(text: str, kind: str) -> str:
    for escape, character in _UNESCAPES[kind].items():  # in the runner's order: % comes last
        text = text.replace(escape, character)
    return text


def _file_lines(text: str, *, windows: bool) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"([^\n]*)(\n|$)", text):
        line, end = match.groups()
        if windows and end and line.endswith("\r"):
            line, end = line[:-1], "\r\n"
        if line or end:
            yield line, end


def _heredoc(rest: Iterator[tuple[str, str]], delimiter: str) -> str:
    value, last_end = "", ""
    for line, end in rest:
        if line == delimiter:
            return value
        value, last_end = value + last_end + line, end
    raise OutputFileError(f"the delimiter {delimiter!r} never comes")
