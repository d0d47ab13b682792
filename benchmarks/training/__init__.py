"""What ``train_places.py`` learns the weights of places with; nothing here is shipped."""
