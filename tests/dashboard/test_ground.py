import pytest

from dashboard.ground import failure, find_ground, offered
from geodata.records import ProjectError
from tests.browser.tiny_pmtiles import pmtiles, vector_file


@pytest.fixture
def project(tmp_path):
    (tmp_path / "region.pmtiles").write_bytes(vector_file("water"))
    return tmp_path


def test_a_project_without_one_has_none(tmp_path):
    assert find_ground(tmp_path) is None
    assert find_ground(tmp_path / "corpus.jsonl") is None
    assert offered(tmp_path) is None
    assert failure(tmp_path) is None


def test_a_file_in_the_folder_can_be_chosen(project):
    assert find_ground(project).opens is False
    assert offered(project)["address"].startswith("ground/")


def test_the_map_opens_on_the_file_that_the_settings_name(project):
    (project / "dateline.toml").write_text('basemap = "region.pmtiles"')

    assert find_ground(project).opens is True


def test_another_file_of_the_same_name_has_another_address(project):
    before = find_ground(project).address

    (project / "region.pmtiles").write_bytes(vector_file("earth, and more"))

    assert find_ground(project).address != before


def test_of_several_the_settings_choose(project):
    (project / "other.pmtiles").write_bytes(vector_file("water"))
    with pytest.raises(ProjectError, match=r'holds 2 .* as basemap = "other\.pmtiles"'):
        find_ground(project)

    (project / "dateline.toml").write_text('basemap = "region.pmtiles"')
    assert find_ground(project).file.name == "region.pmtiles"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is no PMTiles file of version 3"),
        (b"SQLite format 3\0", "is no PMTiles file of version 3"),
        (b"PMTiles\x02" + bytes(200), "is no PMTiles file of version 3"),
        (pmtiles(b"", 9, {}), "holds tiles of a kind that cannot be drawn"),
    ],
)
def test_what_is_no_pmtiles_is_refused_and_said(project, content, words):
    (project / "region.pmtiles").write_bytes(content)

    assert words in failure(project)
    assert "region.pmtiles" in failure(project)
    assert offered(project) is None


def test_a_file_that_is_not_there_is_named(tmp_path):
    (tmp_path / "dateline.toml").write_text('basemap = "gone.pmtiles"')

    assert "gone.pmtiles: cannot be read" in failure(tmp_path)
