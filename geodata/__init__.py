"""Dateline's library: news texts in, dated and placed events out."""
