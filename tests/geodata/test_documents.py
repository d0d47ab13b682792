"""Files and folders -> Documents."""

import json
from datetime import date

import pytest
from docx import Document as WordDocument

from geodata.documents import read
from geodata.records import DocumentError


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("Shells fell on Goris.\r\n", encoding="utf-8", newline="")
    return tmp_path


def one(path):
    (document,) = read(path)
    return document


def refusals(path):
    told = []
    documents = list(read(path, told.append))
    return [d.id for d in documents], [str(error) for error in told]


def test_text_is_kept_to_the_character(folder):
    assert one(folder / "a.txt").text == "Shells fell on Goris.\r\n"


def test_ids_are_paths_inside_the_folder(folder):
    (folder / "deep").mkdir()
    (folder / "deep" / "b.md").write_text("Rain in Kapan.")

    assert [d.id for d in read(folder)] == ["a.txt", "deep/b.md"]


def test_front_matter_gives_title_outlet_and_day(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: Rain\noutlet: The Hill\ndate: 2020-10-05\n---\nRain in Kapan.\n")

    document = one(file)

    assert (document.title, document.outlet) == ("Rain", "The Hill")
    assert (document.published, document.published_basis) == (date(2020, 10, 5), "front matter")


def test_a_file_says_nothing_by_the_time_it_was_saved(folder):
    assert one(folder / "a.txt").published is None


def test_a_web_page_gives_its_text_and_its_metadata(tmp_path):
    file = tmp_path / "a.html"
    file.write_text(
        "<head><meta property='article:published_time' content='2020-11-09T08:00:00Z'>"
        "<script>var x = 'no text';</script></head><nav>Home</nav><h1>Rain</h1>"
        "<p>It rained in <b>Kapan</b> all day.</p><footer>About us</footer>"
    )

    document = one(file)

    left_out = [document.text[f.start : f.end].strip() for f in document.furniture]
    assert "It rained in Kapan all day." in document.text
    assert "no text" not in document.text
    assert (document.published, document.title) == (date(2020, 11, 9), "Rain")
    assert left_out == ["Home", "About us"]


def test_a_word_file_gives_its_paragraphs(tmp_path):
    word = WordDocument()
    word.add_paragraph("It rained in Kapan.")
    word.save(str(tmp_path / "a.docx"))

    assert one(tmp_path / "a.docx").text == "It rained in Kapan."


def test_a_corpus_gives_a_document_a_row(tmp_path):
    file = tmp_path / "rows.jsonl"
    rows = [{"id": "r1", "text": "Rain.", "date": "2019-04-10"}, {"id": "r2", "text": "Sun."}]
    file.write_text("\n".join(json.dumps(row) for row in rows))

    assert [(d.id, d.published) for d in read(file)] == [("r1", date(2019, 4, 10)), ("r2", None)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_gives_a_document_a_row(tmp_path, delimiter):
    lines = [
        ["id", "Date", "text", "note"],
        ["r1", "2019-04-10", '"Rain, and\nmore; rain."', "x"],
        ["r2", "", "Sun.", ""],
    ]
    file = tmp_path / "rows.csv"
    file.write_text("\ufeff" + "\r\n".join(map(delimiter.join, lines)))

    first, second = read(file)

    assert (first.id, first.published, first.published_basis) == ("r1", date(2019, 4, 10), "corpus")
    assert first.text == "Rain, and\nmore; rain."
    assert (second.id, second.published) == ("r2", None)


def test_a_long_article_fits_in_a_cell(tmp_path):
    (tmp_path / "a.csv").write_text(f"text\n{'Rain. ' * 50_000}\n")

    assert len(one(tmp_path / "a.csv").text) == 300_000


def test_half_a_character_in_a_corpus_is_replaced_in_place(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "Rain \\ud83d in Kapan."}')

    assert one(tmp_path / "a.jsonl").text == "Rain \N{REPLACEMENT CHARACTER} in Kapan."


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("b.txt", b"\x89PNG\x00\x00\x01", "b.txt: is not text but binary"),
        ("b.txt", "Дождь".encode("cp1251"), "b.txt: is not UTF-8; save it as UTF-8"),
        ("b.txt", "Rain".encode("utf-16"), "iconv -f UTF-16"),
        ("b.txt", b" \n", "b.txt: is empty"),
        ("b.pdf", b"%PDF-1.4 broken", "b.pdf: is not a readable PDF"),
        ("b.docx", b"PK no archive", "b.docx: is not a readable Word file"),
        ("b.jsonl", b"{broken\n", "b.jsonl: line 1: is not JSON"),
        ("b.jsonl", b'{"id": "x"}\n', 'line 1: has no "text"'),
        ("b.csv", b"name,count\nx,1\n", 'b.csv: has no column "text"'),
        ("b.csv", "text\nДождь\n".encode("cp1251"), "b.csv: is not UTF-8"),
        ("b.csv", b"id,text\nx\n", 'b.csv: line 2: has no "text"'),
        ("b.md", b"---\na: [b\n---\nText.", "b.md: its front matter is not valid YAML"),
        ("b.html", b"<script>only()</script>", "b.html: this web page has no text"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_done(folder, name, content, advice):
    (folder / name).write_bytes(content)

    identities, errors = refusals(folder)

    assert identities == ["a.txt"]
    assert [advice in error for error in errors] == [True]


def test_two_documents_of_one_name_are_told(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(json.dumps({"id": "same", "text": f"Rain in {name}."}))

    identities, errors = refusals(tmp_path)

    assert identities == ["same"]
    assert errors == ['two documents are called "same"; rename the second one']


@pytest.mark.parametrize(
    ("name", "advice"), [("nowhere", "does not exist"), ("empty", "has no documents")]
)
def test_a_folder_with_nothing_to_read_says_so(tmp_path, name, advice):
    (tmp_path / "empty").mkdir()

    with pytest.raises(DocumentError, match=advice):
        read(tmp_path / name)


def test_a_readme_is_about_the_folder_and_not_in_the_corpus(folder):
    (folder / "README.md").write_text("How this folder came to be.")

    assert [d.id for d in read(folder)] == ["a.txt"]
