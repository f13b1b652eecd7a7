"""What is known of each embedding model: its input, its output, where it separates people.

One model is part of this project. The catalog recognises files that people bring, by their
SHA-256 and never by their name: two files called `osnet_x0_25_msmt17.onnx` are known that differ
strongly. docs/models.md has the measurements behind the calibrations.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, NamedTuple

import msgspec

from reid_service.embed.embedder import Calibration

PRECISION: Final = "fp32"
"""Arithmetic of every runtime here; part of the model id."""

_Side = Annotated[int, msgspec.Meta(ge=8, le=1024)]
_Triple = tuple[float, float, float]


class Channels(StrEnum):
    """Order of the colour channels that a model expects."""

    BGR = "bgr"
    RGB = "rgb"


class ModelInput(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a picture becomes a tensor: resized, then (value * scale - mean) / std per channel.

    Sizes in pixels; `value` is in [0, 255]; `mean` and `std` are in the order of `channels`.
    """

    height: _Side
    width: _Side
    channels: Channels
    scale: Annotated[float, msgspec.Meta(gt=0.0)] = 1.0
    mean: _Triple = (0.0, 0.0, 0.0)
    std: _Triple = (1.0, 1.0, 1.0)

    def __post_init__(self) -> None:
        if min(self.std) <= 0.0:
            msg = "each value of std must be above 0"
            raise ValueError(msg)


class ModelFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a model file does not say of itself; also the format of side files.

    `dimension` is the length D of the vectors. `licence` is for people to read. The calibrations
    are those of `Embedder`; scripts/bench_models.py measures them.
    """

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$")]
    licence: str
    input: ModelInput
    dimension: Annotated[int, msgspec.Meta(ge=2, le=4096)]
    calibration: Calibration
    centred_calibration: Calibration | None = None

    def __post_init__(self) -> None:
        for each in (self.calibration, self.centred_calibration or self.calibration):
            if not -1.0 <= each.new <= each.same <= 1.0:
                msg = "a calibration needs -1 <= new <= same <= 1"
                raise ValueError(msg)


_Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A second file that a model needs beside the first: the weights of an OpenVINO network."""

    file: str
    sha256: _Digest
    url: str | None = None


class ModelEntry(ModelFacts, frozen=True, kw_only=True):
    """A model file that is known by its digest; `url` is None when it cannot be fetched.

    `sha256` is in lower-case hexadecimal digits. `shipped` files are part of this project.
    """

    file: str
    sha256: _Digest
    url: str | None = None
    weights: Part | None = None
    shipped: bool = False

    @property
    def model_id(self) -> str:
        """Name, start of the digest, precision.

        The runtime is no part of it: at equal precision the runtimes agree to a cosine of
        1.0000, while a lower precision moves vectors by more than a threshold's last digit.
        """
        return f"{self.name}-{self.sha256[:8]}-{PRECISION}"


_OPEN_MODEL_ZOO: Final = (
    "Apache-2.0 (Intel Open Model Zoo, converted to ONNX); what it was trained on is not stated"
)
_OPEN_MODEL_ZOO_ITSELF: Final = (
    "Apache-2.0 (Intel Open Model Zoo 2023.0); what it was trained on is not stated"
)
_OSNET: Final = (
    "code MIT, weights trained on {}, whose pictures are for research only; "
    "the place where they were published states no licence"
)
_RENDERED: Final = "Apache-2.0, trained by this project on people rendered from CC0 assets"
_RENDERED_TAUGHT: Final = (
    f"{_RENDERED}, with a teacher (person-reidentification-retail-0277, Apache-2.0) "
    "whose own training data is not stated"
)

_RAW_BGR: Final = ModelInput(height=256, width=128, channels=Channels.BGR)
_IMAGENET_RGB: Final = ModelInput(
    height=256,
    width=128,
    channels=Channels.RGB,
    scale=1 / 255,
    mean=(0.485, 0.456, 0.406),
    std=(0.229, 0.224, 0.225),
)
_RAW_RGB_SMALL: Final = ModelInput(height=128, width=64, channels=Channels.RGB)


class _Family(NamedTuple):
    """What several files have in common."""

    licence: str
    input: ModelInput
    dimension: int


_ZOO: Final = _Family(_OPEN_MODEL_ZOO, _RAW_BGR, 256)
_MSMT17: Final = _Family(_OSNET.format("MSMT17"), _IMAGENET_RGB, 512)
_MARKET: Final = _Family(_OSNET.format("Market-1501"), _IMAGENET_RGB, 512)
_OWN: Final = _Family(_RENDERED, _RAW_RGB_SMALL, 256)
_OWN_TAUGHT: Final = _Family(_RENDERED_TAUGHT, _RAW_RGB_SMALL, 256)

DEFAULT: Final = "frigate-reid-s1"
"""The model that ships."""

# File, digest, then the thresholds of docs/models.md: same, new, same centred, new centred.
_SHIPPED: Final = (
    "frigate-reid-s1.onnx",
    "33dbacf7bb6f47ea539a23996d1b31d5798a8e1419bca30da788f83fcee3610a",
    _OWN_TAUGHT,
    (0.78, 0.60, 0.55, 0.42),
)
_FILES: Final = (
    (
        "omz-reid-0277.f16w.onnx",
        "d8b02820005a6ef5a38bbd9f2c98bdb379dd4bfa063fba951bfd7638012914a3",
        _ZOO,
        (0.52, 0.40, 0.40, 0.27),
    ),
    (
        "omz-reid-0286.f16w.onnx",
        "c2ace53321595d05583d4951bf076b06ca634958de8cf773091b42359b269903",
        _ZOO,
        (0.51, 0.39, 0.39, 0.26),
    ),
    (
        "omz-reid-0286.onnx",
        "644951011f3b81f9d455174fa374ee3cc6b716e24df139cfd59b372741ea0e29",
        _ZOO,
        (0.51, 0.39, 0.39, 0.26),
    ),
    (
        "omz-reid-0287.f16w.onnx",
        "366fbd9cc3cede099983477082aaa944269720a8a68d019bbb4ea72c34b0ee0d",
        _ZOO,
        (0.49, 0.38, 0.40, 0.27),
    ),
    (
        "omz-reid-0287.onnx",
        "57beed2626313459e8427473a6748d7cac918bd92df14a1f21233363e2066928",
        _ZOO,
        (0.49, 0.38, 0.40, 0.27),
    ),
    (
        "omz-reid-0288.f16w.onnx",
        "ce272831c1b377d431c9c45a51a910ef7e39ae583a72a5f4850430694a5e63f1",
        _ZOO,
        (0.55, 0.44, 0.42, 0.29),
    ),
    (
        "omz-reid-0288.onnx",
        "3be970b13bd6fa30e525e7f7ce6d64af94ce37be2b5b87738b5b6ac4b3fae60d",
        _ZOO,
        (0.55, 0.44, 0.42, 0.29),
    ),
    (
        "osnet_x0_25_msmt17_akshay.onnx",
        "61b2604171ef9d58d21758626f83b35a253c3d7123976523a6e03068c3c95d7b",
        _MSMT17,
        (0.88, 0.85, 0.51, 0.37),
    ),
    (
        "osnet_x0_25_msmt17_czqosu.onnx",
        "dddd73c80b78e24ef982f9c352c1947b42d67433887011e8eb33a00313edef5e",
        _MSMT17,
        (0.88, 0.84, 0.52, 0.37),
    ),
    (
        "osnet_x0_25_market1501.onnx",
        "65ed2d9c9ce1c73cdf6a9d309b7e5a64241e0d20144c3b190d257e7fbb3f828f",
        _MARKET,
        (0.90, 0.86, 0.64, 0.49),
    ),
    (
        "B_synth.onnx",
        "5ed0a8df52ca68bbfc6a4a52893521a02b7caa05599a7cc2b1482231a33461bd",
        _OWN,
        (0.67, 0.57, 0.61, 0.48),
    ),
    (
        "C_synth_distill.onnx",
        "f433524d034b690a7eabad77f00556e12912122db5caf4233c2c43a029549ca1",
        _OWN_TAUGHT,
        (0.82, 0.72, 0.75, 0.62),
    ),
)


# OpenVINO's own format, as Open Model Zoo publishes it: number, precision, digests of network and
# weights, then the thresholds of the same weights in ONNX.
_PUBLISHED: Final = (
    (
        "0277",
        "FP16",
        "82039b1bb986231c50345550e59def94e63579998e9cddbd1a312f293eb87729",
        "6bb69e09d07733cc3896b29081d2627f92db7b9aacd50f1a8c3df491cb10f1b7",
        (0.52, 0.40, 0.40, 0.27),
    ),
    (
        "0286",
        "FP16",
        "cc547e622d8aeabf97938213f68171bf59ac7d01c910ceadfea984aa96e5d1b5",
        "d06beb9e2b2661d42b233f64ef623f3518fc46dc11f6b7dd53cda8962d9d1bd9",
        (0.51, 0.39, 0.39, 0.26),
    ),
    (
        "0287",
        "FP32",
        "09af746c1068a3e89355e1f0226d3d6982dc1cd77634b1f70a40f1f654a94be1",
        "7f53d18d11253455e0e11646b2176cf6509cc7c97cb5376f9b91b4c41e09a06c",
        (0.49, 0.38, 0.40, 0.27),
    ),
    (
        "0288",
        "FP32",
        "30f452b2ed2763f7bf429eea23f8f243ad0e7f3cdd7226db6888f1660efb3424",
        "6496b8d51741703c9e9c7f6474cb96c60de1856d7b4fd77235e48cea146066a5",
        (0.55, 0.44, 0.42, 0.29),
    ),
)
_PUBLISHED_AT: Final = (
    "https://storage.openvinotoolkit.org/repositories/open_model_zoo/2023.0/models_bin/1"
)


def _entry(
    file: str, sha256: str, family: _Family, thresholds: tuple[float, float, float, float]
) -> ModelEntry:
    same, new, same_centred, new_centred = thresholds
    return ModelEntry(
        name=file.removesuffix(".onnx").lower(),
        file=file,
        sha256=sha256,
        licence=family.licence,
        input=family.input,
        dimension=family.dimension,
        calibration=Calibration(same, new),
        centred_calibration=Calibration(same_centred, new_centred),
    )


def _published(
    number: str,
    precision: str,
    network: str,
    weights: str,
    thresholds: tuple[float, float, float, float],
) -> ModelEntry:
    stem = f"person-reidentification-retail-{number}"
    folder = f"{_PUBLISHED_AT}/{stem}/{precision}"
    family = _Family(_OPEN_MODEL_ZOO_ITSELF, _RAW_BGR, 256)
    return msgspec.structs.replace(
        _entry(f"{stem}.xml", network, family, thresholds),
        name=f"omz-reid-{number}.ir",
        url=f"{folder}/{stem}.xml",
        weights=Part(file=f"{stem}.bin", sha256=weights, url=f"{folder}/{stem}.bin"),
    )


CATALOG: Final = (
    msgspec.structs.replace(_entry(*_SHIPPED), shipped=True),
    *(_entry(*each) for each in _FILES),
    *(_published(*each) for each in _PUBLISHED),
)
"""Every known model."""


def named(name: str) -> ModelEntry | None:
    """The entry of that name, if there is one.

    >>> named("omz-reid-0286").model_id
    'omz-reid-0286-64495101-fp32'
    """
    return next((entry for entry in CATALOG if entry.name == name), None)


def of_digest(sha256: str) -> ModelEntry | None:
    """The entry of the file with that digest, if it is known."""
    return next((entry for entry in CATALOG if entry.sha256 == sha256), None)
