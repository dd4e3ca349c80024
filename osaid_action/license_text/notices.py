# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What may stand around a license text: titles, copyright lines, addresses; and what may not.

A copyright line is a sign or word, years, names, addresses and "All rights reserved", a title the
license's own name. What is neither is a note, or by one of its words a restriction.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from osaid_action.license_text import names, vocabulary
from osaid_action.license_text.words import words_of

FINE, NOTE, RESTRICTION = "fine", "note", "restriction"

_TITLE_WORDS = vocabulary.TITLE_WORDS
_MAX_TITLE_WORDS = 20
_MAX_SLUG = 5  # words of a part of an address
_LONGEST_NOTICE = 2000
_LONGEST_LINE = 4000  # in characters; a longer one is no notice
_RESERVED = (
    r"all rights? (?:are )?reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|保留所有权利|保留一切权利|版权所有|著作権所有"
)
_MARK = (
    r"(?:(?:portions |parts )?(?:are )?copyright(?:ed)?|copr\.|\(c\)|©|ⓒ|&copy;"
    r"|版权所有|著作权|著作権|spdx-filecopyrighttext:)"
)
_YEAR = r"(?:\d{4}|\[yyyy\])"
_YEARS = (
    rf"\b{_YEAR}(?:\s*(?:-|\u2013|\u2014|to|,|/|;|and|&)\s*"
    rf"(?:{_YEAR}|\d\d(?!\d)|20[12]x|present|now|today|current))*(?:\+|-(?=[\s,]|$))?"
)
_SAID = (
    ("ofl-1.1", r"This Font Software is licensed under the SIL Open Font License, Version 1\.1\.?"),
    ("ofl-1.1", r"This license is (?:copied below, and is )?also available with a FAQ at:?"),
    ("ofl-1.1", r"https?://(?:scripts\.sil\.org/OFL|openfontlicense\.org)/?"),
)
"""Sentences that belong in front of a license though its canonical text has none."""


class Titles(NamedTuple):
    """How the declared license may be called: words, pairs of words that follow, and ids."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    ids: frozenset[str]


def titles_of(phrases: Iterable[str], ids: Iterable[str]) -> Titles:
    """Make :class:`Titles` from names and headings as people write them, and from ids."""
    ids = tuple(ids)
    named = [title_words(phrase) for phrase in (*phrases, *ids)]
    pairs = (pair for one in named for pair in pairwise(one if one[1:] else ["", *one]))
    return Titles(
        _TITLE_WORDS.union(*named), frozenset(pairs), frozenset(one.lower() for one in ids)
    )


def joined(several: Iterable[Titles]) -> Titles:
    """Join the titles of several licenses."""
    every = list(several)
    return Titles(
        frozenset().union(*(one.words for one in every)),
        frozenset().union(*(one.pairs for one in every)),
        frozenset().union(*(one.ids for one in every)),
    )


def title_words(line: str) -> list[str]:
    """Cut a title into words; a sign that titles do not have is a word, too."""
    plain = line.lower().replace("licence", "license")
    signs = "\\s\"'\u201c\u201d\u2018\u2019.,:;()\\[\\]<>/*#&-"
    return re.findall(rf"[^\W_]+|[^\w{signs}]", plain)


def read(lines: list[str], titles: Titles | None, *, after: bool) -> Iterator[tuple[str, str]]:
    """Yield every line with its kind; a copyright line may go on in the next.

    ``after`` a license text nothing but copyright and address lines is fine (and, between two
    texts, the titles of the second).
    """
    notice = ""
    for line in lines:
        found = _kind_after(line, titles) if after or not titles else kind(line, titles)
        if found != FINE and notice and _goes_on(notice, _bare(line), titles):
            found, notice = FINE, _gone_on(notice, _bare(line))
        else:
            notice = _unfinished(line, titles) if found == FINE else ""
        yield line, found


def kind(line: str, titles: Titles) -> str:
    """Say what a line in front of a license text is: fine, a note, or a restriction."""
    if len(line) > _LONGEST_LINE:
        return RESTRICTION
    bare = _bare(line)
    if not bare or _is_address(bare) or _is_tag(bare, titles) or is_notice(bare, titles):
        return FINE
    if _is_title(_without_addresses(bare), titles) or _is_said(bare, titles):
        return FINE
    rest = _without_grant(bare, titles)
    if _patterns()["marks"].match(rest):
        words = (word for word in rest.split() if word.strip(",.") not in vocabulary.NAMES_TOO)
        rest = names.without_known(" ".join(words), " ")
        rest = _without_names(_without_contacts(rest))
    if _is_other_title(bare, titles):
        return RESTRICTION
    return RESTRICTION if names.restricts(rest) else NOTE


def _without_contacts(line: str) -> str:
    return _patterns()["contact"].sub(_address_or_nothing, line)


def _without_names(line: str) -> str:
    """Take the parts out of a copyright line that are plainly names."""
    line = re.sub(r"(?<=\w) Limited(?=\s*[),.<]|\s*$)", "", line)
    parts = re.split(r"([,;/|\x00]|\s[-\u2013\u2014]\s|\.\s)", _rest(line))
    left = (part for part in parts if not names.is_name(part.strip(" \t.<>[]:*\x00")))
    return "".join(left).replace("\x00", " ")


def _is_other_title(line: str, titles: Titles) -> bool:
    """Whether ``line`` is the tag or the title of another license."""
    key, _, value = line.partition(":")
    if key.strip("<!- ").lower() == "spdx-license-identifier":
        ids = re.split(r"\s+or\s+", value.strip(" */->()").lower())
        return titles.ids.isdisjoint(ids)
    plain = " ".join(re.findall(r"[\w.+-]+", line.lower().replace("licence", "license")))
    own = " ".join(sorted(titles.words))
    return any(
        f" {one} " in f" {plain} " and not set(one.split()) <= set(own.split())
        for one in (title.replace("_", " ") for title in vocabulary.OTHER_TITLES)
    )


def is_plain(line: str, titles: Titles | None = None) -> bool:
    """Whether a line after a license text is nothing but a copyright or an address line."""
    if len(line) > _LONGEST_LINE:
        return False
    bare = _bare(line)
    return not bare or _is_address(bare) or is_notice(bare, titles)


def is_notice(line: str, titles: Titles | None = None) -> bool:
    """Whether ``line`` is a copyright line and nothing else; a title may stand in front of it."""
    rest = _after_title(line, titles) if titles else line
    patterns = _patterns()
    mark = patterns["marks"].match(rest)
    if patterns["reserved"].fullmatch(rest):
        return True
    return mark is not None and is_holders(_without_font_name(rest[mark.end() :], titles))


def is_holders(text: str) -> bool:
    """Whether ``text`` is nothing but years, names, addresses and placeholders for them."""
    rest = _rest(text)
    parts = _parts(rest)
    if parts and all(map(names.is_affix, parts[0].split())):
        return False  # "Limited": of whom?
    if names.has_sentence(rest):
        return False
    return all(
        names.is_holder(part) if number == 0 or _is_form(following) else names.is_further(part)
        for number, (part, following) in enumerate(pairwise([*parts, ""]))
    )


def _kind_after(line: str, titles: Titles | None) -> str:
    fine = is_plain(line, titles) or (titles is not None and _is_title(_bare(line), titles))
    return FINE if fine else RESTRICTION


def _goes_on(notice: str, line: str, titles: Titles | None) -> bool:
    """Whether ``line`` lists further names after a copyright line, or ends one that was cut."""
    mark = _patterns()["marks"].match(notice)
    begun = mark is not None and not _parts(_rest(notice[mark.end() :]))
    further = begun or notice.endswith((",", "&", " and"))
    wrapped = re.match(r"(?:of|and|&) |(?:rights )?reserved\b", line, re.IGNORECASE) is not None
    wrapped = wrapped or notice.endswith((" by", " the", " of")) or "@" in line
    wrapped = wrapped or all(map(names.is_role, _parts(_rest(line))))
    if not further and not wrapped and "://" not in line:
        return False
    return any(is_notice(f"{notice}{between}{line}", titles) for between in (", ", " "))


def _gone_on(notice: str, line: str) -> str:
    """Return how a copyright line reads after ``line``: a list under mere years goes on."""
    mark = _patterns()["marks"].match(notice)
    listed = mark is not None and not _parts(_rest(notice[mark.end() :]))
    return notice if listed else f"Copyright {line}"


def _unfinished(line: str, titles: Titles | None) -> str:
    """Return a copyright line that may go on in the next line, else nothing."""
    bare = _bare(line)
    return bare if len(bare) < _LONGEST_NOTICE and is_notice(bare, titles) else ""


def _bare(line: str) -> str:
    """Take off what a comment, a heading, a list or a frame puts around a line."""
    line = line.strip()
    struck = re.match(r"~~(?=[^\s~])", line) is not None
    line = line if struck else line.strip("*#=-_/|;~+>\u2022").strip()
    return " ".join(line.split()) if words_of(line).words else ""


def _is_address(line: str) -> bool:
    """Whether ``line`` is a URL whose own words restrict nothing."""
    return bool(_patterns()["address"].fullmatch(line)) and not _leads_to_terms(line)


def _leads_to_terms(address: str) -> bool:
    """Whether the words of a URL or an e-mail address are those of terms, or make a sentence."""
    bare = re.sub(r"^(?:https?://|mailto:)?(?:www\.)?", "", address.strip("<>()[] "))
    site, _, path = bare.partition("/")
    if "@" in site:
        return not _is_mailbox(site)
    if names.restricts(_not_general(site)):
        return True
    if site.endswith(vocabulary.STEWARDS):
        return names.restricts(re.sub(r"[\W_]+", " ", path))
    segments = [_cut(segment) for segment in path.split("/")]
    words = [word for segment in segments for word in segment]
    told = sum(map(names.is_told, words))
    sentence = any(
        len(one) > _MAX_SLUG or (len(one) > 1 and any(map(names.is_told, one))) for one in segments
    )
    return (
        sentence
        or told > 1
        or names.restricts(" ".join(words))
        or not vocabulary.TERMS_ELSEWHERE.isdisjoint(words)
    )


def _is_mailbox(address: str) -> bool:
    """Whether an e-mail address is a name at a site: no word of it restricts or is of a clause."""
    local, _, site = address.strip("@").rpartition("@")
    words = _cut(local)
    plain = not any(names.is_told(word) or names.restricts(word) for word in words)
    site = re.sub(r"^users\.noreply\.", "", site)
    known = local.lower() in vocabulary.MAILBOXES
    return (known or plain) and not names.restricts(_not_general(site))


def _cut(segment: str) -> list[str]:
    """Cut a part of an address into its words: research-only, ResearchOnly."""
    apart = re.sub(r"([a-z])(?=[A-Z])", r"\1 ", segment)
    return [word.lower() for word in re.split(r"[\W_]+", apart) if word]


def _not_general(site: str) -> str:
    return " ".join(word for word in _cut(site) if word not in vocabulary.GENERAL)


def _without_addresses(line: str) -> str:
    """Take out URLs whose own words restrict nothing."""
    return _patterns()["url"].sub(_address_or_nothing, line)


def _address_or_nothing(found: re.Match[str]) -> str:
    return found[0] if _leads_to_terms(found[0]) else " \x00 "


def _is_tag(line: str, titles: Titles) -> bool:
    """Whether ``line`` is an SPDX tag that names the declared license."""
    key, _, value = line.partition(":")
    value = value.strip(" */->").lower()
    return key.strip("<!- ").lower() == "spdx-license-identifier" and value in titles.ids


def _is_title(line: str, titles: Titles) -> bool:
    """Whether ``line`` has only words of the license's names.

    Numbers, and words that limit, as the "No" of MIT No Attribution, stand beside the same word.
    """
    words = title_words(line.replace("\x00", ""))
    if len(words) > _MAX_TITLE_WORDS or names.hides(line):
        return False
    return all(
        word in titles.words and (not _keeps_place(word) or not titles.pairs.isdisjoint(pairs))
        for word, pairs in zip(words, _pairs(words), strict=True)
    )


def _keeps_place(word: str) -> bool:
    """Whether a word says another thing elsewhere: a number, or one that may limit."""
    return word.isdigit() or (word not in _TITLE_WORDS and names.limits(word))


def _pairs(words: list[str]) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """For each word the pair with the one before it, and with the one after it."""
    pairs = list(pairwise(["", *words, ""]))
    return list(pairwise(pairs))


def _is_said(line: str, titles: Titles) -> bool:
    said = "|".join(said for one, said in _SAID if one in titles.ids)
    return bool(said) and re.fullmatch(f"(?:(?:{said}) ?)+", line, re.IGNORECASE) is not None


def _after_title(line: str, titles: Titles) -> str:
    """Cut off a title that shares the line with a copyright notice."""
    mark = _patterns()["mark_inside"].search(line)
    if mark and mark.start() and _is_title(line[: mark.start()], titles):
        return line[mark.start() :]
    return line


def _without_font_name(rest: str, titles: Titles | None) -> str:
    """Take out what the Open Font License asks for: the names that are reserved."""
    if not titles or not any(one.startswith("ofl-") for one in titles.ids):
        return rest
    return _patterns()["font name"].sub("", rest)


def _is_form(part: str) -> bool:
    """Whether ``part`` is a legal form, which makes what is before it a name: Inc."""
    return part.lower().strip(". ") in vocabulary.LEGAL_ENDS


def _rest(rest: str) -> str:
    """Take years, addresses and reserved rights out of what follows the sign."""
    patterns = _patterns()
    rest = names.without_known(rest, " \x00 ")
    rest = re.sub(r"&gt;?", ">", rest.replace("&lt;", "<"))
    rest = re.sub(r"\bYEAR\b|\bAUTHOR EMAIL\b", " \x00 ", rest)
    rest = names.placeholder().sub(" \x00 ", rest)
    rest = patterns["reserved"].sub(" \x00 ", rest)
    rest = patterns["list of names"].sub(" \x00 ", rest)
    rest = names.without_short(names.without_stops(rest))
    rest = patterns["contact"].sub(_address_or_nothing, rest)
    rest = patterns["years"].sub(" \x00 ", rest)
    return patterns["marks"].sub(" \x00 ", rest)


def _parts(rest: str) -> list[str]:
    """Split what :func:`_rest` left into holders."""
    patterns = _patterns()
    parts = (part.strip(" \t.<>()[]:*") for part in patterns["between"].split(rest))
    return [part for part in parts if part]


def _without_grant(line: str, titles: Titles) -> str:
    """Take out a plain sentence that names the license: "is licensed under the MIT License"."""
    match = _patterns()["grant"].search(line)
    if match and _is_title(match.group("title"), titles):
        return line[: match.start()] + " " + line[match.end() :]
    return line


_URL = r"(?:https?://|www\.)"
_LIST = r"see (?:the )?(?-i:AUTHORS|CREDITS|CONTRIBUTORS)(?:\.\w{2,3})?(?: file)?"
_DETAILS = r"(?: for (?:more |further )?(?:details|information|a (?:full |complete )?list))?"
_GRANTED = r"(?:licensed|released|distributed|provided|made available|available|published|covered)"
_GRANT = (
    rf"(?:is |are )?(?:free software |open source )?(?:, )?(?:is |are )?{_GRANTED}(?: to you)?"
    r" (?:by|under|according to) (?:the )?(?:terms (?:and conditions )?of )?(?:an? |the )?"
    r"(?P<title>[^.,;:]*(?:\d\.\d[^.,;:]*)?)"
)
_SEE = (
    r"(?:[,.;:-]\s*(?:please )?(?:see|refer to|read)(?: also)?(?: the)?(?: file| text)?(?: \S+)?"
    r"(?: file)?(?: below)?(?: for (?:more )?(?:details|information))?)?"
)
_JOINT = r"(?:^|\s)(?:and|or|by|und|et|y|与|和|及)(?=\s|$)"
_PATTERNS = {
    "marks": rf"(?:{_MARK}[\s:]*)+",
    "mark_inside": r"\b(?:copyright|copr\.)|\(c\)|©",
    "reserved": rf"(?:{_RESERVED})[.。]?",
    "years": _YEARS,
    "address": rf"<?(?:{_URL}|mailto:)[^\s<>]+>?|[\w.-]+\.(?:org|com|net|io)(?:/[^\s<>]*)?",
    "url": r"<?https?://[^\s<>]+>?",
    "contact": r"[<(\[]?(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?"
    rf"|[<(\[]?{_URL}[\w.-]+(?:/[\w.~@-]*)*[>)\]]?|\(@[\w-]+\)"
    r"|[(<][\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|ru|de)(?:/[\w.-]+)?[)>]",
    "list of names": rf"[(<]?{_LIST}{_DETAILS}[)>]?",
    "between": rf"\x00|[,;/&|]|\s[-\u2013\u2014]\s|\.\s|\.$|{_JOINT}",
    "font name": r",? with (?:the )?reserved font names?:? *"
    r"['\"\u201c<]?[\w -]{1,40}['\"\u201d>]?(?= *[.,]|$)",
    "grant": rf"{_GRANT}{_SEE}",
}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Compile when the first text is read: most runs read none."""
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _PATTERNS.items()}
