"""What the page asks of Python: answered by whoever knows, in words where it cannot be done."""

import pytest

from dashboard import answers
from geodata.records import ProjectError


@pytest.fixture
def asked(monkeypatch):
    def refuse(_asked, _question):
        raise ProjectError("this project is read-only")

    kinds = {"double": lambda _, question: {"value": 2 * question["value"]}, "refuse": refuse}
    monkeypatch.setattr(answers, "ANSWERERS", kinds)
    return answers.Asked(loaded=None)


def test_an_answer_carries_the_questions_id(asked):
    question = {"id": "a", "kind": "double", "value": 21}
    assert answers.answer(asked, question) == {"id": "a", "value": 42}


def test_what_cannot_be_done_is_said_in_words(asked):
    question = {"id": "a", "kind": "refuse"}
    assert answers.answer(asked, question) == {"id": "a", "error": "this project is read-only"}


def test_an_unknown_question_is_an_error_not_a_crash(asked):
    assert "error" in answers.answer(asked, {"id": "a", "kind": "no such"})
    assert "error" in answers.answer(asked, {})
