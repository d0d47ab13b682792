"""The exported page, opened from disk, with nothing but itself."""

import pytest

from dashboard import standalone
from geodata.records import Document
from tests.browser import synthetic
from tests.browser.app_server import PHONE
from tests.browser.map_page import rest

pytestmark = pytest.mark.browser

PAYLOADS = [
    "{{7*7}}",
    "{% raw %}",
    "<script>window.__pwned = 1</script>",
    "<img src=x onerror='window.__pwned = 1'>",
    "`${window.__pwned = 1}`",
    "</script><script>window.__pwned = 1</script>",
    "\u2028window.__pwned = 1\u2029",
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "map.html"
    path.write_text(standalone.page(synthetic.war(), [], "The war", synthetic.names), "utf-8")
    return path.as_uri()


def opened(page, address):
    page.goto(address)
    page.wait_for_function(
        "document.querySelector('.time-map-canvas') && "
        "document.querySelector('#workbench').shadowRoot?.querySelector('.workbench')"
    )
    rest(page)


def painted(page):
    return page.evaluate("""() => {
      const canvas = document.querySelector(".leaflet-events-pane canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 3; at < data.length; at += 4) if (data[at]) count += 1;
      return count;
    }""")


def test_it_opens_from_disk_with_map_and_workbench_and_asks_for_nothing(
    page, exported, outside, complaints
):
    opened(page, exported)

    assert painted(page) > 1000
    assert "events" in page.text_content("#workbench .workbench")
    assert outside == []
    assert complaints == []


def test_it_works_on_a_phone(reader, exported):
    page = reader(**PHONE)
    opened(page, exported)

    assert painted(page) > 1000


def test_text_of_documents_appears_as_text_and_runs_nowhere(page, tmp_path, complaints):
    place = synthetic.place("Shusha")
    events = [
        synthetic.event(number, place, synthetic.FIRST, title=words[:100], actors=(words,))
        for number, words in enumerate(PAYLOADS)
    ]
    documents = [Document("dispatch.md", " ".join(PAYLOADS), title=PAYLOADS[3])]
    path = tmp_path / "hostile.html"
    path.write_text(standalone.page(events, documents, PAYLOADS[2]), "utf-8")
    opened(page, path.as_uri())
    text = page.evaluate("document.querySelector('#workbench').shadowRoot.textContent")

    for words in PAYLOADS:
        assert words.strip() in text
    assert page.title() == PAYLOADS[2]
    assert page.evaluate("window.__pwned") is None
    assert complaints == []


def test_the_address_keeps_the_view(page, exported):
    opened(page, f"{exported}#mode=day&day=2020-10-09&theme=dark")

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert "9 Oct 2020" in page.text_content("#workbench .workbench")


def test_a_damaged_page_says_so(page, exported, tmp_path):
    from pathlib import Path
    from urllib.parse import urlsplit

    text = Path(urlsplit(exported).path).read_text("utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(text.replace('id="data">H4', 'id="data">AA'), "utf-8")
    page.goto(broken.as_uri())
    page.wait_for_selector("[role=alert]")

    assert "could not start" in page.text_content("[role=alert]")
