"""Footfall: customer journey maps that stay true."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from footfall.service.notebook_maps import open_map
    from footfall.service.notebooks import open_dataset, read_events

__version__ = "0.1.0"
__all__ = ["__version__", "open_dataset", "open_map", "read_events"]


def __getattr__(name: str) -> Any:
    """What notebooks use is loaded when it is first named: importing the package alone stays light."""
    if name in {"open_dataset", "read_events"}:
        from footfall.service import notebooks

        return getattr(notebooks, name)
    if name == "open_map":
        from footfall.service.notebook_maps import open_map

        return open_map
    raise AttributeError(f"module 'footfall' has no attribute '{name}'")
