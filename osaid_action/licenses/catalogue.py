# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Every license we know, found by id or alias: our own catalogue, then SPDX's list."""

import json
import os
import re
from functools import cache
from typing import Any

from osaid_action.licenses.grant import Grant, Grants, License, join, restricting, same, unlisted
from osaid_action.model import FREEDOMS, Outcome, worst

PREFIX = "LicenseRef-"

_CREATIVE_COMMONS = r"(CC-BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\.\d(?:-[A-Z]{2,3})?)"


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
    read = _of_members if "members" in entry else _of_freedoms
    grants, osi, certainty = read(entry)
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
    )


_Judgment = tuple[Grants, Outcome, str]


def _of_freedoms(entry: dict[str, Any]) -> _Judgment:
    nameless = entry["kind"] == "label" and "unknown" in entry["freedoms"].values()
    osi = Outcome.UNDECIDED if nameless else _osi(entry["id"])
    return _grants(entry), osi, entry["certainty"]


def _of_members(entry: dict[str, Any]) -> _Judgment:
    members = [_license(id_) for id_ in entry["members"]]
    return (
        join(worst, [member.grants for member in members]),
        worst(member.osi for member in members),
        max((member.certainty for member in members), key=_DOUBT.index),
    )


_DOUBT = ("", "high", "medium", "low")


_OUTCOMES = {
    "free": Outcome.MET,
    "conditions": Outcome.MET,
    "restricted": Outcome.UNMET,
    "denied": Outcome.UNMET,
    "unknown": Outcome.UNDECIDED,
}


def _grants(entry: dict[str, Any]) -> Grants:
    """Turn recorded values into grants.

    OSAID wants modification and sharing "for any purpose": where use is limited, what else is
    conditional carries the limit along and restricts too.
    """
    clauses = entry.get("clauses", {})
    if entry["certainty"] == "low":
        return {
            freedom: Grant(Outcome.UNDECIDED, _reported(clauses.get(freedom, "")))
            for freedom in FREEDOMS
        }
    values = dict(entry["freedoms"])
    if values["use"] in {"restricted", "denied"}:
        carried = {f: "restricted" for f in ("modify", "share") if values[f] == "conditions"}
        values |= carried
    return {f: Grant(_OUTCOMES[values[f]], clauses.get(f, "")) for f in FREEDOMS}


def _reported(clause: str) -> str:
    return f"reported, not confirmed: {clause}" if clause else ""


def _from_family(id_: str) -> License | None:
    """Read any Creative Commons version, with its place suffix, as 4.0 of the same name."""
    match = re.fullmatch(_CREATIVE_COMMONS, id_)
    if match is None:
        return None
    model = _license(f"{match[1]}-4.0")
    return model._replace(
        id=id_,
        name=_spdx()[id_][0] if id_ in _spdx() else f"{model.name.rpartition(' ')[0]} {match[2]}",
        source="cc-family" if re.search("-N[CD]", id_) else "open-family",
        fsf=_fsf(id_),
        url=_spdx_page(id_) if id_ in _spdx() else "",
        note=f"Read as {model.id}.",
        aliases=(),
    )


_BY_FLAG = (
    ("osi", same(Outcome.MET)),
    ("fsf-libre", same(Outcome.MET)),
    ("fsf-nonfree", restricting("the Free Software Foundation lists this license as non-free")),
    ("blue-oak", same(Outcome.MET)),
)
_SILENT = ("unknown", same(Outcome.UNDECIDED))


def _from_flags(id_: str) -> License:
    """Go by what the OSI, the FSF or the Blue Oak Council say of an id in SPDX's list."""
    source, grants = next((row for row in _BY_FLAG if _has_flag(id_, row[0])), _SILENT)
    license_ = unlisted(id_, grants, _osi(id_), _note(id_, source), _spdx()[id_][0])
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
