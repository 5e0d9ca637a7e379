"""Transcripts that people bring: text, Markdown, DOCX, PDF, SRT and VTT, as blocks of text with their places."""

from footfall.transcripts.blocks import Transcript, TranscriptBlock

__all__ = ["Transcript", "TranscriptBlock"]
