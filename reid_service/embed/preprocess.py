"""From pictures to the tensor that a network expects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from reid_service.domain.crop import Image
from reid_service.embed.catalog import Channels, ModelInput
from reid_service.errors import ModelError

Tensor: TypeAlias = NDArray[np.float32]
"""A batch of pictures, shape (N, 3, height, width)."""


def to_tensor(images: Sequence[Image], target: ModelInput) -> Tensor:
    """Resize bilinearly (without antialiasing, as the networks were trained) and normalise.

    Shape (len(images), 3, height, width), channels in the order of `target`. Raises
    `ModelError` for an array that is no picture.
    """
    factor = np.float32(target.scale) / np.array(target.std, np.float32)
    shift = -np.array(target.mean, np.float32) / np.array(target.std, np.float32)
    order = (2, 1, 0) if target.channels is Channels.RGB else (0, 1, 2)
    tensor = np.empty((len(images), 3, target.height, target.width), np.float32)
    for image, planes in zip(images, tensor, strict=True):
        resized = cv2.resize(
            checked(image), (target.width, target.height), interpolation=cv2.INTER_LINEAR
        )
        # Channel by channel into place: nine times faster than converting the whole picture and
        # transposing it, and seven times faster than cv2.dnn.blobFromImages.
        for plane, source, scale, offset in zip(planes, order, factor, shift, strict=True):
            np.multiply(resized[:, :, source], scale, out=plane)
            np.add(plane, offset, out=plane)
    return tensor


def checked(image: Image) -> Image:
    """`image` if it is an 8-bit picture with three channels, else `ModelError`."""
    if image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3 or image.size == 0:
        raise ModelError(
            f"An array of {image.dtype} with shape {image.shape} is no picture: give 8-bit "
            "pictures of shape (height, width, 3)."
        )
    return image
