"""The ledger over the API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from reid_service.api.auth import Ingress
from reid_service.app.stage import free_port
from reid_service.identities.act import Act
from reid_service.identities.editing import rename
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import Served, serving


def test_the_ledger_is_told_newest_first_page_by_page(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a"))
    served.commands.rename(anna, "Anna")
    served.commands.set_exposed(anna, True)
    first = served.get("/api/decisions", limit=2)
    second = served.get("/api/decisions", limit=2, cursor=first["cursor"])
    kinds = [each["kind"] for each in first["items"] + second["items"]]
    assert kinds == ["expose", "rename", "assign"]
    assert second["cursor"] is None
    assert first["items"][1]["changes"] == [
        {
            "subject": "identity",
            "subject_id": anna,
            "field": "name",
            "before": None,
            "after": "Anna",
        }
    ]


def test_an_undo_is_a_decision_that_can_be_undone(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a"))
    [rename] = served.commands.rename(anna, "Anna").decision_ids
    undone = served.send("POST", f"/api/decisions/{rename}/undo")
    assert (undone["decision"]["kind"], undone["decision"]["reverses"]) == ("undo", rename)
    assert served.get(f"/api/identities/{anna}")["name"] is None
    by_id = {each["id"]: each["undone"] for each in served.get("/api/decisions")["items"]}
    assert (by_id[rename], by_id[undone["decision_ids"][0]]) == (True, False)
    served.send("POST", f"/api/decisions/{undone['decision_ids'][0]}/undo")
    assert served.get(f"/api/identities/{anna}")["name"] == "Anna"


def test_an_undo_that_comes_too_late_is_a_conflict(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a"))
    [first] = served.commands.rename(anna, "Anna").decision_ids
    served.commands.rename(anna, "Hanna")
    answer = served.send("POST", f"/api/decisions/{first}/undo", status=409)
    assert answer["code"] == "conflict"


def test_the_ledger_is_filtered_by_whom_and_what(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a"))
    served.commands.rename(anna, "Anna")
    served.commands.set_hidden(anna, True)
    with served.store.write() as session:
        session.ledger.record(rename(session, Act("user:Zoë", 2000.0), anna, "Zoë").decision)

    def kinds(**where: Any) -> list[str]:
        return [each["kind"] for each in served.get("/api/decisions", **where)["items"]]

    assert kinds(by="service") == ["assign"]
    assert kinds(by="people") == ["rename", "hide", "rename"]
    assert kinds(actor="user:Zoë") == ["rename"]
    assert kinds(kind=["hide", "assign"]) == ["hide", "assign"]
    assert kinds(to=2000.0, by="people") == ["hide", "rename"]
    assert served.get("/api/decisions/actors") == {"items": ["system", "user", "user:Zoë"]}
    page = served.get("/api/decisions", limit=1)
    assert page["people"] == [{"id": anna, "label": "Zoë"}]
    served.get("/api/decisions", **{"from": 5.0, "to": 1.0}, status=422)


def test_an_act_through_ingress_bears_the_name_of_who_did_it(store: Store, tmp_path: Path) -> None:
    door = Ingress(free_port(), "127.0.0.1")
    with serving(store, tmp_path, ingress=door) as served:
        anna = give_identity(store, add_sighting(store, "a"))
        path = f"/api/identities/{anna}"
        headers = {"X-Remote-User-Name": "zoe", "X-Remote-User-Display-Name": "Zoe Weiss"}
        at = f"http://127.0.0.1:{door.port}"
        assert httpx.patch(at + path, json={"name": "A"}, headers=headers).status_code == 200
        short = {"X-Remote-User-Name": "zoe"}
        assert httpx.patch(at + path, json={"name": "B"}, headers=short).status_code == 200
        assert httpx.patch(at + path, json={"name": "C"}).status_code == 200
        # The other port believes nobody's headers.
        assert served.client.patch(path, json={"name": "D"}, headers=headers).status_code == 200
        told = served.get("/api/decisions", kind="rename")["items"]
    actors = [each["actor"] for each in reversed(told)]
    assert actors == ["user:Zoe Weiss", "user:zoe", "user", "user"]
