"""Dateline's dashboard: a map of dated events that is scrubbed through time."""
