# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a document meets the published schema, and in plain words where it does not."""

from collections.abc import Iterable, Iterator
from typing import Any

from osaid_action.definition.rules.form import (
    MISSING_KEY,
    NOT_A_LOCATION,
    TOO_MANY_PROBLEMS,
    WRONG_TYPE,
    WRONG_VALUE,
)
from osaid_action.findings import Diagnostic, Rule
from osaid_action.model import Path, is_url
from osaid_action.text import cut, join_words
from osaid_action.validation.document import Document
from osaid_action.validation.flow_style import line
from osaid_action.validation.json_schema import accepts, unknown_keys
from osaid_action.validation.location_hints import (
    is_kept_secret,
    kept_back,
    meant_by,
    several,
    text_or_path,
)
from osaid_action.validation.samples import sample
from osaid_action.validation.schema import resolved, schema
from osaid_action.validation.schema_words import (
    called,
    described,
    kind_of,
    kinds_wanted,
    may_be_several,
    one_level_up,
    quoted,
)
from osaid_action.validation.suggestions import nearest_value
from osaid_action.validation.unknown_key import NOES, meant_keys, unknown_key, without_space

MAX_DIAGNOSTICS = 50
_CURLY = "“”„‟«»"
_REASONS = {"not_released": "We keep it.", "not_applicable": "Nothing was labeled."}


def diagnostics(document: Document) -> tuple[Diagnostic, ...]:
    """Everything in which ``document`` does not meet the schema; empty when it does.

    At most `MAX_DIAGNOSTICS`, in the order of the file; the last one says when there are more.
    """
    if accepts(schema(), document.data):
        return ()
    found: dict[tuple[Path, Rule, str], Diagnostic] = {}
    for error in _errors(document.data):
        for diagnostic in _explained(error, document):
            found.setdefault((diagnostic.path, diagnostic.rule, diagnostic.message), diagnostic)
        if len(found) > MAX_DIAGNOSTICS:
            break
    return first_few(sorted(found.values(), key=lambda p: document.place(p.path, key=p.key)))


def first_few(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The first `MAX_DIAGNOSTICS` problems, and one that says so when there are more."""
    ordered = tuple(found)
    if len(ordered) <= MAX_DIAGNOSTICS:
        return ordered
    message, last = f"more than {MAX_DIAGNOSTICS} problems", ordered[MAX_DIAGNOSTICS - 1]
    more = TOO_MANY_PROBLEMS.at(last.path, message, "fix these first", key=last.key)
    return (*ordered[:MAX_DIAGNOSTICS], more)


def _errors(data: Any) -> Iterator[Any]:
    # jsonschema takes longer to import than a valid file takes to check
    from jsonschema import Draft202012Validator  # noqa: PLC0415, TID251 - its one door
    from jsonschema.validators import extend  # noqa: PLC0415, TID251 - the same

    keywords = {"anyOf": _any_of, "items": _items, "additionalProperties": _no_more_properties}
    validator: Any = extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]
    errors: Iterator[Any] = validator(schema()).iter_errors(data)
    return errors


# Three keywords of jsonschema, made lazy: it gathers every error of every alternative, and prints
# every unknown key, before the first one is told, which takes minutes for a large file.


def _any_of(validator: Any, alternatives: Any, value: Any, _schema: Any) -> Iterator[Any]:
    """The errors of the alternative that the value's shape shows to be meant."""
    if any(accepts(alternative, value, schema()) for alternative in alternatives):
        return
    index = _meant(alternatives, value)
    if index is None:
        yield _error("meets no alternative")
    else:
        yield from validator.descend(value, alternatives[index], schema_path=index)


def _items(validator: Any, item: Any, values: Any, _schema: Any) -> Iterator[Any]:
    for index, value in enumerate(values if isinstance(values, list) else ()):
        if not accepts(item, value, schema()):
            yield from validator.descend(value, item, path=index)


def _no_more_properties(_validator: Any, _false: Any, value: Any, its_schema: Any) -> Iterator[Any]:
    if isinstance(value, dict) and unknown_keys(its_schema, value):
        yield _error("has unknown keys")


def _error(message: str) -> Any:
    from jsonschema import ValidationError  # noqa: PLC0415, TID251 - its one door

    return ValidationError(message)


# ------------------------------------------------------------------ explaining


def _explained(error: Any, document: Document) -> Iterator[Diagnostic]:
    """The problems behind one error of jsonschema."""
    path: Path = tuple(error.absolute_path)
    if error.validator == "anyOf":
        yield _wrong_type(error, path, document)
    elif error.validator == "additionalProperties":
        for key in unknown_keys(error.schema, error.instance)[: MAX_DIAGNOSTICS + 1]:
            yield unknown_key(key, path, error, document)
    elif error.validator == "required":
        misspelt = meant_keys(error.instance, path, error.schema)
        for key in error.validator_value:
            if key not in error.instance and key not in misspelt:
                yield _missing_key(key, path, error)
    else:
        yield _WORDS[error.validator](error, path, document)


def _meant(alternatives: list[Any], value: Any) -> int | None:
    """Which alternative a value's shape points to; None when none does."""
    every = [resolved(alternative) for alternative in alternatives]
    fitting = [
        i
        for i, alternative in enumerate(every)
        if "type" in alternative and accepts({"type": alternative["type"]}, value)
    ]
    if isinstance(value, dict):
        for i in fitting:
            keys = every[i].get("required", ["location"])
            if keys[-1] in NOES and keys[-1] in value:
                return i
        lists = [i for i, one in enumerate(every) if one.get("type") == "array"]
        if lists and fitting and all(every[i].get("required", [""])[-1] in NOES for i in fitting):
            return lists[0]  # one entry, where a list of them is asked for
    return fitting[0] if fitting else None


def _missing_key(key: str, path: Path, error: Any) -> Diagnostic:
    known = error.schema.get("properties", {}).get(key, {})
    what_for = described(known) or described(resolved(known))
    within = f" in `{'.'.join(map(str, path))}`" if path else ""
    shown = sample((*path, key)) or line(key, (known.get("enum") or [""])[0])
    remedy = f"add `{key}`, for example `{shown}`" + (
        f" ({what_for[0].lower()}{what_for[1:]})" if what_for else ""
    )
    return MISSING_KEY.at(path, f"`{key}` is missing{within}", remedy, key=True)


def _wrong_value(error: Any, path: Path, document: Document) -> Diagnostic:
    allowed = error.validator_value
    value = error.instance
    if not isinstance(value, str):
        return _wrong_type(error, path, document)
    remedy = f"it can be {join_words(allowed, 'or')}"
    key = str(path[-1]) if path else ""
    if key in ("availability", "access") and kept_back(value):
        remedy = f'what is kept back is `not_released: "…"` in place of `{key}`; {remedy}'
    elif key == "because" and is_kept_secret(value):
        remedy = f'what could be shared is kept back: `not_released: "…"` in its place; {remedy}'
    elif (bare := value.strip(_CURLY)) != value and bare in allowed:
        remedy = f"write straight quotes: `{line(key, bare)}`"
    elif guess := nearest_value(value, key, allowed):
        remedy = f"did you mean `{guess}`? {remedy}"
    elif key:
        remedy = f"{remedy}, and is written like `{line(key, allowed[0])}`"
    return WRONG_VALUE.at(path, f"{called(path)} cannot be {quoted(value)}", remedy)


def _wrong_type(error: Any, path: Path, document: Document) -> Diagnostic:
    value = error.instance
    wanted = kinds_wanted(error)
    message = f"{called(path)} must be {join_words(wanted, 'or')}, not {kind_of(value)}"
    raw = document.mark_of(path).raw
    if path and path[-1] in NOES:
        remedy = f'give the reason in words: `{path[-1]}: "{_REASONS[path[-1]]}"`'
        return WRONG_TYPE.at(path, message, remedy)
    if path and path[-1] == "location" and may_be_several(value, path):
        return WRONG_TYPE.at(path, message, one_level_up(value, path))
    if "a mapping" in wanted and (remedy := without_space(value)):
        return WRONG_TYPE.at(path, message, remedy)
    is_free = wanted == ["text"] and not {"pattern", "enum"} & error.schema.keys()
    if "text" in wanted and raw and (is_free or not isinstance(value, bool)) and _is_scalar(value):
        return WRONG_TYPE.at(path, message, f'put it in quotes: "{cut(raw, 40)}"')
    return WRONG_TYPE.at(path, message, _line_to_type(path, value) or f"write {wanted[0]} here")


def _is_scalar(value: Any) -> bool:
    return isinstance(value, bool | int | float)


def _line_to_type(path: Path, value: Any) -> str:
    """What to write at a place, as it is typed."""
    if not path:
        return 'begin with `open_ai_system: "1.0"` and `system:`'
    shown = sample(path, value)
    like = " it like" if shown == sample(path) else ""  # nothing of the author's is in it
    return f"write{like} `{shown}`" if shown else ""


def _wrong_pattern(error: Any, path: Path, _document: Document) -> Diagnostic:
    value = error.instance
    said = error.schema["patternErrorMessage"]
    bare = value.strip()
    if any(c.isspace() for c in bare) and ("location" in said or is_url(bare)):
        return white_space(path, value)
    remedy = meant_by(value, path)
    if not remedy and "https://" in said and "://" in value and isinstance(path[-1], str):
        shown = line(path[-1], "https://example.org/heron")
        remedy = f"give the address at which others can open it, such as `{shown}`"
    remedy = remedy or f"write it like `{sample(path)}`"
    if path[-1] == "sha256":
        remedy += "; `sha256sum FILE` prints it"
    return WRONG_VALUE.at(path, f"{called(path)} is {quoted(value)}: {said}", remedy)


def white_space(path: Path, value: str) -> Diagnostic:
    """A text where a location is expected: a string with white space that is no path here."""
    name = f"{called(path)} is {quoted(value)}"
    if is_url(value.strip()):
        remedy = several(value, path) or "give the address alone; a space in it is written %20"
        return NOT_A_LOCATION.at(path, f"{name}: an address has no white space", remedy)
    message = f"{name}: no file of that name is here"
    remedy = meant_by(value, path) or several(value, path)
    if not remedy and "settings" in path:
        like = sample(("code", "training", "settings"))
        remedy = f"give a path that is there, or an https URL, such as `{like}`"
    return NOT_A_LOCATION.at(path, message, remedy or text_or_path(value, path))


def _too_short(_error: Any, path: Path, _document: Document) -> Diagnostic:
    remedy = f"fill it in, for example `{sample(path)}`"
    return WRONG_VALUE.at(path, f"{called(path)} is empty", remedy)


_WORDS = {
    "type": _wrong_type,
    "enum": _wrong_value,
    "pattern": _wrong_pattern,
    "minLength": _too_short,
}
