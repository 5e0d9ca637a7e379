"""A map as one page of HTML: grid and outline, without script, and without anything outside the file."""

from footfall.render.webpage.page import write_page

__all__ = ["write_page"]
