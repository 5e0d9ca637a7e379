"""Log lines: events with fields, to standard error, quiet unless something is wrong."""

import logging
import sys

import structlog

from footfall.settings import Settings


def configure(settings: Settings) -> None:
    """Set up logging for this process, also of the libraries."""
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
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
