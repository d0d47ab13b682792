from __future__ import annotations

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderUnavailable

from geodata.gazetteer.online import OnlineGazetteer

AGENT = "dateline-tests (nobody@example.org)"
ANSWER = {"lat": "39.76", "lon": "46.75", "display_name": "Shusha", "osm_id": 1}


class Answers(BaseSyncAdapter):
    """A server that knows one town and counts who asks."""

    asked: list[str]

    def get_text(self, url, *, timeout, headers):
        raise AssertionError("Nominatim answers in JSON")

    def get_json(self, url, *, timeout, headers):
        self.asked.append(url)
        if "broken" in url:
            raise GeocoderUnavailable("no network")
        return [ANSWER] if "Shusha" in url else []


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    monkeypatch.setattr(Answers, "asked", [], raising=False)
    return Answers.asked


@pytest.fixture
def online(tmp_path, asked) -> OnlineGazetteer:
    return OnlineGazetteer(AGENT, allow_network=True, cache=tmp_path, adapter_factory=Answers)


def test_it_is_off_unless_switched_on():
    with pytest.raises(ValueError, match="pass allow_network=True"):
        OnlineGazetteer(AGENT)


def test_it_wants_to_know_who_asks():
    with pytest.raises(ValueError, match="user agent"):
        OnlineGazetteer("python", allow_network=True)


def test_it_finds_a_place(online):
    location = online.geocode("Shusha")

    assert (location.latitude, location.longitude, location.raw) == (39.76, 46.75, ANSWER)


def test_an_answer_is_asked_for_once(online, asked, tmp_path):
    online.geocode("Shusha")
    OnlineGazetteer(AGENT, allow_network=True, cache=tmp_path, adapter_factory=Answers).geocode(
        "Shusha"
    )

    assert len(asked) == 1


def test_nothing_is_an_answer_too(online, asked):
    assert [online.geocode("Atlantis"), online.geocode("Atlantis", exactly_one=False)] == [None] * 2
    assert len(asked) == 1


def test_a_failure_is_raised_and_not_remembered(online, asked):
    for _ in range(2):
        with pytest.raises(GeocoderUnavailable):
            online.geocode("broken")

    assert len(asked) == 2


def test_every_request_is_logged(online, caplog):
    online.geocode("Shusha")

    assert "asking Nominatim for 'Shusha'" in caplog.text
