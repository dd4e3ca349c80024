# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Tell a name from a clause: by its shape, and by having no word that may limit a license.

A name is a few words with capitals (or a short word of a script without capitals), particles and
legal forms between them. Where a copyright line or a license asks for a name, nothing else passes.
"""

import re
from functools import cache

from osaid_action.license_text import vocabulary

_MAX_WORDS = 8
_MAX_OWN = 4  # words of a name with no legal form, kind of organization or the like
_MAX_SHOUTED = 3  # the same, all in capitals
_MAX_GLUED = 4
_BETWEEN = {"the", "of", "for", "at", "in"}
_MAX_PIECES = 2
_MAX_JOINTS = 3
_MAX_IDEOGRAPHS = 4  # of a person's name
_MAX_ORGANIZATION = 20
_SHORT = (
    r"(?:[A-Z\u00c0-\u00de\u0141\u0160\u017d\u010c\u0410-\u042f]\.?){1,3}"
    r"|Inc|Ltd|Co|Corp|Jr|Sr|Dr|Prof|St|Mr|Ms|Pty|LLC|al|e\.V|Univ|Dept|Inst|s\.r\.o"
)
_JOINT = r",|\s(?:and/or|and|or|nor)\s"
_SCRIPTS = (
    (0x024F, "latin"),
    (0x036F, "other"),
    (0x03FF, "greek"),
    (0x052F, "cyrillic"),
    (0x05FF, "other"),
    (0x06FF, "arabic"),
    (0x10FF, "other"),
    (0x11FF, "hangul"),
    (0x1DFF, "other"),
    (0x1EFF, "latin"),
    (0x2E7F, "other"),
    (0x303F, "han"),
    (0x30FF, "kana"),
    (0x9FFF, "han"),
    (0xABFF, "other"),
    (0xD7AF, "hangul"),
)
"""The last letter of each block, as far as it matters here."""
_WITH_CAPITALS = {"latin", "greek", "cyrillic"}
_UNPARTED = {"han", "kana", "hangul"}
_READ = {*_WITH_CAPITALS, *_UNPARTED, "arabic"}  # scripts that the vocabulary has words of


def is_name(phrase: str) -> bool:
    """Whether ``phrase`` names a person, a project or an organization, and says nothing else."""
    words = phrase.strip(" \t\n,.\"'`*_").split()
    if not _is_short_for(phrase):
        return False
    if not words or len(words) > _MAX_WORDS:
        return False
    own = any(not is_role(word) and not _is_general(word) for word in words)
    return (
        own
        and all(_fits(words, at) for at in range(len(words)))
        and not _is_spaced(words)
        and not _is_shouted_or_long(words)
    )


def is_name_phrase(phrase: str) -> bool:
    """Whether ``phrase`` is names, or names and roles: "Acme Inc. and contributors"."""
    phrase = without_stops(without_known(phrase, "<name>")).strip(" .\"'`*_\u201c\u201d")
    if has_sentence(phrase):
        return False
    parts = re.split(_JOINT, without_article(phrase), flags=re.IGNORECASE)
    given = [part for part in map(_without_pronoun, parts) if not placeholder().fullmatch(part)]
    first, *others = given or [""]
    if given and not (is_name(first) or is_role(first)):
        return False
    if not all(map(is_further, others)):
        return False
    return len(given) < len(parts) or any(map(is_name, given))


def is_project(phrase: str) -> bool:
    """Whether ``phrase`` is a handle, perhaps with roles: the matplotlib project."""
    first, *rest = without_article(phrase.strip(" .\"'`*_\u201c\u201d")).split() or [""]
    return is_handle(first) and len(rest) <= 1 and all(map(is_role_or_project, rest))


def is_role_or_project(word: str) -> bool:
    """Whether ``word`` is a role, or "project"."""
    return is_role(word) or word == "project"


def is_further(part: str) -> bool:
    """Whether ``part``, after a first name, is roles, a legal form or a name of several words."""
    words = without_article(part).split()
    if all(is_affix(word) or is_role(word) for word in words):
        return True
    if words[1:] and is_handle(words[0]) and all(map(is_role, words[1:])):
        return True
    return len(words) > 1 and is_name(without_article(part))


def has_sentence(text: str) -> bool:
    """Whether anything follows a full stop, once :func:`without_stops` took those of names."""
    return re.search(r"[.!?]\s+[^\s\x00]", text) is not None


def without_stops(text: str) -> str:
    """Take out the full stops after initials and abbreviations."""
    return _abbreviation().sub(r"\1 ", re.sub("(?i)(yahoo)!", r"\1", text))


def without_known(text: str, instead: str) -> str:
    """Put ``instead`` for the names that are known though a word of them limits elsewhere."""
    return _known().sub(instead, text)


def without_short(text: str) -> str:
    """Take out what is short for the words before it: (EPFL), ("ISC")."""
    return re.sub(r"\([\"'\u201c]?([A-Z]{2,8})[\"'\u201d]?\)", _short_or_all, text)


def _short_or_all(found: re.Match[str]) -> str:
    letters = iter(found.string[: found.start()].lower())
    is_short = all(letter in letters for letter in found[1].lower())
    return "" if is_short and not is_told(found[1]) else found[0]


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(rf"\b({_SHORT})\.(?=[\s,]|$)")


@cache
def _known() -> re.Pattern[str]:
    known = "|".join(map(re.escape, vocabulary.WHOLE_NAMES))
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)")


def is_holder(part: str) -> bool:
    """Whether ``part`` of a copyright line is a name, roles, a handle, or a handle with roles."""
    first, *rest = without_article(part).split() or [""]
    if all(map(is_role, rest)) and (is_role(first) or is_handle(first)):
        return True
    return is_name(without_article(part))


def is_handle(word: str) -> bool:
    """Whether ``word`` is one small word of Latin letters that means no limit: jquery."""
    shaped = re.fullmatch(r"@?[a-z][A-Za-z0-9_.-]{1,38}", word) is not None
    common = _is_general(word) or limits(word) or is_clausal(word) or _is_glued_clause(word)
    return shaped and not common and word.count("-") + word.count(".") <= _MAX_JOINTS


def is_role(word: str) -> bool:
    """Whether ``word`` speaks of people without naming them: contributors."""
    return _plain(word) in vocabulary.ROLES


def is_affix(word: str) -> bool:
    """Whether ``word`` is a legal form or a title: Inc."""
    return _plain(word) in vocabulary.AFFIXES


def limits(word: str) -> bool:
    """Whether a word is one of a clause, not of a name or a title."""
    exact, stems = _vocabulary(names=True)
    return any(
        part in exact or part.startswith(stems) or any(one in part for one in vocabulary.COMPOUNDS)
        for part in re.split(r"[\W_]+", word.lower())
        if part
    )


def is_told(word: str) -> bool:
    """Whether a word is one of a clause or of a sentence, and not one of organizations' names."""
    return not _is_general(word) and (limits(word) or is_clausal(word))


def is_clausal(word: str) -> bool:
    """Whether a word is one of sentences and offers, so that a name has it hardly ever."""
    exact, stems = _clausal()
    parts = [part for part in re.split(r"[\W_]+", word.lower()) if part]
    return any(part in exact or part.startswith(stems) for part in parts)


def restricts(text: str) -> bool:
    """Whether a note has a word that may restrict, or is in a script that is not read here."""
    lower = text.lower().replace("\u2019", "'")
    letters = [letter for letter in lower if letter.isalpha() and not letter.isascii()]
    if any(_script(letter) not in _READ for letter in letters) or not lower.isprintable():
        return True
    if letters and any(part in lower for part in vocabulary.RESTRICTING_PARTS):
        return True
    exact, stems = _vocabulary(names=False)
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)?", f"{lower} {closed(lower)}")
    return hides(text) or any(word in exact or word.startswith(stems) for word in words)


def hides(text: str) -> bool:
    """Whether ``text`` has a mark by which browsers do not show text, or strike it out."""
    return any(mark in text for mark in ("<!", "-->", "~~", "]:"))


@cache
def placeholder() -> re.Pattern[str]:
    """Return the pattern of a place that nobody has filled in: ``<year>``, ``[fullname]``."""
    what = (
        r"years?|yyyy(?:, yyyy)?|xxxx|dates?(?: of first publication)?|fullname|project(?:url)?"
        r"|(?:full |your |author'?s? )?name|(?:name of )?(?:the )?copyright (?:owners?|holders?)"
        r"|owner(?: organization(?: name)?)?|organization|author|e?-?mail|url\|email"
        r"|jahr|copyright inhaber"
    )
    return re.compile(rf"[<\[{{(](?:various |the )?(?:{what})[>\]}})]", re.IGNORECASE)


def without_article(phrase: str) -> str:
    """Return ``phrase`` without "the" in front."""
    return re.sub(r"^(?:the|The|THE) ", "", phrase)


def _without_pronoun(part: str) -> str:
    return re.sub(r"^(?:its|the|any|other|their) ", "", part.strip(), flags=re.IGNORECASE)


def _plain(word: str) -> str:
    return re.sub("[.,()\"'\u201c\u201d\u2018\u2019<>\\[\\]]", "", word).lower()


def _is_general(word: str) -> bool:
    return _plain(word) in vocabulary.GENERAL


def _fits(words: list[str], at: int) -> bool:
    """Whether the word at ``at`` can stand in a name, given the words around it."""
    word, plain, last = words[at], _plain(words[at]), len(words) - 1
    if plain == "limited":
        return 0 < at == last
    if is_role(word) or is_affix(word) or (at and plain in vocabulary.PARTICLES):
        return True
    if any(_plain(one) in vocabulary.LEGAL_ENDS for one in words[:at]):
        return False  # a name is at its end with that
    if plain in _BETWEEN:
        return at < last and _joins(words, at)
    if _is_general(word):
        return word[0].isupper() and (plain != "free" or words[at + 1 : at + 2] == ["Software"])
    told = limits(word) or is_clausal(word) or _is_glued_clause(word)
    return not told and (_is_capitalized(word) or _is_unparted(word))


def _joins(words: list[str], at: int) -> bool:
    """Whether the preposition or article at ``at`` stands where names have one."""
    if _plain(words[at]) == "the":
        return at == 0 or _plain(words[at - 1]) in _BETWEEN
    if at == 0 or is_role(words[at - 1]):
        return False  # members of the club
    return _plain(words[at]) == "of" or _has_place(words[:at])


def _is_glued_clause(word: str) -> bool:
    """Whether ``word`` is a sentence in CamelCase: NotForClinicalUse."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+", word)
    own = [part for part in parts if not _is_general(part)]
    if len(parts) <= 2:
        return len(parts) > 1 and any(map(limits, own))
    return len(parts) > _MAX_GLUED or any(limits(part) or is_clausal(part) for part in own)


def _is_short_for(phrase: str) -> bool:
    """Whether what stands in brackets is made of letters of the name before it: (EPFL)."""
    before, bracket, inside = phrase.partition("(")
    short = inside.strip(" )\"\u201c\u201d'")
    letters = iter(before.lower())
    return not bracket or (
        short.isalpha() and short.isupper() and all(one.lower() in letters for one in short)
    )


def _is_spaced(words: list[str]) -> bool:
    """Whether letters stand apart that are a word of a clause together: N C."""
    joined = set(closed(" ".join(words)).split()).difference(words)
    pieces = [word for word in words if len(word) == 1 and _script(word) in _UNPARTED]
    return len(pieces) > _MAX_PIECES or any(map(limits, joined))


def _is_shouted_or_long(words: list[str]) -> bool:
    """Whether so many words in capitals, or with one each, are rather a sentence than a name."""
    if any(_is_general(word) or is_affix(word) or is_role(word) for word in words):
        return False
    if _has_place(words):
        return False
    own = [word for word in words if _plain(word) not in vocabulary.PARTICLES]
    shouted = all(word.isupper() for word in own)
    return len(own) > (_MAX_SHOUTED if shouted else _MAX_OWN)


def closed(text: str) -> str:
    """Return ``text`` with letters that stand apart joined: N C, r e s e a r c h."""
    return re.sub(r"(?<![\w.])([^\W\d_])\s+(?=[^\W\d_](?![\w.]))", r"\1", text)


def _has_place(words: list[str]) -> bool:
    return any(_plain(word) in vocabulary.PLACES for word in words)


def _is_capitalized(word: str) -> bool:
    """Whether ``word`` is of one script, and that has capitals and it has one: IBM, Łukasz."""
    letters = [letter for letter in word if letter.isalpha()]
    if not re.fullmatch("[\\w.'\u2019`\\-+!()\"\u201c\u201d]+", word):
        return False
    scripts = {_script(letter) for letter in letters}
    return len(scripts) == 1 and scripts <= _WITH_CAPITALS and any(map(str.isupper, word))


def _is_unparted(word: str) -> bool:
    """Whether ``word`` is a short Chinese, Japanese or Korean name, or one of an organization."""
    if not all(_script(letter) in _UNPARTED for letter in word):
        return False
    ending = next((one for one in vocabulary.ORGANIZATIONS if word.endswith(one)), "")
    own = word.removesuffix(ending)
    if any(part in own for part in vocabulary.RESTRICTING_PARTS):
        return False
    return len(own) <= (_MAX_ORGANIZATION if ending else _MAX_IDEOGRAPHS)


def _script(letter: str) -> str:
    return next((name for last, name in _SCRIPTS if ord(letter) <= last), "other")


@cache
def _clausal() -> tuple[frozenset[str], tuple[str, ...]]:
    return _parted(vocabulary.CLAUSAL)


@cache
def _vocabulary(*, names: bool) -> tuple[frozenset[str], tuple[str, ...]]:
    """Part the vocabulary of names, or that of notes, into whole words and beginnings of words."""
    return _parted(vocabulary.LIMITING if names else vocabulary.RESTRICTING)


def _parted(words: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word[:-1] for word in words if word.endswith("*")),
    )
