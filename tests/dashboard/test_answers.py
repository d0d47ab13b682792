"""What the page asks of Python: answered by whoever knows, in words where it cannot be done."""

from dashboard import answers
from geodata.records import ProjectError

ASKED = answers.Asked(loaded=None)


def double(_asked, question):
    return {"value": 2 * question["value"]}


def refuse(_asked, _question):
    raise ProjectError("this project is read-only")


def answer(question):
    kinds = {"double": double, "refuse": refuse, "thanks": answers.nothing}
    return answers.answer(ASKED, question, kinds)


def test_an_answer_carries_the_questions_id():
    question = {"id": "a", "kind": "double", "value": 21}
    assert answer(question) == {"id": "a", "value": 42}


def test_what_cannot_be_done_is_said_in_words():
    question = {"id": "a", "kind": "refuse"}
    assert answer(question) == {"id": "a", "error": "this project is read-only"}


def test_an_unknown_question_is_an_error_not_a_crash():
    assert "error" in answer({"id": "a", "kind": "no such"})
    assert "error" in answer({})


def test_an_answer_without_content_is_only_its_id():
    assert answer({"id": "a", "kind": "thanks"}) == {"id": "a"}
