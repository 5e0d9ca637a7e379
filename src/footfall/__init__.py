"""Footfall: customer journey maps that stay true."""

__version__ = "0.1.0"
