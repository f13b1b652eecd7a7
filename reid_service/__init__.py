"""Frigate Re-ID: joins Frigate's per-camera person events into identities that cross cameras."""

import os

# Before numpy is loaded: its BLAS would start a thread for each core, and these spin while they
# wait. On products as small as ours that only takes time from the embedder (measured: a tracklet
# in the engine costs 2 ms of CPU with one thread and up to 24 ms with two).
for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

__version__ = "0.1.0"
