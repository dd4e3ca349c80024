# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Every license we know, found by id or alias: our own catalogue, then SPDX's list."""

import json
import os
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from osaid_action.licenses.clauses import Clause, one_of_each, told, touching
from osaid_action.licenses.grant import Grant, Grants, License, granted, join, same, unlisted
from osaid_action.model import FREEDOMS, Outcome, worst

PREFIX = "LicenseRef-"

_PLACES = (
    "AM AR AT AU BE BG BR CA CH CL CN CO CR CZ DE DK EC EE EG ES FI FR GE GR GT HK HR HU IE IGO IL "
    "IN IT JP KR LU MK MT MX MY NL NO NZ PE PH PL PR PT RO RS SE SG SI TH TW UG UK US VE VN ZA"
)
"""Where versions before 4.0 were adapted to the law of a place; ``-NC`` behind one is none."""
_CREATIVE_COMMONS = (
    r"(CC-BY(?:-NC)?(?:-SA|-ND)?)"
    rf"(?:-(4\.0|(?:1\.0|2\.0|2\.1|2\.5|3\.0)(?:-(?:{_PLACES.replace(' ', '|')}))?))?"
)


@cache
def _data(name: str) -> dict[str, Any]:
    path = os.path.join(os.path.dirname(__file__), "data", name)
    with open(path, encoding="utf-8") as file:
        data: dict[str, Any] = json.load(file)
    return data


@cache
def _entries() -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in _data("catalogue.json")["licenses"]}


def _spdx() -> dict[str, list[str]]:
    """SPDX's list: name and flags by id."""
    rows: dict[str, list[str]] = _data("spdx.json")["licenses"]
    return rows


@cache
def _exceptions() -> dict[str, str]:
    return {id_.lower(): id_ for id_ in _data("spdx.json")["exceptions"]}


@cache
def spellings() -> dict[str, str]:
    """Canonical ids by every id, alias and catalogue name, in lower case."""
    index = {id_.lower(): id_ for id_ in _spdx()}
    for id_, entry in _entries().items():
        names = [id_, *_aliases(entry), entry["name"]]
        if _is_text(entry):
            names += [f"{PREFIX}{name}" for name in names if not name.startswith(PREFIX)]
        index |= {name.lower(): id_ for name in names}
    return index


def _is_text(entry: dict[str, Any]) -> bool:
    """Say whether an entry is a text of its own that SPDX does not list, and not a label."""
    id_: str = entry["id"]
    return id_.startswith(PREFIX) and entry["kind"] != "label"


def _aliases(entry: dict[str, Any]) -> tuple[str, ...]:
    """Other ids of an entry; that of a text that SPDX does not list goes without its prefix too."""
    bare = [entry["id"].removeprefix(PREFIX)] if _is_text(entry) else []
    return tuple(dict.fromkeys([*bare, *entry.get("aliases", ())]))


@cache
def titles() -> tuple[tuple[str, str], ...]:
    """How texts that SPDX does not list call themselves, with their ids; the longest first."""
    found: dict[str, str] = {}
    shared = set()
    for id_, entry in _entries().items():
        own = [_title(entry["name"])] if _is_text(entry) else []
        for title in (*entry.get("titles", ()), *own):
            shared |= {title} if found.setdefault(title, id_) != id_ else set()
    named = [(title, id_) for title, id_ in found.items() if title not in shared]
    return tuple(sorted(named, key=lambda one: -len(one[0])))


def _title(name: str) -> str:
    """A name as a title: without what stands in brackets behind it, cut into words."""
    bare = re.sub(r"\(.*?\)|\bagreement\b", "", name.lower())
    return " ".join(re.findall(r"[^\W_]+|\+", bare))


def find(id_or_alias: str) -> License | None:
    """Find a license by its exact id, alias or catalogue name, without regard to case."""
    id_ = spellings().get(" ".join(id_or_alias.lower().split()))
    return _license(id_) if id_ else _from_family(id_or_alias.strip().upper())


def exception(word: str) -> str | None:
    """Spell the id of an SPDX exception as SPDX does; ``None`` when it is not in SPDX's list."""
    return _exceptions().get(word.lower())


def exceptions() -> tuple[str, ...]:
    """Every exception in SPDX's list."""
    return tuple(_exceptions().values())


def all_licenses() -> tuple[License, ...]:
    """Everything that can be found: our catalogue's entries, then the rest of SPDX's list."""
    return tuple(_license(id_) for id_ in dict.fromkeys([*_entries(), *_spdx()]))


def spdx_list_version() -> str:
    """Say which release of SPDX's list the ids and flags are from."""
    version: str = _data("spdx.json")["list_version"]
    return version


@cache
def _license(id_: str) -> License:
    """Look an id up in the order that makes the better evidence win."""
    entry = _entries().get(id_)
    if entry is None:
        return _from_family(id_) or _from_flags(id_)
    return _from_entry(entry)


def _osi(id_: str) -> Outcome:
    return Outcome.MET if "osi" in _flags(id_) else Outcome.UNMET


def _fsf(id_: str) -> bool | None:
    return {"fsf-libre": True, "fsf-nonfree": False}.get(
        next((flag for flag in _flags(id_) if flag.startswith("fsf-")), "")
    )


def _flags(id_: str) -> list[str]:
    return _spdx()[id_][1].split() if id_ in _spdx() else []


def _from_entry(entry: dict[str, Any]) -> License:
    """Read an entry of our catalogue; a label is the worst of the texts it may stand for."""
    id_ = entry["id"]
    read = _of_members if "members" in entry else _of_clauses
    grants, osi, certainty, clauses = read(entry)
    return License(
        id=id_,
        name=entry["name"],
        steward=entry["steward"],
        kind=entry["kind"],
        grants=grants,
        osi=osi,
        source="catalogue",
        fsf=_fsf(id_),
        certainty=certainty,
        checked=entry["checked"],
        url=entry["url"] or (_spdx_page(id_) if id_ in _spdx() else ""),
        note=entry.get("note", ""),
        aliases=_aliases(entry),
        clauses=clauses,
        withholds_patents="patents" in entry,
    )


_Judgment = tuple[Grants, Outcome, str, tuple[Clause, ...]]


def _of_clauses(entry: dict[str, Any]) -> _Judgment:
    """Let the clauses decide; what was not confirmed, or names no text, leaves all open."""
    clauses, unknown = _clauses(entry), "unknown" in entry["freedoms"].values()
    nameless = entry["kind"] == "label" and unknown
    osi = Outcome.UNDECIDED if nameless else _osi(entry["id"])
    unsure = unknown or entry["certainty"] == "low"
    return _left_open(clauses) if unsure else granted(clauses), osi, entry["certainty"], clauses


def _of_members(entry: dict[str, Any]) -> _Judgment:
    members = [_license(id_) for id_ in entry["members"]]
    clauses = (clause for member in members for clause in member.clauses)
    return (
        join([member.grants for member in members]),
        worst(member.osi for member in members),
        max((member.certainty for member in members), key=_DOUBT.index),
        one_of_each(clauses),
    )


_DOUBT = ("", "high", "medium", "low")


def _clauses(entry: dict[str, Any]) -> tuple[Clause, ...]:
    reported = "reported, not confirmed: " if entry["certainty"] == "low" else ""
    return tuple(
        Clause(row["kind"], tuple(row["freedoms"]), row["section"], reported + row["text"])
        for row in entry["clauses"]
    )


def _left_open(clauses: Sequence[Clause]) -> Grants:
    return {f: Grant(Outcome.UNDECIDED, told(touching(clauses, f))) for f in FREEDOMS}


def _from_family(id_: str) -> License | None:
    """Read any Creative Commons version, with its place suffix, or none, as 4.0 of its name."""
    match = re.fullmatch(_CREATIVE_COMMONS, id_)
    if match is None:
        return None
    model = _license(f"{match[1]}-4.0")
    name = f"{model.name.removesuffix(' 4.0 International')} {match[2] or ''}".rstrip()
    return model._replace(
        id=id_,
        name=_spdx()[id_][0] if id_ in _spdx() else name,
        kind=model.kind if match[2] else "label",
        source="cc-family" if re.search("-N[CD]", id_) else "open-family",
        fsf=_fsf(id_),
        url=_spdx_page(id_) if id_ in _spdx() else "",
        note=f"Read as {model.id}." if match[2] else f"{id_} names no version: read as {model.id}.",
        aliases=(),
        clauses=tuple(_elsewhere(clause) for clause in model.clauses),
        withholds_patents=False,  # 4.0 alone says so
    )


def _elsewhere(clause: Clause) -> Clause:
    return clause._replace(section=f"{clause.section} in 4.0")


_NONFREE = Clause(
    "listed-nonfree",
    ("use", "modify", "share"),
    "",
    "the Free Software Foundation lists this license as non-free",
)
_BY_FLAG = ("osi", "fsf-libre", "fsf-nonfree", "blue-oak")


def _from_flags(id_: str) -> License:
    """Go by what the OSI, the FSF or the Blue Oak Council say of an id in SPDX's list."""
    source = next((flag for flag in _BY_FLAG if _has_flag(id_, flag)), "unknown")
    clauses = (_NONFREE,) if source == "fsf-nonfree" else ()
    license_ = unlisted(id_, clauses, _osi(id_), _note(id_, source), _spdx()[id_][0])
    if source not in {"fsf-nonfree", "unknown"}:
        license_ = license_._replace(grants=same(Outcome.MET))
    return license_._replace(source=source, fsf=_fsf(id_), url=_spdx_page(id_))


def _has_flag(id_: str, start: str) -> bool:
    return any(flag.startswith(start) for flag in _flags(id_))


def _note(id_: str, source: str) -> str:
    if source == "unknown":
        return (
            f"{id_} is in SPDX's list, which does not say what it grants: a person has to read it"
        )
    return "SPDX has retired this id." if is_retired(id_) else ""


def _spdx_page(id_: str) -> str:
    return f"https://spdx.org/licenses/{id_}.html"


def is_retired(id_: str) -> bool:
    """Say whether SPDX has retired an id in favor of another spelling."""
    return "deprecated" in _flags(id_)


def stands_for(id_: str) -> tuple[str, ...]:
    """Name the texts that a label stands for; a text stands for itself."""
    return tuple(_entries().get(id_, {}).get("members", [id_]))


def basis(id_: str) -> str:
    """Say how our catalogue knows a license: ``read``, ``reported``, ``recalled`` or empty."""
    return str(_entries().get(id_, {}).get("basis", ""))


def copy_read(id_: str) -> str:
    """Say which copy of a text was read for our catalogue; empty when none was."""
    return str(_entries().get(id_, {}).get("copy", ""))
