# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whichever way it is installed, the schemas and the data come along; the hooks work as hooks."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from osaid_action.validation.yaml_reader import read
from tests.made import GONE, dumped, whole

ROOT = Path(__file__).parents[1]
HOOKS = read((ROOT / ".pre-commit-hooks.yaml").read_bytes()).data
NAME = "OPEN_AI_SYSTEM.yaml"
SLOW = 300  # seconds; installing takes its time


def run(*command, cwd, check=True, **environ):
    """Run a tool; its output and errors together."""
    hidden = ("GIT_", "PYTHON", "VIRTUAL_ENV", "PRE_COMMIT")
    env = {k: v for k, v in os.environ.items() if not k.startswith(hidden)} | environ
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SLOW,
        check=False,
    )
    assert not check or done.returncode == 0, done.stdout
    return done


def tool(name):
    """A tool beside this Python, or on the path."""
    beside = shutil.which(name, path=os.path.dirname(sys.executable)) or shutil.which(name)
    assert beside, f"{name} is not installed: pip install -r requirements/dev.txt"
    return beside


def committed(top):
    """Make a git repository of a folder, with all that is in it committed."""
    run("git", "init", "-q", "-b", "main", cwd=top)
    run("git", "add", "-A", cwd=top)
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    run("git", *who, "commit", "-q", "-m", "x", cwd=top)
    return top


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """The project as it would be committed now, in a repository of its own."""
    top = tmp_path_factory.mktemp("project") / "osaid-action"
    listed = run("git", "ls-files", "-z", "-co", "--exclude-standard", cwd=ROOT).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, top / name, follow_symlinks=False)
    return committed(top)


@pytest.fixture(scope="session")
def built(project, tmp_path_factory):
    """The wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, cwd=project)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, sdist


CARRIED = [f"schemas/{path.name}" for path in sorted((ROOT / "schemas").iterdir())]
DATA = ["licenses/data/spdx.json", "licenses/data/catalogue.json", "py.typed"]


@pytest.mark.needs_tools
def test_the_wheel_carries_schemas_and_data_and_no_more(built):
    names = zipfile.ZipFile(built[0]).namelist()

    for name in [*CARRIED, *DATA]:
        assert f"osaid_action/{name}" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"osaid_action"}


@pytest.mark.needs_tools
def test_the_page_on_the_index_has_no_link_that_leads_nowhere(built):
    with zipfile.ZipFile(built[0]) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("METADATA")]
        page = archive.read(name).decode()
    code = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", code.sub("", page))

    assert len(targets) > 30
    assert [target for target in targets if not target.startswith("https://")] == []
    assert "Description-Content-Type: text/markdown" in page


@pytest.mark.needs_tools
def test_the_sdist_carries_what_it_takes_to_build_and_test(built):
    with tarfile.open(built[1]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {*CARRIED, *(f"osaid_action/{name}" for name in DATA), "tests/made.py"} <= names


@pytest.mark.needs_tools
@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_installed_it_finds_what_it_needs_from_anywhere(built, project, tmp_path, kind):
    wheel, sdist = built
    what = {"wheel": [wheel], "sdist": [sdist], "editable": ["-e", project]}[kind]
    venv = tmp_path / "venv"
    run(sys.executable, "-m", "venv", venv, cwd=tmp_path)
    run(venv / "bin" / "pip", "install", "-q", *what, cwd=tmp_path)
    (tmp_path / NAME).write_bytes(dumped(whole()))

    for arguments, name in (
        (("schema",), "open-ai-system-1"),
        (("schema", "--report"), "report-1"),
    ):
        printed = run(venv / "bin" / "osaid", *arguments, cwd=tmp_path).stdout
        assert printed == (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    report = run(venv / "bin" / "osaid", "check", "--format", "json", cwd=tmp_path).stdout
    assert json.loads(report)["reports"][0]["verdict"] == "met"
    assert "llama2" in run(venv / "bin" / "osaid", "explain", "llama2", cwd=tmp_path).stdout


# ------------------------------------------------------------------ hooks

FINE = dumped(whole())
BROKEN = dumped(whole({"parameters.wieghts": {"location": "x"}}))
UNMET = dumped(whole({"parameters.weights": GONE}))


@pytest.fixture
def user(tmp_path):
    """Makes a repository of somebody's, with some files committed."""

    def make(files):
        top = tmp_path / "theirs"
        top.mkdir()
        for name, content in files.items():
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            (top / name).write_bytes(content)
        return committed(top)

    return make


@pytest.mark.needs_tools
@pytest.mark.parametrize("runner", ["pre-commit", "prek"])
def test_hooks(project, user, tmp_path_factory, runner):
    """One environment a runner: making one takes most of the time."""
    top = user({NAME: FINE, "bad/OPEN_AI_SYSTEM.yml": BROKEN, "unmet/OPEN_AI_SYSTEM.yaml": UNMET})
    cache = str(tmp_path_factory.mktemp("cache"))
    homes = {"PRE_COMMIT_HOME": cache, "PREK_HOME": cache}

    def hook(identity, *arguments):
        command = (tool(runner), "try-repo", project, identity, *arguments)
        return run(*command, cwd=top, check=False, **homes)

    broken = hook("osaid", "--files", "README.md")
    shutil.rmtree(top / "bad")
    committed(top)
    fine = hook("osaid-repo", "--all-files")

    assert fine.returncode == 0, fine.stdout
    assert "Passed" in fine.stdout
    assert "freedom" not in fine.stdout, "quiet on success"
    assert broken.returncode == 1, broken.stdout
    assert broken.stdout.count("bad/OPEN_AI_SYSTEM.yml:") == 1
    assert "unknown key `wieghts` in `parameters`" in broken.stdout
    assert "did you mean `weights`?" in broken.stdout


def test_the_hooks_of_the_contract():
    assert [hook["id"] for hook in HOOKS] == ["osaid", "osaid-repo"]
    for hook in HOOKS:
        assert hook["entry"] == "osaid check --if-missing ignore"
        assert hook["language"] == "python"
        assert hook["always_run"] is True
        assert hook["pass_filenames"] is False


def test_a_version_is_told_of_in_the_changelog_or_will_be():
    from osaid_action import __version__  # noqa: PLC0415 - for this alone

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    fragments = [*(ROOT / "changelog.d").glob("*.*.md")]
    assert f"\n## {__version__} (" in changelog or fragments
