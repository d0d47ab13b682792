"""What a page's layout tells: furniture, dated sections, the publication date."""

from datetime import date

from geodata.layout import read_layout

BLOG = """Quiet day along the river

Nov. 16: what happened today

The road reopened. Buses ran, the ministry said.

With reporting by the Hill Times and
Valley Radio.

Nov. 16: Analysis

Observers doubt that it lasts.

Nov. 13

A bridge was closed in
https://example.org/2020/11/13/bridge
Goris at noon, November 13, 2020.
"""
PAGE = """Ministers to meet in Ganja

The ministers meet on Monday in Ganja.
08.01.2021 11:12
Latest news
Latest newsElections in Ruritania Draw Crowds
20.Feb.2026
Paris Hosts a Fair
19.Feb.2026
Old Bridge in Tbilisi Mended
18.Feb.2026

01 Mar 2026
"""
APPEAL = """Bridge mended

5 March 2021

The bridge at Goris was mended. Traffic is back.

More than ever

Our journalists need you: donate as little as a coin, or sign up for our newsletter.

Support us
"""


def words(text, layout, reason):
    return [text[f.start : f.end] for f in layout.furniture if f.reason == reason]


def test_headings_with_a_day_start_sections():
    days = [(s.day, s.kind) for s in read_layout(BLOG).sections]

    assert days == [
        (None, "news"),
        (date(2020, 11, 16), "news"),
        (date(2020, 11, 16), "analysis"),
        (date(2020, 11, 13), "news"),
    ]


def test_a_live_blog_is_as_young_as_its_latest_section():
    assert read_layout(BLOG).published == date(2020, 11, 16)


def test_credits_and_addresses_are_furniture():
    layout = read_layout(BLOG)

    assert words(BLOG, layout, "address") == ["https://example.org/2020/11/13/bridge"]
    assert words(BLOG, layout, "credit") == ["With reporting by the Hill Times and\nValley Radio."]


def test_a_sidebar_of_dated_headlines_is_furniture():
    (sidebar,) = words(PAGE, read_layout(PAGE), "sidebar")

    assert sidebar.startswith("Latest news\nLatest newsElections")
    assert sidebar.endswith("18.Feb.2026")


def test_the_stamp_behind_a_sidebar_is_not_the_publication_date():
    layout = read_layout(PAGE)

    assert layout.published == date(2021, 1, 8)
    assert words(PAGE, layout, "stamp") == ["01 Mar 2026"]


def test_the_stamp_bounds_a_text_that_says_no_date():
    layout = read_layout(PAGE.replace("08.01.2021 11:12\n", ""))

    assert (layout.published, layout.not_after) == (None, date(2026, 3, 1))


def test_an_appeal_at_the_end_is_a_footer():
    layout = read_layout(APPEAL)

    (footer,) = words(APPEAL, layout, "footer")
    assert (footer.split("\n")[0], footer.split("\n")[-1]) == ("More than ever", "Support us")
    assert layout.published == date(2021, 3, 5)


def test_the_headline_stands_alone_on_top():
    assert read_layout(PAGE).headline == "Ministers to meet in Ganja"
    assert read_layout("The road was\nclosed.\n\nIt reopened.").headline is None


def test_news_that_asks_for_nothing_has_no_furniture():
    assert read_layout("One line.\n\nAnother line.\n\nA third one.\n\nA fourth.").furniture == ()
