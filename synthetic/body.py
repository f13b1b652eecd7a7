"""Bodies: one parametric mesh of a human being, shaped by a few numbers and bent by a skeleton.

The mesh, its shapes and its skeleton are MakeHuman's, which are in the public domain (CC0), as the
package `anny` (Apache-2.0) ships them.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final, TypeAlias

import anny
import numpy as np
import torch
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from synthetic.gait import Pose
from synthetic.geometry import Floats
from synthetic.phenotype import Phenotype

Faces: TypeAlias = NDArray[np.int32]
"""Triangles as vertex numbers, shape (F, 3)."""

LIMB_WEIGHTS: Final = 4
"""A vertex follows at most so many bones."""


class Part(IntEnum):
    """What a vertex belongs to; the numbers are those of the shader."""

    TORSO = 0
    ARM = 1
    LEG = 2
    FOOT = 3
    HEAD = 4
    HAND = 5
    SKIRT = 6
    BAG = 7
    CAP = 8
    HAIR = 9


_HEAD_BONES: Final = (
    "neck", "head", "jaw", "special", "oris", "tongue", "levator", "eye", "orbic", "tempor",
    "oculi", "risor",
)  # fmt: skip
_PART_OF_BONE: Final = (
    (_HEAD_BONES, Part.HEAD),
    (("wrist", "finger", "metacarpal"), Part.HAND),
    (("upperarm", "lowerarm"), Part.ARM),
    (("upperleg", "lowerleg"), Part.LEG),
    (("foot", "toe"), Part.FOOT),
)


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A naked body at rest, in metres, standing on z = 0."""

    vertices: Floats
    bone_heads: Floats


def vertex_normals(vertices: Floats, faces: Faces) -> Floats:
    """Unit normals (V, 3) as the mean of the adjoining faces, weighted by their area."""
    edge_1 = vertices[faces[:, 1]] - vertices[faces[:, 0]]
    edge_2 = vertices[faces[:, 2]] - vertices[faces[:, 0]]
    face_normals = np.cross(edge_1, edge_2)
    normals = np.zeros_like(vertices)
    for corner in range(3):
        for axis in range(3):
            normals[:, axis] += np.bincount(
                faces[:, corner], face_normals[:, axis], minlength=len(vertices)
            )
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    result: Floats = normals / np.maximum(lengths, 1e-12)
    return result


class BodyModel:
    """The mesh, its skeleton and its groups; loading takes a minute the very first time."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # anny recommends a GPU library that is not needed
            self._model = anny.Anny(
                rig="makehuman",
                topology="anny-quads-full",
                local_changes="none",
                facial_actions="none",
            )
        self.bone_names: tuple[str, ...] = tuple(self._model.bone_labels)
        self.bone_numbers = {name: number for number, name in enumerate(self.bone_names)}
        self._parents = tuple(int(parent) for parent in self._model.bone_parents)
        mesh = Path(anny.__file__).parent / "data/mpfb2/3dobjs/base.obj"
        groups = _read_groups(mesh, ("body", "helper-skirt", "helper-hair"))
        self.body_faces = groups["body"]
        self.skirt_faces = groups["helper-skirt"]
        self.hair_faces = groups["helper-hair"]
        self.weights, self.parts = self._bind()

    def shape(self, phenotype: Phenotype) -> Shape:
        """The body of `phenotype`, scaled to its height."""
        values = {
            "gender": phenotype.gender,
            "age": phenotype.age,
            "muscle": phenotype.muscle,
            "weight": phenotype.weight,
            "height": 0.5,  # set by scaling, which keeps it exact
            "proportions": phenotype.proportions,
        }
        vertices, heads = self._rest(values)
        skin = vertices[np.unique(self.body_faces)]
        low, high = float(skin[:, 2].min()), float(skin[:, 2].max())
        scale = phenotype.height_m / (high - low)
        ground = np.array([0.0, 0.0, low])
        return Shape((vertices - ground) * scale, (heads - ground) * scale)

    def bone_transforms(self, bone_heads: Floats, pose: Pose) -> Floats:
        """Matrices (B, 4, 4) that carry the rest into `pose`, one a bone."""
        transforms = np.empty((len(self.bone_names), 4, 4))
        for number, name in enumerate(self.bone_names):
            local = np.eye(4)
            if name in pose:
                rotation, head = pose[name], bone_heads[number]
                local[:3, :3] = rotation
                local[:3, 3] = head - rotation @ head
            parent = self._parents[number]
            transforms[number] = local if parent < 0 else transforms[parent] @ local
        return transforms

    def _rest(self, values: Mapping[str, float]) -> tuple[Floats, Floats]:
        out = self._model(phenotype_kwargs={k: torch.tensor([v]) for k, v in values.items()})
        return (
            np.asarray(out["rest_vertices"][0].numpy(), dtype=np.float64),
            np.asarray(out["rest_bone_heads"][0].numpy(), dtype=np.float64),
        )

    def _bind(self) -> tuple[Floats, NDArray[np.int64]]:
        """Weights (V, B) that sum to 1 and the part of every vertex.

        Garment helpers (skirt, hair) have no weights of their own: each takes those of the
        nearest point of the skin.
        """
        indices = np.asarray(self._model.vertex_bone_indices.numpy(), dtype=np.int64)
        values = np.asarray(self._model.vertex_bone_weights.numpy(), dtype=np.float64)
        weights = np.zeros((len(indices), len(self.bone_names)))
        # Unused slots repeat bone 0 with weight 0, so that adding is right and assigning is not.
        np.add.at(weights, (np.arange(len(indices))[:, None], indices), values)
        part_of_bone = np.array([_part_of(name) for name in self.bone_names])
        by_part = np.stack([weights[:, part_of_bone == part].sum(axis=1) for part in range(6)], 1)
        parts = by_part.argmax(axis=1)
        vertices, _ = self._rest(dict.fromkeys(self._model.phenotype_labels, 0.5))
        skin = np.unique(self.body_faces)
        loose = weights.sum(axis=1) <= 0.5
        nearest = skin[cKDTree(vertices[skin]).query(vertices[loose])[1]]
        weights[loose], parts[loose] = weights[nearest], parts[nearest]
        return weights / weights.sum(axis=1, keepdims=True), parts


def strongest_weights(weights: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Of (V, B): the bones (V, 4) that move a vertex most and their weights, summing to 1."""
    bones = np.argpartition(-weights, LIMB_WEIGHTS, axis=1)[:, :LIMB_WEIGHTS]
    kept = np.take_along_axis(weights, bones, axis=1)
    return bones, kept / kept.sum(axis=1, keepdims=True)


def _part_of(bone: str) -> Part:
    for prefixes, part in _PART_OF_BONE:
        if bone.lower().startswith(prefixes):
            return part
    return Part.TORSO


def _read_groups(path: Path, wanted: tuple[str, ...]) -> dict[str, Faces]:
    """Triangles of the wanted groups of a Wavefront file of quads and triangles."""
    faces: dict[str, list[list[int]]] = {name: [] for name in wanted}
    group = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("g "):
            group = line[2:].strip()
        elif line.startswith("f ") and group in faces:
            corners = [int(field.split("/")[0]) - 1 for field in line.split()[1:]]
            faces[group].append(corners[:3])
            if len(corners) == 4:
                faces[group].append([corners[0], corners[2], corners[3]])
    return {name: np.array(triangles, dtype=np.int32) for name, triangles in faces.items()}
