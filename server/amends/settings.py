"""Settings of an installation: `amends.toml`, then AMENDS_* variables over it; every wrong one is reported at once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from amends.records import Day, Profile, Severity

FILE = "amends.toml"
PREFIX = "AMENDS_"
MAX_FILE = 1024 * 1024
NOT_OURS = {"AMENDS_DATA"}
"""Variables with our prefix that are no settings: AMENDS_DATA tells the tests where captured pages lie."""


class SettingsError(Exception):
    """Settings that cannot be used; the message has a line for each wrong one."""


class Rebuild(BaseModel):
    """Who is told when the public fix log changed, so that its site is built anew."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str
    """Gets a POST with JSON: GitHub's `…/dispatches`, a build hook of GitLab, Netlify or Cloudflare, or your own."""
    token: str | None = Field(default=None, repr=False)
    """Sent as a bearer token; better set as AMENDS_SITE__REBUILD__TOKEN than written into a file."""
    event: str = "amends-fixlog"
    """GitHub's name for it: `on: repository_dispatch: types: [amends-fixlog]`."""

    @field_validator("url")
    @classmethod
    def _nobody_reads_along(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")):
            return value
        raise ValueError("give an address that starts with https:// (http:// only for this machine)")


class Site(BaseModel):
    """The fix log as this installation publishes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = None
    base_url: str | None = None
    language: str = "en"
    figures_since: Day | None = None
    """From this day on, how fast reviews were answered is told in public; without it only the goals are."""
    rebuild: Rebuild | None = None

    @field_validator("base_url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("give a web address that starts with https://")
        return value.rstrip("/") if value else None


class Settings(BaseModel):
    """What `create_app` is given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    store: str = "tinydb:data/amends.json"
    host: str = "127.0.0.1"
    port: int = Field(default=8765, ge=0, le=65535)
    hosts: tuple[str, ...] = ()
    """Names the API answers to in the Host header, beside the loopback ones and `host`."""
    origins: tuple[str, ...] = ()
    """Web origins admitted beside the paired extensions."""
    profile: Profile | None = None
    """The business profile: a table, or the path of a TOML or JSON file."""
    goals: dict[Severity, float] = Field(default={"urgent": 4, "high": 24, "normal": 24, "low": 48})
    """Hours until an answer is due."""
    site: Site = Site()

    @field_validator("hosts", "origins", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("profile", mode="before")
    @classmethod
    def _from_file(cls, value: Any) -> Any:
        return read_profile(Path(value)) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _every_goal(self) -> Self:
        wrong = [name for name, hours in self.goals.items() if not 0 < hours <= 24 * 365]
        if wrong:
            raise ValueError(f"goals: give hours between 0 and 8760 for {', '.join(wrong)}")
        return self

    def goal_hours(self, severity: Severity) -> float:
        """Hours until an answer to a review of this severity is due."""
        return self.goals.get(severity, 24)


def read_profile(path: Path) -> Profile:
    """The business profile in a TOML or JSON file. ValueError says what is wrong with it."""
    if not path.is_file():
        raise ValueError(f"there is no file {path}")
    if path.stat().st_size > MAX_FILE:
        raise ValueError(f"{path} is larger than {MAX_FILE} bytes")
    raw = path.read_bytes()
    try:
        if path.suffix == ".json":
            return Profile.model_validate_json(raw)
        return Profile.model_validate(tomllib.loads(raw.decode()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        raise ValueError(f"{path} is not a business profile: {error}") from error


def load(environ: Mapping[str, str] = os.environ, path: Path | None = None, **given: Any) -> Settings:
    """Settings from the file (if there), the environment over it, and `given` (values that are not None) over both.

    Raises `SettingsError` that names every wrong setting.
    """
    values = {**_from_toml(path or Path(environ.get("AMENDS_SETTINGS", FILE)))}
    for name, value in environ.items():
        if name.startswith(PREFIX) and name not in NOT_OURS | {"AMENDS_SETTINGS"} and value:
            _put(values, name.removeprefix(PREFIX).lower().split("__"), value)
    values |= {name: value for name, value in given.items() if value is not None}
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, e['loc'])) or 'settings'}: {e['msg']}" for e in error.errors(include_url=False)]
        raise SettingsError("\n".join(lines)) from None


def _from_toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not TOML: {error}") from None


def _put(values: dict[str, Any], keys: list[str], value: str) -> None:
    """AMENDS_GOALS__URGENT=2 sets values["goals"]["urgent"]."""
    for key in keys[:-1]:
        inner = values.setdefault(key, {})
        if not isinstance(inner, dict):
            inner = values[key] = {}
        values = inner
    values[keys[-1]] = value
