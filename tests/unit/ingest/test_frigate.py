"""What the client asks of Frigate and makes of the answers, against a fake on loopback."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from reid_service.errors import (
    FrigateDenied,
    FrigateError,
    FrigateNotFound,
    FrigateRefused,
    FrigateUnreachable,
)
from reid_service.ingest.frigate import FrigateClient, Profile
from reid_service.ingest.transport import FrigateTransport
from reid_service.ingest.versions import FrigateVersion
from reid_service.settings import FrigateSettings
from tests.brokers import free_port
from tests.frigate_messages import EVENT_ID, START_S, row
from tests.unit.ingest.clients import client_of
from tests.unit.ingest.fake_frigate import NO_EVENT, FakeFrigate, Reply, Request, as_json, serving

EVENT = f"/events/{EVENT_ID}"


# Questions and answers


def test_the_version_is_read_as_numbers(client: FrigateClient) -> None:
    assert client.version() == FrigateVersion(0, 17)


@pytest.mark.parametrize("answer", [b"<html>", b"\xff\xfe", b""])
def test_what_is_no_frigate_is_said_so(
    frigate: FakeFrigate, client: FrigateClient, answer: bytes
) -> None:
    frigate.on("/version", Reply(200, answer))
    with pytest.raises(FrigateRefused, match=r"not Frigate; check frigate\.url"):
        client.version()


def test_the_configuration_is_read(frigate: FakeFrigate, client: FrigateClient) -> None:
    cameras = {
        "front": {
            "enabled": True,
            "friendly_name": "Front door",
            "detect": {"width": 1280, "height": 720, "fps": 5},
            "zones": {
                "lawn": {"coordinates": "0.1,0.2,0.5,0.2,0.5,0.9", "friendly_name": "Lawn"},
                "old": {"coordinates": ["128,72", "640,72", "640,720"]},
                "odd": {"coordinates": "1,2,x"},
                "uneven": {"coordinates": [0.1, 0.2, 0.3]},
            },
            "snapshots": {"enabled": True, "clean_copy": False},
            "onvif": {"host": "10.0.0.5", "autotracking": {"enabled": True}},
        },
        "back": {"zones": {"pixels": {"coordinates": "1,2,300,4,5,6"}}},
    }
    sent = {"cameras": cameras, "mqtt": {"topic_prefix": "nvr"}, "face_recognition": {}}
    frigate.on("/config", as_json(sent))
    config = client.config()
    front = config.cameras["front"]
    assert config.topic_prefix == "nvr"
    assert not config.face_recognition
    assert (front.label, front.ptz, front.autotracking) == ("Front door", True, True)
    assert (front.snapshots, front.clean_copy) == (True, False)
    lawn, old, odd, uneven = front.zones
    assert (lawn.label, lawn.polygon) == ("Lawn", ((0.1, 0.2), (0.5, 0.2), (0.5, 0.9)))
    assert old.polygon == ((0.1, 0.1), (0.5, 0.1), (0.5, 1.0))
    assert odd.polygon == uneven.polygon == ()
    assert config.frame_size("back") is None
    assert config.cameras["back"].zones[0].polygon == ()
    assert config.frame_size("unknown") is None


@pytest.mark.parametrize(
    "sent",
    [
        "nonsense",
        {"cameras": {"a/b": {}}},
        {"cameras": {"a": {"detect": {"width": 0, "height": 5}}}},
        {"cameras": {f"camera_{n}": {} for n in range(501)}},
    ],
)
def test_an_odd_configuration_is_refused(
    frigate: FakeFrigate, client: FrigateClient, sent: object
) -> None:
    frigate.on("/config", as_json(sent))
    with pytest.raises(FrigateRefused, match="configuration"):
        client.config()


@pytest.mark.parametrize(
    ("sent", "expected", "writes"),
    [
        ({"username": "anonymous", "role": "admin"}, Profile("anonymous", "admin"), True),
        ({"username": "reid", "role": "viewer", "allowed_cameras": []}, None, False),
        ({"username": "reid", "role": "garage"}, None, False),
        ({"username": "reid"}, Profile("reid", None), True),  # 0.15 knows no roles
    ],
)
def test_the_profile_tells_whether_we_may_write(
    frigate: FakeFrigate,
    client: FrigateClient,
    sent: dict[str, Any],
    expected: Profile | None,
    writes: bool,
) -> None:
    frigate.on("/profile", as_json(sent))
    assert client.profile().can_write is writes
    assert expected is None or client.profile() == expected


def test_an_unreadable_profile_is_refused(frigate: FakeFrigate, client: FrigateClient) -> None:
    frigate.on("/profile", Reply(200, b"<html>"))
    with pytest.raises(FrigateRefused, match="profile"):
        client.profile()


def test_an_event_is_read_afresh_when_asked(frigate: FakeFrigate, client: FrigateClient) -> None:
    frigate.on(EVENT, as_json(row()))
    assert client.event(EVENT_ID).event_id == EVENT_ID
    client.event(EVENT_ID, fresh=True)
    cached, fresh = frigate.asked(EVENT)
    assert "X-Cache-Bypass" not in cached.headers
    assert fresh.headers["X-Cache-Bypass"] == "1"


def test_a_missing_event_is_not_found(client: FrigateClient) -> None:
    with pytest.raises(FrigateNotFound, match="no such event"):
        client.event(EVENT_ID)


def test_an_unreadable_event_is_refused_without_its_content(
    frigate: FakeFrigate, client: FrigateClient
) -> None:
    frigate.on(EVENT, as_json(row(camera="secret/place")))
    with pytest.raises(FrigateRefused) as caught:
        client.event(EVENT_ID)
    assert "secret" not in str(caught.value)


def rows(*starts: float) -> list[dict[str, Any]]:
    return [
        row(id=f"{start}-a{number}", start_time=start, end_time=start + 9.0)
        for number, start in enumerate(starts)
    ]


def test_events_come_in_pages_without_loss_or_repetition(
    frigate: FakeFrigate, client: FrigateClient
) -> None:
    # Many at one time, across the edge of the first page and more than a page of them.
    frigate.rows = rows(*[START_S + i for i in range(95)], *[START_S - 1.0] * 230, START_S - 2.0)
    found = [each.event_id for each in client.events()]
    assert len(found) == len(set(found)) == 326
    assert set(found) == {each["id"] for each in frigate.rows}
    for request in frigate.asked("/events"):
        assert request.params["labels"] == "person"
        assert request.params["include_thumbnails"] == "0"
        assert "offset" not in request.params


def test_a_server_that_disobeys_the_bounds_is_not_asked_for_ever(
    frigate: FakeFrigate, client: FrigateClient
) -> None:
    frigate.on("/events", as_json([row(data={"type": "api"})] * 500))
    assert list(client.events(before_s=START_S)) == []
    assert len(frigate.requests) == 1


def test_events_obey_bounds_and_limit(frigate: FakeFrigate, client: FrigateClient) -> None:
    frigate.rows = rows(*[START_S + i for i in range(300)])
    found = client.events(after_s=START_S + 10.0, before_s=START_S + 13.0)
    assert [each.start_time_s for each in found] == [START_S + 12.0, START_S + 11.0]
    assert len(list(client.events(limit=150))) == 150
    assert list(client.events(in_progress=True)) == []
    filtered = list(client.events(has_snapshot=True, cameras=["a", "b"], limit=1))
    assert len(filtered) == 1
    last = frigate.asked("/events")[-1].params
    assert (last["has_snapshot"], last["cameras"]) == ("1", "a,b")


def test_unreadable_rows_and_events_of_others_are_skipped(
    frigate: FakeFrigate, client: FrigateClient, caplog: pytest.LogCaptureFixture
) -> None:
    frigate.rows = [
        row(camera="a/b"),
        row(camera="c/d"),
        row(data={"type": "api"}),
        row(id="1.0-good"),
    ]
    assert [each.event_id for each in client.events()] == ["1.0-good"]
    assert len(caplog.messages) == 1


def test_a_list_that_is_none_is_refused(frigate: FakeFrigate, client: FrigateClient) -> None:
    frigate.on("/events", as_json({"rows": []}))
    with pytest.raises(FrigateRefused, match="list of events"):
        list(client.events())


@pytest.mark.parametrize(
    ("version", "extension"),
    [("0.15.2", "png"), ("0.16.4", "png"), ("0.17.2", "webp"), ("0.18.0-beta1", "webp")],
)
def test_the_clean_picture_has_the_ending_of_the_version(version: str, extension: str) -> None:
    fake = FakeFrigate(version=version)
    fake.on(f"{EVENT}/snapshot-clean.{extension}", Reply(200, b"picture"))
    with serving(fake), client_of(fake) as client:
        assert client.clean_image(EVENT_ID) == b"picture"
        client.clean_image(EVENT_ID)
    assert len(fake.asked("/version")) == 1


def test_whoever_asks_says_which_picture_is_meant() -> None:
    fake = FakeFrigate(version="0.18.0")
    fake.on(f"{EVENT}/snapshot.jpg", Reply(200, b"frame"))
    with serving(fake), client_of(fake) as client:
        client.clean_image(EVENT_ID, 1789110012.25)
        client.clean_image(EVENT_ID)
    for name in ("snapshot-clean.webp", "snapshot.jpg"):
        said, unsaid = fake.asked(f"{EVENT}/{name}")
        assert said.params["frame_time"] == "1789110012.25"
        assert "frame_time" not in unsaid.params


@pytest.mark.parametrize(
    ("version", "event", "given"),
    [
        ("0.15.2", NO_EVENT, True),  # tracked, not in the database yet
        ("0.17.2", as_json(row(end_time=None)), True),
        ("0.17.2", as_json(row()), False),  # ended: the box is drawn in
        ("0.18.0", as_json(row()), True),
    ],
)
def test_another_picture_is_taken_only_where_it_is_clean(
    version: str, event: Reply, given: bool
) -> None:
    fake = FakeFrigate(version=version)
    fake.on(EVENT, event)
    fake.on(f"{EVENT}/snapshot.jpg", Reply(200, b"frame"))
    with serving(fake), client_of(fake) as client:
        if given:
            assert client.clean_image(EVENT_ID) == b"frame"
        else:
            with pytest.raises(FrigateNotFound):
                client.clean_image(EVENT_ID)
    (asked,) = fake.asked(f"{EVENT}/snapshot.jpg")
    assert {asked.params[name] for name in ("bbox", "timestamp", "crop")} == {"0"}
    assert "h" not in asked.params


def test_frames_and_thumbnails_are_fetched(frigate: FakeFrigate, client: FrigateClient) -> None:
    path = f"/front/recordings/{START_S:.6f}/snapshot.png"
    frigate.on(path, Reply(200, b"frame"))
    frigate.on(f"{EVENT}/thumbnail.jpg", Reply(200, b"thumbnail"))
    assert client.recording_frame("front", START_S, height=1080) == b"frame"
    assert client.thumbnail(EVENT_ID) == b"thumbnail"
    assert frigate.asked(path)[0].params == {"height": "1080"}


def test_writes_are_sent_as_the_contract_says(frigate: FakeFrigate, client: FrigateClient) -> None:
    done = as_json({"success": True})
    export = f"/export/front/start/{START_S:.3f}/end/{START_S + 5:.3f}"
    for what in ("sub_label", "description", "retain"):
        frigate.on(f"{EVENT}/{what}", done)
    frigate.on(export, as_json({"export_id": "front_x1", "status": "queued"}, 202), done)
    client.set_sub_label(EVENT_ID, "A" * 150, 0.91)
    client.set_sub_label(EVENT_ID, "")
    client.set_description(EVENT_ID, "a man")
    client.retain(EVENT_ID, keep=True)
    client.retain(EVENT_ID, keep=False)
    assert client.export_clip("front", START_S, START_S + 5, "walk" * 100) == "front_x1"
    assert client.export_clip("front", START_S, START_S + 5, "walk") is None
    assert [each.json for each in frigate.asked(f"{EVENT}/sub_label")] == [
        {"subLabel": "A" * 100, "subLabelScore": 0.91},
        {"subLabel": ""},
    ]
    assert frigate.asked(f"{EVENT}/description")[0].json == {"description": "a man"}
    assert [each.method for each in frigate.asked(f"{EVENT}/retain")] == ["POST", "DELETE"]
    assert len(frigate.asked(export)[0].json["name"]) == 256


def test_ids_and_cameras_cannot_leave_their_place_in_the_url(
    frigate: FakeFrigate, client: FrigateClient
) -> None:
    with pytest.raises(FrigateNotFound):
        client.thumbnail("../config?x=1#")
    with pytest.raises(FrigateNotFound):
        client.recording_frame("../../logout", START_S)
    paths = [each.path for each in frigate.requests]
    assert paths[0] == "/events/..%2Fconfig%3Fx%3D1%23/thumbnail.jpg"
    assert paths[1].startswith("/..%2F..%2Flogout/recordings/")


# Failures


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_passing_failure_is_asked_again(
    frigate: FakeFrigate, client: FrigateClient, status: int
) -> None:
    frigate.on("/version", Reply(status), Reply(200, b"0.17.0"))
    assert client.version() == FrigateVersion(0, 17)
    assert len(frigate.asked("/version")) == 2


def test_a_lasting_failure_is_unreachable(frigate: FakeFrigate, client: FrigateClient) -> None:
    frigate.on("/version", Reply(503))
    with pytest.raises(FrigateUnreachable, match="503"):
        client.version()
    assert len(frigate.asked("/version")) == 3


def test_a_write_is_never_repeated(frigate: FakeFrigate, client: FrigateClient) -> None:
    frigate.on(f"{EVENT}/sub_label", Reply(500))
    with pytest.raises(FrigateUnreachable):
        client.set_sub_label(EVENT_ID, "Anna")
    assert len(frigate.requests) == 1


def test_a_frigate_that_does_not_answer_in_time_is_unreachable(frigate: FakeFrigate) -> None:
    frigate.on("/version", Reply(200, b"0.17.0", delay_s=0.6), Reply(200, b"0.17.0"))
    with client_of(frigate, read_timeout_s=0.2) as client:
        assert client.version() == FrigateVersion(0, 17)
        frigate.on(f"{EVENT}/retain", Reply(delay_s=0.6))
        with pytest.raises(FrigateUnreachable, match=r"check frigate\.url"):
            client.retain(EVENT_ID, keep=True)


def test_nobody_there_is_unreachable() -> None:
    fake = FakeFrigate(url=f"http://127.0.0.1:{free_port()}")
    with client_of(fake) as client, pytest.raises(FrigateUnreachable, match="does not answer"):
        client.version()


@pytest.mark.parametrize(
    ("reply", "error", "words"),
    [
        (Reply(403), FrigateDenied, "role admin"),
        (Reply(401), FrigateDenied, r"frigate\.username"),
        (Reply(302, headers={"Location": "/login"}), FrigateDenied, r"frigate\.username"),
        (Reply(301, headers={"Location": "https://a/"}), FrigateRefused, "redirects"),
        (as_json({"success": False, "message": "No\x00 way\n"}, 400), FrigateRefused, "No way"),
        (as_json({"detail": [{"loc": 1}]}, 422), FrigateRefused, "422"),
        (Reply(400, b"<html>"), FrigateRefused, "no reason"),
    ],
)
def test_refusals_say_how_to_mend_them(
    frigate: FakeFrigate,
    client: FrigateClient,
    reply: Reply,
    error: type[FrigateError],
    words: str,
) -> None:
    frigate.on(EVENT, reply)
    with pytest.raises(error, match=words):
        client.event(EVENT_ID)
    assert len(frigate.requests) == 1


def test_an_endless_answer_is_cut_off(frigate: FakeFrigate) -> None:
    frigate.on("/config", Reply(200, b"x" * 200_000))
    transport = FrigateTransport(FrigateSettings(url=frigate.url), max_answer_bytes=100_000)
    with pytest.raises(FrigateRefused, match="longer than 100000 bytes"):
        transport.get("/config")
    transport.close()


def test_each_request_is_counted_by_its_end(frigate: FakeFrigate) -> None:
    ends: list[str] = []
    client = FrigateClient(FrigateSettings(url=frigate.url), on_request=ends.append)
    client.version()
    with pytest.raises(FrigateNotFound):
        client.event(EVENT_ID)
    client.close()
    assert ends == ["ok", "frigate_not_found"]


def test_closing_ends_the_waiting(frigate: FakeFrigate) -> None:
    with client_of(frigate, requests_per_second=0.001) as client:
        for _ in range(20):
            client.version()
        threading.Timer(0.05, client.close).start()
        with pytest.raises(FrigateUnreachable, match="stopping"):
            client.version()


def test_no_more_requests_at_once_than_allowed(frigate: FakeFrigate) -> None:
    inside, most = [0], [0]
    lock = threading.Lock()

    def slow(_: Request) -> Reply:
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        time.sleep(0.02)
        with lock:
            inside[0] -= 1
        return Reply(200, b"picture")

    frigate.routes[f"{EVENT}/thumbnail.jpg"] = slow
    settings = FrigateSettings(url=frigate.url, requests_per_second=1000.0)
    client = FrigateClient(settings, max_concurrent=2)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: client.thumbnail(EVENT_ID), range(24)))
    client.close()
    assert found == [b"picture"] * 24
    assert most[0] == 2
