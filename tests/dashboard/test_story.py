"""A story: read from a file that people write, written by the page, never overwritten unawares."""

from datetime import date
from pathlib import Path

import pytest

from dashboard import answers, story, view
from dashboard.loading import Loaded
from dashboard.story import Step, Story
from geodata import project as projects
from geodata.records import ProjectError
from geodata.settings import Settings

TWO = """\
lang = "en"

[[step]]
title = "The first day"
caption = "It begins."
view = "day=2020-09-27&cat=shelling"

[[step]]
caption = \"\"\"
Two paragraphs.

The second.\"\"\"
view = "https://host/?mode=window&from=2020-10-01&to=2020-10-09&known=clock"
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "a.md").write_text("Talks began in Moscow.", encoding="utf-8")
    return projects.Project(tmp_path, "Mine", Settings())


def save(project, steps, base="", read_only=False):
    asked = answers.Asked(Loaded(project, {}, {}, (), b""), read_only)
    question = {"id": "q", "kind": "story.save", "base": base, "steps": steps}
    return answers.answer(asked, question, story.ANSWERERS)


def test_steps_are_read_in_order_with_views_as_words():
    told = story.parse(TWO)

    assert [step.title for step in told.steps] == ["The first day", ""]
    assert told.steps[1].caption == "Two paragraphs.\n\nThe second."
    assert view.parse(told.steps[0].words).last == date(2020, 9, 27)
    assert view.parse(told.steps[1].words).known == "clock"


def test_what_is_written_is_read_again_whatever_stands_in_it():
    caption = 'She said "no" \\ twice.\n\n"""Three""" quotes: "'
    told = Story((Step(caption, "day=2020-09-27", 'A "head"'), Step("ə ğ Շ ж", "z=7")), "en")

    again = story.parse(story.as_toml(told))

    assert (again.steps, again.lang) == (told.steps, "en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[step]]\ncaption = "a\n', r"story.toml is not valid TOML .*line 2.*mend that line"),
        ('\n[[step]]\nview = "z=7"\n', r"line 2 \(step 1\): has no caption; write caption"),
        ('[[step]]\ncaption = "a"\n[[step]]\ncaption = 3\n', r"line 3 \(step 2\): caption must be"),
        ('[[step]]\ncaption = "a"\nview = "day=31"\n', r"step 1\): “day=31” in view is not under"),
        ('[[step]]\ncaption = "a"\nview = "magic=1"\n', r"“magic=1” in view is not understood"),
        ('[[step]]\ncaption = "a"\nwhen = "now"\n', r"step 1\): when is no part of a step"),
        ('[[stop]]\ncaption = "a"\n', r"stop means nothing here; steps begin with \[\[step\]\]"),
        ('[step]\ncaption = "a"\n', r"begin each step with \[\[step\]\]"),
    ],
)
def test_a_mistake_is_told_by_line_and_step_with_what_to_do(text, words):
    with pytest.raises(ProjectError, match=words):
        story.parse(text)


def test_a_project_without_a_file_has_no_steps(project):
    assert story.read(project) == Story()


def test_the_page_writes_the_file_and_reads_it_back(project):
    steps = [{"title": "T", "caption": "C\x00 \nmore", "view": "day=2020-09-27"}]

    assert save(project, steps) == {"id": "q"}

    assert story.read(project).steps == (Step("C\nmore", "day=2020-09-27", "T"),)
    assert "[[step]]" in (project.path / "story.toml").read_text(encoding="utf-8")


def test_a_file_changed_meanwhile_is_not_overwritten(project):
    (project.path / "story.toml").write_text(TWO, encoding="utf-8")
    old = story.read(project).digest
    (project.path / "story.toml").write_text(TWO.replace("begins", "began"), encoding="utf-8")

    answer = save(project, [], base=old)

    assert "changed meanwhile" in answer["error"]
    assert len(story.read(project).steps) == 2


def test_read_only_nothing_is_written(project):
    answer = save(project, [{"caption": "C", "view": ""}], read_only=True)

    assert "read-only" in answer["error"]
    assert not (project.path / "story.toml").exists()


@pytest.mark.parametrize("steps", [None, "x", [3], [{}], [{"caption": ["x"], "view": ""}]])
def test_a_page_can_send_anything(project, steps):
    assert "error" in save(project, steps)


def test_the_story_of_one_file_stands_beside_it(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("x", encoding="utf-8")

    assert story.own_file(projects.Project(file, "a")) == tmp_path / "a.md.story.toml"


def test_the_chronicles_story_has_eight_to_twelve_steps_and_is_edited_elsewhere(
    tmp_path, monkeypatch
):
    monkeypatch.setenv(projects.VARIABLE, str(tmp_path))
    chronicle = projects.load()
    told = story.read(chronicle)
    assert 8 <= len(told.steps) <= 12

    save(chronicle, [{"caption": "Mine", "view": "z=7"}], base=told.digest)

    assert story.read(chronicle).steps == (Step("Mine", "z=7"),)
    assert len(story.parse((projects.CHRONICLE / "story.toml").read_text("utf-8")).steps) > 1


def test_every_number_and_day_of_the_chronicles_story_stands_in_a_dispatch():
    texts = "".join(file.read_text("utf-8") for file in Path(projects.CHRONICLE).glob("2*.md"))
    told = story.parse((projects.CHRONICLE / "story.toml").read_text("utf-8"))
    words = " ".join(f"{step.title} {step.caption}" for step in told.steps).split()
    numbers = {word.strip(".,;()").removesuffix("th").removesuffix("nd") for word in words}

    assert not {n for n in numbers if n[:1].isdigit() and n not in texts}
