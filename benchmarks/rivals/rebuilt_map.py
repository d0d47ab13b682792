"""The usual way, as a rival: a Streamlit slider, and the map of the chosen days built anew.

``streamlit run benchmarks/rivals/rebuilt_map.py -- EVENTS.json``; the file lists
``[latitude, longitude, day]``, day counted from the first.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import folium
import streamlit as st
from streamlit_folium import st_folium

WINDOW = 30  # days shown


@st.cache_data
def events(file: str) -> list[tuple[float, float, int]]:
    """What there is to show."""
    return [tuple(row) for row in json.loads(Path(file).read_text())]


rows = events(sys.argv[1])
day = st.slider("Day", 0, max(row[2] for row in rows), 0, step=4)
chart = folium.Map((40, 47), zoom_start=7, tiles=None)
for latitude, longitude, when in rows:
    if day <= when < day + WINDOW:
        folium.CircleMarker((latitude, longitude), radius=5, class_name=f"day-{day}").add_to(chart)
st_folium(chart, width=1200, height=700, returned_objects=[])
