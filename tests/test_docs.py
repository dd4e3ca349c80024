# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is said twice is compared: README, pages made from the code, hooks, the command."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from osaid_action.check import check
from osaid_action.definition.freedoms import LABELS, NEEDS
from osaid_action.definition.rules.registry import RULES
from osaid_action.definition.words import words
from osaid_action.model import FREEDOMS, ExitCode
from osaid_action.report import text
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from osaid_action.validation.schema_keys import keys
from osaid_action.validation.yaml_reader import read

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_command(osaid):
    listed = osaid("--help").stdout.partition("options:")[0]
    commands = re.findall(r"^    (\w+) ", listed, re.MULTILINE)

    assert "check" in commands
    assert [name for name in commands if f"osaid {name}" not in README] == []


def test_the_first_screen_has_two_commands_to_be_typed_in_a_clone():
    first, second = (one.partition("```")[0].strip() for one in README.split("```sh\n")[1:3])

    assert first.endswith("osaid check examples/llama-2")
    assert ".venv/bin/pytest" in second
    assert all(one.startswith("python3 -m venv .venv && ") for one in (first, second))


def test_the_sample_is_what_a_terminal_shows_with_some_left_out():
    _, _, rest = README.partition("<!-- sample: examples/llama-2 -->\n```text\n")
    pieces = rest.partition("```")[0].split("\n…\n")
    path = "examples/llama-2/OPEN_AI_SYSTEM.yaml"
    file = DeclarationFile(DiskTree(str(ROOT)), path, "examples/llama-2")
    report = check((ROOT / path).read_bytes(), path, file)
    told = "".join(text.render([report], text.Style(width=80)))

    assert len(pieces) == 3
    assert [piece for piece in pieces if piece not in told] == []
    assert told.startswith(pieces[0])
    assert told.endswith(pieces[-1])


def test_the_readme_names_every_hook():
    hooks = [hook["id"] for hook in read((ROOT / ".pre-commit-hooks.yaml").read_bytes()).data]

    assert [name for name in hooks if f"id: {name}" not in README] == []


def test_the_readme_names_every_format_and_option_that_it_should(osaid):
    told = osaid("check", "--help").stdout
    options = {"--require", "--no-evidence", "--exit-zero", "--format"}

    assert all(option in told for option in options)
    assert {option for option in options if option not in README} == set()


def test_the_readme_names_the_exit_codes():
    for code in ExitCode:
        assert re.search(rf"^\| *`?{code}`? *\|", README, re.MULTILINE), code


def yaml_blocks(text):
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_declarations_in_the_readme_are_valid():
    declarations = [one for one in yaml_blocks(README) if "open_ai_system:" in one]

    assert declarations
    for one in declarations:
        report = check(one.encode(), "README.md")
        assert report.valid, report.findings


FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
SMALLEST = 'open_ai_system: "1.0"\nsystem: {name: Heron 1B}\n'


@pytest.mark.parametrize("text", yaml_blocks(FORMAT), ids=lambda text: text.splitlines()[-1][:40])
def test_every_example_of_the_format_page_is_valid(text):
    whole = text if "open_ai_system:" in text else SMALLEST + text
    if "\nsystem:" in text and "open_ai_system:" not in text:
        whole = 'open_ai_system: "1.0"\n' + text

    report = check(whole.encode(), "format.md")

    assert report.valid, report.findings


def test_the_format_page_has_every_key_and_every_value():
    names = {key.name for key in keys()}
    values = {value for key in keys() for value in key.values}

    assert [name for name in sorted(names) if not re.search(rf"[`.]{name}`", FORMAT)] == []
    assert [value for value in sorted(values) if f"`{value}`" not in FORMAT] == []


def test_every_key_on_the_format_page_has_an_example():
    rows = re.findall(r"^\| `([\w.\[\]]+)`(?: \*)? \|.*\| (.*) \|$", FORMAT, re.MULTILINE)
    keyed = [(key, shown) for key, shown in rows if "." in key]

    assert len(keyed) > 60
    assert [key for key, shown in keyed if not shown.startswith("`")] == []


def test_links_of_the_format_page_lead_somewhere():
    titles = re.findall(r"^#+ (.+)$", FORMAT, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in titles}
    files = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", FORMAT)

    assert {*re.findall(r"\]\(#([^)]+)\)", FORMAT)} <= anchors
    assert [name for name in files if not (ROOT / "docs" / name).exists()] == []


PARTS = {
    "weights, libraries": {"parameters.weights", "code.libraries"},
    "inference code": {"code.inference"},
    "data described, data listed; code for data processing, training and validation; architecture":
        {*NEEDS} - {"parameters.weights", "code.libraries", "code.inference"},
}  # fmt: skip


@pytest.mark.parametrize(("part", "identities"), PARTS.items())
def test_the_readme_says_which_freedom_needs_what(part, identities):
    row = next(line for line in README.splitlines() if line.startswith(f"| {part} |"))
    needed = [cell.strip() == "needs" for cell in row.split("|")[2:6]]

    for identity in identities:
        assert needed == [freedom in NEEDS[identity] for freedom in FREEDOMS], identity


def test_the_readme_names_every_label():
    assert [label for label in LABELS if f"`{label}`" not in README] == []


def test_anchors_in_the_readme_are_titles():
    titles = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in titles}

    assert {*re.findall(r"\]\(#([^)]+)\)", README)} <= anchors


def test_links_in_the_readme_lead_somewhere():
    text = re.sub(r"^```markdown\n.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)  # to paste
    names = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", text)

    assert [name for name in names if not (ROOT / name).exists()] == []


def test_the_page_of_rules_has_every_rule():
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")

    assert [rule for rule in RULES if rule not in page] == []


def said_in(path):
    """What the comment at the top of an example says that it comes to."""
    text = path.read_text(encoding="utf-8")
    comment = " ".join(line.lstrip("# ") for line in text.splitlines() if line.startswith("#"))
    return re.search(r"This file comes to: (.+?)[.:]", comment)[1]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*/OPEN_AI_SYSTEM.yaml")), ids=lambda p: p.parent.name
)
def test_an_example_comes_to_what_its_comment_says(path):
    inside = path.relative_to(ROOT).as_posix()
    home = DeclarationFile(DiskTree(str(ROOT)), inside, inside.rpartition("/")[0])

    assert said_in(path).startswith(check(path.read_bytes(), inside, home).verdict)


def test_the_page_of_examples_has_every_example():
    page = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    folders = [path.parent.name for path in (ROOT / "examples").glob("*/OPEN_AI_SYSTEM.yaml")]

    assert len(folders) >= 24
    assert [name for name in folders if f"]({name}/OPEN_AI_SYSTEM.yaml)" not in page] == []


def test_the_example_in_its_repository_is_verified_whole():
    inside = "examples/in-repository/OPEN_AI_SYSTEM.yaml"
    home = DeclarationFile(DiskTree(str(ROOT)), inside, inside.rpartition("/")[0])

    report = check((ROOT / inside).read_bytes(), inside, home)

    seen = {one.id: one.evidence for one in report.requirements}
    not_applicable = {"data.description.labeling", "code.libraries"}
    assert {one for one, evidence in seen.items() if evidence != "verified"} == not_applicable
    assert report.verdict == "met"


def test_its_weights_are_those_that_its_training_writes(tmp_path):
    folder = ROOT / "examples" / "in-repository"
    made = tmp_path / "model.safetensors"
    arguments = ["src/train.py", "settings.json", "data/herons.txt", str(made)]

    subprocess.run([sys.executable, "-B", *arguments], cwd=folder, check=True, timeout=60)

    assert made.read_bytes() == (folder / "weights" / "model.safetensors").read_bytes()


SAMPLES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "examples").rglob("*.md")),
    *sorted((ROOT / "examples").rglob("*.yaml")),
]
BARE = re.compile(r"\{[^{}\n]*\b(?:text|not_released|not_applicable): (?![\"'>|])[^{}\n]*\}")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sentences_in_braces_are_in_quotes(path):
    found = BARE.findall(path.read_text(encoding="utf-8"))

    assert found == []


def test_remedies_show_sentences_in_braces_in_quotes():
    every = [rule.remedy for rule in RULES.values()]
    every += [text for rule in RULES.values() for _, text in rule.remedies]
    said = [*every, *(word.right or "" for word in words())]

    assert [text for text in said if BARE.search(text)] == []
    assert [text for text in said if re.search(r"not_(?:released|applicable): …", text)] == []
