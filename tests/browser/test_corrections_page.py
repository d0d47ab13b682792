"""Corrections as an editor makes them: in the card's form, on the map, taken back, kept."""

import json

import pytest

from dashboard.loading import load
from tests.browser.app_server import app_server, open_app

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
FOCUSED = """document.querySelector('[class*="dateline-workbench"] [data-testid*="Isolated"]')
  .shadowRoot.activeElement.textContent"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("valley")
    for name, text in NEWS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def address(folder):
    with app_server(folder) as found:
        yield found


@pytest.fixture
def app(page, address, folder):
    (folder / "corrections.jsonl").unlink(missing_ok=True)
    open_app(page, address)
    return page


def phone(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    open_app(page, address)
    return page


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
    page.locator(".card .corrected").wait_for()
    return page.locator(".card .corrected").inner_text()


def fact(page, name):
    return page.locator(".facts dt", has_text=name).locator("+ dd").inner_text()


def log(folder):
    text = (folder / "corrections.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def centre(page):
    box = page.locator("iframe").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_another_candidate_moves_the_pin_without_a_new_map(app, complaints):
    app.evaluate("document.querySelector('iframe').contentWindow.sameMap = true")
    app.keyboard.press("ArrowLeft")
    clock = app.locator(".header .readout .when").inner_text()
    form = begin(app)
    app.evaluate(SWAPS)
    form.get_by_placeholder("Another name").fill("Goris")
    form.get_by_role("button", name="Look up").click()
    form.locator(".edit-option", has_text="Goris").first.click()
    form.get_by_label("Your name").fill("Anna")
    form.get_by_label("Why").fill(HOSTILE)

    save(app)

    assert "Place: Goris, was Stepanakert" in corrected(app)
    assert "by Anna on" in corrected(app)
    assert HOSTILE in corrected(app)
    assert app.evaluate("window.pwned") is None
    assert "Goris" in fact(app, "Where")
    assert app.evaluate("document.querySelector('iframe').contentWindow.sameMap") is True
    assert app.locator(".header .readout .when").inner_text() == clock
    assert app.evaluate("window.gaps") == []
    assert complaints == []


def test_undo_brings_it_back(app, folder):
    form = begin(app)
    form.get_by_label("Status").select_option("confirmed")
    save(app)
    assert "Status: confirmed" in corrected(app)

    app.locator(".undo-bar").get_by_role("button", name="Undo").click()
    app.locator(".card .corrected").wait_for(state="detached")

    assert app.locator(".undo-bar:visible").count() == 0
    assert app.evaluate(FOCUSED) == "Events"  # the way back on the card: the button is gone
    assert len(log(folder)) == 2
    assert load(folder).extraction.made == {}


def test_a_correction_is_kept_when_the_texts_are_read_again(app, folder):
    form = begin(app, "Shells hit")
    form.get_by_label("From").fill("7 Oct 2020")
    form.get_by_label("To", exact=True).fill("8 Oct 2020")
    save(app)
    assert "Days: 7 Oct – 8 Oct 2020, was Fri 9 Oct 2020" in corrected(app)

    (folder / "c.md").write_text("Nothing to tell.", encoding="utf-8")  # all is extracted anew
    try:
        app.reload()
        app.wait_for_selector(".workbench[data-map=drawn]", timeout=60_000)
        assert "Days: 7 Oct – 8 Oct 2020" in corrected(app)
    finally:
        (folder / "c.md").unlink()


def test_the_pin_is_set_by_a_click_on_the_map(app, folder):
    form = begin(app)
    form.get_by_text("A point on the map").click()
    x, y = centre(app)
    app.mouse.click(x + 60, y + 40)
    app.wait_for_timeout(300)
    written = [field.input_value() for field in form.locator(".degree").all()]

    save(app)

    (made,) = log(folder)
    assert [str(made["to"]["place"][key]) for key in ("latitude", "longitude")] == written
    assert made["scope"] == "mention"


def test_the_pin_is_dragged_and_moved_by_keys(app):
    form = begin(app)
    pin = app.frame_locator("iframe").locator(".time-map-pin")
    box = pin.bounding_box()
    app.mouse.move(box["x"] + 15, box["y"] + 12)
    app.mouse.down()
    app.mouse.move(box["x"] + 95, box["y"] + 12, steps=8)
    app.mouse.up()
    app.wait_for_timeout(300)
    degrees = [float(field.input_value()) for field in form.locator(".degree").all()]
    assert degrees[1] > 46.76

    pin.focus()
    app.keyboard.press("ArrowUp")
    app.wait_for_timeout(300)

    assert float(form.locator(".degree").first.input_value()) > degrees[0]


def test_degrees_are_written_by_hand_and_wrong_ones_are_refused(app, folder):
    form = begin(app)
    form.get_by_text("A point on the map").click()
    form.get_by_label("Latitude").fill("95")
    form.get_by_label("Longitude").fill("46.5")
    form.get_by_role("button", name="Save").click()
    assert not (folder / "corrections.jsonl").exists()

    form.get_by_label("Latitude").fill("39.9")
    save(app)

    assert "Stepanakert (39.9000, 46.5000)" in corrected(app)


def test_everywhere_says_how_many_events_it_reaches_and_sets_them(app):
    form = begin(app)
    form.get_by_placeholder("Another name").fill("Goris")
    form.get_by_placeholder("Another name").press("Enter")
    form.locator(".edit-option", has_text="Goris").first.click()
    form.get_by_text("“Stepanakert” everywhere: 2 events").click()

    save(app)
    app.locator(".card-back").click()

    places = app.locator(".row:visible .row-place").all_inner_texts()
    assert places.count("Goris") == 2


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
    assert "Split off: Officials denied" in corrected(app)

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
    assert app.evaluate(FOCUSED) == "Correct this event"
    day = app.locator(".header .readout .when").inner_text()
    app.keyboard.press("Tab")
    app.keyboard.press("ArrowDown")  # the next candidate, not the next day
    assert form.locator(".edit-options input").nth(1).is_checked()
    assert app.locator(".header .readout .when").inner_text() == day

    app.keyboard.press("Escape")

    form.wait_for(state="hidden")
    assert app.locator(".card .correct").is_visible()
    assert not (folder / "corrections.jsonl").exists()


def test_what_was_begun_is_there_again(app):
    form = begin(app)
    form.get_by_label("Why").fill("half a thought")
    app.keyboard.press("Escape")

    app.locator(".card .correct").click()

    assert app.locator(".edit-form").get_by_label("Why").input_value() == "half a thought"


def test_on_a_phone_the_map_stays_in_reach_of_the_form(browser, address, folder):
    (folder / "corrections.jsonl").unlink(missing_ok=True)
    page = phone(browser, address)
    page.get_by_role("button", name="Raise the panel").click()
    begin(page)
    page.get_by_text("A point on the map").click()

    page.touchscreen.tap(200, 150)
    page.wait_for_timeout(400)
    moved = page.locator(".degree").first.input_value()
    save(page)

    assert moved[:6] in corrected(page)
    page.context.close()


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
