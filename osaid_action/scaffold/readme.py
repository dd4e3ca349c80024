# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A Markdown text: its prose and its commands, its heading, its links, its citation."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from osaid_action.scaffold.checkout import Line

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_TAG = re.compile(r"<[^<>]{0,500}>")
_PICTURE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,800}\)")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,600}[^()]{0,200}\)")
_URL = re.compile(r"https?://[^\s<>()\[\]\"'`{}|\\^]{3,500}")
_LABEL = re.compile(r"^\((?:deprecated|archived|new|beta|alpha|wip)\)\s*", re.IGNORECASE)
_OFFICIAL = re.compile(r"^official\s+(?=\S+$)", re.IGNORECASE)
_CARD_OF = re.compile(r"^model card(?: (?:for|of))?[ :-]+(?=\S)", re.IGNORECASE)
_KIND_OF_FILES = re.compile(r"(?:GGUF|GGML|AWQ|GPTQ|EXL2|ONNX|MLX|Q?LoRA)\b", re.IGNORECASE)
_LONGEST_NAME = 80
_DASHES = " -\u2013\u2014|"
_NOTICE = re.compile(
    r"(?i)(?:latest |breaking |big )?"
    r"(?:news|updates?|notes?|notice|announce\w*|what's new|table of contents)\b"
)
_SECTION = re.compile(
    r"(?i)(?:(?:project|framework|model|code|repository|general) )?(?:descriptions?|overview"
    r"|introduction|about|background|summary|abstract|usage|installation|install|getting started"
    r"|quick ?start|set ?up|requirements|prerequisites|files|structure|contents?|read ?me|license"
    r"|citation|documentation|features|status|card|details)"
    r"|(?:your |my |the )?(?:project|package|repo(?:sitory)?|model)(?:'s)? (?:name|title|id)"
)
_AND = re.compile(r"(?i)\s+(?:and|&|/)\s+")
"""Headings that stand in any text and name nothing."""
_SENTENCE = re.compile(r"(?i)[!?\u3002\uff01\uff1f]$|\s(?:is|are|was|has|have|will)\s")
"""What a heading tells of, as no name does: “Heron is unmaintained”, “Heron 3 is out!”."""
_LONGEST_SENTENCE = 300
_LONGEST_PARAGRAPH = 4000
_NO_PROSE = r"\s*(?:[#>|+=$]|[-*+]\s|\d+[.)]\s|!\[|\[!|\[\[)"
_ITEM = r"\s*(?:[-*+]|\d+[.)])\s"


class Link(NamedTuple):
    """An address in a text, and the number of its line."""

    url: str
    line: int


class Markdown:
    """The parts of a Markdown text that rules of finding look at."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.prose: list[Line] = []
        self.code: list[Line] = []
        self._part(without_front_matter(list(lines)))

    def _part(self, lines: Iterable[Line]) -> None:
        fence = ""
        for line in lines:
            found = _FENCE.match(line.text)
            if fence:
                if found and found[1].startswith(fence) and not line.text.strip(" `~\t"):
                    fence = ""
                else:
                    self.code.append(line)
            elif found:
                fence = found[1]
            else:
                self.prose.append(line)

    def headings(self) -> Iterator[Line]:
        """The headings of the first level, as plain text: Markdown's two ways, and HTML's."""
        before = Line(0, "")
        for line in self.prose:
            if re.match(r"#\s+\S", line.text):
                yield Line(line.number, plain(line.text.lstrip("#").rstrip(" #")))
            elif re.fullmatch(r"={3,}\s*", line.text) and before.text.strip():
                yield Line(before.number, plain(before.text))
            before = line
        yield from ()

    def second_headings(self) -> Iterator[Line]:
        """The headings of the second level, as Markdown writes them."""
        for line in self.prose:
            if re.match(r"##\s+\S", line.text):
                yield Line(line.number, plain(line.text.strip("# ")))

    def html_headings(self) -> Iterator[Line]:
        """The same in HTML, which may go over some lines."""
        for at, line in enumerate(self.prose):
            if re.search(r"<h1\b", line.text, re.IGNORECASE):
                after = " ".join(one.text for one in self.prose[at : at + 6])
                inner = re.split(r"(?i)<h1\b[^<>]{0,300}>", after, maxsplit=1)[-1]
                yield Line(line.number, plain(re.split(r"(?i)</h1", inner, maxsplit=1)[0]))

    def title(self) -> Line | None:
        """The first heading that could be a name."""
        every = sorted([*self.headings(), *self.html_headings()])
        return next((Line(one.number, name) for one in every if (name := name_in(one.text))), None)

    def sentences(self, after: int) -> Iterator[Line]:
        """The sentences of the prose below a line, each with the line its paragraph begins on."""
        paragraph: list[str] = []
        start = 0
        for line in [*self.prose, Line(0, "")]:
            if line.number and line.number <= after:
                continue
            if _is_prose(line.text):
                start = start if paragraph else line.number
                paragraph.append(line.text)
            elif paragraph:
                yield from (Line(start, one) for one in _sentences(" ".join(paragraph)))
                paragraph = []

    def listed(self) -> set[int]:
        """The numbers of the lines that belong to an item of a list."""
        found, in_list = set(), False
        for line in self.prose:
            is_within = line.text.startswith(("  ", "\t")) or not line.text.strip()
            in_list = re.match(_ITEM, line.text) is not None or (in_list and is_within)
            if in_list:
                found.add(line.number)
        return found

    def section(self, number: int) -> str:
        """The heading that a line stands under; empty for none."""
        above = (one.text for one in self.prose if one.number < number)
        found = [text for text in above if re.match(r"#{1,6}\s+\S", text)]
        return plain(found[-1].strip("# ")) if found else ""

    def links(self) -> Iterator[Link]:
        """Every address in the prose."""
        for line in self.prose:
            for found in _URL.finditer(line.text):
                yield Link(found[0].rstrip(".,;:!*_~$"), line.number)

    def every_line(self) -> list[Line]:
        """Prose and code in the order of the text."""
        return sorted([*self.prose, *self.code])


def without_front_matter(lines: list[Line]) -> list[Line]:
    """The lines of a text below the YAML at its head."""
    start = next((at for at, one in enumerate(lines) if one.text.strip()), 0)
    if not lines or lines[start].text.strip() != "---":
        return lines
    for at in range(start + 1, len(lines)):
        if re.fullmatch(r"---\s*", lines[at].text):
            return lines[at + 1 :]
    return lines


def plain(text: str) -> str:
    """A text without tags, links' addresses, marks of emphasis, emoji and what cannot be seen."""
    bare = _LINK.sub(r"\1", _PICTURE.sub(" ", _TAG.sub(" ", text)))
    bare = re.sub(r":[a-z0-9_+-]{2,40}:", " ", re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", bare))
    return " ".join("".join(sign for sign in bare if not _is_picture(sign)).split())


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) in ("So", "Sk", "Cc", "Cf", "Cs", "Co", "Cn", "Mn") and (
        sign not in "\u2122\u00ae\u00b0^"
    )


def name_in(heading: str) -> str:
    """The name that a heading begins with; empty for a sentence, or a notice."""
    bare = _CARD_OF.sub("", _LABEL.sub("", heading.strip(_DASHES)))
    name, *rest = re.split(rf":\s|\s[{_DASHES.strip()}]\s", bare, maxsplit=1)
    name = (bare if rest and _KIND_OF_FILES.match(rest[0]) else name).strip(_DASHES + ":")
    name = _OFFICIAL.sub("", name)
    is_name = 0 < len(name) <= _LONGEST_NAME and any(sign.isalnum() for sign in name)
    is_name = is_name and "{{" not in heading
    return name if is_name and not _is_notice(name) else ""


def _is_notice(name: str) -> bool:
    """Whether a heading tells of something, or of a part: news, a note to users, an overview."""
    is_notice = _NOTICE.match(name) or _is_section(name) or _SENTENCE.search(name)
    return is_notice is not None


def _is_section(name: str) -> bool:
    """Whether a heading is that of a part, or of two: “Requirements and Installation”."""
    return all(_SECTION.fullmatch(part) for part in _AND.split(name))


def _is_prose(text: str) -> bool:
    """Whether a line is prose: no heading, list, table, picture or row of links."""
    return bool(text.strip()) and not re.match(_NO_PROSE, text)


def _sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph that are long enough to tell something."""
    said = plain(_URL.sub("", paragraph[:_LONGEST_PARAGRAPH]))
    for sentence in re.split(r"(?<=[a-z0-9)\]][.!?])\s+(?=[A-Z])", said):
        words = re.findall(r"[^\W\d_]{2,}", sentence)
        if len(words) >= 4 and sentence[0].isalnum() and len(sentence) <= _LONGEST_SENTENCE:
            yield sentence
