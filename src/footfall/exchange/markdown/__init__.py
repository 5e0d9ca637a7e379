"""Markdown: tables of a map, and documents that tell of a journey or a persona under headings."""
