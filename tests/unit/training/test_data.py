from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.unit.training.sets import VIEWS, tiny_set
from training.data.folder import read_crops
from training.data.shards import PEOPLE_PER_SHARD, RenderedSet, SetFacts, shard_path, write_facts
from training.data.teaching import plain_picture, read_teaching, teach
from training.render.backdrops import BACKDROP_PX, render_backdrops


class Teacher:
    """Answers with the mean colour of each picture."""

    def __init__(self) -> None:
        self.asked = 0

    def embed(self, pictures: list[NDArray[np.uint8]]) -> NDArray[np.float32]:
        self.asked += len(pictures)
        means = np.stack([picture.mean((0, 1)) for picture in pictures])
        return np.asarray(means / 255, np.float32)


def test_a_person_is_found_in_its_shard(tmp_path: Path) -> None:
    rendered = tiny_set(tmp_path, PEOPLE_PER_SHARD + 5)
    assert rendered.people == PEOPLE_PER_SHARD + 5
    second = np.load(shard_path(tmp_path, 1))
    assert np.array_equal(rendered.layers(PEOPLE_PER_SHARD + 2, 3), second[2, 3])


def test_a_set_that_is_not_finished_has_the_people_before_the_gap(tmp_path: Path) -> None:
    tiny_set(tmp_path, 3 * PEOPLE_PER_SHARD)
    shard_path(tmp_path, 1).unlink()
    assert RenderedSet(tmp_path).people == PEOPLE_PER_SHARD


def test_a_set_does_not_become_another(tmp_path: Path) -> None:
    facts = SetFacts(people=10, views=4, backdrops=2, seed=1)
    write_facts(tmp_path, facts)
    write_facts(tmp_path, facts)
    with pytest.raises(ValueError, match="another set"):
        write_facts(tmp_path, SetFacts(people=11, views=4, backdrops=2, seed=1))


def test_a_teacher_is_asked_once_about_every_picture(tmp_path: Path) -> None:
    people = PEOPLE_PER_SHARD + 2
    rendered = tiny_set(tmp_path / "set", people)
    teacher = Teacher()
    answers = tmp_path / "answers"
    teach(rendered, teacher.embed, answers, seed=3)
    first = read_teaching(answers, people)
    assert first.shape == (people, VIEWS, 3)
    assert teacher.asked == people * VIEWS
    shard_path(answers, 1).unlink()
    with pytest.raises(ValueError, match="training teach"):
        read_teaching(answers, people)
    teach(rendered, teacher.embed, answers, seed=3)
    assert teacher.asked == (people + 2) * VIEWS
    assert np.array_equal(read_teaching(answers, people), first)


def test_a_plain_picture_shows_the_person_large_and_in_its_colours(tmp_path: Path) -> None:
    rendered = tiny_set(tmp_path, 4)
    layers = rendered.layers(0, 0).copy()
    layers[20:70, 25:55, :3] = (200, 0, 0)
    picture = plain_picture(layers, rendered.backdrops, np.random.default_rng(1))
    assert picture.shape == (256, 128, 3)
    blue, green, red = picture[30:100, 50:78].mean((0, 1))
    assert red > 100
    assert max(blue, green) < 20


def test_backdrops_follow_from_the_seed() -> None:
    first = render_backdrops(5, 3)
    assert first.shape == (3, BACKDROP_PX, BACKDROP_PX, 3)
    assert np.array_equal(first[:1], render_backdrops(5, 1))
    assert not np.array_equal(first[:1], render_backdrops(6, 1))


def _write_crop(path: Path, value: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.full((20, 10, 3), value, np.uint8))


def test_a_folder_of_crops_is_read_in_order_of_people(tmp_path: Path) -> None:
    _write_crop(tmp_path / "10" / "c1_0.png", 10)
    _write_crop(tmp_path / "2" / "c2_1.jpg", 40)
    _write_crop(tmp_path / "2" / "c1_0.png", 20)
    (tmp_path / "2" / "notes.txt").write_text("no crop", "utf-8")
    (tmp_path / "rest").mkdir()
    crops = read_crops(tmp_path)
    assert crops.persons.tolist() == [2, 2, 10]
    assert crops.cameras.tolist() == [1, 2, 1]
    assert [int(image.mean()) for image in crops.images] == [20, 40, 10]


def test_a_folder_without_crops_or_with_a_broken_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no pictures"):
        read_crops(tmp_path)
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "c1_0.png").write_bytes(b"no picture")
    with pytest.raises(ValueError, match="is no picture"):
        read_crops(tmp_path)
