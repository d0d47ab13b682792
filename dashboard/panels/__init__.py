"""The pages beside the map: documents and methods."""
