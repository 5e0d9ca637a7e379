"""Log lines: events with fields, to standard error, quiet unless something is wrong."""

import logging
import sys

import structlog

from footfall.settings import Settings


def configure(settings: Settings) -> None:
    """Set up logging for this process, also of the libraries."""
    level = logging.getLevelNamesMapping()[settings.log.upper()]
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s", force=True)
    lines = structlog.processors.JSONRenderer() if settings.log_format == "json" else structlog.dev.ConsoleRenderer()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.ExceptionRenderer() if settings.log_format == "json" else _as_it_is,
            lines,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _as_it_is(_logger: object, _name: str, event: structlog.types.EventDict) -> structlog.types.EventDict:
    return event
