"""Measures the service on this machine; prints the figures and keeps them as JSON.

    scripts/bench [--model NAME|FILE] [replay] [latency] [memory] [identity] [search]

Without names every part runs. `cost` is the end of identity alone, `search-times` that of search.
Wall times on a busy machine say little: compare ratios of one run. A recording with people
(--recording) is needed for `replay` and `latency`; the one that ships is the default.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, closing
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil
import websockets

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench_cost import cost
from bench_identity import identity
from bench_search import search, times

from reid_service.app.site import open_site_embedder, open_site_gallery, open_site_store
from reid_service.app.stage import Stage, free_port
from reid_service.app.token import api_token
from reid_service.cli.evaluate import score
from reid_service.cli.options import model_setting
from reid_service.domain.boxes import FractionBox
from reid_service.domain.crop import Crop, CropQuality, EmbeddedCrop, Embedding
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.identity import SYSTEM_ACTOR
from reid_service.domain.tracklet import Tracklet, TrackletState, crop_id, tracklet_id
from reid_service.embed.catalog import DEFAULT
from reid_service.embed.choose import open_embedder
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign, found
from reid_service.ingest.payloads import PayloadRejected, parse_event
from reid_service.recordings.format import Recording
from reid_service.recordings.traffic import decode_event
from reid_service.settings import load_settings
from reid_service.storage.indexing import Indexer

ROOT = Path(__file__).resolve().parents[1]
BATCH = 8


def main() -> int:
    """Run the chosen parts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="|".join([*PARTS, *ENDS]))
    parser.add_argument("--recording", type=Path, default=ROOT / "demo" / "site")
    parser.add_argument("--model", default=DEFAULT, metavar="NAME|FILE")
    parser.add_argument("--seconds", type=float, default=300.0, help="of real time for latency")
    parser.add_argument(
        "--start", type=float, help="second at which latency starts (where most begins)"
    )
    parser.add_argument("--vectors", type=int, default=100_000, help="stored vectors for memory")
    parser.add_argument("--recordings", type=Path, nargs="+", help="of identity and search")
    parser.add_argument("--models", nargs="+", metavar="NAME|FILE", help="of identity and search")
    parser.add_argument("--json", type=Path, default=ROOT / "reports" / "bench.json")
    options = parser.parse_args()
    figures: dict[str, Any] = {"machine": _machine(), "model": Path(options.model).stem}
    for part in options.parts or PARTS:
        print(f"\n{part}", flush=True)
        figures[part] = (PARTS | ENDS)[part](options)
        for name, value in figures[part].items():
            print(f"  {name:<44} {_shown(value)}", flush=True)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


def replay(options: argparse.Namespace) -> dict[str, Any]:
    """As fast as it drains, twice; and the bare embedder on the same crops in the same run."""
    recording = Recording.open(options.recording)
    partitions, figures = [], {}
    folders = tempfile.TemporaryDirectory()
    for turn in ("first", "second"):
        # Deleted after both: some file systems are slow to make files where many went just now.
        with _stage(recording, options, Path(folders.name) / turn) as (stage, _):
            process = psutil.Process(stage.process.pid if stage.process else None)
            report = stage.play(window=256)
            scored = score(stage.client, recording, report.seconds)
            embedded = stage.client.metric("frigate_reid_embeddings_total")
            partitions.append(_partition(stage))
            rss_mb = _peak_rss_mb(process)
            bare = _bare_rate(options, stage)
        figures[turn] = {
            "crops": embedded,
            "seconds": report.seconds,
            "crops_per_s": embedded / report.seconds,
            "bare_crops_per_s": bare,
            "ratio": embedded / report.seconds / bare,
            "peak_rss_mb": rss_mb,
            "pictures_given_up": report.unfetched_pictures,
        }
    folders.cleanup()
    return {
        "tracked objects": scored.tracked_objects,
        "with a usable crop": scored.usable,
        "with an identity": scored.identified,
        "with two identities": len(scored.duplicates),
        "the same twice": partitions[0] == partitions[1],
        "pairwise precision": scored.precision,
        "pairwise recall": scored.recall,
        "pairwise F1": scored.f1,
        "IDF1": scored.idf1,
        "identities / people": f"{scored.identities} / {scored.people}",
        **{f"{name} ({turn})": value for turn in figures for name, value in figures[turn].items()},
    }


def latency(options: argparse.Namespace) -> dict[str, Any]:
    """From publishing a message to the provisional identity on the WebSocket, in real time."""
    recording = Recording.open(options.recording)
    start_s = _busiest(recording, options.seconds) if options.start is None else options.start
    published: dict[str, float] = {}
    waited: list[float] = []
    with _stage(recording, options) as (stage, _):
        listener = _Listener(stage, published, waited)
        listener.start()
        stage.play(
            speed=1.0,
            start_s=start_s,
            end_s=start_s + options.seconds,
            on_publish=lambda _, payload: published.update(_stamp(payload)),
        )
        listener.stop()
        one_ms = 1e3 / _bare_rate(options, stage, batch=1)
    p50, p95 = (1e3 * float(np.percentile(waited, each)) for each in (50, 95))
    return {
        "provisional identities (want 60)": len(waited),
        "p50 ms": p50,
        "p95 ms": p95,
        "one inference ms": one_ms,
        "p95 in inferences": p95 / one_ms,
    }


def _busiest(recording: Recording, seconds: float) -> float:
    """Second from which on most tracked objects begin within so many seconds."""
    starts = []
    for message in recording.messages():
        event = decode_event(message.payload)
        if event is not None and event.type == "new":
            starts.append(message.t - recording.header.start)
    within = [sum(start <= each < start + seconds for each in starts) for start in starts]
    return max(0.0, starts[int(np.argmax(within))] - 1.0) if starts else 0.0


def _stamp(payload: str) -> dict[str, float]:
    """When a person's message was published, by event id; nothing for other messages."""
    try:
        message = parse_event(payload.encode())
    except PayloadRejected:
        return {}
    return {message.event_id: time.monotonic()} if message else {}


def memory(options: argparse.Namespace) -> dict[str, Any]:
    """Resident memory of the service and its index process over a full store."""
    recording = Recording.open(options.recording)
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder)
        _fill(options, data_dir)
        with _stage(recording, options, data_dir) as (stage, _):
            process = psutil.Process(stage.process.pid if stage.process else None)
            rss_mb, pss_mb = _resident_mb(process)
            peak = _Peak(process)
            stage.play(end_s=300.0)
            health = stage.client.health() or {}
            peak_rss_mb, peak_pss_mb = peak.stop()
            return {
                "points in the index": health["gallery"]["points"],
                "RSS after the start MB": rss_mb,
                "PSS after the start MB": pss_mb,
                "peak RSS while busy MB": peak_rss_mb,
                "peak PSS while busy MB": peak_pss_mb,
            }


def _stage(
    recording: Recording, options: argparse.Namespace, data_dir: Path | None = None
) -> AbstractContextManager[tuple[Stage, Path]]:
    return _Staged(recording, options, data_dir)


class _Staged(AbstractContextManager[tuple[Stage, Path]]):
    """A stage with the best broker there is, in a folder that goes with it."""

    def __init__(
        self, recording: Recording, options: argparse.Namespace, data_dir: Path | None
    ) -> None:
        self._recording, self._options, self._data_dir = recording, options, data_dir
        self._stack = ExitStack()

    def __enter__(self) -> tuple[Stage, Path]:
        folder = self._data_dir or Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        stage = self._stack.enter_context(
            Stage(
                self._recording,
                folder,
                settings={"model": _absolute(self._options.model)},
                broker_port=_mosquitto(self._stack),
            )
        )
        try:
            stage.start_service()
        except BaseException:
            self._stack.close()
            raise
        return stage, folder

    def __exit__(self, *details: object) -> None:
        self._stack.close()


def _absolute(model: str) -> dict[str, Any]:
    setting = model_setting(model)
    if "file" in setting:
        setting["file"] = str(Path(setting["file"]).resolve())
    return setting


def _mosquitto(stack: ExitStack) -> int | None:
    """Port of a mosquitto of our own; None where it is not installed."""
    program = shutil.which("mosquitto")
    if program is None:
        return None
    port = free_port()
    process = subprocess.Popen(  # a quiet broker on loopback
        [program, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    time.sleep(0.5)
    return port


def _bare_rate(options: argparse.Namespace, stage: Stage, batch: int = BATCH) -> float:
    """Crops a second of the embedder alone, over the pictures that the service kept.

    On the runtime that the service chose: two that are about as fast are chosen by chance.
    """
    pictures = sorted((stage.data_dir / "pictures").rglob("*.jpg"))[:800]
    images = [np.asarray(cv2.imread(str(each)), np.uint8) for each in pictures]
    setting = model_setting(options.model)
    file = Path(setting["file"]) if "file" in setting else None
    chosen = stage.client.get("/api/health")["model"]["runtime"].split()[0]
    with closing(
        open_embedder(
            setting["name"],
            file=file,
            folder=stage.data_dir / "models",
            runtime=chosen if chosen in ("onnxruntime", "openvino") else "auto",
        )
    ) as model:
        model.embed(images[:batch])
        started = time.monotonic()
        for start in range(0, len(images), batch):
            model.embed(images[start : start + batch])
        return len(images) / (time.monotonic() - started)


def _partition(stage: Stage) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for each in stage.client.pages("/api/sightings"):
        groups.setdefault(each["identity_id"], set()).add(each["event_id"])
    return {frozenset(each) for each in groups.values()}


class _Peak:
    """Highest resident memory of a process with its children, looked at ten times a second.

    RSS counts what the processes share in each of them, PSS once; looking takes some milliseconds.
    """

    def __init__(self, process: psutil.Process) -> None:
        self._process = process
        self._rss_mb = self._pss_mb = 0.0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> tuple[float, float]:
        self._stopping.set()
        self._thread.join()
        return self._rss_mb, self._pss_mb

    def _run(self) -> None:
        while not self._stopping.wait(0.1):
            rss_mb, pss_mb = _resident_mb(self._process)
            self._rss_mb, self._pss_mb = max(self._rss_mb, rss_mb), max(self._pss_mb, pss_mb)


def _peak_rss_mb(process: psutil.Process) -> float:
    """Each process's own highest RSS as the kernel kept it, added up: no time was taken to look."""
    peaks = 0
    for each in (process, *process.children(recursive=True)):
        lines = Path(f"/proc/{each.pid}/status").read_text().splitlines()
        peaks += 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return peaks / 1e6


def _resident_mb(process: psutil.Process) -> tuple[float, float]:
    """RSS and PSS of a process with its children."""
    rss = pss = 0
    for each in (process, *process.children(recursive=True)):
        try:
            rss += each.memory_info().rss
            pss += _pss(each.pid)
        except (psutil.NoSuchProcess, OSError):
            continue
    return rss / 1e6, pss / 1e6


def _pss(pid: int) -> int:
    """In bytes; of the whole process, which costs little beside psutil's sum over its mappings."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


class _Listener(threading.Thread):
    """Takes the time of every provisional identity from the WebSocket."""

    def __init__(self, stage: Stage, published: dict[str, float], waited: list[float]) -> None:
        super().__init__(daemon=True)
        self._url = stage.url.replace("http", "ws") + "/api/ws"
        self._token = api_token(stage.data_dir, None)
        self._published, self._waited = published, waited
        self._ready = threading.Event()
        self._stopping = threading.Event()

    def start(self) -> None:
        super().start()
        self._ready.wait(10.0)

    def stop(self) -> None:
        self._stopping.set()
        self.join()

    def run(self) -> None:
        asyncio.run(self._listen())

    async def _listen(self) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        async with websockets.connect(self._url, additional_headers=headers) as socket:
            await socket.recv()
            await socket.send(json.dumps({"id": 1, "type": "subscribe", "topics": ["sightings"]}))
            self._ready.set()
            while not self._stopping.is_set():
                try:
                    message = json.loads(await asyncio.wait_for(socket.recv(), 0.5))
                except TimeoutError:
                    continue
                self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        data = message.get("data", {})
        if message.get("event") == "sighting" and data.get("phase") == "provisional":
            self._waited.append(time.monotonic() - self._published[data["event_id"]])


def _fill(options: argparse.Namespace, data_dir: Path) -> None:
    """A store with many sightings of random vectors, as a year of a house might leave."""
    settings = load_settings(
        arguments={"data_dir": data_dir, "model": _absolute(options.model)},
        options_file=data_dir / "none",
    )
    random = np.random.default_rng(0)
    quality = CropQuality(1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
    with (
        closing(open_site_store(settings)) as store,
        closing(open_site_embedder(settings)) as embedder,
        closing(open_site_gallery(settings, embedder)) as gallery,
    ):
        for first in range(0, options.vectors // BATCH, 500):
            with store.write() as session:
                for number in range(first, min(first + 500, options.vectors // BATCH)):
                    start_s = 1.0e9 + 60.0 * number
                    key = tracklet_id("frigate", f"{start_s:.6f}-filled")
                    session.tracklets.upsert(
                        Tracklet(
                            key,
                            "frigate",
                            key.partition(":")[2],
                            f"camera_{number % 8}",
                            TrackletState.CLOSED,
                            start_s,
                            start_s + 10.0,
                        ),
                        now_s=start_s,
                    )
                    for shot in range(BATCH):
                        vector = random.standard_normal(embedder.dimension).astype(np.float32)
                        vector /= np.linalg.norm(vector)
                        crop = Crop(
                            crop_id(key, start_s + shot),
                            key,
                            CameraKey("frigate", f"camera_{number % 8}"),
                            start_s + shot,
                            FractionBox(0.1, 0.1, 0.2, 0.5),
                            quality,
                            np.zeros((1, 1, 3), np.uint8),
                        )
                        session.crops.put(
                            EmbeddedCrop(crop, Embedding(embedder.model_id, vector)), None
                        )
                    act = Act(SYSTEM_ACTOR, start_s)
                    if number % 50 == 0:  # every fiftieth sighting is somebody new
                        founding = found(session, act, key, firm=True)
                        session.ledger.record(founding.decision)
                        known = founding.identity_id
                    else:
                        session.ledger.record(assign(session, act, key, known, firm=True))
        Indexer(store, gallery, embedder.model_id).rebuild()
        gallery.optimize()


def _machine() -> str:
    return f"{platform.machine()}, {psutil.cpu_count()} cores, Python {platform.python_version()}"


def _shown(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


PARTS: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "replay": replay,
    "latency": latency,
    "memory": memory,
    "identity": identity,
    "search": search,
}
ENDS: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "cost": lambda _: cost(),
    "search-times": lambda _: times(DEFAULT),
}

if __name__ == "__main__":
    sys.exit(main())
