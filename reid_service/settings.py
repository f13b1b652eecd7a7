"""All settings in one object, from (highest first) arguments, environment, file, app options.

Environment: `FRIGATE_REID_` and the path with double underscores, as in
`FRIGATE_REID_MQTT__HOST=broker.lan`. File: YAML with the same nesting. App options: the JSON
file that Home Assistant's Supervisor writes. Names carry units (`_s`, `_px`, `_days`).
"""

from __future__ import annotations

import json
from ipaddress import IPv4Address
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    IPvAnyAddress,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict
from pydantic_settings import SettingsError as UnreadableEnvironment

from reid_service.errors import SettingsError

ENV_PREFIX = "FRIGATE_REID_"
SUPERVISOR_OPTIONS = Path("/data/options.json")

Port = Annotated[int, Field(ge=0, le=65535)]
Fraction = Annotated[float, Field(ge=0.0, le=1.0)]
Positive = Annotated[float, Field(gt=0.0)]
Count = Annotated[int, Field(ge=1)]


class _Group(BaseModel):
    """Unknown keys are errors: a misspelt setting must not be silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MqttSettings(_Group):
    """The broker that Frigate publishes to; `host` empty means no broker."""

    host: str = ""
    port: Port = 1883
    username: str | None = None
    password: SecretStr | None = None
    tls: bool = False
    ca_file: Path | None = None
    cert_file: Path | None = None
    key_file: Path | None = None
    tls_insecure: bool = False


class FrigateSettings(_Group):
    """One Frigate server. Port 5000 needs no login; 8971 does.

    `public_url` is where browsers find it, for links to its own pages.
    """

    name: str = Field(default="frigate", pattern=r"^[a-z0-9_-]{1,32}$")
    url: str = "http://127.0.0.1:5000"
    public_url: str | None = Field(default=None, pattern=r"^https?://[^\s]+$")
    topic_prefix: str = Field(default="frigate", min_length=1)
    username: str | None = None
    password: SecretStr | None = None
    verify_tls: bool = True
    ca_file: Path | None = None
    connect_timeout_s: Positive = 3.0
    read_timeout_s: Positive = 10.0
    requests_per_second: Positive = 20.0
    recording_frames: bool = False


class CropSettings(_Group):
    """Which pictures of a person are good enough, and how many are kept."""

    padding: Fraction = 0.05
    min_height_px: Count = 48
    min_quality: Fraction = 0.15
    per_tracklet: Annotated[int, Field(ge=1, le=32)] = 8
    keep_pictures: bool = True


class ModelSettings(_Group):
    """Which network (or `descriptor`) embeds the crops, and on what."""

    name: str = "frigate-reid-s1"
    file: Path | None = None
    runtime: Literal["auto", "onnxruntime", "openvino"] = "auto"
    threads: Count = 1
    max_batch: Annotated[int, Field(ge=1, le=64)] = 8


class WalkSettings(_Group):
    """Two cameras that somebody can walk between out of sight, either way."""

    a: str = Field(min_length=1)
    b: str = Field(min_length=1)
    seconds: Positive


class MatchingSettings(_Group):
    """When sightings are one person: how daring links are made, and what is looked back on.

    `careful` bears one wrong link in a hundred, `balanced` three, `eager` eight. Looks are
    compared within `remembered_hours`; what happened within `revised_s` is looked at again.
    """

    band: Literal["careful", "balanced", "eager"] = "careful"
    remembered_hours: Annotated[float, Field(ge=1.0, le=48.0)] = 16.0
    revised_s: Positive = 900.0
    walks: tuple[WalkSettings, ...] = ()
    reappearance_after_s: Positive = 300.0
    lost_after_s: Positive = 180.0


class StoreSettings(_Group):
    """The database; without a URL an SQLite file in the data folder."""

    url: SecretStr | None = None


class GallerySettings(_Group):
    """The vector index; without a URL the embedded one in the data folder."""

    url: str | None = None
    api_key: SecretStr | None = None


class ApiSettings(_Group):
    """Where API and web app listen. Without a token one is made and kept in the data folder.

    `public_url` is what others are told, where they see this machine under another address.
    `ingress_port` is a second listener on all addresses, which only Home Assistant may use.
    """

    host: str = "127.0.0.1"
    port: Port = 8674
    public_url: str | None = None
    token: SecretStr | None = None
    ingress_port: Port = 0
    ingress_address: IPvAnyAddress = IPv4Address("172.30.32.2")

    @model_validator(mode="after")
    def _ports_differ(self) -> ApiSettings:
        if self.ingress_port and self.ingress_port == self.port:
            msg = "ingress_port must not be port: the one needs no token"
            raise ValueError(msg)
        return self


class PublishSettings(_Group):
    """What we publish, and whether we write to Frigate (off unless turned on)."""

    prefix: str = Field(default="frigate_reid", min_length=1)
    instance: str = Field(default="main", pattern=r"^[a-z0-9_-]{1,32}$")
    write_sub_label: bool = False
    write_description: bool = False


class RetentionSettings(_Group):
    """Days after which sightings, vectors, pictures and exports are deleted for good."""

    unnamed_days: Positive = 14.0
    named_days: Positive = 90.0
    pictures_days: Positive = 14.0
    exports_days: Positive = 7.0
    every_s: Positive = 3600.0


class PipelineSettings(_Group):
    """Sizes of the queues and pools between the stages."""

    queue_size: Annotated[int, Field(ge=16)] = 2048
    fetch_threads: Annotated[int, Field(ge=1, le=16)] = 4
    order_wait_s: Positive = 2.0
    flush_every_s: Positive = 1.0


class LogSettings(_Group):
    """JSON lines on the console, and in rotating files under the data folder."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    to_file: bool = True
    file_size_mb: Positive = 5.0
    files: Count = 4


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )

    data_dir: Path = Path("data")
    clock: Literal["system", "traffic"] = "system"
    mqtt: MqttSettings = MqttSettings()
    frigate: tuple[FrigateSettings, ...] = (FrigateSettings(),)
    crops: CropSettings = CropSettings()
    model: ModelSettings = ModelSettings()
    matching: MatchingSettings = MatchingSettings()
    store: StoreSettings = StoreSettings()
    gallery: GallerySettings = GallerySettings()
    api: ApiSettings = ApiSettings()
    publish: PublishSettings = PublishSettings()
    retention: RetentionSettings = RetentionSettings()
    pipeline: PipelineSettings = PipelineSettings()
    log: LogSettings = LogSettings()

    @model_validator(mode="after")
    def _instances_differ(self) -> Settings:
        names = [each.name for each in self.frigate]
        prefixes = [each.topic_prefix for each in self.frigate]
        if len(set(names)) < len(names) or len(set(prefixes)) < len(prefixes):
            msg = "each Frigate needs a name and a topic_prefix of its own"
            raise ValueError(msg)
        return self


def load_settings(
    *,
    arguments: dict[str, Any] | None = None,
    file: Path | None = None,
    options_file: Path = SUPERVISOR_OPTIONS,
) -> Settings:
    """The settings of this run. Raises `SettingsError` naming each wrong setting."""
    environment = EnvSettingsSource(Settings)
    try:
        merged = _merge(
            _filled(_read_json(options_file)) if options_file.is_file() else {},
            _read_yaml(file) if file else {},
            environment(),
            arguments or {},
        )
        return _OnlyArguments(**merged)
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None
    except UnreadableEnvironment as error:
        raise SettingsError(f"the environment is wrong: {error}") from None


class _OnlyArguments(Settings):
    """The sources are merged by `load_settings`, deeper than the library does it."""

    @classmethod
    def settings_customise_sources(cls, *_: Any, **sources: Any) -> tuple[Any, ...]:
        return (sources["init_settings"],)


def _merge(*layers: dict[str, Any]) -> dict[str, Any]:
    """Nested dictionaries joined; later layers win key by key."""
    merged: dict[str, Any] = {}
    for layer in layers:
        for key, value in layer.items():
            if isinstance(value, dict) and isinstance(merged.get(key), dict):
                merged[key] = _merge(merged[key], value)
            else:
                merged[key] = value
    return merged


def _filled(options: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: app options keep a field that somebody emptied as empty text."""
    filled = {}
    for name, value in options.items():
        kept = _filled(value) if isinstance(value, dict) else value
        if isinstance(value, list):
            kept = [_filled(each) if isinstance(each, dict) else each for each in value]
        if kept not in ("", None, [], {}):
            filled[name] = kept
    return filled


def _read_yaml(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, yaml.YAMLError) as error:
        msg = f"the settings file {path} cannot be read: {error}"
        raise SettingsError(msg) from None
    return _as_mapping(content, path)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        msg = f"the options file {path} cannot be read: {error}"
        raise SettingsError(msg) from None
    return _as_mapping(content, path)


def _as_mapping(content: object, path: Path) -> dict[str, Any]:
    if not isinstance(content, dict):
        msg = f"{path} must hold settings by name, not a {type(content).__name__}"
        raise SettingsError(msg)
    return content


def _explain(error: ValidationError) -> str:
    """One line a wrong setting, without its value: it may be a secret."""
    lines = []
    for each in error.errors(include_input=False, include_url=False):
        path = ".".join(str(part) for part in each["loc"]) or "settings"
        lines.append(f"{path}: {each['msg']}")
    return "settings are wrong: " + "; ".join(lines)
