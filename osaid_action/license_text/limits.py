# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Sentences that plainly limit: a short list, in a few languages.

It decides how loudly we speak and never whether we accept: what it does not know is quoted all the
same, and leaves the terms undecided.
"""

import re
from functools import cache

_USE = r"(?:us(?:e|ed|age|ing)|purposes?|deploy\w*|redistribution)"
_GROUP = (
    r"(?:commercial\w*|non-?\s?commercial\w*|research\w*|academic\w*|education\w*|evaluation|personal"
    r"|internal|private|clinical|medical|military|production|profit|study|teaching|students?)"
)
_FORBIDDEN = (
    r"(?:prohibited|forbidden|disallowed|restricted\s+to|not\s+(?:permitted|allowed|licensed))"
)
_WHAT = rf"(?:{_GROUP}|harm|people|weapons?)"
_ASK = r"(?:request|obtain|ask\s+for|purchase|buy)"
_LIMITS = (
    rf"\bnon-?\s?commercial\s+(?:\w+\s+){{0,3}}{_USE}\b",
    rf"\b{_USE}\b[^.;]{{0,60}}\b(?:is|are)\s+(?:strictly\s+)?{_FORBIDDEN}\b",
    rf"\b{_GROUP}\b[^.;]{{0,40}}\bonly\b|\bonly\b[^.;]{{0,40}}\b{_GROUP}\b",
    rf"(?<!notice file are )\bfor\b[^.;]{{0,60}}\b{_USE}\s+only\b",  # as Apache-2.0 has it
    rf"\bno\s+{_GROUP}\s+{_USE}\b",
    rf"\b(?:must|need\s+to|have\s+to)\s+{_ASK}\b[^.;]{{0,60}}\blicen[sc]e\b",
    r"\bshall\s+be\s+used\s+for\s+good\b",
    r"\bnur\s+für\b|\bnicht\s*kommerziell|\buntersagt\b|\bverboten\b",
    r"\binterdite?s?\b|\bréservée?s?\s+à\b|\buniquement\b",
    r"\bprohibid[oa]s?\b|\bs[oó]lo\s+para\b|\bproibid[oa]s?\b|\bsomente\s+para\b|\bvietat[oaie]\b",
    r"только\s+для|запрещ|некоммерч",
    r"仅限|仅供|禁止|不得|非商业|非商用|未经授权|非営利|のみ|금지|비상업",
    r"فقط|يحظر|غير\s+التجاري",
)


_DENIED = (
    (
        r"\b(?:not?|never|without|except)\b[^.;]{0,40}$",
        rf"(?=\b{_GROUP}\b[^.;]{{0,40}}\b{_USE}\b)",
    ),
    (
        r"\b(?:may|must|shall|can|will)\s*not\b[^.;]{0,80}$",
        rf"(?=\b{_USE}\b[^.;]{{0,80}}\b{_WHAT}\b)",
    ),
)
"""What denies, and what is denied after it; as one pattern each would be slow on hostile text."""
_BEFORE = 100  # characters in which a denial stands
MOST = 128 * 1024
"""How many characters of a text are read."""


def limits(text: str) -> bool:
    """Whether ``text`` holds a sentence that plainly limits use, or a group of users."""
    plain = " ".join(text[:MOST].split())
    return _pattern(_LIMITS).search(plain) is not None or any(
        _denies(plain, _pattern((denial,)), _pattern((denied,))) for denial, denied in _DENIED
    )


def _denies(text: str, denial: re.Pattern[str], denied: re.Pattern[str]) -> bool:
    starts = (found.start() for found in denied.finditer(text))
    return any(denial.search(text[max(0, at - _BEFORE) : at]) for at in starts)


@cache
def _pattern(several: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(several), re.IGNORECASE)
