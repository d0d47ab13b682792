import hashlib
import re

import pytest
from streamlit.testing.v1 import AppTest
from streamlit_folium import _get_map_string

from dashboard import event_map
from dashboard.time_map.time_map import Basemap, Events, TimeMap

ASSETS = event_map.Assets("../served.time_map/", "../served.data/")


def built(channel="dateline-1"):
    return event_map.build(channel, ASSETS)


def test_the_map_is_the_same_string_from_run_to_run():
    assert _get_map_string(built()) == _get_map_string(built())


def test_no_address_of_the_map_leaves_the_machine():
    page = built().get_root().render()
    links = [href for _, href in (*TimeMap("a", "b").default_js, *TimeMap("a", "b").default_css)]

    assert "://" not in _get_map_string(built())
    assert links == ["a", "b"]
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)


def test_the_map_names_its_channel_and_its_files():
    script = _get_map_string(built("dateline-abc"))

    assert '"dateline-abc"' in script
    assert '"../served.time_map/map_frame.js"' in script
    assert '"../served.data/basemap/"' in script


@pytest.mark.parametrize("word", ["{{7*7}}", "a b", "'", "<b>", "{% raw %}", "é\u2028"])
def test_a_word_that_a_template_could_run_is_refused(word):
    with pytest.raises(ValueError, match="no plain address"):
        Events(word, "m.js", "s.css")
    with pytest.raises(ValueError, match="no plain address"):
        Basemap("b", areas=word)
    with pytest.raises(ValueError, match="no plain address"):
        TimeMap(word, "l.css")


def test_a_missing_file_of_the_installation_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(event_map, "TIME_MAP", tmp_path)

    with pytest.raises(event_map.AssetError, match=r"leaflet\.js is missing; install Dateline"):
        event_map.check_files()


def app():
    from streamlit_folium import st_folium

    from dashboard import event_map

    st_folium(event_map.build("dateline-1", event_map.serve_assets()), key="m", returned_objects=[])


def test_streamlit_gets_local_scripts_and_no_template_mark():
    page = AppTest.from_function(app).run(timeout=30)
    sent = page.get("component_instance")[0].proto.json_args

    assert not page.exception
    assert "://" not in sent
    assert re.search(r"\.\./dashboard\.event_map\.time_map-[0-9a-f]{12}/vendor/leaflet\.js", sent)


@pytest.mark.parametrize(
    "name", ["leaflet.js", "leaflet.css", "pmtiles.js", "protomaps-leaflet.js"]
)
def test_what_others_wrote_is_as_they_published_it(name):
    vendor = event_map.TIME_MAP / "vendor"
    digest = hashlib.sha256((vendor / name).read_bytes()).hexdigest()

    assert f"| `{name}` | `{digest}` |" in (vendor / "README.md").read_text()
