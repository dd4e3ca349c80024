# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Notebooks: what they may be is offered, and never written."""

import json

import pytest

from tests.scaffold.trees import NETWORK, found, locations


def notebook(*cells, kind="code"):
    """A notebook of cells."""
    return json.dumps({"cells": [{"cell_type": kind, "source": one} for one in cells]})


TRAINS = notebook("import torch", "loss.backward()\noptimizer.step()")


@pytest.mark.parametrize(
    ("path", "text", "key"),
    [
        ("a.ipynb", TRAINS, "training"),
        ("notebooks/a.ipynb", TRAINS, "training"),
        ("a.ipynb", notebook("SFTTrainer(model)"), "training"),
        ("a.ipynb", notebook("model.fit(x, y)"), "training"),
        ("a.ipynb", notebook(NETWORK), "architecture"),
        ("01_preprocess.ipynb", notebook("x"), "data_processing"),
        ("Inference-demo.ipynb", notebook("x"), "inference"),
        ("evaluation.ipynb", notebook("x"), "evaluation"),
    ],
)
def test_what_a_notebook_may_be(path, text, key):
    seen = found({path: text})

    assert locations(seen[f"code.{key}"], sure=False) == [path]
    assert [one for every in seen.values() for one in every if one.location == path] == [
        *seen[f"code.{key}"]
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.ipynb", notebook("loss.backward()", kind="markdown")),
        ("a.ipynb", notebook("scaler.fit(x)")),
        ("train.ipynb", "no notebook: loss.backward()"),
        ("tests/a.ipynb", TRAINS),
        ("examples/notebooks/a.ipynb", TRAINS),
        (".ipynb_checkpoints/a.ipynb", TRAINS),
        ("inference.ipynb", ""),
        ("resampled.ipynb", notebook("x")),
        ("generate_sample_dataset.ipynb", notebook("x")),
    ],
)
def test_what_a_notebook_is_not(path, text):
    seen = found({path: text})

    assert [one for every in seen.values() for one in every if one.location == path] == []


def test_a_notebook_makes_nothing_else_sure():
    files = {"a.ipynb": TRAINS, "model.py": NETWORK, "config/a.yaml": ""}
    seen = found(files)

    assert locations(seen["code.architecture"], sure=True) == []
    assert seen["code.settings"] == ()


def test_what_a_notebook_trains_on_is_asked():
    text = notebook('load_dataset("grey/reeds")\nloss.backward()')
    seen = found({"a.ipynb": text})

    assert [one.value["name"] for one in seen["data.sources"]] == ["grey/reeds"]
