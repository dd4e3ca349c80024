# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Cut a license text into the words that count, each with its place in the text.

What does not count is a closed list: white space, the punctuation of prose, list marks, comment
signs. Everything else is a word, so that nothing can be slipped in: a letter of any script, a
digit, a sign such as ``%``, an invisible or direction-changing character, and the marks that hide
text from a reader (``<!--``, ``~~``, an HTML tag, a Markdown link definition).
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_PUNCTUATION = (
    "\\s!\"#'()*,\\-./:;<=>?\\[\\\\\\]^_`{|}~"
    "\u00a0\u00a7\u00a9\u00ab\u00ae\u00b4\u00b6\u00b7\u00bb"
    "\u2010-\u2015\u2018-\u2027\u2030\u2032-\u203a\u2122\u25a0\u25aa\u25cf\u25e6\u2043"
    "\u3001\u3002\u3008-\u3011\u3014\u3015\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
)
_IDEOGRAPHS = "\u2e80-\u2fff\u3040-\u30ff\u31f0-\u9fff\uf900-\ufaff"  # written without spaces

_WORD = (
    rf"[^\W_{_IDEOGRAPHS}]+"  # a word or number
    r"|<!|-->|<\?"  # what opens and closes a comment
    r"|<(?=/?[A-Za-z])(?!https?:|www\.|mailto:|[^\s<>]+@"  # a tag: browsers hide <without limit>
    r"|(?:years?|yyyy|name of author|program|owner)>"  # but not a place to fill in
    r"|(?:one line to give[^<>]{20,90}|signature of [^<>]{5,12})>)"
    r"|(?<!~)~~+(?=[^\s~])|(?<=[^\s~])~~+"  # struck out
    r"|(?<!\S)[~!](?=[^\W_])"  # struck out with one, or negated as in code
    r"|\]:"  # a Markdown link definition is not shown either
    rf"|[^{_PUNCTUATION}]"  # any other character, by itself
)
# Spellings that the SPDX matching guidelines count as one, and schemes that redirect to each other.
# https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/
_SPELLINGS = {
    "licence": "license",
    "licences": "licenses",
    "licenced": "licensed",
    "licencee": "licensee",
    "licencing": "licensing",
    "sublicence": "sublicense",
    "sublicences": "sublicenses",
    "acknowledgement": "acknowledgment",
    "acknowledgements": "acknowledgments",
    "organisation": "organization",
    "organisations": "organizations",
    "favour": "favor",
    "judgement": "judgment",
    "https": "http",
    "&": "and",
}
_SPELLINGS |= {  # https://github.com/spdx/license-list-data: equivalentwords.txt
    "analogue": "analog",
    "analyse": "analyze",
    "artefact": "artifact",
    "authorisation": "authorization",
    "authorised": "authorized",
    "calibre": "caliber",
    "cancelled": "canceled",
    "catalogue": "catalog",
    "centre": "center",
    "emphasised": "emphasized",
    "favourite": "favorite",
    "fulfil": "fulfill",
    "fulfilment": "fulfillment",
    "initialise": "initialize",
    "labelling": "labeling",
    "labour": "labor",
    "maximise": "maximize",
    "modelled": "modeled",
    "modelling": "modeling",
    "offence": "offense",
    "optimise": "optimize",
    "organise": "organize",
    "practise": "practice",
    "programme": "program",
    "realise": "realize",
    "recognise": "recognize",
    "signalling": "signaling",
    "utilisation": "utilization",
    "whilst": "while",
    "wilful": "willful",
}
_HOLDERS = {"owner": "holder", "owners": "holders"}  # a copyright owner is a copyright holder


class Words(NamedTuple):
    """The words of a text: how they compare, and where they stand."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def quote(self, first: int, last: int) -> str:
        """Return the text from word ``first`` up to word ``last`` (exclusive) as it stands."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def around(self, first: int, last: int) -> str:
        """Return the same on one line, with the signs before and after it."""
        begin = self.ends[first - 1] if first else 0
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        return " ".join(self.text[begin:end].split()).strip(" #*>/.,;:")

    def has_blank_line(self, first: int, last: int) -> bool:
        """Whether words ``first`` up to ``last`` belong to several paragraphs."""
        return re.search(r"\n\s*\n", self.quote(first, last)) is not None

    def begins_paragraph(self, position: int) -> bool:
        """Whether a blank line stands before the word at ``position``, or nothing does."""
        if position == 0:
            return True
        end = self.starts[position] if position < len(self.starts) else len(self.text)
        before = self.text[self.ends[position - 1] : end]
        return re.search(r"\n\s*\n", before) is not None

    def begins_item(self, position: int) -> bool:
        """Whether the word at ``position`` begins a line, and may begin an item of a list there."""
        if position == 0:
            return True
        before = self.text[self.ends[position - 1] : self.starts[position]]
        ends = any(sign in before for sign in ".;:") or before.count("\n") > 1
        return "\n" in before and (ends or self.words[position - 1] in {"and", "or"})

    def is_paragraph(self, first: int, last: int) -> bool:
        """Whether words ``first`` up to ``last`` are a paragraph by themselves."""
        before = self.text[self.ends[first - 1] if first else 0 : self.starts[first]]
        after = self.text[self.ends[last - 1] : self.ends[last - 1] + 80]
        return bool(re.search(r"\n\s*\n", before) and re.match(r"[^\w\n]*\n\s*\n", after))

    def line(self, position: int) -> int:
        """Return the 1-based line of the word at ``position``; past the end, that of the last."""
        if not self.starts:
            return 1
        place = self.starts[position] if position < len(self.starts) else self.ends[-1]
        return self.text.count("\n", 0, place) + 1


def decode(data: bytes) -> str:
    """Read a file's bytes: UTF-8 or UTF-16 by its mark, else UTF-8, else Latin-1."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st"}
_ENTITIES = {"quot": '"', "amp": "&", "lt": "<", "gt": ">", "copy": "\u00a9", "apos": "'"}
_ENTITIES |= {"#34": '"', "#39": "'", "#169": "\u00a9", "nbsp": " "}
_KIND = r"(?:text|txt|plain|plaintext|markdown|md|license|none)?"  # what a fence says it holds
_WRAPPING = (  # a sign without which there is none, the pattern, what stays
    ("```", rf"(?m)^[ \t]*`{{3,}}[ \t]*{_KIND}[ \t]*$", ""),  # a code fence
    ("~~~", rf"(?m)^[ \t]*~{{3,}}[ \t]*{_KIND}[ \t]*$", ""),
    ("<", r"</?(?:pre|p|br|code|tt)\s*/?>", " "),
    (
        "](",
        r"\[((?:https?://)?([^\s\[\]()]+?)/?)\]\((?:https?://)?\2/?\)",
        r"\1",
    ),  # [address](address)
)


def clean(text: str) -> str:
    """Return ``text`` without what only wraps it; every line stays where it was."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a\0")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    if "&" in text:
        text = re.sub(r"&(#?\w{2,4});", lambda m: _ENTITIES.get(m[1].lower(), m[0]), text)
    for sign, pattern, plain in _WRAPPING:
        if sign in text:
            text = re.sub(pattern, plain, text)
    if text.isascii():
        return text
    if any(chr(sign) in text for sign in _LIGATURES):
        text = text.translate(_LIGATURES)
    return unicodedata.normalize("NFC", text)


def words_of(text: str) -> Words:
    """Cut ``text``, which :func:`clean` has returned, into words."""
    lowered = _lowered(text)
    spans = [match.span() for match in _pattern().finditer(_without_copyright_signs(lowered))]
    words = [lowered[start:end] for start, end in spans]
    if not _SPELLINGS.keys().isdisjoint(words):
        words = [_SPELLINGS.get(word, word) for word in words]
    if not _HOLDERS.keys().isdisjoint(words):
        words = [
            _HOLDERS.get(word, word) if before == "copyright" else word
            for before, word in zip(["", *words], words, strict=False)
        ]
    return Words(text, words, [start for start, _ in spans], [end for _, end in spans])


def _lowered(text: str) -> str:
    """``text`` in small letters, each where it was."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def _without_copyright_signs(text: str) -> str:
    """Blank out the c of each "(c)" beside the word copyright."""
    if "(c)" not in text:
        return text
    return _copyright_signs().sub(lambda found: found[0].replace("(c)", "( )"), text)


@cache
def _copyright_signs() -> re.Pattern[str]:
    return re.compile(
        rf"\(c\)(?= {{0,2}}copyright)|(?<![^\W_])copyright(?:[{_PUNCTUATION}]*\(c\))+"
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Compile when the first text is read: most runs read none."""
    return re.compile(rf"[a-z0-9]++(?![^\W_])|{_WORD}")
