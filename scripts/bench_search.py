"""The part `search` of scripts/bench: how many of a person's sightings a search finds, how fast."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import requests

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reid_service.app.site import open_site_embedder, open_site_gallery, open_site_store
from reid_service.app.stage import Stage
from reid_service.app.token import api_token
from reid_service.cli.options import model_setting
from reid_service.domain.crop import Vectors
from reid_service.domain.tracklet import crop_id, founded_identity_id, tracklet_id
from reid_service.embed.catalog import DEFAULT
from reid_service.recordings.format import Recording
from reid_service.settings import load_settings
from reid_service.storage.centring import learn_centring
from reid_service.storage.crops import to_blob
from reid_service.storage.indexing import Indexer
from reid_service.storage.schema import crops, embeddings, identities, tracklets
from reid_service.storage.store import Store

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
HISTORY = ROOT / "reports" / "search-history.jsonl"

SEEDS = 50
TICKS = 3
SHOWN = 10
WINDOWS_S = {"2 min": 120.0, "15 min": 900.0, "1 h": 3600.0, "everything": 1e9}
WINDOWS_ASKED_S = {"2 min": 120.0, "12 h": 43_200.0, "everything": 1e9}

STORED = 100_000
CROPS = 3
PEOPLE = 2_000
CAMERAS = 8
DAYS = 30.0
ASKED = 100
_START_S = 1_789_000_000.0
_AT_ONCE = 5_000


def search(options: argparse.Namespace) -> dict[str, Any]:
    """Recall over recordings by each model, then the time of candidates over a full store."""
    recordings = options.recordings or [DATA / "recordings" / "house_calm"]
    models = options.models or [
        DEFAULT,
        str(DATA / "models" / "reid" / "omz-reid-0286.onnx"),
    ]
    rows = [row for folder in recordings for model in models for row in _recall(folder, model)]
    figures = times(DEFAULT)
    HISTORY.parent.mkdir(parents=True, exist_ok=True)
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps({"at_s": time.time(), "rows": rows, "times": figures}) + "\n")
    return {"rows": len(rows)} | figures


@dataclass(frozen=True, slots=True)
class _Api:
    """The service, as a client uses it."""

    url: str
    session: requests.Session

    def call(self, method: str, path: str, body: Any = None, **params: Any) -> Any:
        answer = self.session.request(
            method, f"{self.url}/api{path}", json=body, params=params, timeout=60.0
        )
        answer.raise_for_status()
        return answer.json()


def _api(stage: Stage) -> _Api:
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {api_token(stage.data_dir, None)}"
    return _Api(stage.url, session)


def _recall(folder: Path, model: str) -> list[dict[str, Any]]:
    """One row a window: what 50 searches found before any tick, and after one refinement."""
    recording = Recording.open(folder)
    rows = []
    with (
        tempfile.TemporaryDirectory() as data_dir,
        Stage(recording, Path(data_dir), settings={"model": _absolute(model)}) as stage,
    ):
        stage.start_service()
        stage.play(window=256)
        people = {event_id: each.person for event_id, each in recording.truth.items()}
        known = [e for e in stage.client.pages("/api/sightings") if e["event_id"] in people]
        api = _api(stage)
        for name, window_s in WINDOWS_S.items():
            tried = list(_searches(api, known, people, window_s))
            row: dict[str, Any] = {
                "recording": folder.name,
                "model": Path(model).stem,
                "window": name,
                "searches": len(tried),
                "candidates": statistics.fmean(each.candidates for each in tried),
                "true": statistics.fmean(each.true for each in tried),
            }
            for figure in _FIGURES:
                found = [e.figures[figure] for e in tried if e.figures.get(figure) is not None]
                row[figure] = statistics.fmean(found) if found else None
            rows.append(row)
            _show(row)
    return rows


_FIGURES = (
    "recall@10",
    "ticks: recall@10",
    "ticks and crosses: recall@10",
    "the others: recall@10",
    "the others, ticks: recall@10",
    "the others, ticks and crosses: recall@10",
)


@dataclass(frozen=True, slots=True)
class _Tried:
    """One search: candidates and true ones in its window, and the recall at each step."""

    candidates: int
    true: int
    figures: Mapping[str, float | None]


def _searches(
    api: _Api, known: Sequence[dict[str, Any]], people: Mapping[str, str], window_s: float
) -> list[_Tried]:
    """Over random seeds that have at least one other sighting of the person in the window."""
    order = np.random.default_rng(0).permutation(len(known))
    tried: list[_Tried] = []
    for index in order:
        if len(tried) == SEEDS:
            break
        found = _one_search(api, known, people, known[index], window_s)
        if found is not None:
            tried.append(found)
    return tried


def _one_search(
    api: _Api,
    known: Sequence[dict[str, Any]],
    people: Mapping[str, str],
    seed: dict[str, Any],
    window_s: float,
) -> _Tried | None:
    around = {"from_s": 0.0, "to_s": 4e9} if window_s >= 1e9 else {"window_s": window_s}
    begun = api.call("POST", "/searches", {"sighting_id": seed["id"], **around})
    person = people[seed["event_id"]]
    true = {
        each["id"]
        for each in known
        if people[each["event_id"]] == person
        and each["id"] != seed["id"]
        and each["last_seen_s"] >= begun["from_s"]
        and each["start_s"] < begun["to_s"]
    }
    path = f"/searches/{begun['id']}"
    if not true:
        api.call("DELETE", path)
        return None
    first = api.call("GET", f"{path}/candidates", limit=200)
    shown = _ids(first)
    ticks = [each for each in shown[:SHOWN] if each in true][:TICKS]
    crosses = [each for each in shown[:SHOWN] if each not in true][:TICKS]
    api.call("POST", f"{path}/labels", {"ticks": ticks})
    ticked = _ids(api.call("POST", f"{path}/refine", limit=200))
    api.call("POST", f"{path}/labels", {"crosses": crosses})
    crossed = _ids(api.call("POST", f"{path}/refine", limit=200))
    api.call("DELETE", path)
    rest = true - set(ticks)
    figures = {
        "recall@10": _found(shown, true),
        "ticks: recall@10": _found(ticked, true),
        "ticks and crosses: recall@10": _found(crossed, true),
        "the others: recall@10": _found(shown, rest, ticks),
        "the others, ticks: recall@10": _found(ticked, rest, ticks),
        "the others, ticks and crosses: recall@10": _found(crossed, rest, ticks),
    }
    return _Tried(first["total"], len(true), figures)


def _ids(answer: dict[str, Any]) -> list[str]:
    return [each["sighting"]["id"] for each in answer["items"]]


def _found(shown: Sequence[str], true: set[str], without: Sequence[str] = ()) -> float | None:
    """Of as many true ones as ten places can hold, the share that is there."""
    left = [each for each in shown if each not in without][:SHOWN]
    return len(true.intersection(left)) / min(SHOWN, len(true)) if true else None


def _show(row: Mapping[str, Any]) -> None:
    head = f"  {row['recording']:<12}{row['model'][:20]:<22}{row['window']:<12}"
    counts = f"{row['searches']:>3} searches, {row['true']:.1f} of {row['candidates']:.0f}"
    print(f"{head}{counts}", flush=True)
    for figure in _FIGURES:
        print(f"      {figure:<44}{'-' if row[figure] is None else f'{row[figure]:.3f}'}")


def times(model: str) -> dict[str, float]:
    """Milliseconds from a request to its answer over HTTP, on a store with 100,000 sightings."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        _fill(Path(folder), model)
        print(f"  filled in {time.monotonic() - started:.0f} s", flush=True)
        recording = Recording.open(ROOT / "demo" / "site")
        settings = {"model": _absolute(model)}
        with Stage(recording, Path(folder), settings=settings) as stage:
            stage.start_service()
            figures |= _asked(stage)
    return figures


def _asked(stage: Stage) -> dict[str, float]:
    """Wall time, and processor time of service and index, for a busy machine makes one wait."""
    api, random = _api(stage), np.random.default_rng(1)
    process = psutil.Process(stage.process.pid if stage.process else None)
    busy = [process, *process.children(recursive=True)]

    def spent_s() -> float:
        return sum(sum(each.cpu_times()[:2]) for each in busy)

    figures: dict[str, float] = {}
    for name, window_s in WINDOWS_ASKED_S.items():
        for step, (taken, cpu_s) in _timed(api, random, window_s, spent_s).items():
            for share in (50, 95):
                label = f"{step}, {name}, p{share} ms"
                figures[label] = 1e3 * float(np.percentile(taken, share))
            figures[f"{step}, {name}, CPU ms"] = 1e3 * cpu_s / len(taken)
    return figures


def _timed(
    api: _Api, random: np.random.Generator, window_s: float, spent_s: Callable[[], float]
) -> dict[str, tuple[list[float], float]]:
    """Seconds of each request, and processor time of all, by step."""
    taken: dict[str, list[float]] = {"candidates": [], "refine": []}
    cpu_s = dict.fromkeys(taken, 0.0)

    def timed(step: str, method: str, path: str) -> Any:
        before_s, started = spent_s(), time.monotonic()
        answer = api.call(method, path)
        taken[step].append(time.monotonic() - started)
        cpu_s[step] += spent_s() - before_s
        return answer

    for number in random.integers(STORED, size=ASKED):
        around = {"from_s": 0.0, "to_s": 4e9} if window_s >= 1e9 else {"window_s": window_s}
        body = {"sighting_id": _key(int(number)), **around}
        path = f"/searches/{api.call('POST', '/searches', body)['id']}"
        shown = _ids(timed("candidates", "GET", f"{path}/candidates"))
        said = {"ticks": shown[:TICKS], "crosses": shown[TICKS : 2 * TICKS]}
        api.call("POST", f"{path}/labels", said)
        timed("refine", "POST", f"{path}/refine")
    return {step: (taken[step], cpu_s[step]) for step in taken}


def _fill(data_dir: Path, model: str) -> None:
    """A month of sightings of people who come again and again, in store and index."""
    settings = load_settings(
        arguments={"data_dir": data_dir, "model": _absolute(model)}, options_file=data_dir / "none"
    )
    with (
        closing(open_site_store(settings)) as store,
        closing(open_site_embedder(settings)) as embedder,
        closing(open_site_gallery(settings, embedder)) as gallery,
    ):
        random = np.random.default_rng(0)
        looks = _units(random.standard_normal((PEOPLE, embedder.dimension)))
        with store.write() as session:
            rows = [
                {"id": founded_identity_id(_key(each)), "number": each + 1, "created_s": _START_S}
                for each in range(PEOPLE)
            ]
            session.connection.execute(identities.insert(), rows)
        for first in range(0, STORED, _AT_ONCE):
            _write(store, embedder.model_id, looks, random, first)
        with store.write() as session:
            learn_centring(session, embedder.model_id)
        Indexer(store, gallery, embedder.model_id).rebuild()
        gallery.optimize()


def _write(
    store: Store, model_id: str, looks: Vectors, random: np.random.Generator, first: int
) -> None:
    numbers = range(first, min(first + _AT_ONCE, STORED))
    people = random.integers(PEOPLE, size=len(numbers))
    noise = _units(random.standard_normal((len(numbers), CROPS, looks.shape[1])))
    # Those of one camera have something in common, as a network's vectors do.
    tints = np.eye(CAMERAS, looks.shape[1])[[each % CAMERAS for each in numbers]]
    vectors = _units((looks[people] + 0.7 * tints)[:, np.newaxis] + 0.8 * noise)
    shots = [(index, shot) for index in range(len(numbers)) for shot in range(CROPS)]
    with store.write() as session:
        session.connection.execute(
            tracklets.insert(),
            [_sighting(each, int(who)) for each, who in zip(numbers, people, strict=True)],
        )
        session.connection.execute(crops.insert(), [_crop(first + at, shot) for at, shot in shots])
        session.connection.execute(
            embeddings.insert(),
            [
                {
                    "crop_id": crop_id(_key(first + at), _at_s(first + at) + shot),
                    "model_id": model_id,
                    "vector": to_blob(vectors[at, shot]),
                }
                for at, shot in shots
            ],
        )


def _sighting(number: int, person: int) -> dict[str, Any]:
    start_s = _at_s(number)
    return {
        "id": _key(number),
        "instance": "frigate",
        "event_id": _key(number).partition(":")[2],
        "camera": f"camera_{number % CAMERAS}",
        "state": "closed",
        "start_s": start_s,
        "last_seen_s": start_s + 10.0,
        "zones": [],
        "path": [[0.1 * step, 0.5, start_s + step] for step in range(10)],
        "identity_id": founded_identity_id(_key(person)),
        "firm": True,
        "updated_s": start_s,
    }


def _crop(number: int, shot: int) -> dict[str, Any]:
    at_s = _at_s(number) + shot
    terms = ("height", "sharpness", "completeness", "aspect", "visibility", "score")
    return {
        "id": crop_id(_key(number), at_s),
        "tracklet_id": _key(number),
        "frame_time_s": at_s,
        "x_min": 0.1,
        "y_min": 0.1,
        "x_max": 0.2,
        "y_max": 0.5,
        **dict.fromkeys(terms, 0.8),
    }


def _at_s(number: int) -> float:
    return _START_S + number * DAYS * 86_400.0 / STORED


def _key(number: int) -> str:
    return tracklet_id("frigate", f"{number:06d}-filled")


def _units(vectors: Any) -> Vectors:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), np.float32)


def _absolute(model: str) -> dict[str, Any]:
    setting = model_setting(model)
    if "file" in setting:
        setting["file"] = str(Path(setting["file"]).resolve())
    return setting
