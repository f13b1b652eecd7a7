"""From an announced snapshot to an embedded crop, or to the reason why there is none."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future

import cv2
import numpy as np
import pytest

from reid_service.attributes.words import words
from reid_service.clock import TrafficClock
from reid_service.domain.boxes import FractionBox, FrameSize, PixelBox
from reid_service.domain.crop import CropRejection, Image, Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.tracklet import crop_id
from reid_service.errors import FrigateNotFound
from reid_service.ingest.crops import CropRules
from reid_service.ingest.tracklets import PictureWanted
from reid_service.pipeline.pictures import NotPictured, Pictured, PictureResult, PictureStage
from tests.fakes import MODEL, make_tracklet
from tests.unit.pipeline.waiting import until

SIZE = FrameSize(320, 240)
BOX = PixelBox(100, 40, 160, 200)
VECTOR = np.array([1.0, 0.0], np.float32)
TRACKLET = make_tracklet()
WANTED = PictureWanted(1000.5, BOX)


def png(image: Image) -> bytes:
    return cv2.imencode(".png", image)[1].tobytes()


def noise(size: FrameSize = SIZE) -> Image:
    """A sharp picture."""
    chance = np.random.default_rng(1)
    return chance.integers(0, 255, (size.height, size.width, 3)).astype(np.uint8)


class Frigate:
    """Answers every request with the same bytes, or not at all."""

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def clean_image(self, event_id: str, frame_time_s: float) -> bytes:
        self.asked.append(f"{event_id} at {frame_time_s}")
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def recording_frame(self, camera: str, time_s: float) -> bytes:
        self.asked.append(f"{camera} at {time_s}")
        return png(noise(FrameSize(640, 480)))


class Embeddings:
    """Embeds at once, later, or never."""

    def __init__(self) -> None:
        self.images: list[Image] = []
        self.result: Future[Vector] = Future()

    def submit(self, image: Image) -> Future[Vector]:
        self.images.append(image)
        return self.result


class Stage:
    """A picture stage with its neighbours."""

    def __init__(
        self,
        answer: bytes | Exception,
        detect: FrameSize | None = SIZE,
        *,
        frigate: type[Frigate] = Frigate,
    ) -> None:
        self.frigate = frigate(answer)
        self.embeddings = Embeddings()
        self.fetched: list[float] = []
        clock = TrafficClock()
        clock.observe(1003.0)
        self.stage = PictureStage(
            sources={"frigate": self.frigate},
            embeddings=self.embeddings,
            model_id=MODEL,
            rules=CropRules(padding=0.1, min_height_px=48, min_quality=0.15),
            clock=clock,
            threads=1,
            frame_size=lambda _instance, _camera: detect,
            on_fetched=self.fetched.append,
        )

    def result(self, wanted: PictureWanted = WANTED, *, embed: bool = True) -> PictureResult:
        if embed:
            self.embeddings.result.set_result(VECTOR)
        return self.stage.request(TRACKLET, wanted).result(timeout=20.0)


@pytest.fixture
def opened() -> Iterator[list[PictureStage]]:
    """Stages that are closed at the end."""
    stages: list[PictureStage] = []
    yield stages
    for each in stages:
        each.close()


@pytest.fixture
def stage(opened: list[PictureStage]) -> Stage:
    made = Stage(png(noise()))
    opened.append(made.stage)
    return made


def test_a_usable_crop_arrives_embedded(stage: Stage) -> None:
    result = stage.result()
    assert isinstance(result, Pictured)
    assert result.fetched_at_s == 1003.0
    crop = result.crop.crop
    assert (crop.id, crop.frame_time_s, crop.camera) == (
        crop_id(TRACKLET.id, 1000.5),
        1000.5,
        CameraKey("frigate", "gate"),
    )
    assert crop.box == BOX.to_fraction(SIZE)
    np.testing.assert_array_equal(crop.image, noise()[24:216, 94:166])  # with its padding
    np.testing.assert_array_equal(stage.embeddings.images[0], crop.image)
    assert result.crop.embedding.model_id == MODEL
    np.testing.assert_array_equal(result.crop.embedding.vector, VECTOR)
    assert stage.frigate.asked == [f"{TRACKLET.event_id} at 1000.5"]
    assert len(stage.fetched) == 1


def test_boxes_are_scaled_to_a_frame_larger_than_the_detect_stream(
    opened: list[PictureStage],
) -> None:
    made = Stage(png(noise(FrameSize(640, 480))))
    opened.append(made.stage)
    beside = PixelBox(155, 40, 200, 200)
    result = made.result(PictureWanted(1000.5, BOX, (beside,)))
    assert isinstance(result, Pictured)
    assert result.crop.crop.box == BOX.to_fraction(SIZE)
    assert result.crop.crop.image.shape == (384, 144, 3)
    assert result.crop.crop.quality.visibility == pytest.approx(1 - 5 / 60, abs=0.01)


@pytest.mark.parametrize("detect", [None, SIZE])
def test_others_in_a_frame_of_the_detect_size_hide_the_person(
    opened: list[PictureStage], detect: FrameSize | None
) -> None:
    made = Stage(png(noise()), detect)
    opened.append(made.stage)
    result = made.result(PictureWanted(1000.5, BOX, (PixelBox(130, 40, 200, 200),)))
    assert isinstance(result, Pictured)
    assert result.crop.crop.quality.visibility == pytest.approx(0.5, abs=0.01)


def test_a_recorded_picture_is_the_frame_of_that_moment(stage: Stage) -> None:
    result = stage.result(PictureWanted(1000.5, BOX, recorded=True))
    assert isinstance(result, Pictured)
    assert stage.frigate.asked == ["gate at 1000.5"]
    assert result.crop.crop.box == BOX.to_fraction(SIZE)
    assert result.crop.crop.image.shape == (384, 144, 3)


def test_a_row_tells_its_box_in_fractions(stage: Stage) -> None:
    result = stage.result(PictureWanted(1000.5, FractionBox(0.25, 0.25, 0.5, 0.75)))
    assert isinstance(result, Pictured)
    assert result.crop.crop.box == FractionBox(0.25, 0.25, 0.5, 0.75)


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (PictureWanted(1.0, PixelBox(50, 50, 50, 150)), CropRejection.MALFORMED_BOX),
        (PictureWanted(1.0, PixelBox(400, 50, 440, 150)), CropRejection.MALFORMED_BOX),
        (PictureWanted(1.0, PixelBox(-60, 50, 40, 200)), CropRejection.CUT_OFF),
        (PictureWanted(1.0, PixelBox(50, 50, 70, 90)), CropRejection.TOO_SMALL),
        (PictureWanted(1.0, PixelBox(50, 50, 250, 150)), CropRejection.WRONG_ASPECT),
        (PictureWanted(1.0, BOX, (BOX,)), CropRejection.OVERLAPPED),
    ],
)
def test_an_unusable_crop_is_rejected_with_its_reason(
    stage: Stage, wanted: PictureWanted, reason: CropRejection
) -> None:
    assert stage.result(wanted) == NotPictured(reason, 1003.0)
    assert stage.embeddings.images == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"no picture", NotPictured(CropRejection.UNDECODABLE, 1003.0)),
        (b"", NotPictured(CropRejection.UNDECODABLE, 1003.0)),
        (png(np.full((240, 320, 3), 90, np.uint8)), NotPictured(CropRejection.BLURRED, 1003.0)),
        (FrigateNotFound("no such event"), NotPictured(CropRejection.NO_PICTURE)),
        (RuntimeError("whatever it is"), NotPictured(CropRejection.NO_PICTURE)),
    ],
)
def test_an_unusable_picture_is_rejected_with_its_reason(
    opened: list[PictureStage], answer: bytes | Exception, expected: NotPictured
) -> None:
    made = Stage(answer)
    opened.append(made.stage)
    assert made.result() == expected


@pytest.mark.parametrize("reason", list(CropRejection))
def test_what_frigate_may_have_later_is_worth_another_try(reason: CropRejection) -> None:
    later = reason in (CropRejection.NO_PICTURE, CropRejection.NOT_EMBEDDED)
    assert NotPictured(reason).try_again is later


def test_a_crop_that_could_not_be_embedded_may_be_tried_again(stage: Stage) -> None:
    stage.embeddings.result.set_exception(RuntimeError("the model failed"))
    assert stage.result(embed=False) == NotPictured(CropRejection.NOT_EMBEDDED)


def test_a_crop_that_was_given_up_at_the_end_may_be_tried_again(stage: Stage) -> None:
    wanted = stage.stage.request(TRACKLET, WANTED)
    until(lambda: stage.embeddings.images)
    stage.embeddings.result.cancel()
    stage.embeddings.result.set_running_or_notify_cancel()
    assert wanted.result(timeout=20.0) == NotPictured(CropRejection.NOT_EMBEDDED)


def test_closing_drops_what_has_not_begun() -> None:
    held = threading.Event()

    class Slow(Frigate):
        def clean_image(self, event_id: str, frame_time_s: float) -> bytes:
            held.wait(20.0)
            return super().clean_image(event_id, frame_time_s)

    made = Stage(png(noise()), frigate=Slow)
    first = made.stage.request(TRACKLET, WANTED)
    second = made.stage.request(TRACKLET, WANTED)
    closing = threading.Thread(target=made.stage.close)
    closing.start()

    def is_closed() -> bool:
        try:
            made.stage.request(TRACKLET, WANTED)
        except RuntimeError:
            return True
        return False

    until(is_closed)
    held.set()
    closing.join(20.0)
    made.embeddings.result.set_result(VECTOR)
    assert isinstance(first.result(timeout=20.0), Pictured)
    assert not second.done()
    assert len(made.frigate.asked) == 1


def test_a_crop_arrives_with_what_its_picture_says_of_clothes(opened: list[PictureStage]) -> None:
    frame = np.full((SIZE.height, SIZE.width, 3), (110, 150, 120), np.uint8)
    top, bottom = BOX.y_min, BOX.y_max
    waist = (top + bottom) // 2
    frame[top:waist, BOX.x_min + 8 : BOX.x_max - 8] = (38, 30, 180)
    frame[waist:bottom, BOX.x_min + 8 : BOX.x_max - 8] = (24, 24, 26)
    rough = np.random.default_rng(1).integers(0, 24, frame.shape, np.uint8)
    made = Stage(png(frame + rough))
    opened.append(made.stage)
    result = made.result()
    assert isinstance(result, Pictured)
    assert words(result.attributes) == "red top, black trousers"
