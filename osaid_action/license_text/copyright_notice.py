# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The small grammar of copyright lines: a mark or the word, years, and the holder's words.

Holders are quoted, never judged: the grammar only says whether a line is of that form. SPDX:
"the copyright notice is not part of the license"
(https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/).
"""

import re
from functools import cache, lru_cache

_MOST_WORDS = 14
_LONGEST = 400  # characters
_SMALL_WORDS = """
a affiliates al and as at author authors bv bvba by community company contributor contributors
copyright core da das de del dela della den der des dev developer developers development di do dos
du e et for from für gmbh group holder holders in inc individual its la le llc ltd maintainer
maintainers member members of on open or other others owner owners oy plc project projects
respective sarl source srl team the their und van various von y zur
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_NO_HANDLES = {"except", "never", "no", "non", "not", "none", "only", "unless", "without"}
_AFTER_A_PROJECT = ("authors", "contributors", "core", "dev", "developers", "development", "team")
"""A project's name before one of these needs no capital: the svcs contributors."""
_ROLE = (
    r"(?:(?:project |software )?(?:authors?|developers?|contributors?|regents|owners?|maintainers?"
    r"|trustees|directors|university|foundation|organi[sz]ation|company|project"
    r"|(?:licens|provid)[eo]rs?)"
    r"|copyright (?:holders?|owners?))(?:\(s\))?"
)
_ROLES = re.compile(
    rf"(?:by )?(?:the |any |its |their )?{_ROLE}"
    rf"(?:(?:,|/| and| or|,? and/or| nor)(?: the| its| their| any| other| of)* {_ROLE})*"
)
"""What a place in capitals may hold besides SPDX's sample, and what needs no capitals."""
_COMPANIES = ("inc.", "ltd.", "co.", "corp.")
_JOINING = frozenset({"&", "-", "\u2013", "@", "and/or", "tm"})
_SIGNS = ".,;:()[]{}<>\"'`*_\u201c\u201d\u2018\u2019"
_STOPPED = 4  # letters of an abbreviation
_BLANK = (
    r"[\[<({](?:full ?name|(?:owner )?organization|name of (?:the )?(?:copyright (?:owner|holder)s?"
    r"|authors?|company|development group|institution|organi[sz]ation)|owners?|name|holders?"
    r"|author(?:s|\(s\))?|copyright ?holder(?:s|\(s\))?(?: ?name)?|project(?: ?url)?|e-?mail"
    r"|software name)[\]>)}]"
)
"""A place to fill in, as samples have it."""
_YEAR = (
    r"(?:\d{4}|\[\d{4}\]|\d{3}x\b|yyyy\b"
    r"|[\[<({](?:years?|yyyy|xxxx|dates? of (?:first )?publication)(?:, ?yyyy)?[\]>)}])"
)
_YEARS = (
    rf"{_YEAR}(?:\s*(?:-{{1,3}}|\u2013|\u2014|to|,|/|;|and|&)\s*"
    rf"(?:{_YEAR}|\d\d(?!\d)|present|now|today|current))*\+?"
)
_MARK = (
    r"(?:(?:portions |parts )?(?:are )?copyright(?:ed)?(?: notice)?\b|copr\.|\(c\)|\u00a9|\u24d2"
    r"|版权所有|著作权|著作権|spdx-filecopyrighttext:|by )"
)
_ALL_RESERVED = r"all rights? (?:are )?reserved|版权所有|保留所有权利|著作権所有"
_RESERVED = rf"{_ALL_RESERVED}|(?:some )?rights? (?:are )?reserved"
_CONTACT = (
    r"<?(?:mailto:)?[\w.+-]{1,64} ?@ ?[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}>?"
    r"|<?(?:https?://|www\.)[\w.-]{1,80}(?::\d+)?/?(?=[\s>),]|$)>?"
    r"|<?https?://(?:www\.)?(?:github|gitlab|huggingface)\.(?:com|co)"
    r"(?:/[\w.-]{1,40}){1,2}/?>?(?=[\s),]|$)"
)
"""A mail address or a home page: no path, but that of an owner or a repository on a forge."""
_SEE = (
    r"\(?(?:see|as shown by) (?:the )?(?:authors|contributors|credits|maintainers)(?:\.\w{1,8})?"
    r"(?: file)?"
    r"(?: for (?:more )?(?:details|information))?\)?(?=[\s.,;]*$)"
)
"""Where the holders are listed."""
_CASELESS = r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"


def is_notice(line: str) -> bool:
    """Whether a line is copyright lines and no more."""
    return len(line) <= _LONGEST and all(map(_is_notice, _starts().split(line)))


def _is_notice(line: str) -> bool:
    notice = _notice().match(line.strip())
    return notice is not None and _is_marked(notice) and _is_held(notice)


def _is_marked(notice: re.Match[str]) -> bool:
    """Whether a line says itself that it is about rights: by its mark, or all of them at its end.

    "By Acme" alone does not, nor do "Commercial rights reserved".
    """
    marked = notice["mark"].lower().replace("by ", "").strip(" :,")
    return bool(marked) or bool(re.match(_ALL_RESERVED, notice["end"], re.IGNORECASE))


def is_sample(line: str) -> bool:
    """Whether a copyright line names nobody: its place for the holder is still to be filled in."""
    notice = _notice().match(line.strip()) if len(line) <= _LONGEST else None
    if notice is None or not re.search(_BLANK, notice["holder"], re.IGNORECASE):
        return False
    return not re.sub(_BLANK, "", notice["holder"], flags=re.IGNORECASE).strip(_SIGNS + " -")


def parted(line: str) -> tuple[str, str]:
    """Part a line where its first copyright mark stands; the second is empty without one."""
    found = re.search(_MARK, line, re.IGNORECASE) if len(line) <= _LONGEST else None
    return (line[: found.start()], line[found.start() :]) if found else (line, "")


def without_font_names(line: str) -> str:
    """A copyright line of a font, without the names that it reserves."""
    found = re.search(r",? ?\bwith reserved font names?\b:? ?", line, re.IGNORECASE)
    return line[: found.start()] if found and is_name(line[found.end() :]) else line


def is_continued(line: str) -> bool:
    """Whether a line may go on with a copyright line: years, holders, rights reserved."""
    notice = _notice().match(line.strip()) if len(line) <= _LONGEST else None
    return notice is not None and _is_held(notice)


def _is_held(notice: re.Match[str]) -> bool:
    years, holder = notice["years"], notice["holder"].strip(" ,;-")
    if years and notice["later"]:
        return False
    return not holder or is_name(holder, after_years=bool(years))


def is_name(phrase: str, *, after_years: bool = False) -> bool:
    """Whether a phrase is of the form of holders' names."""
    phrase = re.sub(f"{_CONTACT}|{_BLANK}|{_SEE}", " ", phrase, flags=re.IGNORECASE)
    words = phrase.split()
    if len(words) > _MOST_WORDS or _has_sentence(words):
        return False
    caseless = [word for word in words if re.search(_CASELESS, word)]
    if caseless:
        alone = caseless == words[:1] and len(caseless[0]) <= _MOST_WORDS
        alone = alone and caseless[0].isprintable()
        return alone and (after_years or len(words) == 1)
    return all(
        _is_holders(word) or _is_year(words, at) or _is_project(words, at, after_years=after_years)
        for at, word in enumerate(words)
    )


def _is_holders(word: str) -> bool:
    """Whether a word is small, or begins as names do."""
    bare = word.strip(_SIGNS)
    if not bare or bare in _SMALL or bare in _JOINING:
        return True
    if not re.fullmatch(r"[\w.'\u2019\-&/+!|@]+", bare):
        return False
    named = re.sub(r"^(?:[dlo]['\u2019]|[a-z](?=[A-Z]))", "", bare)  # d'Alembert, eBay
    return named[:1].isupper()


def _is_year(words: list[str], at: int) -> bool:
    """Whether a word is a year before a further holder."""
    before = words[at - 1].lower()
    first = at == 0 or before.endswith((",", ";")) or before == "and" or before in _COMPANIES
    return first and re.fullmatch(_YEARS, words[at].strip(_SIGNS)) is not None


def _is_project(words: list[str], at: int, *, after_years: bool) -> bool:
    """Whether a word in small letters is a handle: right after the years, or before "team"."""
    handle = re.fullmatch(r"\[?(@?[a-z][\w.\-]*\w)\]?[,.:;]?", words[at])
    if not handle or handle[1] in _NO_HANDLES:
        return False
    first = at == 0 or re.fullmatch(_YEARS, words[at - 1].strip(_SIGNS))
    follows = words[at + 1].strip(_SIGNS).lower() if at + 1 < len(words) else ""
    several = at == 0 and follows == "and" and words[-1].strip(_SIGNS).lower() in _AFTER_A_PROJECT
    return bool(first and after_years) or several or follows in _AFTER_A_PROJECT


def _has_sentence(words: list[str]) -> bool:
    """Whether a full stop stands within, but for an abbreviation's."""
    for word in words[:-1]:
        bare = word.rstrip(",)\"'")
        if bare.endswith((".", "!", "?", "\u3002")):
            letters = bare.rstrip(".")
            is_long = len(letters) > _STOPPED and "." not in letters
            if is_long or not letters[:1].isupper():
                return True
    return False


@lru_cache(maxsize=1024)
def fills(item: str, phrase: str, *, capitals: bool = False) -> bool:
    """Whether ``phrase`` is what an open place of a template is for."""
    plain = _bare(phrase)
    if item == "{number}":
        return re.fullmatch(r"(?:\(c\) ?)?[\d.]*", plain) is not None
    if is_role(phrase):
        return True
    if capitals and item == "{name}" and (plain.isupper() or not plain[:1].isupper()):
        return False
    return is_continued(plain)


def is_role(phrase: str) -> bool:
    """Whether a phrase names holders by what they are: the authors or copyright holders."""
    return _ROLES.fullmatch(_bare(phrase).lower()) is not None


def _bare(phrase: str) -> str:
    return " ".join(phrase.split()).strip(" .,;:'\"`*_\u201c\u201d")


@cache
def _starts() -> re.Pattern[str]:
    """Where a further copyright line begins in the same line."""
    return re.compile(
        r"(?<=[\s.,;])(?<!portions )(?<!parts )(?=copyright(?: \(c\)| \u00a9)? \d)", re.IGNORECASE
    )


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<mark>(?:{_MARK}[\s:,]*)*)(?P<years>(?:{_YEARS})?)[\s,.:]*(?:{_MARK}[\s,]*)*"
        rf"(?P<holder>.*?)[\s.,;]*(?P<later>(?:{_YEARS})?)[\s.,;]*(?P<end>(?:(?:{_RESERVED})[\s.]*)*)$",
        re.IGNORECASE,
    )
