"""An appearance descriptor that needs no model file: colour and texture by body stripe.

It tells people with different clothes apart and nothing else; docs/models.md says how well.

The body is cut into overlapping horizontal stripes. In each, every pixel is a small vector: its
height in the stripe, how strong edges are there (across, up, down), and its colour. A
stripe is summed up as the Gaussian distribution of these vectors. Gaussians form a curved space,
where differences of their numbers mean little; they are taken to a flat one:

* a Gaussian N(mu, S) of dimension d is the positive definite matrix
  det(S)^(-1/(d+1)) * [[S + mu mu', mu], [mu', 1]] (Lovric, Min-Oo, Ruh, "Multivariate normal
  distributions parametrized as a Riemannian symmetric space", J. Multivariate Analysis 74, 2000;
  for persons: Matsukawa, Okabe, Suzuki, Sato, "Hierarchical Gaussian Descriptor for Person
  Re-Identification", CVPR 2016);
* the logarithm of that matrix lives in a flat space (Arsigny, Fillard, Pennec, Ayache,
  "Log-Euclidean metrics for fast and simple calculus on diffusion tensors", 2006); its upper
  triangle, with off-diagonal entries times sqrt 2, is the stripe's vector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from reid_service.domain.crop import Image, Vector, Vectors
from reid_service.embed.catalog import PRECISION
from reid_service.embed.embedder import Calibration
from reid_service.embed.preprocess import checked

DESCRIPTOR: Final = "descriptor"
"""The model's name."""

_VERSION: Final = 1  # part of the model id: raise it with any change of the numbers below
_CALIBRATION: Final = Calibration(same=0.92, new=0.89)
_CENTRED_CALIBRATION: Final = Calibration(same=0.72, new=0.57)

_WIDTH_PX: Final = 48
_HEIGHT_PX: Final = 128
_STRIPES: Final = 12
_STRIPE_PX: Final = 16
_TOPS_PX: Final = np.linspace(0, _HEIGHT_PX - _STRIPE_PX, _STRIPES).astype(int)
_BLUR_PX: Final = 1.0  # pictures of near and far people become equally sharp
_COLOUR_CONSTANCY: Final = 0.3  # 0 leaves the camera's tint, 1 makes the mean of each crop grey
_BODY_WIDTH: Final = 0.2  # of the crop's width: the background at the sides counts little
_REGULARISER: Final = 0.01
# Features are brought to a mean near 0 and a deviation near 1, by round numbers: then the
# matrices lie around the identity, their logarithms around 0, and cosines use their whole range.
_RAMP: Final = (np.arange(_STRIPE_PX) - (_STRIPE_PX - 1) / 2) / _HEIGHT_PX / 0.06
_EDGE_MEAN: Final = 0.03
_EDGE_STD: Final = 0.06
_LAB_MEAN: Final = np.array([42.0, 0.0, 0.0], np.float32)
_LAB_STD: Final = np.array([25.0, 10.0, 10.0], np.float32)
_HSV_MEAN: Final = np.array([0.0, 0.0, 0.42], np.float32)
_HSV_STD: Final = np.array([0.25, 0.25, 0.25], np.float32)

_FEATURES: Final = 7
_ORDER: Final = _FEATURES + 1
_ROWS, _COLUMNS = np.triu_indices(_ORDER)
_ENTRY_WEIGHT: Final = np.where(_ROWS == _COLUMNS, 1.0, np.sqrt(2.0))
_DIMENSION: Final = 2 * _STRIPES * len(_ROWS)

_Planes = NDArray[np.float32]


class DescriptorEmbedder:
    """The descriptor as an `Embedder` (see there)."""

    @property
    def model_id(self) -> str:
        """Name, version of the algorithm, precision."""
        return f"{DESCRIPTOR}-v{_VERSION}-{PRECISION}"

    @property
    def dimension(self) -> int:
        """Length D of the vectors: two colour spaces, 12 stripes, 36 numbers each."""
        return _DIMENSION

    @property
    def calibration(self) -> Calibration:
        """Where the descriptor separates people, as far as it does."""
        return _CALIBRATION

    @property
    def centred_calibration(self) -> Calibration:
        """The same for vectors less their camera's mean."""
        return _CENTRED_CALIBRATION

    @property
    def runtime(self) -> str:
        """What executes it, for people."""
        return f"opencv {cv2.__version__}"

    def embed(self, images: Sequence[Image]) -> Vectors:
        """Unit vectors, shape (len(images), dimension), in the order of `images`."""
        if not images:
            return np.empty((0, _DIMENSION), np.float32)
        return np.stack([describe(image) for image in images])

    def stream(self, images: Iterable[Image]) -> Iterator[Vector]:
        """The unit vector (dimension,) of each image, in their order."""
        return map(describe, images)

    def close(self) -> None:
        """Nothing to free."""


def describe(image: Image) -> Vector:
    """The descriptor of one crop, a unit vector of shape (864,). Raises `ModelError`."""
    picture = _standardised(checked(image))
    edges = _edges(picture)
    parts = []
    for colours in (_lab(picture), _hsv(picture)):
        part = _log_gaussians(np.concatenate([edges, colours], axis=2)).ravel()
        parts.append(part / np.linalg.norm(part))
    return np.asarray(np.concatenate(parts) / np.sqrt(len(parts)), np.float32)


def _standardised(image: Image) -> Image:
    """The crop at 48 x 128 pixels, part of its tint taken away, slightly blurred."""
    shrinks = image.shape[0] > _HEIGHT_PX
    picture = cv2.resize(
        image,
        (_WIDTH_PX, _HEIGHT_PX),
        interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR,
    )
    means = picture.reshape(-1, 3).mean(axis=0)
    gains = (means.mean() / np.maximum(means, 1.0)) ** _COLOUR_CONSTANCY
    balanced = np.clip(picture * gains, 0, 255).astype(np.uint8)
    return np.asarray(cv2.GaussianBlur(balanced, (0, 0), _BLUR_PX), np.uint8)


def _edges(picture: Image) -> _Planes:
    """Edges across, up and down, shape (128, 48, 3).

    Left and right count as one, so that a person and the mirrored person are the same. Each
    gradient is shared between the two directions that it lies between.
    """
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32) / 255
    right = cv2.Sobel(grey, cv2.CV_32F, 1, 0, ksize=1)
    down = cv2.Sobel(grey, cv2.CV_32F, 0, 1, ksize=1)
    strength, angle = cv2.cartToPolar(right, down)
    quarter = angle / (np.pi / 2)  # 0 right, 1 down, 2 left, 3 up
    whole = np.floor(quarter)
    second = strength * (quarter - whole)
    first = strength - second
    directions = whole.astype(int) % 4
    shares = [
        np.where(directions == each, first, 0) + np.where((directions + 1) % 4 == each, second, 0)
        for each in range(4)
    ]
    planes = np.dstack([shares[0] + shares[2], shares[3], shares[1]])
    return np.asarray((planes - _EDGE_MEAN) / _EDGE_STD, np.float32)


def _lab(picture: Image) -> _Planes:
    """CIE Lab, shape (128, 48, 3), brought to a deviation near 1."""
    lab = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)
    return np.asarray((lab - _LAB_MEAN) / _LAB_STD, np.float32)


def _hsv(picture: Image) -> _Planes:
    """Hue and saturation as a point of the plane, and brightness: shape (128, 48, 3)."""
    hue, saturation, value = cv2.split(cv2.cvtColor(picture, cv2.COLOR_BGR2HSV))
    angle = hue * np.float32(np.pi / 90)  # OpenCV counts hue in steps of two degrees
    radius = saturation / np.float32(255)
    planes = np.dstack([radius * np.cos(angle), radius * np.sin(angle), value / np.float32(255)])
    return np.asarray((planes - _HSV_MEAN) / _HSV_STD, np.float32)


def _column_weights() -> NDArray[np.float64]:
    """Weight of each pixel of a stripe, shape (16 * 48,), of sum 1: the middle counts most."""
    offset = (np.arange(_WIDTH_PX) - (_WIDTH_PX - 1) / 2) / _WIDTH_PX
    weights = np.tile(np.exp(-0.5 * (offset / _BODY_WIDTH) ** 2), _STRIPE_PX)
    return np.asarray(weights / weights.sum(), np.float64)


_WEIGHTS: Final = _column_weights()


def _log_gaussians(features: _Planes) -> NDArray[np.float64]:
    """Flat coordinates of each stripe's Gaussian, shape (12, 36); see the module's text."""
    pixels = np.ones((_STRIPES, _STRIPE_PX, _WIDTH_PX, _ORDER))
    pixels[..., 0] = _RAMP[:, None]
    for stripe, top in zip(pixels, _TOPS_PX, strict=True):
        stripe[..., 1:_FEATURES] = features[top : top + _STRIPE_PX]
    rows = pixels.reshape(_STRIPES, -1, _ORDER)
    # With a last feature of 1 the second moments are [[S + mu mu', mu], [mu', 1]] at once.
    gaussians = (rows * _WEIGHTS[:, None]).swapaxes(1, 2) @ rows
    gaussians[:, range(_FEATURES), range(_FEATURES)] += _REGULARISER
    values, vectors = np.linalg.eigh(gaussians)
    logarithms = (vectors * np.log(values)[:, None, :]) @ vectors.swapaxes(1, 2)
    # The determinant of the matrix is det S; dividing by its root makes the logarithm traceless.
    trace = np.trace(logarithms, axis1=1, axis2=2)
    logarithms[:, range(_ORDER), range(_ORDER)] -= trace[:, None] / _ORDER
    return np.asarray(logarithms[:, _ROWS, _COLUMNS] * _ENTRY_WEIGHT, np.float64)
