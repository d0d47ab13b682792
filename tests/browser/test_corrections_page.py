"""Corrections as an editor makes them: in the card's form, on the map, taken back, kept."""

import json

import pytest
from playwright.sync_api import expect

from dashboard.loading import load
from tests.browser.app_server import MAP_DRAWN, PHONE, app_server, drawn, open_app
from tests.browser.map_page import rest

pytestmark = pytest.mark.browser
NEWS = {
    "a.md": """---
outlet: Valley Post
date: 2020-10-09
---
Artillery shelled Stepanakert on Thursday, the ministry said, and two people were killed.

Shells hit Stepanakert again on Friday, and three people were wounded, the mayor said.

Talks began in Moscow on Friday.
""",
    "b.md": """---
outlet: Hill Gazette
date: 2020-10-10
---
Officials denied that artillery shelled Stepanakert on Thursday.
""",
}
SWAPS = """() => {
  const root = document.querySelector('[class*="dateline-workbench"] [data-testid*="Isolated"]');
  window.gaps = [];
  const look = () => {
    const count = root.shadowRoot.querySelectorAll('.workbench .card:not([hidden])').length;
    if (count !== 1) window.gaps.push(count);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""

HOSTILE = "<img src=x onerror='window.pwned = 1'> {{7*7}} `${window.pwned = 1}`"
# No frame is drawn by the page until `letGo` is called.
HOLD_FRAMES = """() => {
  const ask = window.requestAnimationFrame;
  const held = [];
  window.requestAnimationFrame = (run) => held.push(run);
  window.letGo = () => {
    window.requestAnimationFrame = ask;
    held.forEach((run) => ask(run));
  };
}"""
FOCUSED = """document.querySelector('[class*="dateline-workbench"] [data-testid*="Isolated"]')
  .shadowRoot.activeElement?.textContent"""


@pytest.fixture
def app(own_app):
    return own_app


def open_card(page, words):
    page.locator(".row:visible", has_text=words).click()
    page.locator(".card .correct").wait_for()


def begin(page, words="Artillery"):
    open_card(page, words)
    page.locator(".card .correct").click()
    page.locator(".edit-form").wait_for()
    return page.locator(".edit-form")


def save(page):
    page.locator(".edit-form").get_by_role("button", name="Save").click()
    page.locator(".undo-bar:visible").wait_for()


def corrected(page):
    return page.locator(".card .corrected")


def fact(page, name):
    return page.locator(".facts dt", has_text=name).locator("+ dd")


def degrees(form):
    return [field.input_value() for field in form.locator(".degree").all()]


def log(folder):
    text = (folder / "corrections.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def centre(page):
    box = page.locator("iframe").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_another_candidate_moves_the_pin_without_a_new_map(app, complaints):
    app.evaluate("document.querySelector('iframe').contentWindow.sameMap = true")
    app.keyboard.press("ArrowLeft")
    drawn(app)
    clock = app.locator(".header .readout .when").inner_text()
    form = begin(app)
    app.evaluate(SWAPS)
    form.get_by_placeholder("Another name").fill("Goris")
    form.get_by_role("button", name="Look up").click()
    form.locator(".edit-option", has_text="Goris").first.click()
    form.get_by_label("Your name").fill("Anna")
    form.get_by_label("Why").fill(HOSTILE)

    save(app)

    expect(corrected(app)).to_contain_text("Place: Goris, was Stepanakert")
    expect(corrected(app)).to_contain_text("by Anna on")
    expect(corrected(app)).to_contain_text(HOSTILE)
    assert app.evaluate("window.pwned") is None
    expect(fact(app, "Where")).to_contain_text("Goris")
    assert app.evaluate("document.querySelector('iframe').contentWindow.sameMap") is True
    assert app.locator(".header .readout .when").inner_text() == clock
    assert app.evaluate("window.gaps") == []
    assert complaints == []


def test_undo_brings_it_back(app, folder):
    form = begin(app)
    form.get_by_label("Status").select_option("confirmed")
    save(app)
    expect(corrected(app)).to_contain_text("Status: confirmed")

    app.locator(".undo-bar").get_by_role("button", name="Undo").click()
    app.locator(".card .corrected").wait_for(state="detached")

    expect(app.locator(".undo-bar:visible")).to_have_count(0)
    app.wait_for_function(f"{FOCUSED} === 'Events'")  # the way back on the card: the button is gone
    assert len(log(folder)) == 2
    assert load(folder).extraction.made == {}


def test_the_focus_is_kept_when_new_events_come_before_the_page_is_drawn(app):
    begin(app).get_by_label("Status").select_option("confirmed")
    save(app)
    corrected(app).wait_for()
    app.evaluate(HOLD_FRAMES)
    app.locator(".undo-bar").get_by_role("button", name="Undo").click()
    corrected(app).wait_for(state="detached")

    app.evaluate("letGo()")

    app.wait_for_function(f"{FOCUSED} === 'Events'")


def test_a_correction_is_kept_when_the_texts_are_read_again(app, folder):
    form = begin(app, "Shells hit")
    form.get_by_label("From").fill("7 Oct 2020")
    form.get_by_label("To", exact=True).fill("8 Oct 2020")
    save(app)
    expect(corrected(app)).to_contain_text("Days: 7 Oct – 8 Oct 2020, was Fri 9 Oct 2020")

    (folder / "c.md").write_text("Nothing to tell.", encoding="utf-8")  # all is extracted anew
    try:
        app.reload()
        app.wait_for_selector(MAP_DRAWN, timeout=60_000)
        expect(corrected(app)).to_contain_text("Days: 7 Oct – 8 Oct 2020")
    finally:
        (folder / "c.md").unlink()


def test_the_pin_is_set_by_a_click_on_the_map(app, folder):
    form = begin(app)
    form.get_by_text("A point on the map").click()
    x, y = centre(app)
    before = degrees(form)
    app.mouse.click(x + 60, y + 40)
    expect(form.locator(".degree").first).not_to_have_value(before[0])
    written = degrees(form)

    save(app)

    (made,) = log(folder)
    assert [str(made["to"]["place"][key]) for key in ("latitude", "longitude")] == written
    assert made["scope"] == "mention"


def test_the_pin_is_dragged_and_moved_by_keys(app):
    form = begin(app)
    pin = app.frame_locator("iframe").locator(".time-map-pin")
    pin.wait_for()
    rest(app.frames[1])  # it is flown to
    box = pin.bounding_box()
    begun = degrees(form)
    app.mouse.move(box["x"] + 15, box["y"] + 12)
    app.mouse.down()
    app.mouse.move(box["x"] + 95, box["y"] + 12, steps=8)
    app.mouse.up()
    expect(form.locator(".degree").nth(1)).not_to_have_value(begun[1])
    dragged = degrees(form)
    assert float(dragged[1]) > 46.76

    pin.focus()
    app.keyboard.press("ArrowUp")

    expect(form.locator(".degree").first).not_to_have_value(dragged[0])
    assert float(degrees(form)[0]) > float(dragged[0])


def test_degrees_are_written_by_hand_and_wrong_ones_are_refused(app, folder):
    form = begin(app)
    form.get_by_text("A point on the map").click()
    form.get_by_label("Latitude").fill("95")
    form.get_by_label("Longitude").fill("46.5")
    form.get_by_role("button", name="Save").click()
    drawn(app)
    assert not (folder / "corrections.jsonl").exists()

    form.get_by_label("Latitude").fill("39.9")
    save(app)

    expect(corrected(app)).to_contain_text("Stepanakert (39.9000, 46.5000)")


def test_everywhere_says_how_many_events_it_reaches_and_sets_them(app):
    form = begin(app)
    form.get_by_placeholder("Another name").fill("Goris")
    form.get_by_placeholder("Another name").press("Enter")
    form.locator(".edit-option", has_text="Goris").first.click()
    form.get_by_text("“Stepanakert” everywhere: 2 events").click()

    save(app)
    app.locator(".card-back").click()

    places = app.locator(".row:visible .row-place", has_text="Goris")
    expect(places).to_have_count(2)


def test_an_event_is_taken_out_and_comes_back_from_the_log(app):
    form = begin(app, "Talks began")
    form.get_by_text("One event or several").click()
    form.get_by_text("This is no event").click()
    save(app)
    app.locator(".row:visible", has_text="Talks began").wait_for(state="detached")
    app.wait_for_url(lambda url: "event=" not in url)
    app.locator(".undo-bar").get_by_role("button", name="Dismiss").click()

    app.locator(".log-opener").click()
    app.locator(".log-panel").get_by_role("button", name="Undo").click()
    app.locator(".log-undone").wait_for()
    app.keyboard.press("Escape")

    app.locator(".row:visible", has_text="Talks began").wait_for()


def test_a_report_is_split_off_and_merged_again(app, folder):
    form = begin(app)
    form.get_by_text("One event or several").click()
    form.locator(".edit-inner .edit-option", has_text="Officials denied").click()
    save(app)
    app.locator(".row", has_text="Officials denied").first.wait_for(state="attached")
    expect(corrected(app)).to_contain_text("Split off: Officials denied")

    app.locator(".card .correct").click()
    form = app.locator(".edit-form")
    form.get_by_text("One event or several").click()
    other = form.get_by_label("Merge with").locator("option", has_text="Officials denied")
    form.get_by_label("Merge with").select_option(value=other.get_attribute("value"))
    save(app)

    app.locator(".chain li").nth(1).wait_for()
    assert [made["what"] for made in log(folder)] == ["split", "merge"]


def test_the_form_is_worked_with_the_keyboard_alone(app, folder):
    open_card(app, "Artillery")
    app.locator(".card .correct").focus()
    app.keyboard.press("Enter")
    form = app.locator(".edit-form")
    form.wait_for()
    app.wait_for_function(f"{FOCUSED} === 'Correct this event'")
    day = app.locator(".header .readout .when").inner_text()
    app.keyboard.press("Tab")
    app.keyboard.press("ArrowDown")  # the next candidate, not the next day
    expect(form.locator(".edit-options input").nth(1)).to_be_checked()
    drawn(app)
    assert app.locator(".header .readout .when").inner_text() == day

    app.keyboard.press("Escape")

    form.wait_for(state="hidden")
    expect(app.locator(".card .correct")).to_be_visible()
    assert not (folder / "corrections.jsonl").exists()


def test_what_was_begun_is_there_again(app):
    form = begin(app)
    form.get_by_label("Why").fill("half a thought")
    app.keyboard.press("Escape")

    app.locator(".card .correct").click()

    expect(app.locator(".edit-form").get_by_label("Why")).to_have_value("half a thought")


def test_on_a_phone_the_map_stays_in_reach_of_the_form(reader, own_address, folder):
    (folder / "corrections.jsonl").unlink(missing_ok=True)
    page = reader(**PHONE)
    open_app(page, own_address)
    page.get_by_role("button", name="Raise the panel").click()
    begin(page)
    page.get_by_text("A point on the map").click()

    rest(page.frames[1])
    before = page.locator(".degree").first.input_value()
    page.touchscreen.tap(200, 150)
    expect(page.locator(".degree").first).not_to_have_value(before)
    moved = page.locator(".degree").first.input_value()
    save(page)

    expect(corrected(page)).to_contain_text(moved[:6])


def test_a_read_only_page_shows_no_controls_and_the_server_refuses(page, folder):
    (folder / "corrections.jsonl").unlink(missing_ok=True)
    with app_server(folder, read_only=True) as address:
        open_app(page, address)
        page.locator(".row:visible", has_text="Artillery").click()
        page.locator(".card mark").first.wait_for()
        shown = page.locator(".card .correct, .log-opener").count()
        event = page.url.rpartition("event=")[2]
        page.evaluate(
            """(event) => globalThis[Symbol.for("dateline")].send("ask", {
              id: "x", kind: "edit.save", event, changes: [{ what: "reject" }] })""",
            event,
        )
        page.wait_for_function(
            """() => globalThis[Symbol.for("dateline")].link.answer?.error?.includes("read-only")"""
        )

    assert shown == 0
    assert not (folder / "corrections.jsonl").exists()
