# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""With what the locks install, and nothing else of the machine, every module can be imported."""

import json
import os
import subprocess

import pytest

pytestmark = pytest.mark.needs_tools  # a package registry

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), os.pardir, os.pardir))
IMPORT_ALL = """\
import importlib, json, os, pkgutil, sys
root, site = sys.argv[1:3]
standard = {os.path.realpath(path) for path in sys.path}
sys.path[:0] = [root, site]
import osaid_action
names = [one.name for one in pkgutil.walk_packages(osaid_action.__path__, "osaid_action.")]
failed = {}
for name in names:
    try:
        importlib.import_module(name)
    except ImportError as error:
        failed[name] = str(error)
own = (os.path.join(root, ""), os.path.join(site, ""))
strange = sorted(
    name for name, module in sys.modules.items()
    if (path := os.path.realpath(getattr(module, "__file__", None) or __file__))
    and not path.startswith(own) and "site-packages" in path
)
print(json.dumps({"names": names, "failed": failed, "strange": strange}))
"""
NEEDS_GITHUB = {"osaid_action.action.client"}


@pytest.fixture(scope="module")
def site(bare, tmp_path_factory):
    """Makes a folder with what a lock installs, by the Python that has nothing else."""

    def make(lock):
        folder = tmp_path_factory.mktemp(lock)
        pip = [os.path.join(bare, "python3"), "-I", "-m", "pip", "install", "--quiet", "--no-deps"]
        words = ["--require-hashes", "--only-binary", ":all:", "--target", str(folder)]
        wanted = os.path.join(ROOT, "requirements", f"{lock}.txt")
        subprocess.run([*pip, *words, "--requirement", wanted], check=True)
        return str(folder)

    return make


def imported(bare, folder, tmp_path):
    script = tmp_path / "import_all.py"
    script.write_text(IMPORT_ALL)
    python = [os.path.join(bare, "python3"), "-I", "-S", "-B", "-W", "error"]
    done = subprocess.run(
        [*python, str(script), ROOT, folder], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_the_whole_lock_is_enough_for_every_module(site, bare, tmp_path):
    found = imported(bare, site("action"), tmp_path)

    modules = sum(
        name.endswith(".py")
        for _, _, files in os.walk(os.path.join(ROOT, "osaid_action"))
        for name in files
    )
    assert len(found["names"]) == modules - 1  # the package itself is imported first
    assert found["failed"] == {}
    assert found["strange"] == []


def test_the_lock_of_a_verdict_is_enough_for_all_but_github(site, bare, tmp_path):
    found = imported(bare, site("check"), tmp_path)

    assert set(found["failed"]) == NEEDS_GITHUB
