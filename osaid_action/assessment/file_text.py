# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The prose of a local file: headings, code and front matter around it tell nothing."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from osaid_action.assessment.non_answers import Reading, read_sentences
from osaid_action.assessment.prose import LIMIT, sentences

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_RULE = re.compile(r"\s*(?:=+|-{2,}|\*{3,}|_{3,}|~+|\^+)\s*$")
_ITEM = re.compile(r"\s*(?:[-*+\u2022]|\d{1,3}[.)])\s+\S|\s*>")
_ROW = re.compile(r"\s*\|")
_TABLE_RULE = re.compile(r"[\s|:+=-]+$")
_TASK = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[ \]\s")
_SCRIPT = re.compile(
    r"<(script|style)\b[^<>]{0,500}>.*?(?:</\1\s{0,9}>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<[/a-zA-Z!][^<>]{0,500}>")
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\s]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\(([^()\s]{1,500})\)")


def read_file_text(content: bytes | str, own_names: Iterable[str] = ()) -> Reading | None:
    """Read a file as a description is read; ``None`` when it is not a text."""
    text = content if isinstance(content, str) else decoded(content)
    return None if text is None else read_sentences(_file_sentences(text[:LIMIT]), own_names)


@lru_cache(maxsize=8)
def file_prose(content: bytes) -> str:
    """What a file says, its sentences one a line; "" when it is not a text.

    One file may tell all five points, and is cut into sentences once.
    """
    text = decoded(content)
    return "\n".join(_file_sentences(text[:LIMIT])) if text else ""


def decoded(content: bytes) -> str | None:
    """The beginning of a file as a text; None when it is none."""
    content = content[:LIMIT]
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", "replace")
    if b"\0" in content or content[:5] == b"%PDF-":
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _file_sentences(text: str) -> Iterator[str]:
    """The sentences of each paragraph, list item and table row."""
    lines = _SCRIPT.sub(" ", text).splitlines()
    for block in _blocks(_without_comments(_without_front_matter(lines))):
        bare = _TAG.sub(" ", _LINK.sub(r"\1 \2 ", _IMAGE.sub(" ", block)))
        yield from sentences(bare)


def _without_front_matter(lines: list[str]) -> list[str]:
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], 1):
            if line.strip() in {"---", "..."}:
                return lines[number + 1 :]
    return lines


def _without_comments(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        kept = line
        if inside:
            _, closing, kept = line.partition("-->")
            inside = not closing
        while "<!--" in kept:
            before, _, rest = kept.partition("<!--")
            _, closing, after = rest.partition("-->")
            inside = not closing
            kept = f"{before} {after}"
        yield kept


def _blocks(lines: Iterator[str]) -> Iterator[str]:
    """Paragraphs, list items and table rows, each as one text; no headings, no code."""
    paragraph: list[str] = []
    for line in _without_code(lines):
        is_title = bool(paragraph) and _RULE.match(line) is not None
        if is_title:
            paragraph.pop()  # a heading with a line below
        starts = _ITEM.match(line) or _ROW.match(line)
        if is_title or starts or not line.strip() or _HEADING.match(line):
            yield " ".join(paragraph)
            paragraph = []
        if line.strip() and not is_title and not _is_dress(line):
            paragraph.append(line.strip(" |").replace("|", " , ") if _ROW.match(line) else line)
    yield " ".join(paragraph)


def _is_dress(line: str) -> bool:
    kinds = (_HEADING, _RULE, _TABLE_RULE, _TASK)
    return any(kind.match(line) for kind in kinds)


def _without_code(lines: Iterator[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
            yield ""
        elif fence and line.strip().startswith(fence):
            fence = ""
        elif not fence:
            yield line
