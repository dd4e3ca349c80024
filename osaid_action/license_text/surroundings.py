# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What may stand around a license's wording: titles, tags, its own addresses, copyright lines."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from osaid_action.license_text import copyright_notice, template
from osaid_action.license_text.words import words_of

_LONGEST = 400
_MOST_TITLE_WORDS = 20
_TITLES = """
the license licenses text full version v ver of and or public general terms spdx identifier software
foundation
"""
_TITLE_WORDS = frozenset(_TITLES.split())
_CHOICE = """
licensed under either dual dually at your option you may choose any one these following both is are
this that in below file files available made found also project work library package code use
"""
_CHOICE_WORDS = frozenset(_CHOICE.split())
_OFFERING = frozenset({"either", "dual", "dually", "option", "choose", "both", "or", "and"})
_MARKUP = " \t#*=-_`>/;|+.:"
_DECORATION = " #*>/|"  # of comments and lists
_LONE_MARK = re.compile(r"[(§]?\s?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{1,5})\)?")
# REUSE-IgnoreStart
_TAG = re.compile(r"SPDX-License-Identifier:\s*(.+)", re.IGNORECASE)
# REUSE-IgnoreEnd
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"']+", re.IGNORECASE)


_HOSTS = ("spdx.org/licenses", "opensource.org/licenses", "opensource.org/license")
"""Where each license has a page under its id."""


class Names(NamedTuple):
    """How the licenses of a file may be called: words of titles, ids, their own addresses."""

    words: frozenset[str]
    ids: frozenset[str]
    addresses: frozenset[str]
    heads: frozenset[tuple[str, ...]]
    fonts: bool  # they are of fonts, which reserve names
    choice: bool
    alone: frozenset[str]  # words that name a license by themselves: MIT, Apache
    pairs: frozenset[tuple[str, str]]  # words that follow each other in a name


@lru_cache(maxsize=64)
def names_of(keys: frozenset[str], *, choice: bool) -> Names:
    """The names of the licenses ``keys``; ``choice`` allows for a sentence that offers one."""
    entries = [template.index()[key] for key in keys]
    titles = [line for one in entries for line in one.heads if _is_title_of(line)]
    named = [name for one in entries for name in (*one.names, *one.ids)]
    spelled = [_words(ADDRESS.sub(" ", name)) for name in (*named, *titles)]
    telling = [_telling(words) for words in spelled]
    of_ids = [_telling(_words(id_))[:1] for one in entries for id_ in one.ids]
    ids = frozenset(id_.lower() for one in entries for id_ in one.ids)
    own = {bare_address(address) for one in entries for address in one.addresses}
    own |= {bare_address(one) for line in titles for one in ADDRESS.findall(line)}
    own |= {address.removesuffix("/legalcode") for address in own}
    own |= {f"{host}/{id_}" for host in _HOSTS for id_ in ids}
    lines = frozenset(tuple(words_of(line).words) for one in entries for line in one.heads)
    return Names(
        _TITLE_WORDS.union(*spelled),
        ids,
        frozenset(own),
        lines,
        any(id_.startswith("ofl-") for id_ in ids),
        choice,
        frozenset(name[0] for name in (*telling, *of_ids) if len(name) == 1),
        frozenset(pair for name in telling for pair in pairwise(name)),
    )


def _is_title_of(line: str) -> bool:
    return not copyright_notice.parted(line)[1] and not _LONE_MARK.fullmatch(line.strip(" ."))


class Line(NamedTuple):
    """A line beside the wording: a holder's when ``holder``, fine when ``fine``."""

    text: str
    fine: bool
    holder: bool


def read(text: str, names: Names) -> Iterator[Line]:
    """Class every line of what stands around the wording."""
    notice = ""  # the copyright line that may go on
    for line in text.split("\n"):
        bare = line.strip(_MARKUP)
        if not bare:
            notice = ""
            yield Line("", fine=True, holder=False)
            continue
        plain = copyright_notice.without_font_names(bare) if names.fonts else bare
        holder = _is_notice(plain, names) if plain else bool(notice)
        if notice and not holder and not is_fine(bare, names):
            bare = f"{notice} {bare}"
            holder = copyright_notice.is_continued(line.strip(_MARKUP)) or _is_notice(bare, names)
        yield Line(
            " ".join(line.split()).lstrip(_DECORATION).rstrip(" *|"),
            holder or is_fine(bare, names),
            holder,
        )
        notice = bare if holder else ""


def _is_notice(line: str, names: Names) -> bool:
    """Whether a line is a copyright line, perhaps with the license's title in front of it."""
    before, notice = copyright_notice.parted(line)
    if before.strip(_MARKUP) and notice:
        return is_title(before, names) and copyright_notice.is_notice(notice)
    return copyright_notice.is_notice(line)


def is_fine(line: str, names: Names) -> bool:
    """Whether a line is blank, a rule, a title, a tag or one of the license's own addresses."""
    if len(line) > _LONGEST:
        return False
    words = words_of(line).words
    if not words or tuple(words) in names.heads or _LONE_MARK.fullmatch(line):
        return True
    tag = _TAG.fullmatch(line)
    if tag:
        return all(
            word.lower() in names.ids
            for word in re.split(r"\s+(?:OR|AND)\s+|[()\s]+", tag[1])
            if word
        )
    addresses = ADDRESS.findall(line)
    if any(bare_address(one) not in names.addresses for one in addresses):
        return False
    return is_title(ADDRESS.sub(" ", line), names)


def is_title(line: str, names: Names) -> bool:
    """Whether a line has no other words than the names of the licenses have.

    A word of a longer name stands beside its neighbor there: of "MIT No Attribution", say, "No".
    """
    words = [part for word in _words(line) for part in _parts(word, names.words)]
    if len(words) > _MOST_TITLE_WORDS:
        return False
    if names.choice and not _OFFERING.isdisjoint(words):
        words = [word for word in words if word not in _CHOICE_WORDS]
    found = _telling(words)
    paired = {word for pair in pairwise(found) if pair in names.pairs for word in pair}
    no = (pair for pair in pairwise([*words, ""]) if pair[0] == "no")
    if not names.pairs.issuperset(no):
        return False  # MIT: no license
    return names.words.issuperset(words) and names.alone.union(paired).issuperset(found)


def _telling(words: list[str]) -> list[str]:
    """Those words of a title that tell the license from others."""
    return [word for word in words if word not in _TITLE_WORDS and not word.isdigit()]


def _parts(word: str, known: frozenset[str]) -> list[str]:
    """The two known words that a word is made of, if it is: NonCommercial is Non Commercial."""
    ways = ([word[:at], word[at:]] for at in range(2, len(word)) if word not in known)
    return next((way for way in ways if known.issuperset(way)), [word])


def _words(line: str) -> list[str]:
    plain = line.lower().replace("licence", "license")
    return re.findall(r"[^\W_]+|[^\w\s\"'\u201c\u201d\u2018\u2019.,:;()\[\]<>/*#&\-]", plain)


def bare_address(address: str) -> str:
    """An address without what does not tell it from another: its scheme, its ending."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).rstrip("/.,;:")
    return re.sub(r"\.(?:html?|php|txt)$", "", bare)
