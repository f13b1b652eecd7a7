"""Where somebody is expected next, on the wire."""

from __future__ import annotations

from reid_service.associate.expecting import Expected, Outlook
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import Served
from tests.unit.associate.people import seen


def test_the_cameras_that_are_likely_to_see_somebody_next_come_with_their_times(
    served: Served,
) -> None:
    somebody = give_identity(served.store, add_sighting(served.store, "a"))
    before = seen("frigate:a", "frigate/door", 900.0, 910.0)
    garden = Expected("barn/garden", 0.61749, 914.04, 931.96, 24.26)
    served.ways.outlooks[somebody] = Outlook(before, 0.2, (garden,))
    assert served.get(f"/api/identities/{somebody}/expected") == {
        "identity_id": somebody,
        "last": {
            "sighting_id": "frigate:a",
            "frigate_instance": "frigate",
            "camera": "door",
            "last_seen_s": 910.0,
            "in_sight": False,
        },
        "away": 0.2,
        "cameras": [
            {
                "frigate_instance": "barn",
                "camera": "garden",
                "probability": 0.617,
                "from_s": 914.0,
                "to_s": 932.0,
                "walks": 24.3,
            }
        ],
    }


def test_nobody_is_expected_of_whom_nothing_was_seen_lately(served: Served) -> None:
    somebody = give_identity(served.store, add_sighting(served.store, "a"))
    assert served.get(f"/api/identities/{somebody}/expected") == {
        "identity_id": somebody,
        "last": None,
        "away": 1.0,
        "cameras": [],
    }
