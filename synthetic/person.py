"""A dressed person: the mesh that is drawn, and its poses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synthetic.body import BodyModel, Faces, strongest_weights, vertex_normals
from synthetic.clothes import Outfit
from synthetic.dressing import cut_of, dress, shown_vertices
from synthetic.gait import STRIDE_PER_HEIGHT, Manner, Pose, standing, walking
from synthetic.geometry import Floats
from synthetic.phenotype import Phenotype

PHASES: Final = 24
"""Poses kept of a cycle of walking."""


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """Vertices and normals (V, 3) of one pose, standing on z = 0 at the origin."""

    vertices: Floats
    normals: Floats


class Person:
    """A body in its clothes. Faces -y at yaw 0; x is the left hand side."""

    def __init__(
        self, model: BodyModel, phenotype: Phenotype, outfit: Outfit, manner: Manner
    ) -> None:
        self.outfit = outfit
        self.height_m = phenotype.height_m
        self.stride_m = STRIDE_PER_HEIGHT * phenotype.height_m * manner.step
        self._model = model
        self._manner = manner
        shape = model.shape(phenotype)
        self._heads = shape.bone_heads
        self.cut = cut_of(model, shape, outfit)
        mesh = dress(model, shape, outfit, self.cut)
        used, self.faces = _compact(mesh.faces)
        self.rest = mesh.vertices[used]
        self.parts = mesh.parts[used]
        self.limb = mesh.limb[used]
        self.rest_normals = vertex_normals(self.rest, self.faces)
        self._bones, self._weights = strongest_weights(mesh.weights[used])
        self._shown = shown_vertices(self.rest, self.parts, self.rest_normals, self.cut, outfit)
        self._poses: dict[int | None, Posed] = {}

    def posed(self, phase: float | None) -> Posed:
        """The pose at a phase of the walk (1 = two steps), or standing for None."""
        key = None if phase is None else round(phase * PHASES) % PHASES
        if key not in self._poses:
            pose = standing(self._manner) if key is None else walking(key / PHASES, self._manner)
            self._poses[key] = self.bent(pose)
        return self._poses[key]

    def bent(self, pose: Pose) -> Posed:
        """The body in any pose, its lowest point on the ground."""
        transforms = self._model.bone_transforms(self._heads, pose)
        blended = np.einsum("vk,vkij->vij", self._weights, transforms[self._bones])
        vertices = np.einsum("vij,vj->vi", blended[:, :3, :3], self.rest) + blended[:, :3, 3]
        vertices[:, 2] -= vertices[:, 2].min()
        return Posed(vertices, vertex_normals(vertices, self.faces))

    @property
    def shown(self) -> NDArray[np.int64]:
        """Numbers of some vertices on everything visible of the person."""
        return self._shown

    def points(self, phase: float | None, x: float, y: float, yaw: float) -> Floats:
        """Scene points (N, 3) on everything visible of the person: what its box must hold."""
        cos, sin = np.cos(yaw), np.sin(yaw)
        turn = np.array([[cos, -sin, 0.0], [sin, cos, 0.0], [0.0, 0.0, 1.0]])
        vertices = self.posed(phase).vertices[self._shown]
        placed: Floats = vertices @ turn.T + np.array([x, y, 0.0])
        return placed


def _compact(faces: Faces) -> tuple[NDArray[np.int64], Faces]:
    """The vertices that faces use, and the faces renumbered to them."""
    used, renumbered = np.unique(faces, return_inverse=True)
    return used.astype(np.int64), renumbered.reshape(faces.shape).astype(np.int32)
