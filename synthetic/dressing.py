"""Puts clothes on a body: thickness, folds, skirt, hair and things carried, as one mesh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from synthetic.body import BodyModel, Faces, Part, Shape, vertex_normals
from synthetic.clothes import Outfit
from synthetic.geometry import Floats

_ROUNDS_PER_M: Final = 900
"""Rounds of smoothing for a metre of thickness: 13 for a shirt, 27 for a coat."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Heights in metres at which garments begin or end, on the body at rest."""

    hem_z: float
    waist_z: float
    head_z: float
    skirt_z: float
    hair_z: float


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Vertices with what belongs to each; `limb` is the share of the arm or leg above it."""

    vertices: Floats
    faces: Faces
    parts: NDArray[np.int64]
    weights: Floats
    limb: Floats


def cut_of(model: BodyModel, shape: Shape, outfit: Outfit) -> Cut:
    """Where the garments of an outfit begin and end on a body."""
    waist_z = float(shape.bone_heads[model.bone_numbers["spine05"], 2])
    head_z = float(shape.bone_heads[model.bone_numbers["head"], 2])
    return Cut(
        hem_z=waist_z + outfit.hem_m,
        waist_z=waist_z,
        head_z=head_z,
        skirt_z=waist_z - outfit.skirt_length_m,
        hair_z=head_z - 0.28 * outfit.long_hair + 0.02,
    )


def dress(model: BodyModel, shape: Shape, outfit: Outfit, cut: Cut) -> Mesh:
    """Body with its garments as thickness, plus skirt, hair and things carried."""
    limb = _limb_position(model, shape)
    vertices = _draped(model, shape, limb, outfit, cut)
    thickness = _thickness(model.parts, limb, vertices, outfit, cut)
    dressed = vertices + vertex_normals(vertices, model.body_faces) * thickness[:, None]
    skirt, hair = np.unique(model.skirt_faces), np.unique(model.hair_faces)
    lift = outfit.top_thickness_m * 0.6 if outfit.coat else 0.004
    dressed[skirt] = vertices[skirt] + vertex_normals(vertices, model.skirt_faces)[skirt] * lift
    head = shape.bone_heads[model.bone_numbers["head"]]
    dressed[hair] = head + (vertices[hair] - head) * np.array([0.93, 0.93, 1.0])
    faces = [model.body_faces]
    parts = model.parts.copy()
    parts[skirt], parts[hair] = Part.SKIRT, Part.HAIR
    if outfit.skirt_length_m > 0:
        faces.append(model.skirt_faces)
    if outfit.long_hair > 0:
        faces.append(model.hair_faces)
    mesh = Mesh(dressed, np.concatenate(faces), parts, model.weights, limb)
    for thing in _carried(model, shape, dressed, outfit):
        mesh = _joined(mesh, thing)
    return mesh


def _draped(model: BodyModel, shape: Shape, limb: Floats, outfit: Outfit, cut: Cut) -> Floats:
    """The body as cloth bridges it: every vertex under a garment drawn to its neighbours.

    The thicker the cloth, the more rounds, so that a coat shows no chest and no ribs.
    """
    first, second = model.body_faces.T[[0, 1, 2, 1, 2, 0]].reshape(2, -1)
    count = len(shape.vertices)
    rows, columns = np.concatenate([first, second]), np.concatenate([second, first])
    links = coo_array((np.ones(len(rows)), (rows, columns)), shape=(count, count)).tocsr()
    degree = np.asarray(links.sum(axis=1))
    inverse = (1.0 / np.maximum(degree, 1.0))[:, None]
    parts = np.where(degree > 0, model.parts, -1)  # skirt and hair hang by themselves
    above = shape.vertices[:, 2] > cut.hem_z
    top = ((parts == Part.TORSO) & above) | ((parts == Part.ARM) & (limb < outfit.sleeve))
    bottom = (parts == Part.LEG) & (limb < outfit.trouser) | ((parts == Part.TORSO) & ~above)
    vertices = shape.vertices.copy()
    for garment, thickness in ((top, outfit.top_thickness_m), (bottom, outfit.bottom_thickness_m)):
        for _ in range(round(thickness * _ROUNDS_PER_M)):
            vertices[garment] = 0.5 * (vertices + (links @ vertices) * inverse)[garment]
    return vertices


def _limb_position(model: BodyModel, shape: Shape) -> Floats:
    """Share of the way from shoulder to wrist, or hip to ankle; 0 elsewhere."""
    position = np.zeros(len(shape.vertices))
    for side, sign in (("L", 1), ("R", -1)):
        for part, first, last in (
            (Part.ARM, "upperarm01", "wrist"),
            (Part.LEG, "upperleg01", "foot"),
        ):
            start = shape.bone_heads[model.bone_numbers[f"{first}.{side}"]]
            along = shape.bone_heads[model.bone_numbers[f"{last}.{side}"]] - start
            mine = (model.parts == part) & (np.sign(shape.vertices[:, 0]) == sign)
            position[mine] = (shape.vertices[mine] - start) @ along / (along @ along)
    return position


def _thickness(
    parts: NDArray[np.int64], limb: Floats, vertices: Floats, outfit: Outfit, cut: Cut
) -> Floats:
    """Metres of cloth over the skin, with folds, and of hair over the scalp."""
    top, bottom = outfit.top_thickness_m, outfit.bottom_thickness_m
    thickness = np.zeros(len(vertices))
    torso = parts == Part.TORSO
    # A top hangs: it stands off more at its hem than at the shoulders.
    hang = np.clip(1.6 - (vertices[:, 2] - cut.hem_z) / 0.45, 0.8, 1.6)
    above = vertices[:, 2] > cut.hem_z
    thickness[torso] = np.where(above, top * hang, bottom)[torso]
    thickness[(parts == Part.ARM) & (limb < outfit.sleeve)] = top * 0.8
    thickness[(parts == Part.LEG) & (limb < outfit.trouser)] = bottom * 1.2
    thickness[parts == Part.FOOT] = 0.012
    folds = np.sin(vertices[:, 2] * 60 + vertices[:, 0] * 25) * np.sin(
        vertices[:, 0] * 40 + vertices[:, 1] * 33
    )
    thickness *= 1 + 0.25 * folds
    scalp = (parts == Part.HEAD) & (vertices[:, 2] > cut.head_z + hairline(vertices[:, 1]))
    if not outfit.bald:
        thickness[scalp] = 0.014
    return thickness


def hairline(y: Floats) -> Floats:
    """Height over the head's bone at which hair begins, by depth: low behind, high in front."""
    ramp = np.clip((y + 0.06) / 0.09, 0.0, 1.0)
    result: Floats = 0.075 - 0.13 * ramp * ramp * (3 - 2 * ramp)
    return result


def _carried(model: BodyModel, shape: Shape, dressed: Floats, outfit: Outfit) -> list[Mesh]:
    def head_of(bone: str) -> Floats:
        head: Floats = shape.bone_heads[model.bone_numbers[bone]]
        return head

    things: list[Mesh] = []
    if outfit.backpack:
        spine = head_of("spine02")
        near = (model.parts == Part.TORSO) & (np.abs(dressed[:, 2] - spine[2]) < 0.05)
        back = float(dressed[near, 1].max())
        centre = np.array([0.0, back + 0.06, spine[2] - 0.03])
        things.append(
            _lump(model, centre, (0.15, 0.085, 0.22), bone="spine03", part=Part.BAG, squareness=5.0)
        )
        for side in (-1.0, 1.0):
            strap = np.array([side * 0.11, back - 0.10, spine[2] + 0.10])
            things.append(
                _lump(
                    model, strap, (0.025, 0.16, 0.13), bone="spine03", part=Part.BAG, squareness=3.0
                )
            )
    if outfit.handbag:
        centre = head_of("wrist.L") + np.array([0.06, 0.0, -0.14])
        things.append(
            _lump(model, centre, (0.05, 0.13, 0.11), bone="wrist.L", part=Part.BAG, squareness=5.0)
        )
    if outfit.shoulder_bag:
        hip = head_of("upperleg01.R")
        centre = np.array([hip[0] - 0.10, hip[1] + 0.02, hip[2] - 0.02])
        things.append(
            _lump(model, centre, (0.06, 0.15, 0.12), bone="spine05", part=Part.BAG, squareness=5.0)
        )
    if outfit.bun:
        centre = head_of("head") + np.array([0.0, 0.09, 0.13])
        things.append(
            _lump(model, centre, (0.045, 0.045, 0.045), bone="head", part=Part.HAIR, squareness=2.0)
        )
    if outfit.hat:
        for lift, radii in ((0.14, (0.09, 0.11, 0.08)), (0.11, (0.16, 0.18, 0.012))):
            centre = head_of("head") + np.array([0.0, -0.02, lift])
            things.append(_lump(model, centre, radii, bone="head", part=Part.CAP, squareness=2.2))
    if outfit.cap:
        crown = head_of("head") + np.array([0.0, -0.02, 0.12])
        things.append(
            _lump(model, crown, (0.088, 0.108, 0.085), bone="head", part=Part.CAP, squareness=2.2)
        )
        peak = crown + np.array([0.0, -0.11, -0.02])
        things.append(
            _lump(model, peak, (0.07, 0.07, 0.012), bone="head", part=Part.CAP, squareness=2.2)
        )
    return things


def _lump(
    model: BodyModel,
    centre: Floats,
    radii: tuple[float, float, float],
    *,
    bone: str,
    part: Part,
    squareness: float,
) -> Mesh:
    """A superellipsoid that moves with one bone; `squareness` 2 is an ellipsoid."""
    rings, spokes = 14, 28
    theta, phi = np.meshgrid(
        np.linspace(0, np.pi, rings), np.linspace(0, 2 * np.pi, spokes, endpoint=False),
        indexing="ij",
    )  # fmt: skip
    unit = np.stack(
        [np.sin(theta) * np.cos(phi), np.sin(theta) * np.sin(phi), np.cos(theta)], axis=-1
    )
    unit = np.sign(unit) * np.abs(unit) ** (2 / squareness)
    ring, spoke = np.meshgrid(np.arange(rings - 1), np.arange(spokes), indexing="ij")
    a = (ring * spokes + spoke).ravel()
    b = (ring * spokes + (spoke + 1) % spokes).ravel()
    faces = np.concatenate(
        [np.stack([a, a + spokes, b], 1), np.stack([b, a + spokes, b + spokes], 1)]
    )
    count = rings * spokes
    weights = np.zeros((count, len(model.bone_names)))
    weights[:, model.bone_numbers[bone]] = 1.0
    return Mesh(
        unit.reshape(-1, 3) * np.array(radii) + centre,
        faces.astype(np.int32),
        np.full(count, int(part)),
        weights,
        np.zeros(count),
    )


def _joined(first: Mesh, second: Mesh) -> Mesh:
    return Mesh(
        np.concatenate([first.vertices, second.vertices]),
        np.concatenate([first.faces, second.faces + np.int32(len(first.vertices))]),
        np.concatenate([first.parts, second.parts]),
        np.concatenate([first.weights, second.weights]),
        np.concatenate([first.limb, second.limb]),
    )


def shown_vertices(
    rest: Floats, parts: NDArray[np.int64], normals: Floats, cut: Cut, outfit: Outfit
) -> NDArray[np.int64]:
    """Numbers of the vertices that the shader does not discard, thinned out."""
    z = rest[:, 2]
    shown = np.ones(len(rest), dtype=bool)
    skirt, hair = parts == Part.SKIRT, parts == Part.HAIR
    shown[skirt] = ((z >= cut.skirt_z) & (z <= cut.waist_z + 0.1))[skirt]
    face = (normals[:, 1] < -0.25) & (z < cut.head_z + 0.06)
    shown[hair] = ((z >= cut.hair_z) & ~face)[hair]
    return np.flatnonzero(shown)[::3]
