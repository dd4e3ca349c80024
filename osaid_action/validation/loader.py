# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The plain values of a file that met the schema → Declaration."""

from collections.abc import Iterable
from typing import Any

from osaid_action.model import Component, Declaration, ParentModel, Part, Path, Source, System

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
_PLACEHOLDERS = frozenset(["", "...", "…"])
_WORDS = ("todo", "tbd")


def load(data: dict[str, Any]) -> Declaration:
    """Take ``data``, which must meet the schema, into a Declaration.

    Text that only holds a place (empty, TODO, TBD) counts as absent; where it stood is kept in
    ``placeholders``.
    """
    loader = _Loader()
    declared = data.get("declared") or {}
    return Declaration(
        system=System(**_known(data["system"], System._fields)),
        declared_by=declared.get("by", ""),
        role=declared.get("role", ""),
        declared_on=declared.get("on", ""),
        licenses=loader.texts(data.get("licenses") or {}, ("licenses",)),
        components=loader.components(data),
        sources=loader.whole((data.get("data") or {}).get("sources"), ("data", "sources")),
        source_list=loader.sources((data.get("data") or {}).get("sources")),
        built_on=loader.parents(data.get("built_on") or ()),
        placeholders=tuple(loader.placeholders),
    )


def is_placeholder(text: str) -> bool:
    """Whether ``text`` only holds a place: empty, TODO or TBD."""
    word = text.strip().lower()
    return word in _PLACEHOLDERS or word.rstrip(":.") in _WORDS


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
        """One of the five points; a no to the whole description is a no to each of them."""
        whole = ("data", "description")
        state, why = _said_no(description)
        if state:
            return Component(f"data.description.{name}", whole, state, why)
        values = description or {}
        return self.component(values.get(name), (*whole, name), stated=name in values)

    def component(self, value: Any, path: Path, *, stated: bool) -> Component:
        identity = ".".join(map(str, path))
        state, why = _said_no(value)
        if state:
            return Component(identity, path, state, why)
        entries = value if isinstance(value, list) else [value]
        paths = [(*path, i) for i in range(len(entries))] if isinstance(value, list) else [path]
        parts = [part for v, p in zip(entries, paths, strict=True) if (part := self.part(v, p))]
        if not parts:
            if stated and not isinstance(value, list | dict):
                self.placeholders.append(path)
            return Component(identity, path)
        return Component(identity, path, "present", "", tuple(parts))

    def part(self, value: Any, path: Path) -> Part | None:
        """A part, or None when neither a location nor a text is there."""
        if isinstance(value, dict):
            known = _known(self.texts(value, path), Part._fields)
            if known.get("location") or known.get("text"):
                free = value.get("asserted_free")
                known["asserted_free"] = _assertion(free)
                known["asserted_at"] = _assertion(free) if isinstance(free, dict) else ""
                known["settings"] = self._settings(value.get("settings"), (*path, "settings"))
                return Part(path, **known)
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

    def _settings(self, value: Any, path: Path) -> tuple[tuple[Path, str], ...]:
        if isinstance(value, list):
            return tuple(((*path, i), v) for i, v in enumerate(value) if not is_placeholder(v))
        return ((path, value),) if value and not is_placeholder(value) else ()

    def whole(self, value: Any, path: Path) -> Component:
        """``data.sources`` as one component: its state, not its entries."""
        state, why = _said_no(value)
        if not state:
            state = "present" if value else "absent"
        return Component(".".join(map(str, path)), path, state, why)

    def sources(self, value: Any) -> tuple[Source, ...]:
        if not isinstance(value, list):
            return ()
        return tuple(self._source(v, ("data", "sources", i)) for i, v in enumerate(value))

    def _source(self, value: dict[str, Any], path: Path) -> Source:
        return Source(path, **self._entry(value, path, Source._fields))

    def parents(self, values: Any) -> tuple[ParentModel, ...]:
        return tuple(self._parent(v, ("built_on", i)) for i, v in enumerate(values))

    def _parent(self, value: dict[str, Any], path: Path) -> ParentModel:
        return ParentModel(path, **self._entry(value, path, ParentModel._fields))

    def _entry(self, value: dict[str, Any], path: Path, fields: Iterable[str]) -> dict[str, Any]:
        """The fields of an entry of a list; its name and its honest no are taken as they are."""
        stated = {key: value[key] for key in ("name", "not_released") if key in value}
        return _known(self.texts(value, path) | stated, fields)


def _known(values: dict[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    return {key: values[key] for key in fields if key in values}


def _said_no(value: Any) -> tuple[str, str]:
    if isinstance(value, dict):
        for state in ("not_released", "not_applicable"):
            if state in value:
                return state, value[state]
    return "", ""


def _assertion(value: Any) -> str:
    text = value.get("location", "") if isinstance(value, dict) else value or ""
    return "" if is_placeholder(text) else text
