"""A story: told step by step, linked to, and made by a reader who may edit."""

import re

import pytest

from dashboard import standalone, story
from tests.browser import synthetic
from tests.browser.app_server import app_server, open_app

pytestmark = pytest.mark.browser
NEWS = """---
outlet: Valley Post
date: 2020-10-09
---
Artillery shelled Stepanakert on Thursday, the ministry said.

Shells hit Shusha again on Friday, and two people were wounded.

Talks began in Moscow on Friday.
"""


@pytest.fixture(scope="module")
def address():
    with app_server() as found:
        yield found


@pytest.fixture
def own(tmp_path):
    (tmp_path / "news.md").write_text(NEWS, encoding="utf-8")
    with app_server(tmp_path) as found:
        yield found, tmp_path / story.FILE


def at(page):
    return page.locator(".story-number").inner_text()


def when(page):
    return page.locator(".header .when").inner_text()


def test_each_step_sets_map_bar_and_list_and_has_a_short_link(page, address, complaints):
    open_app(page, address)
    page.keyboard.press("s")
    page.wait_for_url("**/?story=1")
    assert at(page) == "Step 1 of 12"
    assert when(page) == "Sun 27 Sep 2020"
    page.get_by_role("button", name="Next", exact=True).click()
    page.wait_for_url("**/?story=2")

    listed = page.locator(".panel-title").inner_text()
    assert int(listed.split()[0]) == page.locator(".row:visible").count()
    assert page.get_by_role("checkbox", name="Shelling", exact=True).is_checked()
    span = page.locator(".story-span").bounding_box()
    band = page.locator(".band").bounding_box()
    assert span["width"] > 10
    assert abs(span["x"] - band["x"]) < 2
    page.keyboard.press("p")
    page.wait_for_url("**/?story=1")
    assert complaints == []


def test_a_link_opens_a_step_and_back_leads_to_the_one_before(page, address):
    open_app(page, address, "?story=7")
    assert at(page) == "Step 7 of 12"
    assert "As known on 8 Nov 2020" in page.locator(".known-chip").inner_text()
    page.keyboard.press("n")
    page.wait_for_url("**/?story=8")
    page.go_back()
    page.wait_for_url("**/?story=7")
    page.locator(".story-number", has_text="Step 7").wait_for()

    page.go_forward()
    page.locator(".story-number", has_text="Step 8").wait_for()


def test_who_strays_from_a_step_is_led_back(page, address):
    open_app(page, address, "?story=1")
    again = page.get_by_role("button", name="Show this step again")
    assert again.is_hidden()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**day=2020-09-28**story=1**")

    again.click()

    page.wait_for_url("**/?story=1")
    assert when(page) == "Sun 27 Sep 2020"


def test_a_step_that_is_not_there_is_said(page, address):
    open_app(page, address, "?story=99")

    page.locator(".notice summary").click()
    assert page.locator(".notice p").inner_text() == "story=99"
    assert page.locator(".story").is_hidden()


def test_the_map_keeps_clear_of_the_panel(page, address):
    open_app(page, address, "?story=8")
    page.wait_for_timeout(600)
    panel = page.locator(".story").bounding_box()
    frame = page.locator("iframe").bounding_box()

    left = (
        page.frame_locator("iframe")
        .locator(".leaflet-events-pane canvas")
        .evaluate(
            """(canvas) => {
          const pen = canvas.getContext("2d");
          const { data, width } = pen.getImageData(0, 0, canvas.width, canvas.height);
          let left = width;
          for (let at = 3; at < data.length; at += 4)
            if (data[at] > 200) left = Math.min(left, ((at - 3) / 4) % width);
          return canvas.getBoundingClientRect().left + left / (canvas.width / canvas.clientWidth);
        }"""
        )
    )

    assert frame["x"] + left >= panel["x"] + panel["width"] - 20


def test_on_a_phone_the_panel_lies_over_the_map_above_the_sheet(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    open_app(page, address, "?story=3")
    panel, sheet = page.locator(".story").bounding_box(), page.locator(".panel").bounding_box()

    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390
    assert panel["y"] + panel["height"] <= sheet["y"]
    box = page.get_by_role("button", name="Next", exact=True).bounding_box()
    assert min(box["width"], box["height"]) >= 44
    context.close()


def test_a_story_is_made_ordered_and_taken_back_in_the_page(page, own):
    address, file = own
    open_app(page, address, "?day=2020-10-08")
    page.get_by_role("button", name="Story", exact=True).click()
    for day, caption in (("2020-10-08", "The first."), ("2020-10-09", "The second.")):
        page.get_by_role("button", name="Add this view").click()
        page.get_by_label("Caption").fill(caption)
        page.get_by_role("button", name="Save", exact=True).click()
        page.locator(".story-caption", has_text=caption).wait_for()
        assert f"day={day}" in file.read_text(encoding="utf-8")
        page.locator(".header").click(position={"x": 300, "y": 4})
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Move the step up").click()
    page.locator(".story-number", has_text="Step 1 of 2").wait_for()
    assert captions(file) == ["The second.", "The first."]

    page.get_by_role("button", name="Move the step down").focus()
    page.keyboard.press("Shift+ArrowDown")
    page.locator(".story-number", has_text="Step 2 of 2").wait_for()
    assert captions(file) == ["The first.", "The second."]
    page.get_by_role("button", name="Delete the step").click()
    page.locator(".story-number", has_text="Step 1 of 1").wait_for()
    assert captions(file) == ["The first."]
    page.get_by_role("button", name="Undo").click()
    page.locator(".story-number", has_text="of 2").wait_for()
    assert captions(file) == ["The first.", "The second."]
    page.get_by_role("button", name="Edit text").click()
    page.get_by_label("Caption").fill("Written anew.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".story-caption", has_text="Written anew.").wait_for()
    assert captions(file)[-1] == "Written anew."


def captions(file):
    return re.findall(r'^caption = "(.*)"$', file.read_text(encoding="utf-8"), re.MULTILINE)


def test_a_broken_file_is_said_and_the_map_opens(page, own):
    address, file = own
    file.write_text('[[step]]\nview = "z=7"\n', encoding="utf-8")
    open_app(page, address)

    page.locator(".notice summary", has_text="The story could not be read").click()
    assert "line 1 (step 1): has no caption" in page.locator(".notice p").inner_text()


def test_the_exported_page_tells_the_story_too(page, tmp_path, complaints):
    told = story.parse(
        '[[step]]\ncaption = "One."\nview = "day=2020-10-01"\n'
        '[[step]]\ncaption = "<b>Two</b>."\nview = "day=2020-10-02"\n'
    )
    file = tmp_path / "map.html"
    html = standalone.page(synthetic.war(), [], "The war", synthetic.names, told)
    file.write_text(html, encoding="utf-8")
    page.goto(f"{file.as_uri()}#story=2")
    page.locator(".story-caption", has_text="<b>Two</b>.").wait_for()
    assert when(page) == "Fri 2 Oct 2020"

    page.keyboard.press("p")

    page.locator(".story-caption", has_text="One.").wait_for()
    assert page.url.endswith("#story=1")
    assert page.get_by_role("button", name="Make the story").count() == 0
    assert complaints == []
