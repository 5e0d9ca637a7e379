"""Settings from the environment: each is a field here with its description, and is listed in the reference."""

from functools import cache
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What can be set; on the command line the options of the same names win."""

    model_config = SettingsConfigDict(env_prefix="FOOTFALL_", extra="ignore", frozen=True)

    data: Path = Field(
        default_factory=lambda: user_data_path("footfall", appauthor=False),
        description="The folder that holds all maps and customer data. Default: this system's place for data.",
    )
    key_file: Path | None = Field(
        None, description="The file with the key that makes customers' pseudonyms. Default: `key` in the data folder."
    )
    host: str = Field("127.0.0.1", description="The address to listen on. Without accounts only this machine's own.")
    port: int = Field(8137, ge=0, le=65535, description="The port to listen on; 0 takes any free one.")
    log: Literal["debug", "info", "warning", "error"] = Field(
        "warning", description="The least important log line shown."
    )
    log_format: Literal["text", "json"] = Field("text", description="How log lines are written to standard error.")
    upload_megabytes: int = Field(
        2048, ge=1, description="The largest request that brings customer data, in millions of bytes."
    )
    upload_folder: Path | None = Field(
        None,
        description="Where files wait that were uploaded and are not imported yet: in a folder of their own, which is "
        "gone when the server ends. Default: this system's place for temporary files.",
    )
    import_memory_megabytes: int = Field(
        1000, ge=200, description="The memory that reading one file may use, in millions of bytes."
    )
    import_seconds: float = Field(
        600, gt=0, description="After how many seconds reading a file, or a step of its merge, is stopped."
    )
    query_memory_megabytes: int = Field(
        1000, ge=200, description="The memory that a question or an import may use, in millions of bytes."
    )
    query_disk_megabytes: int = Field(
        20_000, ge=100, description="The disk that a question or an import may use when memory is not enough."
    )
    query_seconds: float = Field(60, gt=0, description="After how many seconds a question is stopped.")
    spark: str = Field(
        "", description="The Spark cluster that answers for large datasets, as spark://host:port. Default: none."
    )
    spark_events: int = Field(
        50_000_000, ge=0, description="From how many events a dataset is large enough for the Spark cluster."
    )
    spark_memory_megabytes: int = Field(
        2000,
        ge=500,
        description="The memory that questions may use on each worker of the Spark cluster, in millions of bytes.",
    )
    request_megabytes: int = Field(32, ge=1, description="The largest other request, in millions of bytes.")


@cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
