import pytest

from geodata.dates.tense import direction


def at(text):
    start = text.index("Friday")
    return direction(text, start, start + len("Friday"))


@pytest.mark.parametrize(
    "text",
    [
        "Talks will be held Friday.",
        "Talks are set to take place in Geneva on Friday.",
        "The meeting has been postponed until Friday.",
        "The truce is to begin on Friday.",
        "On Friday, the two sides will meet.",
        "He said that ministers were due to meet on Friday.",
    ],
)
def test_what_is_to_come_points_forward(text):
    assert at(text) == "forward"


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Friday it will go on.",
        "They will be tried by judges who arrived on Friday.",
        "It shelled the town on Friday.",
    ],
)
def test_what_was_points_back(text):
    assert at(text) == "back"


def test_a_bare_weekday_is_open():
    assert at("A delegation is in Ankara on Friday.") == "open"
