"""What the tests of events share: the sentences of a text as the package sees them."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.events.acting import acting, persons
from geodata.events.views import views
from geodata.pipeline import annotate
from geodata.records import Document


@pytest.fixture
def seen(gazetteer):
    return lambda text: tuple(views(annotate(Document("report.txt", text), gazetteer)))


@pytest.fixture
def actors(gazetteer):
    """Of the last sentence of a text: the words, and the seat of who acts."""

    def of(text, published=date(2019, 3, 1)):
        seen = tuple(views(annotate(Document("report.txt", text, published=published), gazetteer)))
        known = persons(seen, gazetteer, published)
        return [(a.words, a.seat.name) for a in acting(seen[-1], known, gazetteer)]

    return of
