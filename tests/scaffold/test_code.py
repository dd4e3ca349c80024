# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Training, data processing, architecture, inference and evaluation, by layout and content."""

import pytest

from tests.scaffold.trees import NETWORK, checkout, found, locations

MERGE = "models:\n  - model: grey/egret\n  - model: grey/stork\nbase_model: grey/egret\n"
LAUNCH = "#!/bin/sh\ntorchrun --nproc 8 vendor_free/pretrain_gpt.py --lr 3e-4\n"
PACKAGED = "# Heron\n\n```python\nfrom transformers import AutoModel\n```\n"
SURE = [
    ("code.training", {"train.py": ""}, ["train.py"]),
    ("code.training", {"src/finetune_lora.py": ""}, ["src/finetune_lora.py"]),
    ("code.training", {"main.py": "loss.backward()\n"}, ["main.py"]),
    ("code.training", {"h/__main__.py": "trainer = Trainer(x)\n"}, ["h/__main__.py"]),
    ("code.training", {"jobs/start.sh": LAUNCH}, ["jobs/start.sh"]),
    ("code.training", {"mergekit_7b.yml": MERGE}, ["mergekit_7b.yml"]),
    ("code.data_processing", {"data_processing/undup.py": ""}, ["data_processing/"]),
    ("code.data_processing", {"data/books/prepare.py": ""}, ["data/books/prepare.py"]),
    ("code.data_processing", {"heron/data/loader.py": ""}, ["heron/data/"]),
    (
        "code.training",
        {"heron.py": "loss.backward()\n", "jobs/finetune.sh": "python heron.py\n"},
        ["heron.py", "jobs/finetune.sh"],
    ),
    ("code.training", {"h/training.py": "trainer.fit(model)\n"}, ["h/training.py"]),
    ("code.training", {"run.py": "loss.backward()\n"}, ["run.py"]),
    ("code.training", {"fine-tune/fine-tune.py": ""}, ["fine-tune/fine-tune.py"]),
    ("code.training", {"train_data_parallel.py": ""}, ["train_data_parallel.py"]),
    ("code.architecture", {"train.py": "", "model.py": NETWORK}, ["model.py"]),
    ("code.architecture", {"train.py": "", "h/models/a/b.py": NETWORK}, ["h/models/"]),
    ("code.architecture", {"train.py": "", "h/models_wading.py": NETWORK}, ["h/models_wading.py"]),
    ("code.architecture", {"train.py": "", "h/unet.py": NETWORK}, ["h/unet.py"]),
    (
        "code.architecture",
        {"train.py": "", "model/a.py": "class A(hk.Module):\n"},
        ["model/"],
    ),
    ("code.evaluation", {"evals/run.sh": ""}, ["evals/"]),
    ("code.evaluation", {"evaluate_mmlu.py": ""}, ["evaluate_mmlu.py"]),
]
NOT_SURE = [
    ("code.validation", {"tests/test_model.py": NETWORK, "eval.py": ""}),  # unit tests, a benchmark
    ("code.training", {"tests/train.py": ""}),
    ("code.training", {"config/train_gpt2.py": ""}),  # settings
    ("code.training", {"train_utils.py": ""}),
    ("code.training", {"heron/train_test.py": ""}),  # a test of it
    ("code.data_processing", {"heron/preprocess_test.py": ""}),
    ("code.data_processing", {"tools/prepare_llama_cpp.sh": ""}),  # converts weights
    ("code.training", {"main.py": "print(1)\n"}),
    ("code.training", {"lib/LICENSE": "MIT", "lib/train.py": ""}),  # vendored
    ("code.data_processing", {"data/corpus.txt": "", "data/__init__.py": ""}),
    ("code.data_processing", {"data/net.py": NETWORK}),
    ("code.data_processing", {"src/upload_dataset.py": "", "eval/dataset.py": ""}),
    ("code.training", {"heron.py": "", "jobs/finetune.sh": "python heron.py\n"}),
    ("code.training", {"finetune_dataset_transformation.py": ""}),
    ("code.training", {"jobs/go.sh": "python ultrainteract.py\n", "h/training.py": ""}),
    ("code.data_processing", {"h/eval/prepare_inputs.py": ""}),
    ("code.data_processing", {"h/conversion/tokenize.py": ""}),
    ("code.data_processing", {"eval_mm/datasets/cgbench.py": "", "configs/datasets/a.py": ""}),
    ("code.training", {"h/inference/utils.py": "loss.backward()\n"}),
    ("code.training", {"h/gemm.py": 'raise E("needed to use `.backward()`")\n'}),
    ("code.inference", {"heron-wasm-examples/serve.py": "import torch\ntorch.load(x)\n"}),
    ("code.architecture", {"model.py": NETWORK}),  # nothing trains or runs it
    ("code.architecture", {"train.py": "", "model.py": "SIZE = 3\n"}),
    ("code.inference", {"generate_dataset.py": ""}),
    ("code.inference", {"heron/data/pipeline.py": ""}),
    ("code.inference", {"h/dataset_release/sample.py": ""}),
    ("code.training", {"test_readme_train.sh": LAUNCH}),
    ("code.training", {"utils/aws/start.sh": LAUNCH}),  # sets up a machine
    ("code.evaluation", {"evals/results.json": "{}"}),
    ("code.evaluation", {"eval.sh": "", "run_eval.py": "", "compute_metrics.py": ""}),
    ("code.training", {"h/evaluate.sh": "python main.py --do_predict\n", "h/main.py": ""}),
    (
        "code.training",
        {"h/evaluate_finetune.sh": "python main.py\n", "h/main.py": "trainer = XTrainer(a)\n"},
    ),
]


@pytest.mark.parametrize(("key", "files", "expected"), SURE)
def test_what_is_sure(key, files, expected):
    assert locations(found(files)[key], sure=True) == expected


@pytest.mark.parametrize(("key", "files"), NOT_SURE)
def test_what_is_claimed_by_nothing(key, files):
    assert locations(found(files).get(key, ()), sure=True) == []


def test_a_script_that_the_readme_runs():
    files = {"README.md": "# H\n\n```sh\npython tools/my_infer.py\n```\n", "tools/my_infer.py": ""}

    (one,) = found(files)["code.inference"]

    assert one == ("tools/my_infer.py", "README.md:4", True)


@pytest.mark.parametrize(
    "name", ["apply_views.py", "finetune_chat.py", "resample.py", "generate-coreml-model.sh"]
)
def test_a_script_that_the_readme_runs_for_something_else(name):
    files = {"README.md": f"# H\n\n```sh\npython {name}\n```\n", name: ""}

    assert not found(files)["code.inference"]


GUESSES = [
    ("code.training", {"scripts/upscale_train.py": ""}, ["scripts/upscale_train.py"]),
    ("code.training", {"h/core.py": "lgb.train(x)\n", "h/io.py": ""}, ["h/core.py"]),
    ("code.data_processing", {"src/features.py": ""}, ["src/features.py"]),
    ("code.data_processing", {"meldataset.py": ""}, ["meldataset.py"]),
    ("code.validation", {"val.py": "", "train.py": "", "eval.py": ""}, ["val.py"]),
    ("code.data_processing", {"h/etl/load.py": ""}, ["h/etl/"]),
    ("code.architecture", {"train.py": "", "models.py": "x = Pipeline([])\n"}, ["models.py"]),
    ("code.architecture", {"h/core.py": "loss.backward()\n", "model.py": NETWORK}, ["model.py"]),
    ("code.inference", {"src/heron.cpp": "", "src/wade.cpp": ""}, ["src/heron.cpp"]),
    ("code.inference", {"run_heron.py": "", "run_stork.py": ""}, ["run_heron.py"]),
    (
        "code.evaluation",
        {"h/eval_rev.sh": "", "h/run_eval.py": ""},
        ["h/eval_rev.sh", "h/run_eval.py"],
    ),
]


@pytest.mark.parametrize(("key", "files", "expected"), GUESSES)
def test_what_is_less_sure(key, files, expected):
    assert locations(found(files)[key], sure=False) == expected
    assert locations(found(files)[key], sure=True) == []


def test_where_a_script_is_named_for_training_no_other_is_looked_into():
    files = {"train.py": "", "h/core.py": "loss.backward()\n"}

    assert [one.location for one in found(files)["code.training"]] == ["train.py"]


def test_a_script_that_makes_the_data_of_a_training_is_none():
    name = "create_pretraining_data.py"
    every = found({"README.md": f"# H\n\n    python {name}\n", name: ""})

    assert not every["code.training"]
    assert locations(every["code.data_processing"], sure=False) == [name]


def test_a_script_that_is_not_there_is_not_named():
    assert not found({"README.md": "# H\n\n    python train.py\n"})["code.training"]


@pytest.mark.parametrize(
    ("requirements", "location", "sure"),
    [
        ("transformers==4.48.0\n", "pkg:pypi/transformers@4.48.0", True),
        ("transformers>=4\n", "pkg:pypi/transformers@VERSION", False),
    ],
)
def test_a_package_is_sure_where_its_version_is_pinned(requirements, location, sure):
    (one,) = found({"README.md": PACKAGED, "requirements.txt": requirements})["code.inference"]

    assert (one.value["location"], one.value["license"]) == (location, "Apache-2.0")
    assert one.is_claim is sure


def test_what_readme_code_imports_of_ones_own_is_a_guess():
    files = {"README.md": "# H\n\n```python\nimport heron\n```\n", "src/heron/__init__.py": ""}

    assert locations(checkout(files).paths and found(files)["code.inference"], sure=False) == [
        "src/heron/"
    ]


def test_a_guessed_folder_swallows_no_claim():
    files = {"trainer/train.py": "", "trainer/loop.py": "optimizer.step()\n"}

    training = found(files)["code.training"]

    assert locations(training, sure=True) == ["trainer/train.py"]
    assert locations(training, sure=False) == ["trainer/"]
