"""What the page says of its input lies over the map, but not over the map's own buttons."""

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import open_app

pytestmark = pytest.mark.browser
NEWS = {
    "good.txt": "Baku, 2 November 2020. Shelling hit Barda on 1 November 2020, officials said.",
    "broken.pdf": "%PDF-1.4\nno more than its first line\n",
}
SCREENS = {"phone": (390, 844), "narrow": (1110, 800), "desk": (1440, 900)}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_notice_leaves_the_buttons_of_the_map_free(reader, own_address, screen):
    width, height = SCREENS[screen]
    page = reader(viewport={"width": width, "height": height}, has_touch=screen == "phone")
    open_app(page, own_address)
    notice = page.locator(".notice")
    expect(notice).to_contain_text("1 file could not be read")
    buttons = page.frame_locator("iframe").locator(".leaflet-control-zoom")

    assert not overlap(notice.bounding_box(), buttons.bounding_box())
    notice.locator("summary").click()
    expect(notice).to_contain_text("broken.pdf")
    assert not overlap(notice.bounding_box(), buttons.bounding_box())


def overlap(one, other):
    return all(
        one[at] < other[at] + other[size] and other[at] < one[at] + one[size]
        for at, size in (("x", "width"), ("y", "height"))
    )
