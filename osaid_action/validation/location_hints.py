# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was probably meant by a text that stands where a location is expected: the remedy for it.

People write a refusal, a package, an id of Hugging Face, an address that git takes, or a pattern.
"""

import re

from osaid_action.definition.relations import MAY_NOT_APPLY
from osaid_action.model import Path
from osaid_action.text import cut
from osaid_action.validation.flow_style import flow

NOT_RELEASED = '`{not_released: "…"}`'
NOT_APPLICABLE = '`{not_applicable: "…"}`'
FROM_REGISTRIES = '`{not_applicable: "All from package registries."}`'
OF_SETTINGS = (
    "leave `settings` out if there are none to show; where they are kept back make a list of "
    f"`training`: the code, and {NOT_RELEASED}"
)

_NOTHING = {"none", "no", "n/a", "na", "n.a.", "nothing", "not applicable", "not used", "-", "null"}
_KEPT = {"not released", "unreleased", "not available", "not public", "not published", "private"}
_KEPT |= {"closed", "internal", "secret", "proprietary", "confidential", "unavailable", "false"}
_LATER = {"coming soon", "soon", "later", "to be released", "will be released", "planned", "wip"}
_LATER |= {"to do", "to be announced", "to come", "upcoming", "not yet", "not yet released"}
_KEPT |= {"not disclosed", "undisclosed", "not shared"}
_SECRECY = {"secret", "secrets", "secrecy", "confidential", "confidentiality", "proprietary"}
_SECRECY |= {"business", "commercial", "competition", "competitive", "internal"}
_HUB = "https://huggingface.co/"
_MOST = 80
_MOST_TEXT = 400  # of a description that is shown as it is to be written
_SEVERAL = 3  # of places that are shown
_SENTENCE = 5  # words that are no path


def kept_back(value: str) -> bool:
    """Whether a word says that something is not given to others."""
    return _folded(value) in _KEPT


def is_kept_secret(value: str) -> bool:
    """Whether a reason is one of will, not of can: secrecy, and what a competitor might do."""
    return kept_back(value) or bool(_SECRECY & set(_folded(value).split()))


def meant_by(value: str, path: Path) -> str:
    """What to write in place of ``value``, which is no location that is there; "" when unknown.

    ``path`` is the place in the file: what may be not applicable, and what a bare id means there.
    """
    for guess in (
        _refusal,
        _hugging_face,
        _git_address,
        _purl,
        _web_address,
        _pattern,
        _package,
        _bare,
    ):
        if remedy := guess(value.strip(), path):
            return remedy
    return ""


def several(value: str, path: Path) -> str:
    """How paths in one text are written; "" where it is none of several paths."""
    pieces = [piece for piece in re.split(r"[,;\s]+", value) if piece not in ("", "and", "&")]
    are_places = all(re.fullmatch(r"(https://\S+|[\w./-]*(/|\.\w{1,5}))", one) for one in pieces)
    keys = [step for step in path if isinstance(step, str) and step != "location"]
    if len(pieces) < 2 or not are_places or not keys:
        return ""
    listed = flow([cut(one, _MOST) for one in pieces[:_SEVERAL]])
    more = ", and the others likewise" if len(pieces) > _SEVERAL else ""
    return f"several are a list: `{keys[-1]}: {listed}`{more}"


def text_or_path(value: str, path: Path) -> str:
    """How a text with white space is written, which can be a description or a path."""
    is_short = cut(value, _MOST) == value
    as_path = f"`{flow({'location': value})}`" if is_short else '`{location: "…"}`'
    if path[:1] != ("data",):
        return f"give a path or an https URL; a path with spaces can be written {as_path}"
    shown = flow({"text": value}) if cut(value, _MOST_TEXT) == value else '{text: "…"}'
    if len(value.split()) >= _SENTENCE:
        return f"if it is a description write `{shown}`"
    return f"if it is a description write `{shown}`, if a path {as_path}"


def _folded(value: str) -> str:
    return " ".join(value.lower().replace("_", " ").split()).rstrip(".!")


def requirement_of(path: Path) -> str:
    """The id of the requirement or document that a place in the file belongs to."""
    steps = [step for step in path if isinstance(step, str)]
    length = 3 if steps[:2] == ["data", "description"] else 2
    return ".".join(steps[:length])


def _refusal(value: str, path: Path) -> str:
    word, identity = _folded(value), requirement_of(path)
    if "settings" in path:
        return OF_SETTINGS if word in _KEPT | _NOTHING else ""
    if word in _LATER:
        return f"leave the key out until it is there, or write {NOT_RELEASED}"
    if word in _KEPT:
        return f"if it is kept back write {NOT_RELEASED}"
    if word not in _NOTHING:
        return ""
    if identity not in MAY_NOT_APPLY:
        return f"if it is kept back write {NOT_RELEASED}; else leave the key out until it is there"
    excuse = FROM_REGISTRIES if identity == "code.libraries" else NOT_APPLICABLE
    return f"if there is no such thing write {excuse}; if it is kept back, {NOT_RELEASED}"


def _hugging_face(value: str, _path: Path) -> str:
    if not value.startswith("hf://"):
        return ""
    return f"write {_HUB}{cut(value.removeprefix('hf://').removeprefix('models/'), _MOST)}"


def _git_address(value: str, _path: Path) -> str:
    """``git@host:owner/name.git`` and the like, as an address that a browser opens."""
    found = re.fullmatch(
        r"(?:(?:ssh|git|git\+https|git\+ssh|git\+http)://)?(?:[\w.-]{1,40}@)?"
        r"([\w-]{1,60}(?:\.[\w-]{1,60}){1,5})[:/]([^\s:]{1,200})",
        value,
    )
    if not found or not re.match(r"(ssh|git|git\+\w+)://|[\w.-]{1,40}@", value):
        return ""
    return f"write https://{found[1]}/{cut(found[2].removesuffix('.git'), _MOST)}"


def _web_address(value: str, _path: Path) -> str:
    if half := re.match(r"(http:|https:|https?//|https?:/|https?:///)/?(?=[\w-]+\.[\w.-])", value):
        return f"write https://{cut(value[half.end() :].lstrip('/'), _MOST)}"
    looks = re.match(r"(www\.[\w-]+|[\w-]+)(\.[\w-]+)*\.(com|org|net|io|co|ai|edu|dev)/\S", value)
    return f"if it is a web address write https://{cut(value, _MOST)}" if looks else ""


def _pattern(value: str, _path: Path) -> str:
    before, star, _ = value.partition("*")
    if not star:
        return ""
    folder = before.rpartition("/")[0]
    parts = "or list the paths: `[one/a.py, two/b.py]`"
    return (
        f"patterns are not read; name the folder, `{folder}/`, {parts}"
        if folder
        else (f"patterns are not read; name a folder, {parts}")
    )


def _purl(value: str, path: Path) -> str:
    """A package that lacks its version or its registry, or that stands where no code is meant."""
    found = re.fullmatch(r"pkg:(?:([a-z][a-z0-9.+-]{0,20})/)?([^\s@]{1,100}(?<!/))(?:@\S*)?", value)
    if not found:
        return ""
    if path[:1] != ("code",):
        return "a package is code: give a path or an https URL here"
    missing = "version" if found[1] else "registry and its version"
    return f"add its {missing}: `pkg:{found[1] or 'pypi'}/{found[2]}@VERSION`, such as `@4.48.0`"


def _package(value: str, path: Path) -> str:
    """A name such as ``torch``: what comes from a registry is not listed under ``libraries``."""
    part = requirement_of(path)
    if not re.fullmatch(r"[\w-]{1,60}", value):
        return ""
    if part in _BY_PACKAGE and path[-1] in ("inference", "architecture", "location"):
        written = f'{{location: "pkg:pypi/{value}@VERSION", license: …}}'
        return f"if it is a package write `{written}`; else correct the path, or commit the file"
    if part != "code.libraries":
        return ""
    return (
        f"if all libraries come from package registries write `libraries: "
        f"{FROM_REGISTRIES.strip('`')}`; one package is `pkg:pypi/{value}@VERSION`"
    )


_BY_PACKAGE = ("code.inference", "code.architecture")
"""What a package alone may be."""
_PLACES = ("location", "weights", "checkpoints", "optimizer_state")
_OTHER_TEXTS = ("declaration", "license_file", "further_terms", "permission", "asserted_free")
_BARE = r"[A-Za-z0-9][\w.-]{0,80}/[A-Za-z0-9][\w.-]{0,120}"
_FILE = r".*\.([a-z][a-z0-9]{0,15}|h5|7z)"


def _bare(value: str, path: Path) -> str:
    """An id of Hugging Face without its address, where weights or data are expected."""
    place = {"parameters": "", "built_on": "", "data": "datasets/"}.get(
        str(path[0]) if path else ""
    )
    is_id = re.fullmatch(_BARE, value) and not re.fullmatch(_FILE, value.lower())
    is_elsewhere = not path or (isinstance(path[-1], str) and path[-1] not in _PLACES)
    is_elsewhere = is_elsewhere or not {*path}.isdisjoint(_OTHER_TEXTS)
    if place is None or not is_id or is_elsewhere or (path[0] == "data" and "sources" not in path):
        return ""
    return f"if it is on Hugging Face write {_HUB}{place}{value}; else correct the path"
