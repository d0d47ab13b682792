"""A story: told step by step, linked to, and made by a reader who may edit."""

import re

import pytest
from playwright.sync_api import expect

from dashboard import standalone, story
from tests.browser import synthetic
from tests.browser.app_server import PHONE, open_app, when
from tests.browser.map_page import rest

pytestmark = pytest.mark.browser
NEWS = {
    "news.md": """---
outlet: Valley Post
date: 2020-10-09
---
Artillery shelled Stepanakert on Thursday, the ministry said.

Shells hit Shusha again on Friday, and two people were wounded.

Talks began in Moscow on Friday.
"""
}


@pytest.fixture
def file(folder):
    """The story of the module's own project, which has none yet."""
    (folder / story.FILE).unlink(missing_ok=True)
    return folder / story.FILE


def at(page):
    return page.locator(".story-number")


def test_each_step_sets_map_bar_and_list_and_has_a_short_link(page, address, complaints):
    open_app(page, address)
    page.keyboard.press("s")
    page.wait_for_url("**/?story=1")
    expect(at(page)).to_have_text("Step 1 of 12")
    expect(when(page)).to_have_text("Sun 27 Sep 2020")
    page.get_by_role("button", name="Next", exact=True).click()
    page.wait_for_url("**/?story=2")

    expect(at(page)).to_have_text("Step 2 of 12")
    expect(page.get_by_role("checkbox", name="Shelling", exact=True)).to_be_checked()
    listed = page.locator(".panel-title").inner_text()
    assert int(listed.split()[0]) == page.locator(".row:visible").count()
    span = page.locator(".story-span").bounding_box()
    band = page.locator(".band").bounding_box()
    assert span["width"] > 10
    assert abs(span["x"] - band["x"]) < 2
    page.keyboard.press("p")
    page.wait_for_url("**/?story=1")
    assert complaints == []


def test_a_link_opens_a_step_and_back_leads_to_the_one_before(page, address):
    open_app(page, address, "?story=7")
    expect(at(page)).to_have_text("Step 7 of 12")
    assert "As known on 8 Nov 2020" in page.locator(".known-chip").inner_text()
    page.keyboard.press("n")
    page.wait_for_url("**/?story=8")
    page.go_back()
    page.wait_for_url("**/?story=7")
    expect(at(page)).to_have_text("Step 7 of 12")

    page.go_forward()
    expect(at(page)).to_have_text("Step 8 of 12")


def test_who_strays_from_a_step_is_led_back(page, address):
    open_app(page, address, "?story=1")
    again = page.get_by_role("button", name="Show this step again")
    assert again.is_hidden()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**day=2020-09-28**story=1**")

    again.click()

    page.wait_for_url("**/?story=1")
    expect(when(page)).to_have_text("Sun 27 Sep 2020")


def test_a_step_that_is_not_there_is_said(page, address):
    open_app(page, address, "?story=99")

    page.locator(".notice summary").click()
    expect(page.locator(".notice p")).to_have_text("story=99")
    expect(page.locator(".story")).to_be_hidden()


def test_the_map_keeps_clear_of_the_panel(page, address):
    open_app(page, address, "?story=8")
    rest(page.frames[1])
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


def test_on_a_phone_the_panel_lies_over_the_map_above_the_sheet(reader, address):
    page = reader(**PHONE)
    open_app(page, address, "?story=3")
    panel, sheet = page.locator(".story").bounding_box(), page.locator(".panel").bounding_box()

    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390
    assert panel["y"] + panel["height"] <= sheet["y"]
    box = page.get_by_role("button", name="Next", exact=True).bounding_box()
    assert min(box["width"], box["height"]) >= 44


def test_a_story_is_made_ordered_and_taken_back_in_the_page(page, own_address, file):
    open_app(page, own_address, "?day=2020-10-08")
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


def test_a_broken_file_is_said_and_the_map_opens(page, own_address, file):
    file.write_text('[[step]]\nview = "z=7"\n', encoding="utf-8")
    open_app(page, own_address)

    page.locator(".notice summary", has_text="The story could not be read").click()
    expect(page.locator(".notice p")).to_contain_text("line 1 (step 1): has no caption")


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
    expect(when(page)).to_have_text("Fri 2 Oct 2020")

    page.keyboard.press("p")

    page.locator(".story-caption", has_text="One.").wait_for()
    page.wait_for_url("**#story=1")
    assert page.get_by_role("button", name="Make the story").count() == 0
    assert complaints == []
