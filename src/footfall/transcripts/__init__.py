"""Transcripts that people bring: text, Markdown, DOCX, PDF, SRT and VTT, as blocks of text with their places."""

from footfall.transcripts.blocks import Block, Transcript

__all__ = ["Block", "Transcript"]
