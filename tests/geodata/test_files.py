from __future__ import annotations

import stat
from pathlib import Path

import pytest

from geodata.files import open_text, whole_file
from geodata.records import ProjectError


def write_half(target: Path, stop: type[BaseException]) -> None:
    with whole_file(target) as file:
        file.write_text("half")
        raise stop


def test_the_name_appears_only_once_all_is_written(tmp_path: Path):
    target = tmp_path / "out.csv"

    with whole_file(target) as file:
        file.write_text("half")
        assert not target.exists()

    assert target.read_text() == "half"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_work_that_is_stopped_leaves_the_old_file(tmp_path: Path, stop):
    target = tmp_path / "out.csv"
    target.write_text("old")

    with pytest.raises(stop):
        write_half(target, stop)

    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_refused(tmp_path: Path):
    with pytest.raises(ProjectError, match="is a folder; give the name of a file"):
        whole_file(tmp_path).__enter__()


def test_a_folder_that_does_not_exist_is_named_before_the_work(tmp_path: Path):
    with pytest.raises(ProjectError, match=r"no/out\.csv: cannot be written \(No such file"):
        whole_file(tmp_path / "no" / "out.csv").__enter__()


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "link.csv").symlink_to("real.csv")

    with whole_file(tmp_path / "link.csv") as file:
        file.write_text("new")

    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


def test_others_may_read_it_as_any_file(tmp_path: Path):
    (tmp_path / "plain").touch()

    with whole_file(tmp_path / "out.csv"):
        pass

    mode = stat.S_IMODE((tmp_path / "out.csv").stat().st_mode)
    assert mode == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.parametrize("standing", ["/dev/null", "/dev/stdout"])
def test_a_device_is_written_to_directly(standing):
    with whole_file(standing) as file:
        assert file == Path(standing)


def test_half_a_surrogate_pair_does_not_stop_the_writing(tmp_path: Path):
    with open_text(tmp_path / "out.json") as lines:
        lines.write('"\ud83d"')

    assert (tmp_path / "out.json").read_bytes() == b'"\\ud83d"'
