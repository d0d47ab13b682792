"""The clock in a real browser: modes and fading, bars, handles, axis, speeds, reduced motion."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import drawn, open_app, when

pytestmark = pytest.mark.browser
# How many columns of the bars have a pixel of a colour, and how many are hatched.
COLUMNS = """([kind, name]) => {
  const page = '[class*="dateline-workbench"] [data-testid*="Isolated"]';
  const root = document.querySelector(page).shadowRoot;
  const canvas = root.querySelector(`.bars.${kind}`);
  const pen = canvas.getContext("2d");
  const colour = getComputedStyle(canvas.parentElement).getPropertyValue(name).trim();
  const want = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
  const columns = new Set();
  for (let at = 0; at < data.length; at += 4)
    if (want.every((part, index) => Math.abs(part - data[at + index]) < 3) && data[at + 3] > 250)
      columns.add((at / 4) % width);
  return columns.size;
}"""


def test_the_legend_says_what_each_mode_shows_and_how_it_fades(page, address):
    open_app(page, address, "?day=2020-10-09")
    legend = page.locator(".legend")
    assert "one day, with the 7 days before it faded" in legend.inner_text()
    assert "7 days older" in legend.locator(".legend-trail").inner_text()
    fades = [
        float(dot.evaluate("node => node.style.opacity"))
        for dot in legend.locator(".legend-trail i:not(.ghost)").all()
    ]
    assert fades == sorted(fades, reverse=True)
    assert fades[0] == 1
    assert fades[-1] < 0.2
    assert legend.locator(".ghost").is_hidden()

    page.keyboard.press("3")
    expect(legend).to_contain_text("everything since 27 Sep 2020")
    expect(legend.locator(".ghost")).to_be_visible()


def test_pale_bars_stay_for_all_and_solid_ones_for_what_passes(page, address):
    open_app(page, address)
    ghosts = page.evaluate(COLUMNS, ["strong", "--bar-ghost"])
    solid = page.evaluate(COLUMNS, ["strong", "--bar-strong"])
    page.get_by_role("checkbox", name="Protest", exact=True).check()
    drawn(page)

    assert page.evaluate(COLUMNS, ["strong", "--bar-strong"]) < solid / 2
    assert page.evaluate(COLUMNS, ["strong", "--bar-ghost"]) > ghosts + solid / 2


def test_the_first_handle_obeys_the_keys_when_it_has_the_focus(page, address):
    open_app(page, address, "?mode=window&from=2020-10-05&to=2020-10-09")
    page.get_by_role("slider", name="First day of the period").focus()

    page.keyboard.press("ArrowLeft")
    expect(when(page)).to_have_text("4–9 Oct 2020")
    page.keyboard.press("Shift+ArrowLeft")
    expect(when(page)).to_have_text("27 Sep – 9 Oct 2020")
    page.wait_for_url("**from=2020-09-27&to=2020-10-09**")
    page.get_by_role("slider", name="Day on the clock").focus()
    page.keyboard.press("ArrowRight")
    expect(when(page)).to_have_text("28 Sep – 10 Oct 2020")


def test_both_handles_are_dragged_and_only_then_told(page, address):
    open_app(page, address, "?mode=window&from=2020-10-05&to=2020-10-19")
    told = page.url
    for name, shift in (("start", 90), ("end", -90)):
        box = page.locator(f".handle.{name}").bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        before = when(page).inner_text()
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + shift, y, steps=6)
        expect(when(page)).not_to_have_text(before)
        assert page.url == told
        page.mouse.up()
        page.wait_for_url(lambda url, told=told: url != told)
        told = page.url

    found = re.search(r"from=2020-10-(\d+)&to=2020-10-(\d+)", told)
    assert 5 < int(found[1]) < int(found[2]) < 19


def test_the_axis_shows_all_years_one_a_month_or_a_week(page, address):
    open_app(page, address)
    widths = []
    for name in ("All", "Year", "Month", "Week"):
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.locator(".spans [aria-pressed=true]")).to_have_text([name])
        drawn(page)
        widths.append(page.locator(".tick").all_inner_texts())
        texts = [text for text in widths[-1] if text]
        assert 3 <= len(texts) <= 24

    assert any("2024" in text for text in widths[0])
    assert any("Nov" in text for text in widths[3])


def test_it_plays_faster_and_slower_and_steps_from_one_busy_day_to_the_next(page, address):
    open_app(page, address, "?day=2020-10-01")
    page.get_by_role("combobox", name="Speed").select_option("8")
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="Pause").click()
    drawn(page)
    fast = int(page.locator(".handle.end").get_attribute("aria-valuenow"))
    assert fast >= 18536 + 4  # 1 October 2020, and 16 days a second at best

    open_app(page, address, "?day=2021-01-31&cat=protest")
    page.keyboard.press(",")
    page.locator(".row:visible").first.wait_for()
    earlier = when(page).inner_text()
    page.get_by_role("button", name="Next day with events").click()
    expect(when(page)).not_to_have_text(earlier)


def test_who_wants_little_motion_sees_steps_and_no_glides(reader, address):
    page = reader(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    open_app(page, address, "?story=2")
    gliding = page.evaluate("""() => {
      const page = '[class*="dateline-workbench"] [data-testid*="Isolated"]';
      return [...document.querySelector(page).shadowRoot.querySelectorAll("*")]
        .filter((node) => {
          const { transitionDuration: moves, animationDuration: plays } = getComputedStyle(node);
          return Math.max(parseFloat(moves), parseFloat(plays)) > 0.02;
        }).length;
    }""")
    assert gliding == 0
    page.evaluate("""() => {
      const { contentWindow: frame } = document.querySelector("iframe");
      window.glides = 0;
      new MutationObserver(() => {
        const glide = frame.document.querySelector(".leaflet-zoom-anim, .leaflet-pan-anim");
        if (glide) window.glides += 1;
      }).observe(frame.document.body, { attributes: true, subtree: true });
    }""")
    page.keyboard.press("n")
    page.wait_for_url("**/?story=3")
    page.wait_for_timeout(300)  # as long as a glide would take
    assert page.evaluate("window.glides") == 0
    before = when(page).inner_text()
    page.keyboard.press(" ")
    expect(when(page)).not_to_have_text(before)


def test_space_plays_after_a_click_and_presses_a_button_that_was_reached_by_keys(page, address):
    open_app(page, address, "?day=2020-10-09")
    play, pause = (page.get_by_role("button", name=name) for name in ("Play", "Pause"))
    page.get_by_role("button", name="Since start", exact=True).click()
    page.get_by_role("button", name="Day", exact=True).click()
    page.keyboard.press(" ")
    expect(pause).to_be_visible()
    page.keyboard.press(" ")
    expect(play).to_be_visible()

    page.get_by_role("button", name="Window", exact=True).focus()
    page.keyboard.press("Tab")  # to "Since start"
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name="Since start", pressed=True)).to_be_visible()
    expect(pause).to_have_count(0)
