"""The ledger over the API."""

from __future__ import annotations

from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import Served


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
