# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The plain values of a file that met the schema → Declaration."""

from collections.abc import Iterator
from typing import Any

from osaid_action.model import (
    Component,
    Declaration,
    FurtherTerms,
    Origin,
    ParentModel,
    Part,
    Path,
    Source,
    Statement,
    System,
    is_url,
)
from osaid_action.validation.placeholders import is_placeholder

DESCRIPTION = ("provenance", "scope", "selection", "labeling", "processing")
CODE = (
    "data_processing",
    "training",
    "validation",
    "libraries",
    "inference",
    "architecture",
    "evaluation",
)
PARAMETERS = ("weights", "checkpoints", "optimizer_state")
DOCUMENTS = (
    "model_card",
    "data_card",
    "technical_report",
    "research_paper",
    "evaluation_data",
    "evaluation_results",
    "sample_outputs",
    "model_metadata",
)
_GROUPS = (("code", CODE), ("parameters", PARAMETERS), ("documents", DOCUMENTS))


def load(data: dict[str, Any]) -> Declaration:
    """Take ``data``, which must meet the schema, into a Declaration.

    Text that only holds a place (empty, TODO, `@VERSION`) counts as absent; where it stood
    is kept in ``placeholders``.
    """
    loader = _Loader()
    declared = data.get("declared") or {}
    return Declaration(
        system=_system(data["system"]),
        declared_by=declared.get("by", ""),
        role=declared.get("role", ""),
        declared_date=declared.get("date", ""),
        licenses=loader.texts(data.get("licenses") or {}, ("licenses",)),
        components=loader.components(data),
        sources=loader.whole((data.get("data") or {}).get("sources"), ("data", "sources")),
        source_list=loader.sources((data.get("data") or {}).get("sources")),
        built_on=loader.parents(data.get("built_on") or ()),
        placeholders=tuple(loader.placeholders),
    )


def _system(data: dict[str, Any]) -> System:
    return System(
        name=data["name"],
        kind=data.get("kind"),
        version=data.get("version"),
        producer=data.get("producer"),
        repository=data.get("repository", ""),
        homepage=data.get("homepage", ""),
    )


class _Loader:
    """Loads the pieces and remembers where only a placeholder stood."""

    def __init__(self) -> None:
        self.placeholders: list[Path] = []

    def components(self, data: dict[str, Any]) -> dict[str, Component]:
        found = {}
        description = (data.get("data") or {}).get("description")
        for name in DESCRIPTION:
            component = self._point(description, name)
            found[component.id] = component
        for group, names in _GROUPS:
            values = data.get(group) or {}
            for name in names:
                path = (group, name)
                found[".".join(path)] = self.component(
                    values.get(name), path, stated=name in values
                )
        return found

    def _point(self, description: Any, name: str) -> Component:
        """One of the five points, of its own or out of one component that tells all five."""
        whole = ("data", "description")
        if description is None or (
            isinstance(description, dict) and not description.keys() - {*DESCRIPTION}
        ):
            values = description or {}
            return self.component(values.get(name), (*whole, name), stated=name in values)
        component = self.component(description, whole)
        return component._replace(id=f"data.description.{name}")

    def component(self, value: Any, path: Path, *, stated: bool = True) -> Component:
        identity = ".".join(map(str, path))
        state, why = _said_no(value)
        if state:
            return Component(identity, path, state, why, source=_source(value))
        entries = value if isinstance(value, list) else [value]
        paths = [(*path, i) for i in range(len(entries))] if isinstance(value, list) else [path]
        parts: list[Part] = []
        withheld: list[tuple[Path, str]] = []
        for entry, place in zip(entries, paths, strict=True):
            if _said_no(entry)[0]:
                withheld.append((place, entry["not_released"]))
            elif part := self.part(entry, place):
                parts.append(part)
        if not parts and withheld:
            return Component(identity, path, "not_released", withheld[0][1])
        if not parts:
            if stated and not isinstance(value, list | dict):
                self.placeholders.append(path)
            return Component(identity, path)
        return Component(identity, path, "present", "", tuple(parts), tuple(withheld))

    def part(self, value: Any, path: Path) -> Part | None:
        """A part, or None when neither a location nor a text is there."""
        if isinstance(value, dict):
            texts = self.texts(value, path)
            if "location" in texts or "text" in texts:
                names = ("location", "text", "license", "access", "revision", "sha256")
                known: dict[str, Any] = {key: texts[key] for key in names if key in texts}
                return Part(
                    path,
                    **known,
                    **self._terms(value, path),
                    settings=self._settings(value.get("settings"), (*path, "settings")),
                    asserted_free=_statement(value.get("asserted_free"), (*path, "asserted_free")),
                )
        elif value and not is_placeholder(value):
            return Part(path, location=value)
        elif isinstance(path[-1], int):
            self.placeholders.append(path)
        return None

    def texts(self, values: dict[str, Any], path: Path) -> dict[str, str]:
        """The texts of a mapping, without those that only hold a place."""
        found = {}
        for key, value in values.items():
            if isinstance(value, str):
                if is_placeholder(value):
                    self.placeholders.append((*path, key))
                else:
                    found[key] = value
        return found

    def _terms(self, value: dict[str, Any], path: Path) -> dict[str, Any]:
        """What an entry says of its terms beside its license, and where its claims are from."""
        files = value.get("license_file", ())
        further = value.get("further_terms", ())
        return {
            "license_files": tuple(
                one
                for one in ((files,) if isinstance(files, str) else files)
                if not is_placeholder(one)
            ),
            "further_terms": tuple(self._further(further, (*path, "further_terms"))),
            "source": _source(value),
        }

    def _further(self, value: Any, path: Path) -> Iterator[FurtherTerms]:
        for one, place in _entries(value, path):
            if found := _further(one, place):
                yield found
            else:
                self.placeholders.append(place)

    def _settings(self, value: Any, path: Path) -> tuple[tuple[Path, str], ...]:
        return tuple(
            (place, one) for one, place in _entries(value, path) if not is_placeholder(one)
        )

    def whole(self, value: Any, path: Path) -> Component:
        """``data.sources`` as one component: its state, not its entries."""
        state, why = _said_no(value)
        if not state:
            state = "present" if value else "absent"
        return Component(".".join(map(str, path)), path, state, why, source=_source(value))

    def sources(self, value: Any) -> tuple[Source, ...]:
        if not isinstance(value, list):
            return ()
        return tuple(self._data_set(v, ("data", "sources", i)) for i, v in enumerate(value))

    def _data_set(self, value: dict[str, Any], path: Path) -> Source:
        texts = self.texts(value, path)
        known = {key: texts[key] for key in Source._fields[2:] if key in texts}
        if "not_released" in value:
            known["not_released"] = value["not_released"]
        return Source(path, value["name"], **known | self._terms(value, path))

    def parents(self, values: Any) -> tuple[ParentModel, ...]:
        return tuple(self._parent(v, ("built_on", i)) for i, v in enumerate(values))

    def _parent(self, value: dict[str, Any], path: Path) -> ParentModel:
        texts = self.texts(value, path)
        known: dict[str, Any] = {k: texts[k] for k in ParentModel._fields[3:] if k in texts}
        known |= self._terms(value, path)
        known["permission"] = _statement(value.get("permission"), (*path, "permission"))
        known["same_licensor"] = value.get("same_licensor", False)
        if "not_released" in value:
            known["not_released"] = value["not_released"]
        return ParentModel(path, value["name"], value["relation"], **known)


def _said_no(value: Any) -> tuple[str, str]:
    if isinstance(value, dict):
        for state in ("not_released", "not_applicable"):
            if state in value:
                return state, value[state]
    return "", ""


def _entries(value: Any, path: Path) -> Iterator[tuple[Any, Path]]:
    """The entries of a value that may be one or a list of several, with their places."""
    if isinstance(value, list):
        yield from ((one, (*path, index)) for index, one in enumerate(value))
    elif value:
        yield value, path


def _further(value: Any, path: Path) -> FurtherTerms | None:
    if isinstance(value, dict):
        restricts = tuple(value.get("restricts", ()))
        return FurtherTerms(path, value["location"], restricts, value.get("binding"))
    return None if is_placeholder(value) else FurtherTerms(path, value)


def _statement(value: Any, path: Path) -> Statement | None:
    """A statement at a place, or in words; a URL and what looks like a path are places."""
    if isinstance(value, dict):
        return None if is_placeholder(value["location"]) else Statement(path, value["location"])
    if not value or is_placeholder(value):
        return None
    if is_url(value):
        return Statement(path, location=value)
    return Statement(path, words=value)


def _source(value: Any) -> Origin:
    """Where a claim is from, as it is said: a location or a citation, and its date."""
    found = value.get("source") or "" if isinstance(value, dict) else ""
    told = found if isinstance(found, dict) else {"location": found}
    where, date = told.get("location") or "", told.get("date") or ""
    return Origin() if is_placeholder(where) else Origin(where, date)
