"""The dashboard as a reader uses it, over the bundled chronicle."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.app_server import MAP_DRAWN, PHONE, count, drawn, open_app, when
from tests.dashboard.test_style import contrast

pytestmark = pytest.mark.browser
FRAMES = """() => {
  window.frames_ = [];
  let last = performance.now();
  const tick = (now) => {
    window.frames_.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""
TARGETS = "button, a, select, summary, input[type=text], input[type=search], [role=slider]"
SMALL = """([targets, least]) => {
  const page = '[class*="dateline-workbench"] [data-testid*="Isolated"]';
  return [...document.querySelector(page).shadowRoot.querySelectorAll(targets)]
    .filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((node) => [node.className || node.textContent, node.getBoundingClientRect()])
    .filter(([, { width, height }]) => width && height && Math.min(width, height) < least - 0.5)
    .map(([name, { width, height }]) => `${name}: ${Math.round(width)}x${Math.round(height)}`);
}"""


@pytest.fixture
def app(page, address):
    open_app(page, address)
    return page


def phone(reader, address):
    page = reader(**PHONE)
    open_app(page, address)
    return page


def readout(page):
    return page.locator(".header .readout")


def say_nothing_more(page):
    page.wait_for_timeout(500)  # a commit would go out 150 ms after the last key


def drag(page, start, end, steps=60):
    box = page.locator(".plot").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * start, y)
    page.mouse.down()
    for step in range(1, steps + 1):
        page.mouse.move(box["x"] + box["width"] * (start + (end - start) * step / steps), y)
        page.wait_for_timeout(8)
    page.mouse.up()


def test_it_opens_on_the_war_with_events_and_asks_nobody(app, outside, complaints):
    expect(readout(app)).to_contain_text("27 Sep")
    assert count(app) > 100
    assert app.locator(".row:visible").count() >= 8
    assert outside == []
    assert complaints == []


def test_the_opening_needs_no_words_in_the_address(app, address):
    say_nothing_more(app)

    assert app.url == f"{address}/"


def test_a_drag_sends_nothing_until_it_ends(page, address):
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(data)))
    open_app(page, address)
    say_nothing_more(page)
    before = len(sent)
    box = page.locator(".plot").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 20)
    page.mouse.down()
    for step in range(100):
        page.mouse.move(box["x"] + box["width"] * (0.9 - 0.006 * step), box["y"] + 20)
    during = len(sent) - before

    page.mouse.up()
    page.wait_for_url("**/?mode=since*")

    assert during == 0
    assert len(sent) - before == 1


def test_a_drag_keeps_its_pace(app):
    """The target is 16.7 ms at p95 on a quiet machine; here the machine may be busy."""
    app.evaluate(FRAMES)
    app.evaluate("window.frames_.length = 0")

    drag(app, 0.9, 0.1, steps=200)

    frames = sorted(app.evaluate("window.frames_")[2:])
    assert frames[len(frames) // 2] <= 34


def test_list_and_counts_follow_the_drag(app):
    before = count(app)

    drag(app, 0.85, 0.3)

    after = count(app)
    assert 0 < after < before
    expect(app.locator(".panel-title")).to_have_text(f"{after} events")


def test_twenty_interactions_keep_the_map_and_its_zoom(app):
    frame = app.frame_locator("iframe")
    app.evaluate("document.querySelector('iframe').contentWindow.sameMap = true")
    frame.get_by_role("button", name="Zoom in").click()
    app.wait_for_url("**z=*")
    query = "() => new URLSearchParams(location.search).get('z')"
    zoom = app.evaluate(query)

    for key in ("ArrowLeft", "ArrowRight", "Shift+ArrowLeft", "1", "2", "3", "[", "]", ".", ","):
        app.keyboard.press(key)
    for name in ("Shelling", "Combat", "Shelling"):
        app.get_by_role("checkbox", name=name, exact=True).click()
    for mode in ("Day", "Window", "Since start"):
        app.get_by_role("button", name=mode, exact=True).click()
    app.locator(".row").first.click()
    app.keyboard.press("Escape")
    app.get_by_role("button", name="Hide filters").click()
    app.get_by_role("button", name="Show filters").click()
    say_nothing_more(app)

    assert app.locator("iframe").count() == 1
    assert app.evaluate("document.querySelector('iframe').contentWindow.sameMap") is True
    assert app.evaluate(query) == zoom


def test_forty_keys_arrive_exactly_where_they_point(app, address):
    open_app(app, address, "?mode=day&day=2020-09-28")

    for _ in range(40):
        app.keyboard.press("ArrowRight", delay=5)
    app.wait_for_url("**day=2020-11-07*")

    expect(readout(app)).to_contain_text("Sat 7 Nov 2020")


def test_a_card_shows_its_sentence_in_the_text_around_it(app):
    app.locator(".row").nth(2).click()

    mark = app.locator(".card .evidence mark").first
    mark.wait_for()
    assert len(mark.inner_text()) > 20
    assert app.locator(".card .source strong").first.inner_text() != ""
    assert app.locator(".card dt", has_text="When").count() == 1
    assert app.locator(".card").get_by_role("link", name="Open the document here").count() == 1


def test_a_link_opens_the_same_view_and_back_undoes(app, address):
    open_app(app, address, "?mode=window&from=2020-10-02&to=2020-10-08")
    app.get_by_role("checkbox", name="Shelling", exact=True).check()
    app.wait_for_url("**cat=shelling**")
    drawn(app)
    window = readout(app).inner_text()
    app.locator(".row").first.click()
    app.locator(".card mark").first.wait_for()
    app.wait_for_url("**event=**")
    link = app.url

    app.go_back()
    app.locator(".card").wait_for(state="hidden")
    assert readout(app).inner_text() == window

    open_app(app, address, link.removeprefix(f"{address}/"))
    app.locator(".card mark").first.wait_for()
    assert readout(app).inner_text() == window
    assert app.get_by_role("checkbox", name="Shelling", exact=True).is_checked()


def test_an_empty_day_says_where_the_next_events_are(app, address):
    open_app(app, address, "?mode=day&day=2022-01-15&cat=shelling")

    empty = app.locator(".empty")
    expect(empty).to_contain_text("No events on 15 Jan 2022 that match.")
    empty.get_by_role("button", name="Nearest").click()
    assert count(app) > 0


def test_search_finds_a_town_by_any_of_its_names(app):
    app.keyboard.press("/")
    app.keyboard.type("susa")
    app.get_by_role("option").first.wait_for()
    app.keyboard.press("ArrowDown")
    app.keyboard.press("Enter")

    app.locator(".chip", has_text="Shushi / Shusha").wait_for()


def test_days_can_be_written_instead_of_dragged(app):
    field = app.get_by_role("textbox", name="To", exact=True)
    field.fill("9 Oct 2020")
    field.press("Enter")

    app.wait_for_url("**to=2020-10-09*")
    expect(when(app)).to_have_text("27 Sep – 9 Oct 2020")


def test_the_time_handle_is_a_slider_that_says_the_day(app):
    handle = app.get_by_role("slider", name="Day on the clock")
    handle.focus()
    app.keyboard.press("Home")

    expect(handle).to_have_attribute(
        "aria-valuetext", re.compile(r"^Sun 27 Sep 2020, \d+ events?$")
    )


def test_it_plays_and_pauses_and_only_then_tells_python(app, address):
    app.keyboard.press("Home")
    app.wait_for_url("**to=2020-09-27**")
    url = app.url
    drawn(app)
    days = when(app).inner_text()
    app.keyboard.press(" ")
    expect(when(app)).not_to_have_text(days)
    say_nothing_more(app)

    assert app.url == url
    app.get_by_role("button", name="Pause").click()
    app.wait_for_url(lambda now: now != url)


def bars_seen(page):
    """The share of the plot's pixels that stand out from its ground, the commonest colour."""
    picture = Image.open(io.BytesIO(page.locator(".plot").screenshot())).convert("RGB")
    colours = picture.getcolors(100_000)
    _, ground = max(colours)
    strong = [count for count, found in colours if contrast(as_hex(found), as_hex(ground)) >= 3]
    return sum(strong) / (picture.width * picture.height)


def as_hex(colour):
    return "#{:02x}{:02x}{:02x}".format(*colour)


def test_the_bars_stand_out_in_both_themes(app):
    assert bars_seen(app) > 0.1

    app.emulate_media(color_scheme="dark")
    app.locator(".workbench[data-theme=dark]").wait_for()
    drawn(app)
    assert bars_seen(app) > 0.1


def test_both_themes_colour_page_and_map(app):
    app.get_by_role("button", name="Switch to dark").click()
    app.wait_for_url("**theme=dark*")

    expect(app.locator(".workbench")).to_have_attribute("data-theme", "dark")
    expect(app.frame_locator("iframe").locator(".time-map.dark")).to_have_count(1)


def test_every_target_is_large_enough(app, reader, address):
    assert app.evaluate(SMALL, [TARGETS, 24]) == []

    page = phone(reader, address)
    assert page.evaluate(SMALL, [TARGETS, 24]) == []
    for name in ("Play", "One day on", "One day back"):
        box = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert min(box["width"], box["height"]) >= 44
    page.get_by_role("button", name="Raise the panel").click()
    page.locator(".row").first.click()
    close = page.get_by_role("button", name="Close the card").bounding_box()
    assert min(close["width"], close["height"]) >= 44


def test_on_a_phone_the_map_has_most_of_the_height(reader, address):
    page = phone(reader, address)
    frame = page.locator("iframe").bounding_box()
    sheet = page.locator(".panel").bounding_box()

    assert frame["width"] == 390
    assert sheet["y"] - frame["y"] >= 0.52 * 844
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("button", name="Raise the panel").click()
    page.locator(".row:visible").nth(2).wait_for()


def test_on_a_phone_nothing_below_the_edge_of_the_screen_takes_the_focus(reader, address):
    page = phone(reader, address)
    first = page.locator(".panel .row").first
    expect(first).to_be_hidden()

    page.get_by_role("button", name="Raise the panel").tap()
    expect(first).to_be_visible()


def test_the_other_pages_come_back_to_the_same_view(app, address):
    open_app(app, address, "?mode=day&day=2020-10-08")
    app.get_by_role("link", name="Methods").click()
    app.get_by_role("heading", name="Methods").wait_for()
    app.get_by_role("link", name="Map", exact=True).click()

    expect(readout(app)).to_contain_text("Thu 8 Oct 2020")


def test_a_document_opens_at_the_sentence(app):
    app.locator(".row").first.click()
    app.locator(".card mark").first.wait_for()
    sentence = app.locator(".card mark").first.inner_text()
    app.get_by_role("link", name="Open the document here").first.click()
    mark = app.locator("mark.asked")
    mark.wait_for()

    assert " ".join(mark.inner_text().split()).startswith(sentence[:30])


def test_a_highlight_in_a_document_leads_to_the_map(page, address):
    open_app(page, address, "?mode=day&day=2020-10-28")
    page.locator(".row", has_text="Barda").first.click()
    page.get_by_role("link", name="Open the document here").first.click()
    page.locator(".legend").wait_for()
    expect(page.locator(".legend")).to_have_text(re.compile("^Place"))

    page.locator("mark.asked a.place", has_text="Barda").first.click()
    page.wait_for_selector(MAP_DRAWN)

    assert "place=" in page.url
    expect(readout(page)).to_contain_text("in 1 place")


def test_a_date_in_a_document_opens_its_day(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/?page=documents&doc=2020-10-28-azerbaijani-officials.md")
    date = page.locator(".document a.date").first
    date.wait_for()
    assert page.evaluate("document.querySelector('.page, body').scrollWidth") == 390
    day = date.get_attribute("href").split("from=")[1][:10]
    date.click()
    page.wait_for_selector(MAP_DRAWN)

    assert f"day={day}" in page.url or f"from={day}" in page.url


def test_dusk_darkens_the_page_and_keeps_what_is_open(app):
    app.get_by_role("button", name="Hide filters").click()

    app.emulate_media(color_scheme="dark")

    app.locator(".workbench[data-theme=dark]").wait_for()
    app.wait_for_timeout(500)  # Streamlit would begin the page anew
    expect(app.get_by_role("button", name="Show filters")).to_be_visible()


def test_a_bar_shows_by_whose_sources_the_events_are_reported(page, address):
    open_app(page, address, "?mode=day&day=2020-10-28")
    sides = page.locator(".panel .sides")

    expect(sides).to_contain_text("Armenian officials")
    parts = sides.locator(".sides-bar .side:visible")
    assert parts.count() == sides.locator("p .side:visible").count() >= 2
