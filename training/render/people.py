"""One rendered person from all sides: everything follows from the seed and the number."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from synthetic.body import BodyModel
from synthetic.gait import Manner
from synthetic.geometry import View
from synthetic.light import Light
from synthetic.person import Person, Posed
from training.render.layers import LayerRenderer
from training.render.poses import random_pose
from training.render.wardrobe import random_look

HEIGHT_PX: Final = 144
WIDTH_PX: Final = 80
_PERSON_PX: Final = 128


def render_person(
    model: BodyModel, renderer: LayerRenderer, seed: int, number: int, views: int
) -> NDArray[np.uint8]:
    """Layers (views, HEIGHT_PX, WIDTH_PX, 7) of person `number`, sides spread all round."""
    rng = np.random.default_rng((seed, number))
    look = random_look(rng)
    person = Person(model, look.phenotype, look.outfit, Manner())
    renderer.wear(person, look)
    first = rng.uniform(0, 2 * np.pi)
    yaws = first + (np.arange(views) + rng.uniform(-0.4, 0.4, views)) * 2 * np.pi / views
    pictures = []
    for yaw in rng.permutation(yaws):
        posed = person.bent(random_pose(rng))
        view = _framed(rng, person, posed, float(yaw))
        pictures.append(renderer.draw(posed, view, random_light(rng), float(yaw)))
    return np.stack(pictures)


def random_light(rng: np.random.Generator) -> Light:
    """From an overcast day to a low sun or one lamp; colours of the light differ a little."""
    direction = rng.normal(size=3)
    direction[2] = abs(direction[2]) + 0.25
    sunny = rng.beta(0.8, 1.0)
    level = rng.uniform(0.75, 1.25)
    key = level * sunny * rng.uniform(0.5, 1.0) * np.exp(rng.normal(0, 0.10, 3))
    sky = level * (1.0 - 0.6 * sunny) * rng.uniform(0.5, 0.9) * np.exp(rng.normal(0, 0.07, 3))
    ground = sky * rng.uniform(0.35, 0.9) * np.exp(rng.normal(0, 0.08, 3))
    return Light(_triple(direction), _triple(key), _triple(sky), _triple(ground), shadow=0.0)


def _framed(rng: np.random.Generator, person: Person, posed: Posed, yaw: float) -> View:
    """A camera somewhere in front, at the height of a hand, a doorway or an eave, that fills
    the picture with the person."""
    distance = float(rng.uniform(4.0, 14.0))
    height = float(np.clip(rng.uniform(1.0, 4.5), 0.6, 0.25 * distance + 1.8))
    cos, sin = np.cos(yaw), np.sin(yaw)
    turn = np.array([[cos, -sin, 0.0], [sin, cos, 0.0], [0.0, 0.0, 1.0]])
    points = posed.vertices[person.shown] @ turn.T
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    target = (float(middle[0]), float(middle[1]), float(middle[2]))
    eye = (0.0, -distance, height)
    trial = View(eye, target, 20.0, WIDTH_PX, HEIGHT_PX)
    box = trial.box_of(points)
    tall = box.height if box is not None else float(HEIGHT_PX)
    focal_px = trial.focal_px * _PERSON_PX / tall
    field_deg = float(np.degrees(2 * np.arctan(WIDTH_PX / 2 / focal_px)))
    return View(eye, target, field_deg, WIDTH_PX, HEIGHT_PX)


def _triple(values: NDArray[np.float64]) -> tuple[float, float, float]:
    return (float(values[0]), float(values[1]), float(values[2]))
