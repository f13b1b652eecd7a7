"""Draws one person at a time with OpenGL: colours and what they belong to, on nothing."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import moderngl
import numpy as np
from numpy.typing import NDArray

from synthetic.geometry import View
from synthetic.light import Light, unit
from synthetic.person import Person, Posed
from training.render.shader import LAYERS_FRAGMENT, LAYERS_VERTEX
from training.render.wardrobe import Look

Layers: TypeAlias = NDArray[np.uint8]
"""Shape (height, width, 7): red, green, blue, multiplied by how much the person covers a pixel,
then the shares of top, bottom, skin and hair, things. The shares sum to what is covered."""

_OVERSAMPLING: Final = 2
"""Pixels a side that make one: a third of the time that multisampling takes in software."""

_CUTS: Final = ("hem_z", "waist_z", "head_z", "skirt_z", "hair_z")
_WORN: Final = ("belt", "scarf", "strap", "side_stripe")


class LayerRenderer:
    """Renders pictures of one size, in one thread. Call `wear` before drawing somebody."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        context = moderngl.create_context(standalone=True, backend="egl")
        self._context = context
        self._program = context.program(LAYERS_VERTEX, LAYERS_FRAGMENT)
        size = (width * _OVERSAMPLING, height * _OVERSAMPLING)
        self._target = context.framebuffer(
            [context.renderbuffer(size, 4) for _ in range(2)], context.depth_renderbuffer(size)
        )
        self._worn: list[Any] = []
        context.enable(moderngl.DEPTH_TEST | moderngl.CULL_FACE)

    def __enter__(self) -> LayerRenderer:
        return self

    def __exit__(self, *_: object) -> None:
        self._take_off()
        self._context.release()

    def wear(self, person: Person, look: Look) -> None:
        """Loads a person's mesh and cloth."""
        self._take_off()
        context, program = self._context, self._program
        self._moving = context.buffer(reserve=len(person.rest) * 24, dynamic=True)
        fixed = np.concatenate(
            [person.rest, person.parts[:, None], person.limb[:, None], person.rest_normals[:, 1:2]],
            axis=1,
        )
        still = context.buffer(fixed.astype("f4").tobytes())
        indices = context.buffer(person.faces.tobytes())
        self._mesh = context.vertex_array(
            program,
            [
                (self._moving, "3f 3f", "position", "normal"),
                (still, "3f 1f 1f 1f", "rest", "part", "limb", "rest_normal_y"),
            ],
            indices,
        )
        count, side, _, _ = look.cloth.shape
        pixels = np.ascontiguousarray(np.clip(look.cloth * 255, 0, 255).astype(np.uint8))
        self._cloth = context.texture_array((side, side, count), 3, pixels.tobytes(), alignment=1)
        self._cloth.build_mipmaps()
        self._worn = [self._mesh, self._moving, still, indices, self._cloth]
        self._set_uniforms(person, look)

    def draw(self, posed: Posed, view: View, light: Light, yaw: float) -> Layers:
        """The person in a pose, turned by `yaw` radians."""
        program = self._program
        self._moving.write(
            np.concatenate([posed.vertices, posed.normals], axis=1).astype("f4").tobytes()
        )
        self._target.use()
        self._context.clear(0, 0, 0, 0)
        self._cloth.use(0)
        program["cloth"].value = 0
        projection = (view.projection @ view.world_to_camera).T
        program["view_projection"].write(projection.astype("f4").tobytes())
        program["placement"].write(_turned(yaw))
        program["light_direction"].value = tuple(float(v) for v in unit(light.direction))
        program["light_colour"].value = light.colour
        program["sky_colour"].value = light.sky
        program["ground_colour"].value = light.ground
        program["eye"].value = view.eye
        self._mesh.render()
        fine = np.concatenate([self._read(0, 3), self._read(1, 4)], axis=2)
        k = _OVERSAMPLING
        cells = fine.reshape(self.height, k, self.width, k, 7).astype(np.uint16)
        mean = (cells.sum(axis=(1, 3)) + k * k // 2) // (k * k)
        layers: Layers = mean[::-1].astype(np.uint8)
        return layers

    def _read(self, attachment: int, components: int) -> Layers:
        raw = self._target.read(components=components, attachment=attachment, alignment=1)
        shape = (self.height * _OVERSAMPLING, self.width * _OVERSAMPLING, components)
        return np.frombuffer(raw, np.uint8).reshape(shape)

    def _set_uniforms(self, person: Person, look: Look) -> None:
        program, outfit = self._program, look.outfit
        for name in ("skin", "hair", "shoes", "sleeve", "trouser"):
            program[name].value = getattr(outfit, name)
        for name in ("bald", "dress", "coat", "hood"):
            program[name].value = int(getattr(outfit, name))
        for name in _CUTS:
            program[name].value = getattr(person.cut, name)
        for name in _WORN:
            program[name].value = int(getattr(look, name))
        program["opening"].value = outfit.opening_m
        program["trim"].value = look.trim
        program["gloss"].value = look.gloss
        program["folds"].value = look.folds

    def _take_off(self) -> None:
        for each in self._worn:
            each.release()
        self._worn = []


def _turned(yaw: float) -> bytes:
    cos, sin = np.cos(yaw), np.sin(yaw)
    matrix = np.array([[cos, -sin, 0, 0], [sin, cos, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    return matrix.T.astype("f4").tobytes()
