"""What imports left that were killed with their process: found by the next one, and removed."""

import shutil
from pathlib import Path

from footfall.events.dataset import DatasetFolder
from footfall.service.locking import alone_at_once, lock_file
from footfall.service.temporary import sweep

DRAFTS = ".importing-"  # folders beside the datasets, each for one import


def clear_leftovers(datasets: Path) -> None:
    """Remove them all; imports that run just now are let alone. Raises StorageFailed for a damaged manifest."""
    sweep(datasets, DRAFTS)
    for folder in [one for one in datasets.glob("[!.]*") if one.is_dir()]:
        with alone_at_once(dataset := DatasetFolder(folder)) as is_mine:
            if is_mine:
                tidy(dataset)
                if not folder.exists():
                    lock_file(dataset).unlink(missing_ok=True)


def tidy(dataset: DatasetFolder) -> None:
    """Remove all in a dataset's folder that its manifest does not name."""
    manifest = dataset.read()
    if manifest is None:
        shutil.rmtree(dataset.folder, ignore_errors=True)
    else:
        dataset.tidy(manifest)
