# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One declaration and what is read for it: the tree around it, its base models, the network."""

import errno
import os

import pytest

from osaid_action import check as module
from osaid_action.check import Network, check
from osaid_action.definition.rules.evidence import PATH_MISSING
from osaid_action.evidence.observation import CONTRADICTED, Observation
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.index_tree import IndexTree, Repository
from osaid_action.repository.memory import Memory
from osaid_action.repository.tree import declaration_file
from tests.made import GONE, dumped, rules, whole

NAME = "OPEN_AI_SYSTEM.yaml"


class Tree:
    """Files by their paths, submodules, and what was read; see `osaid_action.repository.tree`."""

    def __init__(self, files, modules=()):
        self.contents, self.modules, self.reads, self.limits = files, modules, [], []
        self.memory = Memory()

    def kind(self, path):
        if path in self.modules:
            return "submodule"
        if path in self.contents:
            return "file"
        return "folder" if not path or self.names(path) else "missing"

    def names(self, path):
        start = f"{path}/" if path else ""
        inside = [name.removeprefix(start) for name in self.contents if name.startswith(start)]
        return list(dict.fromkeys(name.partition("/")[0] for name in inside))

    def files(self, path):
        return [
            name for name in self.names(path) if self.kind(f"{path}/{name}".lstrip("/")) == "file"
        ]

    def read(self, path, limit):
        self.reads.append(path)
        self.limits.append(limit)
        data = self.contents[path]
        if isinstance(data, OSError):
            raise data
        return data[:limit]


def on(*declarations, **more):
    """Built on models with such declarations."""
    models = [{"name": f"M{n}", "relation": "merge"} for n in range(len(declarations))]
    for model, declaration in zip(models, declarations, strict=True):
        model |= {"declaration": declaration, **more}
    return dumped(whole({"built_on": models}))


def looked(files, path=NAME, modules=(), **options):
    """The report on the file at ``path``, and the tree that it was looked for in."""
    tree = Tree(files, modules)
    return check(files[path], path, declaration_file(tree, path), **options), tree


def said(report, *severities):
    """What errors say, by where."""
    severities = severities or ("error",)
    return {
        finding.id: finding.message for finding in report.findings if finding.severity in severities
    }


# ------------------------------------------------------------------ what is looked at

LOCAL = dumped(whole({"code.training.location": "train.py", "code.training.revision": GONE}))


def test_the_report_is_called_as_it_is_told():
    assert check(dumped(whole()), "any/name").path == "any/name"
    assert looked({NAME: LOCAL, "train.py": b"x"})[0].path == NAME


def test_of_bytes_alone_nothing_else_is_looked_at():
    assert rules(check(LOCAL, NAME), "error") == set()


def test_what_is_not_there_is_an_error_when_evidence_is_wanted():
    with_it, tree = looked({NAME: LOCAL})
    without, untouched = looked({NAME: LOCAL}, evidence=False)

    assert said(with_it).keys() == {"path-missing:/code/training/location"}
    assert (said(without), untouched.reads) == ({}, [])
    assert tree.contents.keys() == {NAME}


def test_what_is_required_and_not_met_is_an_error():
    data = dumped(whole({"code.training": GONE}))

    assert not check(data, NAME).has_errors
    assert not check(data, NAME, required=["use"]).has_errors
    assert check(data, NAME, required=["use", "study"]).has_errors


@pytest.mark.parametrize("data", [b"", b"a: [", b"a: b", b"\xff", b"x" * 3_000_000])
def test_what_is_no_declaration_is_invalid(data):
    report = check(data, NAME)

    assert (report.path, report.verdict, report.valid) == (NAME, "invalid", False)
    assert report.has_errors


# ------------------------------------------------------------------ the network


@pytest.mark.parametrize("is_file", [True, False])
@pytest.mark.parametrize("evidence", [True, False])
def test_the_network_is_asked_about_this_declaration_and_not_about_its_base(is_file, evidence):
    asked = []
    there = {("code", "inference"): Observation(CONTRADICTED)}

    def ask(declaration):
        asked.append(declaration.system.name)
        return there

    files = {NAME: on("a.yaml"), "a.yaml": dumped(whole({"system.name": "Base"}))}
    file = declaration_file(Tree(files), NAME) if is_file else None
    report = check(files[NAME], NAME, file, evidence=evidence, ask=ask)

    (inference,) = [one for one in report.requirements if one.id == "code.inference"]
    assert asked == ["Model"]
    assert inference.evidence == "contradicted"


def test_an_invalid_declaration_is_nothing_to_ask_about():
    asked = []

    check(b"a: b", NAME, ask=asked.append)

    assert asked == []


def test_one_fetcher_asks_for_a_whole_run_and_says_how_far_it_is(monkeypatch):
    calls = []
    parts = {"evidence.online:ask": lambda *given: calls.append(given) or {}}
    parts["http.fetcher:Fetcher"] = object
    monkeypatch.setattr(module, "load_part", parts.__getitem__)
    ask = Network(print)

    assert [ask("a"), ask("b")] == [{}, {}]
    assert [(declaration, progress) for declaration, _, progress in calls] == [
        ("a", print),
        ("b", print),
    ]
    assert calls[0][1] is calls[1][1]
    Network()("c")
    assert calls[2][2] is None
    assert calls[2][1] is not calls[0][1]


# ------------------------------------------------------------------ base models

BASE = {"a.yaml": dumped(whole())}
WHERE = "/built_on/0/declaration"


@pytest.mark.parametrize("evidence", [True, False])
def test_a_base_counts_by_its_own_declaration(evidence):
    unmet = dumped(whole({"code.training": GONE}))

    met, tree = looked({NAME: on("a.yaml"), **BASE}, evidence=evidence)
    lost, _ = looked({NAME: on("a.yaml"), "a.yaml": unmet}, evidence=evidence)

    assert (met.verdict, lost.verdict) == ("met", "unmet")
    assert tree.reads.count("a.yaml") == 1
    assert tree.limits[tree.reads.index("a.yaml")] == MAX_DECLARATION_BYTES + 1


def test_a_declaration_elsewhere_is_not_read():
    report, tree = looked({NAME: on("https://x.example/a.yaml")})

    assert report.verdict == "undecided"
    assert (said(report), tree.reads) == ({}, [])


def test_without_a_tree_no_declaration_of_a_base_is_read():
    report = check(on("a.yaml"), NAME)

    assert (report.verdict, said(report)) == ("undecided", {})


def test_paths_begin_where_the_declaration_stands():
    inner = {"m/.github/x.yaml": on("b/a.yaml"), "m/b/a.yaml": on("../c.yaml")}

    report, tree = looked({**inner, "m/c.yaml": dumped(whole())}, "m/.github/x.yaml")

    assert report.verdict == "met"
    assert tree.reads == ["m/b/a.yaml", "m/c.yaml"]


def test_the_paths_of_a_base_are_of_its_own_repository():
    report, tree = looked({NAME: on("a.yaml"), "a.yaml": LOCAL})

    assert (report.verdict, said(report)) == ("met", {})
    assert tree.reads == ["a.yaml"]


def test_two_that_lean_on_the_same_read_it_once():
    files = {NAME: on("a.yaml", "b.yaml"), "a.yaml": on("c.yaml"), "b.yaml": on("c.yaml")}

    report, tree = looked({**files, "c.yaml": dumped(whole())})

    assert report.verdict == "met"
    assert tree.reads == ["a.yaml", "c.yaml", "b.yaml"]


NOT_READ = {
    "gone.yaml": "gone.yaml is not in the repository",
    "gone/a.yaml": "gone/a.yaml is not in the repository: there is no gone",
    "folder": "folder is not in the repository: it is no file",
    "../a.yaml": "the path ../a.yaml is not followed: it leaves the repository",
    "A.yaml": "A.yaml is not here, but a.yaml is",
}


@pytest.mark.parametrize("evidence", [True, False])
@pytest.mark.parametrize("path", NOT_READ)
def test_a_declaration_of_a_base_that_is_not_there_is_an_error(path, evidence):
    files = {NAME: on(path, license="MIT"), **BASE, "folder/x": b""}

    report, tree = looked(files, evidence=evidence)

    assert said(report) == {next(iter(said(report))): NOT_READ[path]}
    assert next(iter(said(report))).endswith(f":{WHERE}")
    assert tree.reads == []


@pytest.mark.parametrize("evidence", [True, False])
@pytest.mark.parametrize("path", ["module", "module/a.yaml"])
def test_whether_a_base_has_one_in_a_submodule_cannot_be_told(path, evidence):
    files = {NAME: on(path, license="MIT"), **BASE}

    report, tree = looked(files, modules=("module",), evidence=evidence)

    message = f"{path} is in a submodule, which is another repository"
    assert said(report) == {}
    assert said(report, "note")[f"path-unknown:{WHERE}"] == message
    assert report.verdict == "undecided"
    assert tree.reads == []


def test_what_else_is_seen_of_a_base_is_told_too():
    there = {("built_on", 0): Observation(diagnostics=(PATH_MISSING.at((), "of the network", ""),))}

    report, _ = looked({NAME: on("gone.yaml", license="MIT")}, ask=lambda _: there)

    assert sorted(said(report).values()) == [
        "gone.yaml is not in the repository",
        "of the network",
    ]


# ------------------------------------------------------------------ circles and chains


@pytest.mark.parametrize("evidence", [True, False])
@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({NAME: on(NAME)}, f"{NAME} is built on this declaration in turn"),
        ({NAME: on("a.yaml"), "a.yaml": on(NAME)}, "a.yaml is built on itself, by way of others"),
        (
            {NAME: on("a.yaml"), "a.yaml": on("b.yaml"), "b.yaml": on("a.yaml")},
            "a.yaml is built on itself, by way of others",
        ),
    ],
)
def test_a_circle_is_invalid_and_says_where_it_closes(files, message, evidence):
    report, tree = looked(files, evidence=evidence)

    assert report.verdict == "invalid"
    assert said(report) == {f"base-cycle:{WHERE}": message}
    assert tree.reads == [name for name in files if name != NAME]
    assert {finding.remedy for finding in report.findings} == {"remove one link"}


def test_a_base_that_is_named_twice_is_no_circle():
    report, tree = looked({NAME: on("a.yaml", "./a.yaml"), **BASE})

    assert (report.verdict, tree.reads) == ("met", ["a.yaml"])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: [", "a.yaml is invalid: line 1: "),
        (b"\n\n# x\nopen_ai_system: '7.0'\n", "a.yaml is invalid: line "),
        (OSError(errno.EIO, os.strerror(errno.EIO)), "it cannot be read: Input/output error"),
        (b"#" * (MAX_DECLARATION_BYTES + 1), "a.yaml is invalid: line 1: "),
    ],
)
def test_a_base_whose_declaration_is_invalid_says_so_and_is_not_counted(data, message):
    report, _ = looked({NAME: on("a.yaml", license="MIT"), "a.yaml": data})

    (told,) = said(report).items()
    assert told[0] == f"base-invalid:{WHERE}"
    assert message in told[1]
    assert report.valid
    (finding,) = [one for one in report.findings if one.severity == "error"]
    assert finding.remedy == "run `osaid check` on a.yaml"


def chain(length):
    """A declaration and as many behind it, each built on the next."""
    files = {NAME: on("d1.yaml")} | {f"d{n}.yaml": on(f"d{n + 1}.yaml") for n in range(1, length)}
    return files | {f"d{length}.yaml": dumped(whole())}


@pytest.mark.parametrize(("length", "verdict"), [(63, "met"), (64, "undecided")])
def test_so_many_declarations_are_read_for_one_and_no_more(length, verdict):
    report, tree = looked(chain(length))

    assert report.verdict == verdict
    assert len(tree.reads) == 63


def test_those_that_were_read_count_whether_beside_or_behind():
    names = [f"d{n}.yaml" for n in range(64)]

    report, tree = looked({NAME: on(*names), **dict.fromkeys(names, dumped(whole()))})

    assert tree.reads == names[:63]
    assert said(report) == {
        "base-invalid:/built_on/63/declaration": "d63.yaml is invalid: line 1: "
        "more than 64 declarations behind this one"
    }


def test_long_paths_are_shown_in_part():
    long = "a" * 200 + ".yaml"

    for data in (b"a: [", on(long)):
        (told,) = said(looked({NAME: on(long, license="MIT"), long: data})[0]).values()
        assert told.startswith("a" * 119 + "… is ")
    (told,) = said(looked({long: on(long)}, long)[0]).values()
    assert told == f"{'a' * 119}… is built on this declaration in turn"


def test_a_text_in_the_place_of_a_path_is_doubted_here_and_not_in_a_base():
    data = dumped(whole({"code.inference": "all of the code"}))

    report, _ = looked({NAME: on("a.yaml"), "a.yaml": data})

    assert report.verdict == "met"
    assert check(data, NAME).verdict == "invalid"
    assert looked({NAME: data})[0].verdict == "invalid"


def test_a_path_with_white_space_is_one_where_it_is_there():
    data = dumped(whole({"code.training": {"location": "a b.py"}, "code.inference": "a b.py"}))

    report, _ = looked({NAME: data, "a b.py": b"x = 1"})

    assert said(report) == {}
    assert looked({NAME: data, "a b.py": b"x = 1"}, evidence=False)[0].valid


def test_a_folder_that_is_called_as_a_url_begins_is_not_meant_by_one():
    report, tree = looked({NAME: on("https://x.example/a"), "https:/x.example/a": dumped(whole())})

    assert report.verdict == "undecided"
    assert "https:/x.example/a" not in tree.reads


# ------------------------------------------------------------------ a run of several


def row(length):
    """Declarations each of which is built on the one before it."""
    files = {"m0.yaml": dumped(whole())}
    return files | {f"m{n}.yaml": on(f"m{n - 1}.yaml") for n in range(1, length)}


def in_turn(tree, names):
    """The reports on several declarations of one tree."""
    return [check(tree.contents[one], one, declaration_file(tree, one)) for one in names]


def alone(files, names):
    return [in_turn(Tree(files), [one])[0] for one in names]


def test_ancestors_are_read_once_in_a_run():
    files = row(20)
    tree = Tree(files)

    in_turn(tree, files)

    read = [path for path in tree.reads if path in files]
    assert sorted(read) == sorted(set(files) - {"m19.yaml"})


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("length", [3, 63, 66])
def test_a_declaration_says_the_same_of_its_ancestors_alone_as_in_a_run(length, back):
    files = row(length)
    names = sorted(files, key=lambda name: int(name[1:-5]), reverse=back)
    chosen = [names[0], names[1], *names[-4:]]

    assert in_turn(Tree(files), chosen) == alone(files, chosen)


@pytest.mark.parametrize("order", ["abcd", "dcba", "bdac"])
def test_a_circle_is_told_alike_by_whoever_is_asked_first(order):
    files = {"a": on("b"), "b": on("c"), "c": on("a"), "d": on("a")}

    assert in_turn(Tree(files), order) == alone(files, order)


# ------------------------------------------------------------------ nothing is looked at


class Untouched(IndexTree):
    """A work tree in which nothing may be asked for."""

    def __getattribute__(self, name):
        if name in ("expect", "kind", "names", "files", "folders", "read", "size", "state"):
            raise AssertionError(name)
        return super().__getattribute__(name)


def test_without_evidence_nothing_is_looked_at(tmp_path):
    tree = Untouched(Repository(str(tmp_path)), NAME)
    everything = {
        "code.training": {"location": "a b.py", "settings": "c.json", "license_file": "L"},
        "data.description.scope": "docs/data.md#scope",
        "parameters.weights": {"location": "w.safetensors", "sha256": "0" * 64},
        "built_on": [{"name": "M", "relation": "finetune", "location": "b/", "license": "MIT"}],
    }

    report = check(dumped(whole(everything)), NAME, declaration_file(tree, NAME), evidence=False)

    assert report.valid
    assert {one.evidence for one in report.requirements} <= {"declared", None}
