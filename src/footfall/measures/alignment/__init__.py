"""Alignment: the drawn map as a model, and each customer's path laid beside it at the lowest cost."""
