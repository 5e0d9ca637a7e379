"""Exports of tools that are known by their columns, each with the mapping that it needs and the reason why."""
