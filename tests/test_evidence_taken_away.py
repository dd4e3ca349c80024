# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Taking evidence away never helps, adding some never hides: repositories at random."""

import posixpath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osaid_action.check import check
from osaid_action.license_text import template
from osaid_action.repository.memory import Memory
from osaid_action.repository.tree import DeclarationFile
from tests.made import dumped, report, requirement, rules, whole

MIT = template.text("MIT").replace("<year> <copyright holders>", "2026 A Lab")
APACHE, NONCOMMERCIAL = template.text("Apache-2.0"), template.text("CC-BY-NC-4.0")
OWN = "Our own terms: you ask us first, then we say what you may do with it. " * 6
EXCEPTION = "As an exception, portions that a compiler embeds need no notice of their own."
UNREADABLE = None
TEXTS = {
    "mit": MIT,
    "apache": APACHE,
    "noncommercial": NONCOMMERCIAL,
    "own": OWN,
    "altered": MIT.replace("without restriction", "with restriction"),
    "with a sentence": f"{MIT}\nWe like tea.\n",
    "a title": "MIT License\n\nCopyright (c) 2026 A Lab\n",
    "a pointer": "See LICENSES/MIT.txt.\n",
    "empty": "",
    "unreadable": UNREADABLE,
}
PLACES = ("LICENSE", "COPYING", "LICENSE-MIT", "LICENSES/MIT.txt", "src/LICENSE", "LICENSE-MODEL")
METADATA = {
    "pyproject.toml": ('[project]\nlicense = "MIT"\n', '[project]\nlicense = "CC-BY-NC-4.0"\n'),
    "package.json": ('{"license": "MIT"}', '{"license": "UNLICENSED"}'),
    "README.md": ("---\nlicense: mit\n---\n", "---\nlicense: cc-by-nc-4.0\n---\n", "Hello\n"),
    "README.rst": ("The code is licensed under CC BY-NC 4.0.\n", "Hello\n"),
}
DECLARED = (
    *("MIT", "Apache-2.0", "MIT OR Apache-2.0", "MIT AND Apache-2.0", "MIT OR CC-BY-NC-4.0"),
    *("LicenseRef-own", "MIT OR LicenseRef-own", "Apache-2.0 WITH LLVM-exception"),
)
RANKS = ("unmet", "undecided", "met")


class Held:
    """Files in memory; None is one that nobody may read."""

    def __init__(self, files):
        self.content = files
        self.memory = Memory()

    def kind(self, path):
        if path in self.content:
            return "file"
        return "folder" if self.names(path) else "missing"

    def names(self, path):
        start = posixpath.join(path, "")
        inner = (one.removeprefix(start) for one in self.content if one.startswith(start))
        return sorted({one.partition("/")[0] for one in inner})

    def files(self, path):
        return [name for name in self.names(path) if posixpath.join(path, name) in self.content]

    def folders(self, path):
        return [name for name in self.names(path) if name not in self.files(path)]

    def read(self, path, limit):
        if self.content[path] is UNREADABLE:
            raise PermissionError(13, "Permission denied")
        return self.content[path].encode()[:limit]

    def size(self, path):
        return len(self.content[path] or "")


def outcomes(files, declared):
    """How code and weights stand; what a text contradicts counts as unmet."""
    home = DeclarationFile(
        Held({"src/run.py": "x = 1", "models/w.bin": "0" * 99, **files}), "OPEN_AI_SYSTEM.yaml", ""
    )
    made = check(declared, "OPEN_AI_SYSTEM.yaml", home)
    found = [requirement(made, one) for one in ("code.inference", "parameters.weights")]
    return [
        0 if one.evidence == "contradicted" else RANKS.index(one.outcome.value) for one in found
    ]


license_files = st.dictionaries(
    st.sampled_from(PLACES), st.sampled_from(sorted(TEXTS)), max_size=3
).map(lambda held: {place: TEXTS[one] for place, one in held.items()})
metadata = st.lists(st.sampled_from(sorted(METADATA)), max_size=2, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({one: st.sampled_from(METADATA[one]) for one in names})
)
declarations = st.builds(
    lambda code, weights, file: dumped(
        whole(
            {
                "code.inference": {"location": "src/run.py", "license": code},
                "parameters.weights": {"location": "models/w.bin", "license": weights, **file},
            }
        )
    ),
    st.sampled_from(DECLARED),
    st.sampled_from(DECLARED),
    st.sampled_from([{}, {}, {"license_file": "LICENSE"}, {"license_file": "LICENSE-MODEL"}]),
)


@settings(max_examples=10)
@given(license_files, metadata, declarations)
def test_nothing_is_met_by_a_file_that_cannot_be_read(held, said, declared):
    files = {**held, **said}
    before = outcomes(files, declared)

    for name in files:
        after = outcomes({**files, name: UNREADABLE}, declared)
        assert not [one for one, was in zip(after, before, strict=True) if one == 2 > was], name


@settings(max_examples=15)
@given(license_files, metadata, declarations)
def test_nothing_is_met_where_its_text_is_taken_away(held, said, declared):
    for name in held:
        left = {one: content for one, content in held.items() if one != name}

        assert {MIT, APACHE} & {*left.values()} or 2 not in outcomes({**left, **said}, declared)


@settings(max_examples=20)
@given(
    license_files,
    metadata,
    declarations,
    st.sampled_from([one for one in sorted(TEXTS) if one not in ("mit", "apache")]),
    st.sampled_from(PLACES),
)
def test_nothing_is_met_by_adding_what_is_not_the_text(held, said, declared, one, place):
    before = outcomes({**held, **said}, declared)

    after = outcomes({place: TEXTS[one], **held, **said}, declared)

    assert not [now for now, was in zip(after, before, strict=True) if now == 2 > was]


@settings(max_examples=10)
@given(license_files, metadata, declarations, st.sampled_from(sorted(METADATA)), st.data())
def test_nothing_is_met_by_adding_what_only_names_a_license(held, said, declared, name, data):
    before = outcomes({**held, **said}, declared)

    added = {name: data.draw(st.sampled_from(METADATA[name]))}
    after = outcomes({**added, **held, **said}, declared)

    assert not [now for now, was in zip(after, before, strict=True) if now == 2 > was]


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("MIT OR CC-BY-NC-4.0", NONCOMMERCIAL),
        ("MIT OR SSPL-1.0", template.text("SSPL-1.0")),
        ("MIT OR CC0-1.0", template.text("CC0-1.0")),
        ("MIT OR LicenseRef-own", OWN),
        ("MIT OR LicenseRef-own", ""),
        ("Apache-2.0 WITH LLVM-exception", OWN),
        ("Apache-2.0 WITH LLVM-exception", ""),
        ("(MIT AND BSD-3-Clause) OR ISC", MIT),
    ],
)
def test_a_choice_is_no_better_than_the_texts_that_are_there(home, declared, text):
    made = report(
        {"code.inference": {"location": "src/run.py", "license": declared}},
        home({"src/run.py": "x", "LICENSE": text}),
    )

    assert requirement(made, "code.inference").outcome.value == "undecided"
    assert "license-text-missing" in rules(made, "warning")
    assert rules(made, "error") == set()


@pytest.mark.parametrize(
    ("declared", "files"),
    [
        ("(MIT AND BSD-3-Clause) OR Apache-2.0", {"LICENSE": APACHE}),
        (
            "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
            {
                "LICENSE-APACHE": APACHE,
                "LICENSE-MIT": MIT,
                "LICENSE-Apache-2.0_WITH_LLVM-exception": f"{APACHE}\n\n{EXCEPTION}\n",
            },
        ),
        (
            "MIT AND Apache-2.0 WITH LLVM-exception",
            {
                "LICENSES/Apache-2.0.txt": APACHE,
                "LICENSES/LLVM-exception.txt": EXCEPTION,
                "LICENSES/MIT.txt": MIT,
            },
        ),
        ("MIT OR GPL-2.0-only WITH Classpath-exception-2.0", {"LICENSE": template.text("GPL-2.0")}),
    ],
)
def test_an_honest_choice_is_met(home, declared, files):
    made = report(
        {"code.inference": {"location": "src/run.py", "license": declared}},
        home({"src/run.py": "x", "LICENSE": None, **files}),
    )

    assert requirement(made, "code.inference").outcome.value == "met"
    assert rules(made) <= {"license-text-missing"}


def test_what_plainly_limits_is_no_exception(home):
    made = report(
        {"code.inference": {"location": "src/run.py", "license": "MIT WITH LLVM-exception"}},
        home({"src/run.py": "x", "LICENSE": MIT, "LLVM-exception-LICENSE": "No commercial use."}),
    )

    assert requirement(made, "code.inference").outcome.value == "undecided"
    assert rules(made) == {"license-conflict"}
