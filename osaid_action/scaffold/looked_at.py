# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which files were looked at, in words: where git has none of them yet, or is not there at all."""

from osaid_action.repository.index_tree import IGNORED, NOT_ADDED, REFUSED, IndexTree, Repository
from osaid_action.repository.tree import DeclarationFile
from osaid_action.scaffold.checkout import Checkout
from osaid_action.text import plural

_NOTHING = "there are no files here to look at"


def looked_at(repository: Repository, file: DeclarationFile, checkout: Checkout) -> str:
    """What somebody would wonder about; empty where git has all the files that were looked at."""
    tree, files = file.tree, plural(len(checkout.paths), "file")
    if not isinstance(tree, IndexTree):
        told = f"no git repository here: looked at {files} on the disk"
        return told if checkout.paths else f"no git repository here, and {_NOTHING}"
    if tree.state == REFUSED:
        return f"git could not be asked ({tree.refusal}): looked at {files} on the disk"
    if tree.state == IGNORED:
        return f"git ignores {file.path}: `git add --force` it"
    known = repository.index.others
    if tree.state == NOT_ADDED:
        others = sum(known.at(checkout.at(path)) is not None for path in checkout.paths)
        told = (
            f"looked at {files}, {others:,} of them not added to git yet: "
            "`git add` them with the declaration, or they count as missing"
        )
        return told if others else "" if checkout.paths else _NOTHING
    left = sum(path.startswith(checkout.at("")) for path in known.paths())
    told = f"{plural(left, 'file')} not added to git: not looked at, as the declaration is in git"
    return told if left else ""
