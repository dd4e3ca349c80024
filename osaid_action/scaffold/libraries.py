# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a project ships or uses beside the package registries: submodules, git URLs, tokenizers."""

import posixpath
import re
from collections.abc import Iterator

from osaid_action.scaffold.checkout import PARTS, Checkout
from osaid_action.scaffold.folders import below, outermost
from osaid_action.scaffold.found import Found, claim, guess, unique
from osaid_action.scaffold.licenses import license_ids, license_in
from osaid_action.scaffold.origin import public_address, resembles
from osaid_action.scaffold.packages import Package, requirement_files
from osaid_action.scaffold.scripts import is_below, name_of

_GIT = re.compile(r"git\+((?:https|ssh|git)://[^\s\"'#;,`<>()\[\]]{4,300})")
_CLONE = re.compile(
    r"\bgit clone (?:--?\w[\w-]*(?:[= ]\w[\w./-]*)?\s+){0,4}[\"']?"
    r"((?:https://|git@)(?:github|gitlab|bitbucket)\.(?:com|org)[/:][\w.-]+/[\w.-]+)"
)
_NO_LIBRARY = re.compile(r"(?i)eval|bench|data|awesome|llama\.cpp|tutorial|demo|example")
_SETS_UP = re.compile(r"(?:install|setup|set_up|run|env|bootstrap)\w*\.sh")
_COMMENT = re.compile(r"^\s*#")
_TOKENIZER = re.compile(r"tokenizer\.py|tokenization_\w+\.py")
_CODE = (".py", ".c", ".cc", ".cpp", ".cu", ".h", ".rs", ".go", ".js", ".ts")
_OTHER_THINGS = re.compile(
    r"data|datasets?|models?|weights|checkpoints|docs?|licen[cs]es?", re.IGNORECASE
)
_PARTS = r"(?:pre)?train(?:ing)?|fine_?tun(?:e|ing)|inference|eval(?:uation)?"
_OF_OTHERS = r"dependencies|deps|third_?party|3rdparty|vendor(?:ed)?|externals?|lib(?:s|raries)?"
"""Folders of parts of a system, and folders of what others made."""
_BEFORE = re.compile(r"v\d+(?:[._]\d+)*|legacy|old|deprecated|archived?", re.IGNORECASE)
"""Folders of what the system was before."""
_EXAMPLES = re.compile(
    r"(?i)(?:^|/)(?:examples?|demos?|docs?|tutorials?|tests?|bindings?|\.[^/]+)/"
)
"""Folders that are no libraries, whatever license lies in them."""
_REVISION = re.compile(r"[\w./-]{1,100}", re.ASCII)


def find_libraries(checkout: Checkout, home: str) -> dict[str, tuple[Found, ...]]:
    """What is found for ``code.libraries``; ``home`` is the repository's own address."""
    found = [
        *_submodules(checkout),
        *_vendored(checkout),
        *_git_urls(checkout, _own_addresses(checkout, home)),
        *_tokenizers(checkout),
        *_cloned(checkout, _own_addresses(checkout, home)),
    ]
    return {"code.libraries": unique(found)}


def _submodules(checkout: Checkout) -> Iterator[Found]:
    for path, url in sorted(checkout.modules.items()):
        if _EXAMPLES.search(f"{path}/"):
            continue
        address = public_address(url)
        line = checkout.line_of(".gitmodules", rf"path\s*=\s*\"?{re.escape(path)}\b")
        seen = f".gitmodules:{line}" if line else "git's index"
        yield claim(path, f"{seen}: {address}" if address else seen)


def _vendored(checkout: Checkout) -> Iterator[Found]:
    """Folders with a license of their own, where code lies in them; sure where it is known.

    Without a license it would be taken to have that of the system's code, which it has not.
    """
    for folder in sorted(outermost(checkout.vendored)):
        paths = below(checkout.paths, folder)
        if _is_no_library(name_of(folder)) or _EXAMPLES.search(f"{folder}/"):
            continue
        if not any(path.endswith(_CODE) for path in paths):
            continue
        license_ = license_in(checkout, folder)
        is_part = _is_the_system(checkout, folder)
        if license_ and is_part and license_[0] in license_ids(checkout):
            continue
        is_within = is_below(folder, _PARTS) and not is_below(folder, _OF_OTHERS)
        make = guess if is_part or is_within else claim
        if license_:
            yield make({"location": f"{folder}/", "license": license_[0]}, license_[1])
        else:
            yield guess(f"{folder}/", f"{folder}: a license file of its own; which license?")


def _is_no_library(name: str) -> bool:
    return bool(_OTHER_THINGS.fullmatch(name) or PARTS.fullmatch(name) or _BEFORE.fullmatch(name))


def _is_the_system(checkout: Checkout, folder: str) -> bool:
    """Whether a folder at the top is called like the repository: a part of it, or a version."""
    own = posixpath.basename(checkout.remote)
    return "/" not in folder and bool(own) and resembles(folder, own)


def _own_addresses(checkout: Checkout, home: str) -> frozenset[str]:
    """How the repository's own address may read: the owner's, by a name that it had or will have.

    The folder of a package of one's own is called so.
    """
    steps = [path.removeprefix("src/").split("/") for path in checkout.own]
    packages = {one[0] for one in steps if len(one) == 2 and one[1] == "__init__.py"}
    owner = home.rpartition("/")[0]
    return frozenset({home.lower(), *(f"{owner}/{one}".lower() for one in packages if owner)})


def _git_urls(checkout: Checkout, ours: frozenset[str]) -> Iterator[Found]:
    for path in [*requirement_files(checkout), checkout.readme]:
        for line in checkout.lines(path) if path else ():
            if _COMMENT.match(line.text) and path != checkout.readme:
                continue
            for url in _GIT.findall(line.text):
                yield from _library(url, "", f"{path}:{line.number}", ours)
    for url, revision, seen in Package(checkout).git_tables():
        yield from _library(url, revision, seen, ours)


def _cloned(checkout: Checkout, ours: frozenset[str]) -> Iterator[Found]:
    """Repositories of others that the README or a script at the top clones; each as a guess."""
    scripts = [one for one in checkout.own if "/" not in one and _SETS_UP.fullmatch(one)]
    told = {*ours, *(public_address(url).lower() for url in checkout.modules.values())}
    for path in [checkout.readme, *scripts]:
        for line in checkout.lines(path) if path else ():
            for url in _CLONE.findall(line.text):
                address = public_address(url)
                is_told = address.lower() in told or _is_called(address, checkout)
                is_none = _NO_LIBRARY.search(address) or _COMMENT.match(line.text)
                if address and not (is_told or is_none):
                    yield guess(address, f"{path}:{line.number}")


def _is_called(address: str, checkout: Checkout) -> bool:
    """Whether a repository is called like this one: a copy of it, or what it is a copy of."""
    name = posixpath.basename(address).lower()
    return name == posixpath.basename(checkout.remote).lower()


def _library(url: str, revision: str, seen: str, ours: frozenset[str]) -> Iterator[Found]:
    """A git URL as pip writes it (…@revision), unless it is the repository's own."""
    scheme, _, rest = url.partition("://")
    bare, at, pinned = rest.rpartition("@") if "@" in rest.partition("/")[2] else (rest, "", "")
    address = public_address(f"{scheme}://{bare}")
    if not address or address.lower() in ours:
        return
    named = pinned if at else revision
    if _REVISION.fullmatch(named):
        yield claim({"location": address, "revision": named}, seen)
    else:
        yield claim(address, seen)


def _tokenizers(checkout: Checkout) -> Iterator[Found]:
    for path in checkout.own:
        if _TOKENIZER.fullmatch(posixpath.basename(path)):
            yield claim(path, f"{path}: its name")
