"""Sentences with a happening -> events: what, where, when, who says so, and whether it is so."""

from geodata.events.find import find_events

__all__ = ["find_events"]
