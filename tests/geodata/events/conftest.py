"""What the tests of events share: the sentences of a text as the package sees them."""

from __future__ import annotations

import pytest

from geodata.events.views import views
from geodata.pipeline import annotate
from geodata.records import Document


@pytest.fixture
def seen(gazetteer):
    return lambda text: tuple(views(annotate(Document("report.txt", text), gazetteer)))
