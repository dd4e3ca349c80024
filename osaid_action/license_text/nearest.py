# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which license a text is likely to be, when it is not the declared one.

A text is compared by its runs of four words. Of each canonical text a fixed number of runs is kept,
those with the lowest hash, so that all texts can be ranked without unpacking them.
"""

import struct
import zlib
from functools import cache

from osaid_action.license_text import canonical
from osaid_action.license_text.words import Words

RUN = 4
SKETCH = 40
_ENOUGH = 0.3
_MOST = 6
_HEAD = 80

TITLES = (
    ("llama license agreement", "LicenseRef-llama-1"),
    ("llama 2 community license", "LicenseRef-llama2"),
    ("llama 3 community license", "LicenseRef-llama3"),
    ("llama 3 1 community license", "LicenseRef-llama3.1"),
    ("llama 3 2 community license", "LicenseRef-llama3.2"),
    ("llama 3 3 community license", "LicenseRef-llama3.3"),
    ("llama 4 community license", "LicenseRef-llama4"),
    ("opt 175b license", "LicenseRef-opt-175b"),
    ("fair noncommercial research license", "LicenseRef-fair-noncommercial-research"),
    ("dinov3 license", "LicenseRef-dinov3"),
    ("gemma terms of use", "LicenseRef-gemma"),
    ("health ai developer foundations", "LicenseRef-hai-def"),
    ("bigscience rail license", "LicenseRef-bigscience-bloom-rail-1.0"),
    ("bigscience open rail m license", "LicenseRef-bigscience-openrail-m"),
    ("bigscience openrail m license", "LicenseRef-bigscience-openrail-m"),
    ("creativeml open rail m", "LicenseRef-creativeml-openrail-m"),
    ("creativeml open rail + + m", "LicenseRef-openrail-plus-plus-m"),
    ("creativeml openrail m", "LicenseRef-creativeml-openrail-m"),
    ("bigcode open rail m", "LicenseRef-bigcode-openrail-m"),
    ("bigcode openrail m", "LicenseRef-bigcode-openrail-m"),
    ("responsible ai source code license", "LicenseRef-rail-source-1.1"),
    ("ai2 impact license low risk", "LicenseRef-ai2-impact-lr"),
    ("ai2 impact license medium risk", "LicenseRef-ai2-impact-mr"),
    ("fair ai public license 1 0 sd", "LicenseRef-faipl-1.0-sd"),
    ("fair ai public license 1 0", "LicenseRef-faipl-1.0"),
    ("mistral ai research license", "LicenseRef-mistral-research-0.1"),
    ("mistral ai non production license", "LicenseRef-mistral-nonproduction-0.1"),
    (
        "stability ai non commercial research community license",
        "LicenseRef-stability-nc-research-2023",
    ),
    ("stability ai community license", "LicenseRef-stability-community-2024"),
    ("deepfloyd if license", "LicenseRef-deepfloyd-if"),
    ("flux 1 dev non commercial license", "LicenseRef-flux-1-dev-nc"),
    ("playground v2 community license", "LicenseRef-playground-v2-community"),
    ("tongyi qianwen license", "LicenseRef-tongyi-qianwen-2023"),
    ("qwen research license", "LicenseRef-qwen-research"),
    ("qwen community license", "LicenseRef-qwen-community-1.0"),
    ("qwen license agreement", "LicenseRef-qwen-2024"),
    ("deepseek license agreement", "LicenseRef-deepseek-1.0"),
    ("kimi k3 license", "LicenseRef-kimi-k3"),
    ("chatglm license", "LicenseRef-chatglm"),
    ("chatglm2 6b license", "LicenseRef-chatglm"),
    ("chatglm3 6b license", "LicenseRef-chatglm"),
    ("tencent hunyuan community license", "LicenseRef-tencent-hunyuan-community"),
    ("tencent hunyuan 3d 2 0 community license", "LicenseRef-tencent-hunyuan-community"),
    ("exaone ai model license", "LicenseRef-exaone-nc"),
    ("hyperclova x seed model license", "LicenseRef-hyperclovax-seed"),
    ("baichuan 2 model community license", "LicenseRef-baichuan2-community"),
    ("yi series models community license", "LicenseRef-yi-community-2.1"),
    ("openatom model license", "LicenseRef-openatom-model-1.0"),
    ("bilibili model use license", "LicenseRef-bilibili-model-2025"),
    ("falcon 180b tii license", "LicenseRef-falcon-180b-tii-1.0"),
    ("falcon 2 11b tii license", "LicenseRef-falcon-2-11b-tii-1.0"),
    ("databricks open model license", "LicenseRef-databricks-open-model"),
    ("jamba open model license", "LicenseRef-jamba-open-model"),
    ("grok 2 community license", "LicenseRef-grok-2-community"),
    ("nvidia nemotron open model license", "LicenseRef-nvidia-nemotron-open-model"),
    ("nvidia open model license", "LicenseRef-nvidia-open-model"),
    ("nvidia data agreement for model training", "LicenseRef-nvidia-data-training"),
    ("apple machine learning research model", "LicenseRef-apple-amlr"),
    ("microsoft research license", "LicenseRef-microsoft-research"),
    ("intel research use license", "LicenseRef-intel-research"),
    ("h research license", "LicenseRef-h-research"),
    ("lfm open license", "LicenseRef-lfm-open-1.0"),
    ("hugging face optimized inference license", "LicenseRef-hfoil-1.0"),
    ("commons clause license condition", "LicenseRef-commons-clause"),
)
"""Licenses of models, with limits, that are recognized by title alone; their texts are not here.

A license that grants all is none of them, for a title says nothing of what follows it. The titles
are written as :mod:`words` cuts them; one that begins like another stands before it.
"""


def runs(words: list[str]) -> set[str]:
    """Return all runs of four words."""
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def sketch(words: list[str]) -> bytes:
    """Return the lowest hashes of the runs of ``words``, filled up with 0."""
    hashes = sorted(zlib.crc32(run.encode()) for run in runs(words))[:SKETCH]
    return struct.pack(f"<{SKETCH}I", *hashes, *[0] * (SKETCH - len(hashes)))


def ranked(theirs: set[str]) -> list[str]:
    """Return the keys of the texts that a file with the runs ``theirs`` may hold, best first."""
    hashes = {zlib.crc32(run.encode()) for run in theirs}
    stored = struct.iter_unpack(f"<{SKETCH}I", canonical.sketches())
    scores = []
    for key, own in zip(canonical.index(), stored, strict=True):
        found = sum(one in hashes for one in own if one) / (SKETCH - own.count(0))
        if found >= _ENOUGH:
            scores.append((-found, key))
    return [key for _, key in sorted(scores)[:_MOST]]


def share(key: str, theirs: set[str]) -> float:
    """Return how much of what must be in the text of ``key`` is in ``theirs``: 1 is all of it."""
    own = _required(key)
    return len(own & theirs) / max(len(own), 1)


def resemblance(key: str, theirs: set[str]) -> float:
    """Return how alike the text of ``key`` and ``theirs`` are: 1 is the same runs of words."""
    common = len(_required(key) & theirs)
    return common / max(len(_required(key)) + len(theirs) - common, 1)


@cache
def _required(key: str) -> frozenset[str]:
    return frozenset(runs(canonical.pattern(key).required()))


def titled(file: Words) -> str | None:
    """Return the id of the license that the head of ``file`` names as its title, if any."""
    head = " ".join(file.words[:_HEAD])
    return next((found for title, found in TITLES if f" {title} " in f" {head} "), None)
