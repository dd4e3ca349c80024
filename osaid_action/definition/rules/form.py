# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules on how a declaration is written: its bytes, its YAML, its keys and values."""
# fmt: off

from osaid_action.definition.sections import FORMAT, READING
from osaid_action.findings import ERROR, NOTE, Clause, Rule

NOT_UTF_8 = Rule(
    "not-utf-8", ERROR, "The file is not UTF-8",
    "Readers would disagree about its text.",
    "save it as UTF-8",
    READING,
)
CONTROL_CHARACTER = Rule(
    "control-character", ERROR, "A control character stands in the file",
    "It can hide text or command a terminal.",
    "remove it",
    READING,
)
NOT_YAML = Rule(
    "not-yaml", ERROR, "The file is not YAML",
    "Nothing can be read from it.",
    "fix the line that is named",
    READING,
)
TAB = Rule(
    "tab", ERROR, "A tab is used where only spaces may stand",
    "YAML does not indent with tabs.",
    "indent with spaces",
    READING,
)
EMPTY = Rule(
    "empty", ERROR, "The file is empty",
    "There is no declaration in it.",
    'begin with `open_ai_system: "1.0"` and `system:`',
    READING,
)
TOO_LARGE = Rule(
    "too-large", ERROR, "The file is over a limit of size",
    "A reader that has no limits can be brought down by one file.",
    "move long texts into files of their own",
    READING,
)
TOO_DEEP = Rule(
    "too-deep", ERROR, "The file is nested too deeply",
    "A reader that has no limits can be brought down by one file.",
    "flatten it",
    READING,
)
ANCHOR = Rule(
    "anchor", ERROR, "An anchor (&) is used",
    "Some YAML readers refuse them, and a small file can grow large by them.",
    "write the value out",
    READING,
)
ALIAS = Rule(
    "alias", ERROR, "An alias (*) is used",
    "Some YAML readers refuse them, and a small file can grow large by them.",
    "write the value out",
    READING,
)
MERGE_KEY = Rule(
    "merge-key", ERROR, "A merge key (<<) is used",
    "YAML 1.2 has none: readers disagree.",
    "write the keys out",
    READING,
)
TAG = Rule(
    "tag", ERROR, "A tag (!) is used",
    "Tags change what a value is, reader by reader.",
    "remove it",
    READING,
)
SECOND_DOCUMENT = Rule(
    "second-document", ERROR, "A second document begins in the file",
    "A reader that stops at the first would miss it.",
    "keep one document a file",
    READING,
)
REPEATED_KEY = Rule(
    "repeated-key", ERROR, "A key stands twice",
    "Readers take the first or the last.",
    "keep one of the two",
    READING,
)
KEY_NOT_TEXT = Rule(
    "key-not-text", ERROR, "A key is not text",
    "Keys of a declaration are names.",
    "put it in quotes, or write it as text",
    READING,
)
UNKNOWN_KEY = Rule(
    "unknown-key", ERROR, "A key is unknown",
    "It would be passed over in silence.",
    "use the key that was meant; a key of your own begins with `x-`",
    FORMAT,
)
MISSING_KEY = Rule(
    "missing-key", ERROR, "A key that must be there is not",
    "Without it nothing can be said.",
    "add it",
    FORMAT,
)
WRONG_VALUE = Rule(
    "wrong-value", ERROR, "A value is not one of those that are possible",
    "It cannot be understood.",
    "use one of those named",
    FORMAT,
)
WRONG_TYPE = Rule(
    "wrong-type", ERROR, "A value is of the wrong kind",
    "It cannot be understood.",
    "write what the message asks for; quote text that looks like a number",
    FORMAT,
)
NOT_A_LOCATION = Rule(
    "not-a-location", ERROR, "A text stands where a location is expected",
    "A string is a location: a path or an https URL. A string with white space is one only if a "
    "file of that name is there.",
    'write `{text: "…"}` for a description in place, `{location: …}` for a path',
    FORMAT,
)
TOO_MANY_PROBLEMS = Rule(
    "too-many-problems", ERROR, "There are more problems than are told",
    "The first ones usually cause the rest.",
    "fix those first",
    FORMAT,
)
SINCE_THE_BASE = "It is gone since the base of a comparison"
DECLARATION_REMOVED = Rule(
    "declaration-removed", ERROR, "A declaration is deleted",
    "Who reads the repository then finds nothing said where something was said before. Since a "
    "base it is an error where freedoms are required, else a warning.",
    "restore it with `git restore --staged --worktree`; where it is meant, commit with "
    "`git commit --no-verify`",
    FORMAT,
    remedies=(
        (
            SINCE_THE_BASE,
            "restore it as the base has it; if it is meant, pass over a check that fails",
        ),
    ),
)
LICENSE_NOT_AN_EXPRESSION = Rule(
    "license-not-an-expression", ERROR, "A license is no SPDX expression",
    "It cannot be looked up.",
    "use an SPDX id, such as `Apache-2.0`",
    Clause("SPDX specification, annex on license expressions"),
)
PLACEHOLDER = Rule(
    "placeholder", NOTE, "Something only holds a place",
    "Empty text, TODO and TBD count as absent, and so do examples that are not filled in: "
    "`@VERSION`, `OWNER/NAME`, `https://…`, `<year>`.",
    "fill it in, or remove it",
)
