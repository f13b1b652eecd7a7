"""The four cameras of the demo site: what each sees, how it sees, where people can walk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from reid_service.recordings.format import PlanCamera
from synthetic.clothes import rgb
from synthetic.geometry import View
from synthetic.light import Light
from synthetic.scenery import Block, Look, Patch, Scene, Surface

Points: TypeAlias = tuple[tuple[float, float], ...]
"""Places on the ground in scene metres."""


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera. `walks` gives the way between two neighbours, in one direction only."""

    name: str
    view: View
    scene: Scene
    light: Light
    look: Look
    plan: PlanCamera
    walks: Mapping[tuple[str, str], Points]
    zones: Mapping[str, Points] = field(default_factory=dict)

    def way(self, origin: str, destination: str) -> Points:
        """The way from one neighbour to another; KeyError when there is none."""
        if (origin, destination) in self.walks:
            return self.walks[origin, destination]
        return tuple(reversed(self.walks[destination, origin]))


DRIVEWAY: Final = Camera(
    name="driveway",
    view=View(eye=(0.0, 0.0, 2.9), target=(0.2, 9.0, 1.0), field_deg=58, width=640, height=360),
    scene=Scene(
        ground=rgb(112, 112, 114),
        ground_surface=Surface.ROUGH,
        sky=rgb(176, 204, 232),
        patches=(
            Patch((-30, 0, -4.6, 60), rgb(92, 118, 62), Surface.GRASS),
            Patch((3.4, 0, 12, 13), rgb(168, 156, 142), Surface.TILES),
        ),
        blocks=(
            Block((-1.6, 13.6, 0), (14, 20, 5.4), rgb(168, 108, 88), Surface.BRICK),
            Block((-0.9, 13.5, 0), (1.9, 13.7, 2.3), rgb(206, 206, 202), Surface.SLATS),
            Block((4.2, 13.5, 1.0), (5.8, 13.7, 2.3), rgb(70, 86, 104)),
            Block((-9, 15, 0), (-4.7, 16, 1.7), rgb(62, 88, 50), Surface.LEAVES),
            Block((-30, 27, 0), (0, 28, 2.4), rgb(112, 100, 84), Surface.PLANKS),
            Block((2.4, 10.9, 0.35), (4.3, 13.3, 0.95), rgb(52, 70, 110)),
            Block((2.55, 11.4, 0.95), (4.15, 13.2, 1.42), rgb(40, 46, 58)),
            Block((2.5, 10.95, 0.0), (2.8, 11.1, 0.55), rgb(24, 24, 26)),
            Block((3.9, 10.95, 0.0), (4.2, 11.1, 0.55), rgb(24, 24, 26)),
        ),
        seed=11,
    ),
    light=Light(
        direction=(0.5, -0.45, 0.75), colour=(0.95, 0.92, 0.84), sky=(0.46, 0.5, 0.58),
        ground=(0.3, 0.3, 0.29), shadow=0.5,
    ),
    look=Look(gains=(1.05, 1.0, 0.95), gamma=1.0, noise=1.2),
    plan=PlanCamera(14.0, 4.0, 90.0),
    walks={
        ("street", "entrance"): ((-5.6, 7.6), (-1.5, 7.0), (2.0, 6.3), (5.4, 6.0)),
        ("street", "garden"): ((-5.0, 5.6), (-2.4, 7.0), (-2.6, 10.5), (-3.3, 17.0)),
        ("entrance", "garden"): ((5.4, 6.8), (1.5, 7.6), (-2.2, 9.6), (-3.3, 17.0)),
    },
    zones={"forecourt": ((-2.6, 5.6), (2.8, 5.6), (3.2, 9.2), (-3.0, 9.2))},
)  # fmt: skip

ENTRANCE: Final = Camera(
    name="entrance",
    view=View(eye=(0.6, 0.0, 2.4), target=(0.3, 7.0, 1.1), field_deg=60, width=854, height=480),
    scene=Scene(
        ground=rgb(150, 146, 140),
        ground_surface=Surface.TILES,
        sky=rgb(200, 208, 216),
        patches=(Patch((-12, 0, -4.2, 30), rgb(84, 104, 66), Surface.GRASS),),
        blocks=(
            Block((-3.6, 10.6, 0), (12, 14, 4.2), rgb(214, 210, 198), Surface.ROUGH),
            Block((-1.3, 10.5, 0), (-0.2, 10.7, 2.1), rgb(70, 84, 76), Surface.PLANKS),
            Block((1.6, 10.5, 0.9), (3.2, 10.7, 2.0), rgb(86, 100, 116)),
            Block((-2.0, 9.9, 2.5), (0.6, 10.6, 2.65), rgb(96, 90, 86)),
            Block((0.3, 10.0, 0), (0.75, 10.45, 0.5), rgb(158, 92, 66), Surface.ROUGH),
            Block((0.2, 9.95, 0.5), (0.85, 10.5, 1.15), rgb(70, 104, 58), Surface.LEAVES),
            Block((4.2, 8.8, 0), (6.5, 9.4, 1.1), rgb(64, 92, 56), Surface.LEAVES),
            Block((-20, 15, 0), (-3.6, 16, 2.2), rgb(58, 84, 52), Surface.LEAVES),
        ),
        seed=12,
    ),
    light=Light(
        direction=(-0.3, -0.4, 0.86), colour=(0.36, 0.38, 0.42), sky=(0.62, 0.66, 0.74),
        ground=(0.38, 0.38, 0.4), shadow=0.25,
    ),
    look=Look(gains=(0.86, 0.95, 1.06), gamma=1.15, noise=2.2, blur_px=0.6),
    plan=PlanCamera(20.0, 9.0, 0.0),
    walks={
        ("driveway", "house"): ((-5.6, 6.4), (-2.6, 6.6), (-1.0, 7.8), (-0.75, 10.3)),
    },
)  # fmt: skip

GARDEN: Final = Camera(
    name="garden",
    view=View(eye=(0.0, 0.0, 3.2), target=(0.0, 9.0, 0.9), field_deg=56, width=640, height=360),
    scene=Scene(
        ground=rgb(98, 116, 68),
        ground_surface=Surface.GRASS,
        sky=rgb(190, 216, 240),
        patches=(Patch((-30, 6.3, 30, 7.6), rgb(176, 164, 140), Surface.ROUGH),),
        blocks=(
            Block((-20, 15.5, 0), (20, 16.5, 2.1), rgb(58, 90, 46), Surface.LEAVES),
            Block((3.0, 11.6, 0), (5.8, 14.0, 2.2), rgb(140, 100, 66), Surface.PLANKS),
            Block((2.8, 11.4, 2.2), (6.0, 14.2, 2.4), rgb(84, 76, 70), Surface.ROUGH),
            Block((3.5, 11.5, 0), (4.4, 11.7, 1.9), rgb(86, 62, 42), Surface.PLANKS),
            Block((-4.9, 12.4, 0), (-4.6, 12.7, 2.2), rgb(96, 74, 54), Surface.ROUGH),
            Block((-6.0, 11.6, 1.9), (-3.6, 13.6, 4.2), rgb(76, 112, 54), Surface.LEAVES),
            Block((-1.8, 14.6, 0), (0.6, 15.2, 0.7), rgb(168, 92, 118), Surface.LEAVES),
        ),
        seed=13,
    ),
    light=Light(
        direction=(-0.6, 0.25, 0.72), colour=(1.02, 0.98, 0.86), sky=(0.4, 0.47, 0.52),
        ground=(0.25, 0.31, 0.2), shadow=0.55,
    ),
    look=Look(gains=(0.99, 1.03, 0.94), gamma=1.05, noise=1.0),
    plan=PlanCamera(9.0, 19.0, 270.0),
    walks={
        ("driveway", "terrace"): ((-5.6, 8.2), (-1.5, 7.2), (2.0, 6.6), (5.2, 6.2)),
        ("terrace", "shed"): ((5.4, 7.4), (2.4, 8.2), (2.6, 9.8), (3.9, 11.2)),
        ("driveway", "shed"): ((-5.8, 8.8), (-2.0, 8.4), (1.8, 9.4), (3.9, 11.2)),
    },
)  # fmt: skip

TERRACE: Final = Camera(
    name="terrace",
    view=View(eye=(-0.4, 0.0, 2.5), target=(-0.2, 7.0, 1.0), field_deg=58, width=640, height=360),
    scene=Scene(
        ground=rgb(140, 116, 94),
        ground_surface=Surface.PLANKS,
        sky=rgb(236, 206, 176),
        patches=(Patch((-30, 0, -4.0, 40), rgb(112, 124, 66), Surface.GRASS),),
        blocks=(
            Block((-2.4, 9.8, 0), (14, 14, 4.2), rgb(226, 204, 174), Surface.ROUGH),
            Block((-0.2, 9.7, 0), (2.4, 9.85, 2.2), rgb(72, 80, 84)),
            Block((1.05, 9.65, 0), (1.15, 9.85, 2.2), rgb(200, 196, 186)),
            Block((3.3, 8.4, 0.68), (4.9, 9.3, 0.76), rgb(104, 74, 52), Surface.PLANKS),
            Block((3.4, 8.5, 0), (3.5, 8.6, 0.68), rgb(84, 60, 44)),
            Block((4.7, 8.5, 0), (4.8, 8.6, 0.68), rgb(84, 60, 44)),
            Block((-9, 13.5, 0), (-3.4, 14.5, 1.8), rgb(84, 100, 50), Surface.LEAVES),
            Block((-2.2, 9.2, 0), (-1.7, 9.7, 0.45), rgb(186, 178, 166), Surface.ROUGH),
            Block((-2.3, 9.15, 0.45), (-1.6, 9.75, 1.0), rgb(96, 116, 60), Surface.LEAVES),
        ),
        seed=14,
    ),
    light=Light(
        direction=(0.75, -0.3, 0.5), colour=(1.0, 0.86, 0.68), sky=(0.44, 0.42, 0.44),
        ground=(0.32, 0.27, 0.22), shadow=0.45,
    ),
    look=Look(gains=(1.06, 0.97, 0.84), gamma=1.0, noise=1.6, blur_px=0.4),
    plan=PlanCamera(16.0, 17.0, 180.0),
    walks={
        ("garden", "house"): ((-5.2, 6.6), (-2.2, 6.2), (0.2, 6.8), (0.7, 9.4)),
    },
)  # fmt: skip

CAMERAS: Final = {camera.name: camera for camera in (DRIVEWAY, ENTRANCE, GARDEN, TERRACE)}
