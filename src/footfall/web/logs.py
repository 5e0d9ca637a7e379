"""Log lines: events with fields, to standard error, quiet unless something is wrong."""

import logging
import sys
from contextlib import suppress
from typing import TextIO

import structlog

from footfall.settings import Settings


def configure(settings: Settings) -> None:
    """Set up logging for this process, also of the libraries."""
    logging.raiseExceptions = False  # a stream that is gone must not end what was going on
    level = logging.getLevelNamesMapping()[settings.log.upper()]
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s", force=True)
    as_json = settings.log_format == "json"
    plain = structlog.dev.ConsoleRenderer(
        exception_formatter=structlog.dev.plain_traceback
    )  # never values of variables
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            *([structlog.processors.ExceptionRenderer(), structlog.processors.JSONRenderer()] if as_json else [plain]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: Line(sys.stderr),
    )


class Line(structlog.PrintLogger):
    """Prints to a stream that may be gone (a closed terminal, a full disk); the answer to whoever asks matters more."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)

    def msg(self, message: str) -> None:
        """Print one line, if the stream still takes it."""
        with suppress(OSError, ValueError):  # ValueError: the stream is closed
            super().msg(message)

    log = debug = info = warn = warning = fatal = failure = err = error = critical = exception = msg
