# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What an author wrote, made harmless for where it goes: Markdown on GitHub, a workflow's log."""

import re
import unicodedata
from urllib.parse import quote

from osaid_action.text import cut, shorten

_ZWSP = "\u200b"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that are drawn as nothing
_MARKS = 4  # combining marks on one letter; living scripts need no more, and stacks cover lines

# What GitHub brings to life after Markdown is rendered, in text nodes where an entity is a plain
# character again. A zero-width space after each of these breaks it.
_LIVE = re.compile(
    r"""
      [@#]                         # @name, #1, owner/repository#1, and a # of a decoded entity
    | :(?=//)                      # https://
    | :(?=[\w+-]+:)                # :emoji:
    | \[(?=!)                      # [!NOTE]
    | &(?=\w+;)                    # &commat; where entities are decoded twice
    | \bgh-(?=\d)                  # GH-1
    | \bwww(?=\.)                  # www.
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHA = re.compile(r"(?<![0-9a-z_])[0-9a-f]{7,40}(?![0-9a-z_])", re.IGNORECASE)
_ENTITIES = {ord(mark): f"&#{ord(mark)};" for mark in "!\"#&'()*+<=>@[\\]^_`{|}~"}
_AT_START = re.compile(r"^(?:-|\d+(?=\.))")
_LINE_ENDS = re.compile("\r\n|\r|\n")
_NEW_COMMAND = re.compile(r"\W*:\W*:")
_OLD_COMMAND = re.compile(r"#(?=\W*#\W*\[)")
_IN_CODE = re.compile(r"[\w.](?:[\w .,/=…(){}<>“”'+-]|:(?!//))*")


def normalized(text: str) -> str:
    """``text`` in one line, without what hides, reorders or commands.

    White space is one space; what is drawn as nothing is left out (format characters, and with them
    those that change the direction of writing); controls and what has no meaning show as U+FFFD.
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(_visible(text))
    return " ".join(text.split())


def _visible(text: str) -> list[str]:
    shown, marks = [], 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category[0] == "M" else 0
        if character in _BLANKS or character.isspace():
            shown.append(" ")
        elif category == "Cf" or marks > _MARKS:
            continue
        else:
            shown.append("\ufffd" if category[0] == "C" else character)
    return shown


# ------------------------------------------------------------------ Markdown


def markdown(text: str, limit: int = 400) -> str:
    """``text`` for Markdown on GitHub: it is shown as it is and nothing in it comes to life.

    A dollar sign becomes its full-width twin: no escape keeps GitHub from seeing math.
    """
    return _escaped(shorten(normalized(text), limit))


def _escaped(line: str) -> str:
    line = _LIVE.sub(lambda match: match[0] + _ZWSP, line)
    line = _SHA.sub(lambda match: _ZWSP.join(re.findall(".{1,6}", match[0])), line)
    line = line.replace("$", "\uff04").translate(_ENTITIES)
    return _AT_START.sub(_entities, line)


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def prose(text: str, limit: int = 400) -> str:
    """`markdown`, with what stands between backticks in code style, as our messages have it."""
    pieces = re.split(r"`([^`]+)`", shorten(normalized(text), limit))
    return "".join(
        _code(piece) if index % 2 else _escaped(piece) for index, piece in enumerate(pieces)
    )


def code(text: str, limit: int = 200) -> str:
    """``text`` in code style where it can stand in a code span, else as `markdown` has it."""
    return _code(cut(normalized(text), limit))


def _code(line: str) -> str:
    # A code span knows no escapes, and in answers by mail it does not stop a mention.
    plain = _IN_CODE.fullmatch(line) and not line.endswith(" ")
    return f"`{line}`" if plain else _escaped(line)


def broken(path: str) -> str:
    """A path as `markdown` has it, with a place to go on in another line behind each ``/``."""
    return markdown(path, 200).replace("/", f"/{_ZWSP}")


def exact(text: str, limit: int = 200) -> str:
    """``text`` in code style where all of it can be copied from there; else nothing."""
    is_exact = text == normalized(text) and len(text) <= limit and _code(text) == f"`{text}`"
    return f"`{text}`" if is_exact else ""


def link(text: str, url: str) -> str:
    """A Markdown link; ``text`` is Markdown already. Without a web address: the text alone."""
    if not url.startswith(("https://", "http://")):
        return text
    address = quote(url, safe="%/:?#=&@!$',~-._+", errors="replace")
    return f"[{text}]({address})"


# ------------------------------------------------------------------ a workflow's log


def command_data(text: str) -> str:
    """``text`` as the message of a workflow command, as actions/toolkit escapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """``text`` as a property of a workflow command, as actions/toolkit escapes it."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


def log(text: str) -> str:
    """``text``, of any number of lines, with nothing in it that the runner takes for a command.

    The runner takes ``::name …::`` at the start of a line, white space aside, and ``##[name …]``
    anywhere in it, ends lines at a lone carriage return too, and compares by culture, so that
    characters without weight may stand between the signs. What is put in between therefore has
    weight: a bar, a space (actions/runner, ActionCommand.cs).
    """
    return "\n".join(_log_line(line) for line in _LINE_ENDS.split(text))


def _log_line(line: str) -> str:
    line = "".join(c if c.isprintable() else " " if c == "\t" else "\ufffd" for c in line)
    line = _OLD_COMMAND.sub("# ", line)
    return f"| {line}" if _NEW_COMMAND.match(line) else line


def log_line(text: str, limit: int = 1000) -> str:
    """``text`` as one line of a log that a workflow runner reads."""
    return log(cut(normalized(text), limit))
