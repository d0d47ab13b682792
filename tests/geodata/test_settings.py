"""dateline.toml: what it may say, and what is said of a mistake in it."""

import pytest

from geodata.records import ProjectError
from geodata.settings import Settings, read_settings

WHOLE = """
title = "Hills"
focus = ["am", "AZ"]
names = "en"
finder = "spacy:en_core_web_md"
demonyms = true
decimals = 2
hidden = ["Goris", "geonames:1"]
[sides]
"Valley Post" = "north"
[homes]
"Valley Post" = "Goris"
"""


def test_a_folder_without_the_file_has_the_usual_settings(tmp_path):
    assert read_settings(tmp_path) == Settings()


def test_every_setting_is_read(tmp_path):
    (tmp_path / "dateline.toml").write_text(WHOLE)

    assert read_settings(tmp_path) == Settings(
        title="Hills",
        focus=("AM", "AZ"),
        names="en",
        finder="spacy:en_core_web_md",
        demonyms=True,
        decimals=2,
        hidden=("Goris", "geonames:1"),
        sides={"Valley Post": "north"},
        homes={"Valley Post": "Goris"},
    )


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        ("title = [1", "is not valid TOML"),
        ("title = 1", 'write title = "…"'),
        ('focus = "Armenia"', 'write focus = ["AZ", "AM"]'),
        ('focus = ["Armenia"]', 'write focus = ["AZ", "AM"]'),
        ('names = "nl"', "names must be one of source"),
        ("names = []", "names must be one of source"),
        ('finder = "sapcy"', 'finder must be "dateline"'),
        ('demonyms = "yes"', "demonyms must be true or false"),
        ("decimals = 9", "a number from 0 to 5"),
        ("decimals = true", "a number from 0 to 5"),
        ("hidden = 1", "hidden must list places"),
        ('sides = "both"', "sides must name a side"),
        ("[sides]\nPost = 1", "sides must name a side"),
        ("contact = 1", 'write contact = "desk@example.org"'),
        ('basemap = "map.png"', 'write basemap = "region.pmtiles"'),
        ("[homes]\nPost = 1", "homes must name a place"),
        ('focuss = ["AM"]', "focuss is no setting; there are title, focus"),
    ],
)
def test_a_mistake_is_named_with_how_to_mend_it(tmp_path, settings, advice):
    (tmp_path / "dateline.toml").write_text(settings)

    with pytest.raises(ProjectError) as error:
        read_settings(tmp_path)

    assert "dateline.toml" in str(error.value)
    assert advice in str(error.value)
