# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The declaration that is written: claims as they are, guesses as comments, the rest to be done."""

from collections.abc import Iterable, Iterator, Mapping

from osaid_action.definition.requirements import BY_ID
from osaid_action.definition.sections import SCHEMA_URL
from osaid_action.scaffold.found import Found
from osaid_action.scaffold.survey import Survey, value, weights_place
from osaid_action.scaffold.yaml_lines import entry, flow, offered, scalar, told

_HEAD = (
    f"# yaml-language-server: $schema={SCHEMA_URL}",
    "#",
    "# Begun by `osaid init`. Behind each value stands where it was seen: check it.",
    "# A line as `#key: value` is a guess. Where it is right take its first # away and nothing",
    "# else; with `#key:` that of each line indented below it too. ## is for reading alone.",
    "# `osaid explain KEY` says what a key means; `osaid check` says what is still missing.",
    "",
    'open_ai_system: "1.0"',
    "",
)
_MOST = 24
_CODE = ("data_processing", "training", "validation", "libraries", "inference", "architecture")
_POINTS = ("provenance", "scope", "selection", "labeling", "processing")
_SYSTEM = {
    "producer": "who makes it",
    "description": "what it does, in a sentence",
    "repository": "the address of its source repository",
}
_DOCUMENTS = ("model_card", "data_card", "technical_report", "research_paper")
_CLASSES = "availability: open (a free license), public, obtainable, or unshareable"
_RELATIONS = "relation: finetune, adapter, merge, quantized, included or teacher"


def written(found: Survey, unknown_texts: Iterable[str] = ()) -> str:
    """The text of a declaration; ``unknown_texts`` are license files that nobody could name."""
    parts = [
        *_HEAD,
        *_system(found),
        *_licenses(found, unknown_texts),
        *_data(found),
        *_code(found),
        *_parameters(found),
        *_documents(found),
        *_built_on(found),
    ]
    return "\n".join(parts) + "\n"


def _system(found: Survey) -> Iterator[str]:
    producer = value(found, "system.producer")
    if producer:
        declared = f"declared: {{by: {scalar(producer)}, role: producer}}"
        yield from offered([f"{declared}  # who fills in this file; else role: third-party"])
    else:
        yield told(
            'TODO declared: {by: "…", role: producer or third-party}: who fills in this file', 0
        )
    yield from ("", "system:")
    yield from _name(found["system.name"])
    for key in ("producer", "description", "repository"):
        todo = told(f"TODO {key}: {_SYSTEM[key]}", 2)
        yield from _single(key, found.get(f"system.{key}", ()), 2) or [todo]
    yield ""


def _name(names: tuple[Found, ...]) -> list[str]:
    """The name, which no file may lack: where it is not sure the likeliest is written."""
    first, *others = names
    lines = [entry("  name:", first.value, first.seen)]
    if not first.is_claim:
        lines.append(told("Is that what the system is called?", 2))
    return lines + [told(f"or {flow(one.value)}  ({one.seen})", 2) for one in others]


def _licenses(found: Survey, unknown_texts: Iterable[str]) -> Iterator[str]:
    yield "licenses:"
    yield from _single("code", found.get("licenses.code", ()), 2) or [
        told("TODO code: the license of the code: OSAID wants one that the OSI has approved", 2)
    ]
    yield from _single("documents", found.get("licenses.documents", ()), 2) or [
        told("TODO documents: the license of the documents, and of what is said of the data", 2)
    ]
    for one in found.get("data.license", ()):
        yield told(f"{one.location} is for data ({one.seen}): name it at the source it is for", 2)
    for path in unknown_texts:
        yield told(f"{path} is no license text that is known: say which license it gives", 2)
    yield ""


def _data(found: Survey) -> Iterator[str]:
    yield from ("data:", "  description:")
    yield told('OSAID wants this of all training data. Each: a path, a URL, or {text: "…"}', 4)
    for point in _POINTS:
        remedy = BY_ID[f"data.description.{point}"].remedy.partition("; OSAID wants")[0]
        guesses = found.get(f"data.description.{point}", ())
        yield from _single(point, guesses, 4) or [told(f"TODO {point}: {remedy}", 4)]
    sources = found.get("data.sources", ())
    if not sources:
        yield told(f"TODO sources: {BY_ID['data.sources'].remedy}", 2)
    else:
        yield "  sources:"
        yield told(f"Which of these was it trained on, and which others? {_CLASSES}", 4)
        yield from _items(sources, 4)
    yield ""


def _code(found: Survey) -> Iterator[str]:
    yield "code:"
    for key in _CODE:
        parts = found.get(f"code.{key}", ())
        settings = found.get("code.settings", ()) if key == "training" else ()
        yield from _component(key, parts, settings) or [
            told(f"TODO {key}: {BY_ID[f'code.{key}'].remedy}", 2)
        ]
    yield from _component("evaluation", found.get("code.evaluation", ()))
    yield ""


def _component(key: str, parts: tuple[Found, ...], settings: tuple[Found, ...] = ()) -> list[str]:
    """A component of one or several parts; nothing when there are none."""
    sure = [one for one in parts if one.is_claim]
    if not parts:
        return []
    if not sure:
        return offered(_block(key, parts, settings))
    if len(parts) == 1 and not settings and key != "training":
        return [entry(f"  {key}:", parts[0].value, parts[0].seen)]
    ordered = [*sure, *(one for one in parts if not one.is_claim)]
    return _block(key, ordered, settings, mark_guesses=True)


def _block(
    key: str, parts: Iterable[Found], settings: tuple[Found, ...], *, mark_guesses: bool = False
) -> list[str]:
    first, *others = parts
    lines = [f"  {key}:"]
    if key == "training":
        lines += _with_settings(first, settings)
    else:
        lines.append(entry("    -", first.value, first.seen))
    for one in others[: _MOST - 1]:
        line = entry("    -", one.value, one.seen)
        lines += offered([line]) if mark_guesses and not one.is_claim else [line]
    if len(others) >= _MOST:
        lines.append(told(f"and {len(others) - _MOST + 1} more", 4))
    return lines


def _with_settings(script: Found, settings: tuple[Found, ...]) -> list[str]:
    """The first part of the training, with its settings or the place where they belong."""
    known = script.value if isinstance(script.value, dict) else {"location": script.location}
    start = [entry("    - location:", known["location"], script.seen)]
    start += [entry(f"      {key}:", known[key], script.seen) for key in known if key != "location"]
    if settings:
        return start + _settings(settings)
    words = "TODO settings: the arguments and settings of the training: a path, or [several]"
    return [*start, told(words, 6)]


def _settings(settings: tuple[Found, ...]) -> list[str]:
    lines = [
        "      settings:",
        *(
            line if one.is_claim or not settings[0].is_claim else offered([line])[0]
            for one in settings[:_MOST]
            for line in (entry("        -", one.value, one.seen),)
        ),
    ]
    if len(settings) > _MOST:
        lines.append(told(f"and {len(settings) - _MOST} more", 8))
    return lines if settings[0].is_claim else offered(lines)


def _parameters(found: Survey) -> Iterator[str]:
    yield "parameters:"
    place = weights_place(found)
    terms = _terms(found)
    sure = [one for one in place if one.is_claim]
    if len(sure) > 1:
        yield "  weights:"
        for one in sure[:_MOST]:
            yield from _weights(one, terms, "    - ", 6)
    elif sure or (not place and any(one.is_claim for one in terms.values())):
        yield "  weights:"
        yield from _weights(sure[0] if sure else None, terms, "    ", 4)
    elif place:
        first, *others = place
        lines = ["  weights:", *_weights(first, terms, "    ", 4)]
        yield told("Which model is declared here? OSAID wants its weights", 2)
        yield from offered(one for one in lines if not one.lstrip().startswith("##"))
        yield from (told(f"or {one.location}  ({one.seen})", 2) for one in others[:_MOST])
    else:
        yield told(f"TODO weights: {BY_ID['parameters.weights'].remedy}", 2)
        lines = ["  weights:", *_weights(None, terms, "    ", 4)] if terms else []
        yield from offered(one for one in lines if not one.lstrip().startswith("##"))
    for one in found.get("weights.license", ())[1:]:
        yield told(f"or license: {one.location}  ({one.seen})", 2)
    yield ""


def _terms(found: Survey) -> Mapping[str, Found]:
    """The keys beside the location of the weights: the first license and access, all terms."""
    every = {
        "license": found.get("weights.license", ())[:1],
        "license_file": found.get("weights.license_file", ())[:1],
        "access": found.get("weights.access", ())[:1],
        "further_terms": _together(found.get("weights.terms", ())),
    }
    return {key: one[0] for key, one in every.items() if one}


def _together(terms: tuple[Found, ...]) -> tuple[Found, ...]:
    """Several files of terms as one value: those that are sure, else those that are not."""
    kept = [one for one in terms if one.is_claim] or list(terms)
    if len(kept) < 2:
        return tuple(kept)
    seen = f"{kept[0].seen}, and the others by theirs"
    return (Found([one.location for one in kept], seen, is_claim=kept[0].is_claim),)


def _weights(place: Found | None, terms: Mapping[str, Found], start: str, indent: int) -> list[str]:
    """The mapping of one part of the weights."""
    lines = []
    if place:
        lines.append(entry(f"{start}location:", place.value, place.seen))
    else:
        lines.append(told("TODO location: where the weights are", indent))
    for key, one in terms.items():
        line = entry(f"{' ' * indent}{key}:", one.value, one.seen)
        lines += [line] if one.is_claim else offered([line])
    if "license" not in terms:
        remark = "TODO license: that of the weights; the license of the code is not theirs"
        lines.append(told(remark, indent))
    return lines


def _documents(found: Survey) -> Iterator[str]:
    yield "documents:"
    for key in _DOCUMENTS:
        yield from _single(key, found.get(f"documents.{key}", ()), 2)
    yield ""


def _built_on(found: Survey) -> Iterator[str]:
    parents = found.get("built_on", ())
    yield "built_on:"
    if not parents:
        yield told(
            "TODO - {name: …, relation: finetune}: each model that this one is made from,", 2
        )
        yield told(f"runs with or was taught by; {_RELATIONS}", 2)
        return
    if any(not one.is_claim for one in parents):
        yield told(f"Which of these is it made from? {_RELATIONS}", 2)
    yield from _items(parents, 2)


def _items(every: Iterable[Found], indent: int) -> Iterator[str]:
    """The items of a list; those that are guessed as comments."""
    for one in every:
        line = entry(f"{' ' * indent}-", one.value, one.seen)
        yield from [line] if one.is_claim else offered([line])


def _single(key: str, found: tuple[Found, ...], indent: int) -> list[str]:
    """A key with one value: the claim, or the first guess with the others below it."""
    if not found:
        return []
    first, *others = found
    line = entry(f"{' ' * indent}{key}:", first.value, first.seen)
    lines = [line] if first.is_claim else offered([line])
    return lines + [told(f"or {flow(one.value)}  ({one.seen})", indent) for one in others[:_MOST]]
