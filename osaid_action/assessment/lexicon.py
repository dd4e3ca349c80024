# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the words of eleven languages do in a sentence that tells, or does not.

The words are ``data/non_answers.json``: by language and class (negation, telling …); ``*``
stands for any ending.
"""

import json
import os
import re
from functools import cache, lru_cache

from osaid_action.assessment.prose import Word, has_run, is_run, plain

LATIN = ("en", "de", "fr", "es", "pt", "it")
RUNS = ("zh", "ja", "ko")  # scripts whose words are found inside runs of characters
VERB_LAST = frozenset({"ja", "ko"})
_NONE: frozenset[str] = frozenset()
_LONGEST_WORD = 32
_ROOT = 3  # letters of most Arabic ones
_KANA = "[\u3040-\u30ff]"
_HANGUL = "[\uac00-\ud7af]"
_FROM_CYRILLIC = str.maketrans("аеорсухіјѕԁһкмтнвιοαερτυκνχ", "aeopcyxijsdhkmthbioaeptukvx")
_TO_CYRILLIC = str.maketrans("aeopcyxikmthb", "аеорсухикмтнв")
_FROM_FIGURES = (str.maketrans("013457", "oieast"), str.maketrans("013457", "oleast"))


@cache
def data() -> dict[str, dict[str, str]]:
    """The file as it is."""
    path = os.path.join(os.path.dirname(__file__), "data", "non_answers.json")
    with open(path, encoding="utf-8") as file:
        found: dict[str, dict[str, str]] = json.load(file)
    return found


@cache
def listed(key: str) -> frozenset[str]:
    """A plain list of words of the file."""
    return frozenset(str(data()[key]).split())


@cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    """The classes of a language's words and (with ``*``) beginnings."""
    found: dict[str, set[str]] = {}
    for name, spelled in data()[language].items():
        for word in plain(spelled).casefold().split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=65536)
def classes(language: str, word: str) -> frozenset[str]:
    """What a folded word does in a language, by the word itself and by its beginnings."""
    known = _classes(language)
    for spelling in _bare(language, word):
        found = known.get(spelling, _NONE)
        for end in range(2, min(len(spelling), _LONGEST_WORD) + 1):
            found |= known.get(f"{spelling[:end]}*", _NONE)
        if found:
            return found
    return _NONE


def _bare(language: str, word: str) -> list[str]:
    """An Arabic word also without the small words that are written with it."""
    spellings = [word]
    if language == "ar":
        rest = word
        if len(word) == _ROOT and word[0] in "وف":  # "and" before a small word, as in ولم
            spellings.append(word[1:])
        while len(rest) > _ROOT and rest[0] in "وفبكلس":
            rest = rest[1:]
            spellings.append(rest)
        spellings += [spelling[2:] for spelling in spellings if spelling.startswith("ال")]
        spellings += [spelling[1:] for spelling in spellings if spelling.startswith("ل")]
    return spellings


@cache
def _pattern(language: str) -> re.Pattern[str]:
    entries = sorted(_classes(language), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, entries)))


def segmented(language: str, pieces: list[Word]) -> list[Word]:
    """Cut runs of characters at the words that are known; what is between is unknown."""
    if language not in RUNS:
        return pieces
    found = []
    for word in pieces:
        after_break = word.after_break
        for part in _cut(language, word.folded) if is_run(word.folded) else ():
            found.append(Word(part, part, after_break))
            after_break = False
        if not is_run(word.folded):
            found.append(word)
    return found


def _cut(language: str, run: str) -> list[str]:
    parts, end = [], 0
    for match in _pattern(language).finditer(run):
        parts += [run[end : match.start()], match[0]]
        end = match.end()
    return [part for part in [*parts, run[end:]] if part]


def languages(pieces: list[Word]) -> list[str]:
    """The languages that a sentence may be in, by script and by the words that each knows."""
    text = "".join(word.folded for word in pieces)
    found = _without_spaces(text) if has_run(text) else []
    scores = {
        language: sum(1 for word in pieces if classes(language, word.folded))
        for language in (LATIN if text.isascii() else (*LATIN, "ru", "ar"))
    }
    best = max(scores.values())
    return found + [language for language, score in scores.items() if score == best > 0]


def _without_spaces(text: str) -> list[str]:
    found = ["ko"] if re.search(_HANGUL, text) else []
    if re.search(_KANA, text):
        return [*found, "ja"]
    return found or ["zh"]


def mended(word: Word) -> list[Word]:
    """A word in one script and without figures in place of letters; ``undisclosed`` as two."""
    spelled = word.folded
    if word.is_link or word.is_figure:
        return [word]
    if spelled.isascii():
        if not spelled.isalpha():
            spelled = _known([spelled, *(spelled.translate(table) for table in _FROM_FIGURES)])
    elif any("a" <= letter <= "z" for letter in spelled):
        spelled = _known([spelled.translate(table) for table in (_FROM_CYRILLIC, _TO_CYRILLIC)])
    if not classes("en", spelled):
        for negation in ("not", "non", "un", "no"):
            rest = spelled.removeprefix(negation)
            if rest != spelled and "telling" in classes("en", rest):
                return [word._replace(folded=negation), Word(rest, rest, after_break=False)]
    return [word if spelled == word.folded else word._replace(folded=spelled)]


def _known(spellings: list[str]) -> str:
    """The first spelling that some language knows, or else the first."""
    for spelling in spellings:
        if any(classes(language, spelling) for language in (*LATIN, "ru")):
            return spelling
    return spellings[0]
