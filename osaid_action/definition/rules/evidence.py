# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules on evidence: what the repository and the network show of what is declared."""
# fmt: off

from osaid_action.definition.sections import EVIDENCE, NO_ASKING
from osaid_action.findings import ERROR, NOTE, WARNING, Rule

UNTRACKED, IGNORED = "git does not have it", "git ignores it"
LEFT_OUT_OF_GIT = "when it is on the disk and git does not have it"
"""Causes of a path that is not there though the disk has it."""

PATH_MISSING = Rule(
    "path-missing", ERROR, "A path that is declared is not there",
    "The declaration says something is released and the repository does not show it.",
    'correct the path, commit the file, or say `not_released: "…"`',
    EVIDENCE, in_short="a declared path is not there",
    remedies=(
        (UNTRACKED, "`git add` it"),
        (IGNORED, "name where it is published, or `git add --force` it"),
    ),
)
PATH_UNKNOWN = Rule(
    "path-unknown", NOTE, "Whether a path is there cannot be told",
    "What lies in another repository, or is not to be read here, counts neither for nor against.",
    "look where it can be read",
    EVIDENCE, in_short="whether a declared path is there cannot be told",
)
NOT_LOOKED_AT = Rule(
    "not-looked-at", NOTE, "Something is past what is looked at for one declaration",
    "What a check may read, list and compare is counted, the same on every machine; what is past "
    "it counts neither for nor against.",
    "keep what the declaration rests on small, or split the declaration, or read it yourself",
    EVIDENCE, in_short="not all of it was looked at",
    remedies=(
        ("files that are read", "name smaller files, or split the declaration, or read them"),
        ("files that are listed", "name folders with fewer files, or look yourself"),
        ("license texts", "let components share one license file, or read them yourself"),
        ("files of a folder", "move bundled texts of others elsewhere, or read them yourself"),
        ("licenses of one expression", "name for each part its own, or read the texts yourself"),
        ("files of weights", "name the weights in a folder of their own"),
        ("files that are hashed", "compare the hash yourself, with `sha256sum`"),
    ),
)
PATH_NOT_ADDED = Rule(
    "path-not-added", NOTE, "A file counts that git does not have yet",
    "The declaration is not added to git either; a commit has what was added alone.",
    "`git add` the declaration and the files that it names",
    EVIDENCE,
    always=True,
)
PATH_DELETED = Rule(
    "path-deleted", NOTE, "A file counts that is deleted on the disk",
    "Git has it still: the next commit has it, unless its deletion is added.",
    "restore it with `git restore`, or `git rm` it and correct the declaration",
    EVIDENCE,
)
GIT_REFUSED = Rule(
    "git-refused", NOTE, "Git does not say which files it has",
    "The repository is what git would commit; without git a path that is missing on the disk may "
    "be in the repository all the same.",
    "do what git says, and run it again",
    EVIDENCE,
)
PATH_CASE = Rule(
    "path-case", ERROR, "A path is written in another case than in the repository",
    "It is there on some systems and not on others.",
    "write it as the repository has it",
    EVIDENCE, in_short="a declared path is not there",
)
PATH_OUTSIDE = Rule(
    "path-outside", ERROR, "A path leaves the repository",
    "What lies outside is not released with it; links and `..` are followed only inside.",
    "point to a file in the repository, or to an https URL",
    EVIDENCE, in_short="a declared path leaves the repository",
)
HASH_MISMATCH = Rule(
    "hash-mismatch", ERROR, "A file has another SHA-256 than declared",
    "It is not the file that was meant.",
    "correct the file or the hash",
    EVIDENCE, in_short="a file is not the one declared",
)
LICENSE_ALTERED = Rule(
    "license-altered", ERROR, "A license's text was changed",
    "A license with a word added, removed or changed is another license, whatever its title "
    "says; its terms are nobody's to vouch for.",
    "put the unchanged text there, or declare what it is",
    EVIDENCE, in_short="a license's text was changed",
)
LICENSE_MISMATCH = Rule(
    "license-mismatch", ERROR, "A license's text is that of another license",
    "The text that goes with the files is what holds.",
    "declare the license that is there, or put the right text there",
    EVIDENCE, in_short="a license's text is that of another",
)
LICENSE_NOTED = Rule(
    "license-noted", WARNING, "A license's file holds other words than its text",
    "What they mean for the terms a person has to read; names of holders are none of them.",
    "keep the license's text alone in its file",
    EVIDENCE, in_short="a license's file holds other words",
)
LICENSE_CONFLICT = Rule(
    "license-conflict", WARNING, "The repository names another license elsewhere",
    "People read pyproject.toml, package.json, CITATION.cff, badges and model cards, and take "
    "them at their word.",
    "make the two agree",
    EVIDENCE, in_short="the repository names another license",
)
TERMS_UNDECLARED = Rule(
    "terms-undeclared", WARNING, "A file of terms lies beside the license, and is not declared",
    "A use policy, terms of use or an addendum may bind users beyond the license.",
    "declare it as `further_terms`, with what it restricts, or say that it binds nobody",
    EVIDENCE, in_short="a file of terms is not declared",
)
CARD_NAMES_BASE = Rule(
    "card-names-base", WARNING, "The repository names a base model that the declaration leaves out",
    "What a model is made from lends it what it has, and no more.",
    "name it in `built_on` with its relation",
    EVIDENCE, in_short="the repository names a base model that is left out",
)
CARD_NAMES_DATA = Rule(
    "card-names-data", WARNING, "A model card names data that the declaration leaves out",
    "OSAID asks for a list of all training data.",
    "list it under `data.sources`",
    EVIDENCE, in_short="a model card names data that is left out",
)
LICENSE_TEXT_UNKNOWN = Rule(
    "license-text-unknown", NOTE, "A license's text could not be compared",
    "There is no text of that license here to compare it with.",
    "read it yourself",
    EVIDENCE,
)
LICENSE_TEXT_MISSING = Rule(
    "license-text-missing", WARNING, "A license's text is not in the repository",
    "Most licenses ask that their text goes with the files. Without it nobody can see that it is "
    "that license, unchanged.",
    "add a LICENSE file with the license's text",
    EVIDENCE, remedies=((LEFT_OUT_OF_GIT, "`git add` it"),),
    in_short="no file with the license's text is here",
)
SETTINGS_UNREADABLE = Rule(
    "settings-unreadable", WARNING, "A file of settings does not parse",
    "Settings that cannot be read are not shown.",
    "fix the file",
    EVIDENCE,
)
WEIGHTS_CUT = Rule(
    "weights-cut", ERROR, "A file of weights ends before its own header says",
    "An upload that stopped half way is not a release.",
    "upload the file whole",
    EVIDENCE, in_short="a file of weights is not whole",
)
WEIGHTS_UNREADABLE = Rule(
    "weights-unreadable", WARNING, "A file of weights is not what its name says",
    "The library of its format does not open it.",
    "check that the file was uploaded whole",
    EVIDENCE,
)
WEIGHTS_RUN_CODE = Rule(
    "weights-run-code", NOTE, "A file of weights can run code when it is loaded",
    "A pickle is a program: whoever loads it has to trust whoever made it.",
    "publish the weights as safetensors as well",
    EVIDENCE,
)
URL_GONE = Rule(
    "url-gone", WARNING, "A URL that is declared is not there",
    "The declaration says something is released, and nobody finds it where it points.",
    'correct the URL, or say `not_released: "…"`',
    EVIDENCE,
)
ACCESS_CONFLICT = Rule(
    "access-conflict", WARNING, "Hugging Face lets people in on other terms than declared",
    "Who has to hand over contact data, or to be let in, has to ask for permission; who has not, "
    "need not be told so.",
    "declare the access that the repository's settings give, or change the settings",
    NO_ASKING, in_short="access is declared otherwise than Hugging Face gives it",
)
REVISION_MISSING = Rule(
    "revision-missing", WARNING, "A revision that is declared is not there",
    "It pins nothing, and nobody can get at what was meant.",
    "name a branch, tag or commit that is there",
    EVIDENCE,
)
URL_UNANSWERED = Rule(
    "url-unanswered", NOTE, "A URL could not be looked at",
    "A network that is silent, or that wants to know who asks, proves nothing either way.",
    "look for yourself, or run it again",
    EVIDENCE,
)
ANCHOR_MISSING = Rule(
    "anchor-missing", NOTE, "A heading that a path points to is not in the file",
    "A reader will look for it.",
    "correct what stands after #",
    EVIDENCE,
)
UNPINNED = Rule(
    "unpinned", NOTE, "Something elsewhere is not pinned",
    "What stands at a URL can change after the declaration was written.",
    "add `revision` or `sha256`",
)
