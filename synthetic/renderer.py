"""Draws dressed persons into a backdrop with OpenGL; a software driver is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import moderngl
import numpy as np

from synthetic import shaders
from synthetic.geometry import View
from synthetic.light import Image, Light, unit
from synthetic.person import Person

SAMPLES: Final = 4
"""Samples a pixel: the edges of people must be soft, as a lens makes them."""

_COLOURS: Final = (
    "skin", "hair", "top", "top_second", "inner", "bottom", "bottom_second", "shoes", "bag",
)  # fmt: skip
_NUMBERS: Final = ("sleeve", "trouser", "pattern_scale")
_FLAGS: Final = ("top_pattern", "bottom_pattern", "logo", "bald", "dress", "coat", "hood")
_CUTS: Final = ("hem_z", "waist_z", "head_z", "skirt_z", "hair_z")


@dataclass(frozen=True, slots=True)
class Placed:
    """A person in the scene: metres, radians (yaw 0 faces -y), phase of the walk or None."""

    person: Person
    x: float
    y: float
    yaw: float
    phase: float | None


class Renderer:
    """Renders frames of one size, in one thread. `release` persons that are no longer needed."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        context = moderngl.create_context(standalone=True, backend="egl")
        self._context = context
        self._people = context.program(shaders.PERSON_VERTEX, shaders.PERSON_FRAGMENT)
        self._shadows = context.program(shaders.SHADOW_VERTEX, shaders.SHADOW_FRAGMENT)
        self._backdrop = context.program(shaders.BACKDROP_VERTEX, shaders.BACKDROP_FRAGMENT)
        size = (width, height)
        self._sampled = context.framebuffer(
            [context.renderbuffer(size, 4, samples=SAMPLES)],
            context.depth_renderbuffer(size, samples=SAMPLES),
        )
        self._resolved = context.framebuffer([context.renderbuffer(size, 4)])
        self._shadow_map = context.texture(size, 1)
        self._shadow_target = context.framebuffer([self._shadow_map])
        self._backdrop_map = context.texture(size, 3, alignment=1)
        corners = context.buffer(np.array([-1, -1, 1, -1, -1, 1, 1, 1], dtype="f4").tobytes())
        self._screen = context.vertex_array(self._backdrop, [(corners, "2f", "corner")])
        self._meshes: dict[Person, tuple[Any, Any, Any]] = {}

    def set_backdrop(self, image: Image) -> None:
        """What is behind the people, shape (height, width, 3)."""
        self._backdrop_map.write(np.ascontiguousarray(image[:, :, ::-1]).tobytes())

    def __enter__(self) -> Renderer:
        return self

    def __exit__(self, *_: object) -> None:
        for person in tuple(self._meshes):
            self.release(person)
        self._context.release()

    def release(self, person: Person) -> None:
        """Gives back the memory that a drawn person holds."""
        for part in self._meshes.pop(person, ()):
            part.release()

    def render(self, view: View, light: Light, people: Sequence[Placed]) -> Image:
        """One frame, shape (height, width, 3)."""
        view_projection = (view.projection @ view.world_to_camera).T.astype("f4").tobytes()
        direction = tuple(float(value) for value in unit(light.direction))
        self._draw_shadows(view_projection, direction, people)
        self._sampled.use()
        self._context.clear(0, 0, 0, 1)
        self._context.disable(moderngl.DEPTH_TEST)
        self._backdrop_map.use(0)
        self._shadow_map.use(1)
        self._backdrop["backdrop"].value = 0
        self._backdrop["shadow"].value = 1
        self._backdrop["pixel"].value = (1 / self.width, 1 / self.height)
        self._backdrop["shadow_strength"].value = light.shadow
        self._screen.render(moderngl.TRIANGLE_STRIP)
        self._context.enable(moderngl.DEPTH_TEST)
        program = self._people
        program["view_projection"].write(view_projection)
        program["light_direction"].value = direction
        program["light_colour"].value = light.colour
        program["sky_colour"].value = light.sky
        program["ground_colour"].value = light.ground
        program["eye"].value = view.eye
        for placed in people:
            self._dress(placed.person)
            program["placement"].write(_placement(placed))
            self._mesh(placed)[1].render()
        self._context.copy_framebuffer(self._resolved, self._sampled)
        pixels = np.frombuffer(self._resolved.read(components=3, alignment=1), np.uint8)
        return pixels.reshape(self.height, self.width, 3)[::-1, :, ::-1].copy()

    def _draw_shadows(
        self, view_projection: bytes, direction: tuple[float, ...], people: Sequence[Placed]
    ) -> None:
        self._shadow_target.use()
        self._context.clear(0, 0, 0, 0)
        self._context.disable(moderngl.DEPTH_TEST)
        self._shadows["view_projection"].write(view_projection)
        self._shadows["light_direction"].value = direction
        for placed in people:
            self._shadows["placement"].write(_placement(placed))
            self._mesh(placed)[2].render()

    def _dress(self, person: Person) -> None:
        outfit, program = person.outfit, self._people
        for name in (*_COLOURS, *_NUMBERS):
            program[name].value = getattr(outfit, name)
        for name in _FLAGS:
            program[name].value = int(getattr(outfit, name))
        for name in _CUTS:
            program[name].value = getattr(person.cut, name)
        program["opening"].value = outfit.opening_m

    def _mesh(self, placed: Placed) -> tuple[Any, Any, Any]:
        """Buffer of the pose (filled with the placed pose), array of the body, of its shadow."""
        person, context = placed.person, self._context
        if person not in self._meshes:
            fixed = np.concatenate(
                [
                    person.rest,
                    person.parts[:, None],
                    person.limb[:, None],
                    person.rest_normals[:, 1:2],
                ],
                axis=1,
            )
            moving = context.buffer(reserve=len(person.rest) * 24, dynamic=True)
            indices = context.buffer(person.faces.tobytes())
            body = context.vertex_array(
                self._people,
                [
                    (moving, "3f 3f", "position", "normal"),
                    (
                        context.buffer(fixed.astype("f4").tobytes()),
                        "3f 1f 1f 1f", "rest", "part", "limb", "rest_normal_y",
                    ),
                ],
                indices,
            )  # fmt: skip
            shadow = context.vertex_array(self._shadows, [(moving, "3f 12x", "position")], indices)
            self._meshes[person] = (moving, body, shadow)
        entry = self._meshes[person]
        pose = person.posed(placed.phase)
        entry[0].write(np.concatenate([pose.vertices, pose.normals], 1).astype("f4").tobytes())
        return entry


def _placement(placed: Placed) -> bytes:
    cos, sin = np.cos(placed.yaw), np.sin(placed.yaw)
    matrix = np.array(
        [[cos, -sin, 0, placed.x], [sin, cos, 0, placed.y], [0, 0, 1, 0], [0, 0, 0, 1]]
    )
    return matrix.T.astype("f4").tobytes()
