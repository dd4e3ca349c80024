# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Bytes → text: UTF-8, without characters that hide, reorder or command."""

import re

from osaid_action.definition.rules.form import CONTROL_CHARACTER, NOT_UTF_8, TOO_LARGE
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.validation.document import refuse

# patterns are compiled when they are needed: most files need none
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
_FORBIDDEN_VALUE, _FORBIDDEN = f"[{_CONTROLS}]", f"[{_CONTROLS}\u2028\u2029\ufeff\ufffe\uffff]"


def decoded(data: bytes) -> str:
    """The text of a file. Raises `Unreadable` for what is too large or no plain UTF-8."""
    if len(data) > MAX_DECLARATION_BYTES:
        message = f"the file is larger than {MAX_DECLARATION_BYTES // 1024 // 1024} MiB"
        refuse(TOO_LARGE, message, "move long texts into files of their own", 1, 1)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        refuse(NOT_UTF_8, "the file is UTF-16, not UTF-8", "save it as UTF-8", 1, 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        read = error.object  # without a byte order mark
        line, column = place_in(read[: error.start].decode("utf-8", "replace"))
        byte = f"byte 0x{read[error.start]:02x} is not UTF-8"
        refuse(NOT_UTF_8, byte, "save the file as UTF-8", line, column)
    is_plain = text.replace("\n", "").replace("\t", "").replace("\r", "").isprintable()
    if not is_plain and (found := re.search(_FORBIDDEN, text)):
        line, column = place_in(text[: found.start()])
        message = f"the character U+{ord(found[0]):04X} is not allowed in the file"
        refuse(CONTROL_CHARACTER, message, "remove it", line, column)
    return text


def place_in(before: str) -> tuple[int, int]:
    """The 1-based place of what follows ``before``, with the line ends that YAML knows."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1].lstrip("\ufeff") if len(lines) == 1 else lines[-1]) + 1


def forbidden(value: str) -> str:
    """The first character of a value that cannot stand in it, though an escape wrote it."""
    found = None if value.isprintable() else re.search(_FORBIDDEN_VALUE, value)
    return found[0] if found else ""
