"""Measures a model on a folder of crops, as docs/models.md does on its sets."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from reid_service.embed.choose import open_embedder
from reid_service.evaluation.reid import (
    LabelledVectors,
    centred,
    cross_camera_ranking,
    tracklet_means,
)
from training.data.folder import read_crops

_BATCH = 8


def measure(model: Path, folder: Path) -> str:
    """Rank-1 and mAP in percent of crops and of tracklets, raw and centred, as a few lines."""
    crops = read_crops(folder)
    embedder = open_embedder(model.stem, file=model, folder=model.parent)
    starts = range(0, len(crops.images), _BATCH)
    vectors = np.concatenate([embedder.embed(crops.images[at : at + _BATCH]) for at in starts])
    embedder.close()
    raw = LabelledVectors(vectors, crops.persons, crops.cameras)
    lines = [f"{embedder.model_id}: {len(crops.images)} crops"]
    for name, labelled in (("raw", raw), ("centred", centred(raw))):
        one = cross_camera_ranking(labelled)
        many = cross_camera_ranking(tracklet_means(labelled))
        lines.append(
            f"{name}: crops {one.rank1:.1%} / {one.mean_average_precision:.1%}, "
            f"tracklets {many.rank1:.1%} / {many.mean_average_precision:.1%}"
        )
    return "\n".join(lines)
