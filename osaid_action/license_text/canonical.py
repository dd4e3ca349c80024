# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The canonical license texts: an index that is read at once, texts that are unpacked when needed.

``scripts/generate.py`` writes ``data/``: ``texts.json`` (which id has which text, and where),
``texts.bin`` (the texts, packed in batches of similar ones), ``sketches.bin`` (for :mod:`nearest`).
"""

import json
import os
from functools import cache
from typing import NamedTuple

from osaid_action.license_text import template
from osaid_action.license_text.words import clean

_DATA = os.path.join(os.path.dirname(__file__), "data")


class Entry(NamedTuple):
    """Where a text lies, and what it is called."""

    at: tuple[int, int, int, int]  # offset and length of the batch; start and end in it
    names: tuple[str, ...]
    ids: tuple[str, ...]


@cache
def index() -> dict[str, Entry]:
    """Return all texts by their key, the first of their ids."""
    with open(os.path.join(_DATA, "texts.json"), encoding="utf-8") as file:
        texts = json.load(file)["texts"]
    return {
        key: Entry(tuple(one["at"]), tuple(one["names"]), tuple(one["ids"]))
        for key, one in texts.items()
    }


@cache
def keys() -> dict[str, str]:
    """Return the key of the text of every id, the ids in lower case."""
    return {one.lower(): key for key, entry in index().items() for one in entry.ids}


@cache
def text(key: str) -> str:
    """Return the canonical text of ``key``; KeyError when there is none."""
    offset, length, start, end = index()[key].at
    return _batch(offset, length)[start:end]


@cache
def pattern(key: str) -> template.Template:
    """Return the pattern of the text of ``key``; KeyError when there is none."""
    entry = index()[key]
    return template.template_of(key, clean(text(key)), entry.names, entry.ids)


@cache
def _batch(offset: int, length: int) -> str:
    import lzma  # noqa: PLC0415 - most runs read no license text

    with open(os.path.join(_DATA, "texts.bin"), "rb") as file:
        file.seek(offset)
        return lzma.decompress(file.read(length)).decode("utf-8")


def sketches() -> bytes:
    """Return the sketches of all texts, in the order of :func:`index`."""
    with open(os.path.join(_DATA, "sketches.bin"), "rb") as file:
        return file.read()
