"""Invented events for tests and benchmarks of the map; the same for the same seed."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import get_args

from geodata.records import Category, Event, Interval, Place, Report, Status

TOWNS = {
    "Stepanakert": (39.8177, 46.7528, "Xankəndi", "Stepanakert / Khankendi"),
    "Shusha": (39.7601, 46.7499, "Şuşa", "Shushi / Shusha"),
    "Hadrut": (39.5200, 47.0319, "Hadrut", ""),
    "Fuzuli": (39.6009, 47.1453, "Füzuli", ""),
    "Jabrayil": (39.3993, 47.0262, "Cəbrayıl", ""),
    "Lachin": (39.6383, 46.5469, "Laçın", "Berdzor / Lachin"),
    "Kalbajar": (40.1065, 46.0383, "Kəlbəcər", "Karvachar / Kalbajar"),
    "Martakert": (40.2113, 46.8214, "Ağdərə", "Aghdara / Martakert"),
    "Barda": (40.3758, 47.1262, "Bərdə", ""),
    "Ganja": (40.6828, 46.3606, "Gəncə", ""),
    "Tartar": (40.3418, 46.9323, "Tərtər", ""),
    "Yeraskh": (39.7389, 44.8275, "", ""),
    "Yerevan": (40.1811, 44.5136, "", ""),
    "Baku": (40.3777, 49.8920, "Bakı", ""),
    "Moscow": (55.7522, 37.6156, "", ""),
    "Washington": (38.8951, -77.0364, "", ""),
}
FIRST = date(2020, 9, 27)
ACTORS = ("Armenia", "Azerbaijan", "Russia", "Turkey")


def place(name: str) -> Place:
    latitude, longitude, _, _ = TOWNS[name]
    return Place(f"test:{name.lower()}", name, latitude, longitude, "P", "PPL", "settlement")


def region(name: str, latitude: float, longitude: float, radius: float) -> Place:
    return Place(
        f"test:{name.lower()}", name, latitude, longitude, "A", "ADM2", "district", radius_km=radius
    )


def names(found: Place) -> dict[str, tuple[str, ...]]:
    _, _, az, both = TOWNS.get(found.name, (0, 0, "", ""))
    return {key: (word,) for key, word in (("az", az), ("both", both)) if word}


def event(
    number: int,
    where: Place | None,
    day: date,
    category: Category = "combat",
    status: Status = "reported",
    **more: object,
) -> Event:
    values: dict[str, object] = {
        "title": f"Report {number} from {where.name if where else 'nowhere'}",
        "place_precision": "exact" if where else "none",
        "interval": Interval(day, day),
        **more,
    }
    report = Report("dispatch.md", 0, 9, "Something.", status, reported=day, outlet="Test Wire")
    return Event(
        id=f"e{number}",
        category=category,
        status=status,
        reports=(report,),
        place=where,
        places=(where,) if where else (),
        **values,  # type: ignore[arg-type]
    )


def war(count: int = 300, days: int = 90, seed: int = 7) -> list[Event]:
    """Events over the named towns, more of them in the first third, of every kind."""
    dice = random.Random(seed)
    towns = [place(name) for name in TOWNS]
    weights = [30, 22, 14, 12, 10, 9, 8, 8, 6, 5, 5, 2, 6, 6, 2, 1]
    found = []
    for number in range(count):
        day = FIRST + timedelta(days=int(days * dice.random() ** 1.6))
        where = dice.choices(towns, weights)[0]
        more: dict[str, object] = {"actors": tuple(dice.sample(ACTORS, dice.randint(0, 2)))}
        if dice.random() < 0.12:
            more["place_precision"] = "near"
        if dice.random() < 0.08:
            more["interval"] = Interval(day, day + timedelta(days=dice.choice([6, 29])))
            more["date_precision"] = "month"
        category = dice.choices(get_args(Category), [8, 8, 5, 2, 4, 2, 3, 1, 2, 3, 1])[0]
        status = dice.choices(get_args(Status), [6, 5, 1, 2, 4, 1])[0]
        found.append(event(number, where, day, category, status, **more))
    return found


def crowd(count: int, places: int = 400, days: int = 1000, seed: int = 3) -> list[Event]:
    """Many events at many invented places in eight clusters, for measuring."""
    dice = random.Random(seed)
    centres = [(dice.uniform(38.5, 41.5), dice.uniform(44, 50)) for _ in range(8)]
    spots = []
    for number in range(places):
        latitude, longitude = dice.choice(centres)
        spots.append(
            Place(
                f"spot:{number}",
                f"Spot {number}",
                latitude + dice.gauss(0, 0.3),
                longitude + dice.gauss(0, 0.4),
                "P",
                "PPL",
                "settlement",
            )
        )
    weights = [1 / (rank + 3) for rank in range(places)]
    chosen = dice.choices(spots, weights, k=count)
    return [
        event(
            number,
            where,
            FIRST + timedelta(days=dice.randrange(days)),
            dice.choice(get_args(Category)),
            dice.choice(get_args(Status)),
        )
        for number, where in enumerate(chosen)
    ]
