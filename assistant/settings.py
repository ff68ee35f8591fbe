"""The only reader of the environment: where an installation keeps its state, and whom it speaks to."""
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
import os
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from assistant.limits import Limits
from assistant.trusting import bundle
from records.asker import Role
from records.errors import BadInput

LOOPBACK = ("127.0.0.1", "::1", "localhost")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - what to listen on, not what to call
SHARED = ("https://slack.com",)          # issuers of whom any company can have told what address somebody has
OPENAI = "https://api.openai.com/v1"
ENV_FILE = Path(os.environ.get("PMO_ENV_FILE", ".env"))


class Settings(BaseSettings):
    """Every setting with its default; the words of each stand in `.env.example` and in the README."""
    model_config = SettingsConfigDict(env_prefix="PMO_", env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", populate_by_name=True,
                                      hide_input_in_errors=True)

    home: Path = Field(Path(".pmo"), description="The folder that holds all state: the database and its files.")
    now: datetime | None = Field(None, description="A fixed clock for demos and tests, in the office's time zone: 2026-11-18T09:00.")
    time_zone: str = Field("UTC", description="The time zone until the office's record names one: what “today” and “9:00” mean. Such as Europe/Berlin.")
    office: str = Field("the PMO", description="What the office is called until its record names it.")
    database_url: str = Field("", repr=False, description="Where the records are kept: postgresql://user:password@host/pmo, or sqlite:////folder/pmo.db. "
                                                          "Empty: the file pmo.db in PMO_HOME.")
    openai_api_key: SecretStr | None = Field(None, validation_alias="OPENAI_API_KEY",
                                             description="The key of a language model. Without key and base URL, the built-in planner answers.")
    llm_base_url: str = Field("", description="Any server that speaks OpenAI's chat API: http://127.0.0.1:11434/v1. A local one needs no key.")
    llm_model: str = Field("gpt-5-mini", description="The model to ask there.")
    llm_timeout: float = Field(60, gt=0, le=600, description="Seconds that all calls of the model may take in one turn; then the built-in planner answers.")
    llm_price_in: Decimal = Field(Decimal(0), ge=0, description="What a million tokens cost that the model reads, in whatever money.")
    llm_price_out: Decimal = Field(Decimal(0), ge=0, description="What a million tokens cost that it writes.")
    llm_daily_tokens: int = Field(1_000_000, ge=0, description="How many of its tokens one person may use in a day; then the planner answers. 0: no limit.")
    llm_daily_cost: Decimal = Field(Decimal(0), ge=0, description="What the model may cost for one person in a day, by these prices. 0: no limit.")
    documents: Path | None = Field(None, description="A folder of documents that pmo serve watches: what is put, changed or removed there is read in anew.")
    embed: bool = Field(default=True, description="false: documents are found by their words alone, which takes less than half of the memory.")
    embed_base_url: str = Field("", description="A server that speaks OpenAI's embeddings API, in place of the built-in embedder, which knows English only.")
    embed_model: str = Field("text-embedding-3-small", description="The embedding model to ask there. Vectors of two models never mix.")
    embed_api_key: SecretStr | None = Field(None, description="Its key, where it needs one.")
    chroma_url: str = Field("", description="A Chroma server for the index of documents: http://127.0.0.1:8001. It checks nobody, so keep it on a private "
                                            "network. Empty: the index lies in PMO_HOME.")
    slack_bot_token: SecretStr | None = Field(None, validation_alias="SLACK_BOT_TOKEN", description="Slack: the bot's token (xoxb-…).")
    slack_app_token: SecretStr | None = Field(None, validation_alias="SLACK_APP_TOKEN", description="Slack: its token for Socket Mode (xapp-…).")
    slack_signing_secret: SecretStr | None = Field(None, validation_alias="SLACK_SIGNING_SECRET", description="Slack: what signs its requests by HTTP.")
    slack_port: int = Field(0, ge=0, le=65535, description="Slack: the port that takes its requests by HTTP at /slack/events, in place of Socket Mode; it "
                                                           "needs SLACK_SIGNING_SECRET, and no app's token. 0: Socket Mode.")
    slack_api_url: str = Field("https://slack.com/api/", description="Slack's API; another address only for a test server.")
    smtp_url: SecretStr | None = Field(None, description="Where e-mail is handed in: smtp://user:password@mail.example:587, or smtps:// for port 465. "
                                                         "Empty: nothing goes out by e-mail.")
    mail_from: str = Field("", description="The address that e-mail comes from, such as pmo@office.example.")
    host: str = Field("127.0.0.1", description="Where the page and the API listen.")
    port: int = Field(8000, ge=0, le=65535, description="The port they listen on; 0: any free one.")
    public_url: str = Field("", description="The address that people reach the page under, such as https://pmo.office.example: links that sign somebody in "
                                            "begin with it. Empty: where the page listens.")
    proxies: str = Field("", description="The addresses of the proxies in front, with commas between, whose X-Forwarded-For and -Proto count: 10.0.0.2. "
                                         "Empty: one on this machine.")
    oidc_issuer: str = Field("", description="Sign-in by OpenID Connect: the provider's issuer, such as https://login.office.example, or "
                                             "https://slack.com to sign in with Slack.")
    oidc_client_id: str = Field("", description="The id that the provider gave this installation. Its redirect address is /sign-in/oidc/callback of "
                                                "PMO_PUBLIC_URL.")
    oidc_client_secret: SecretStr | None = Field(None, description="The secret that goes with it, where the provider gave one.")
    oidc_name: str = Field("your company account", description="What the sign-in page calls the provider: “Sign in with …”.")
    oidc_require: str = Field("", description="What the provider must say of somebody besides, where it serves many companies: hd=office.example, or for "
                                              "Slack https://slack.com/team_id=T0123456.")
    oidc_roles: str = Field("", description="Roles by the provider's groups, the strongest first: pmo-admins=PMO admin, planners=project manager. Who has "
                                            "one is let in and keeps that role. Empty: roles stay what the records say.")
    ca_file: Path | None = Field(None, description="Certificates, as PEM, of authorities of your own that are trusted beside the usual ones: by the clients "
                                                   "of the model, Slack, the sign-in provider and e-mail.")
    log: Literal["text", "json"] = Field("text", description="How the log is written, on stderr: text, or json with a line for each request. What people "
                                                             "and records say stands in neither.")
    metrics_token: SecretStr | None = Field(None, description="What Prometheus must send as bearer token to read /metrics. Empty: only this machine may.")
    probe_port: int = Field(0, ge=0, le=65535, description="The port at which `pmo worker` answers /healthz, /readyz and /metrics. 0: none. The page has "
                                                           "them anyway.")
    rate_limit: int = Field(600, ge=0, description="How many requests of the API one person may make in a minute, and one address before anybody there is "
                                                   "signed in. 0: no limit.")
    work: bool = Field(default=True, description="Whether `pmo serve` does the work that waits too: turns from Slack, schedules, deliveries. "
                                                 "false: only `pmo worker` does.")
    mcp: bool = Field(default=False, description="true: clients by the Model Context Protocol are served at /mcp too, each with a token of its person "
                                                 "(pmo token PERSON --scope mcp). `pmo mcp` needs no such setting.")
    read_only: bool = Field(default=False, description="true: questions are answered, and no record is changed by anybody or anything.")
    sample: bool = Field(default=False, description="Sample mode: fill an empty database with the sample company, and let people pick who they are "
                                                    "on the page. Only on this machine (a loopback address).")

    @classmethod
    def settings_customise_sources(cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource,  # its signature
                                   env_settings: PydanticBaseSettingsSource, dotenv_settings: PydanticBaseSettingsSource,
                                   file_secret_settings: PydanticBaseSettingsSource) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, dotenv_settings, _FromFiles(settings_cls, env_settings, dotenv_settings), file_secret_settings

    @field_validator("time_zone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"there is no time zone “{name}”; try one like Europe/Berlin") from None
        return name

    @field_validator("public_url", "oidc_issuer")
    @classmethod
    def _reachable(cls, url: str) -> str:
        parts = urlsplit(url)
        if url and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
            raise ValueError("it is an address such as https://pmo.office.example")
        return url.rstrip("/")

    @field_validator("oidc_roles")
    @classmethod
    def _assigned(cls, said: str) -> str:
        for pair in filter(None, map(str.strip, said.split(","))):
            group, _, role = pair.partition("=")
            if not group.strip() or role.strip() not in list(Role):
                raise ValueError(f"“{pair}” is no group=role; the roles are {', '.join(Role)}")
        return said

    def model_post_init(self, _: Any) -> None:
        """Keep LangChain from sending traces out, whatever else the environment says; and tell every client whom to trust."""
        os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
        if self.ca_file:
            os.environ["SSL_CERT_FILE"] = str(bundle(self.ca_file, self.home))

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def url(self) -> str:
        return self.database_url or f"sqlite:///{self.home.absolute() / 'pmo.db'}"

    @property
    def has_model(self) -> bool:
        """Whether a language model is configured; else the offline planner answers."""
        return bool(self.openai_api_key or self.llm_base_url)

    @property
    def limits(self) -> Limits:
        """What the model may cost."""
        return Limits(self.llm_price_in, self.llm_price_out, self.llm_daily_tokens, self.llm_daily_cost)

    @property
    def has_slack(self) -> bool:
        return bool(self.slack_bot_token and (self.slack_signing_secret if self.slack_port else self.slack_app_token))

    @property
    def has_oidc(self) -> bool:
        return bool(self.oidc_issuer and self.oidc_client_id)

    @property
    def oidc_required(self) -> tuple[str, str]:
        """A claim and what it must say; empty where nothing is required."""
        claim, _, said = self.oidc_require.rpartition("=")
        return claim.strip(), said.strip()

    @property
    def address(self) -> str:
        """Where people reach the page."""
        host = "127.0.0.1" if self.host in EVERYWHERE else f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"http://{host}:{self.port}"

    @property
    def roles_by_group(self) -> Sequence[tuple[str, Role]]:
        """What a group of the sign-in provider's makes somebody here, the strongest first."""
        return [(group.strip(), Role(role.strip())) for group, _, role in (p.partition("=") for p in self.oidc_roles.split(",")) if role]

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach what is served."""
        return self.host in LOOPBACK

    def clock(self, office_zone: Callable[[], str] = str) -> Callable[[], datetime]:
        """What tells the time, in the zone of the office's record, else of PMO_TIME_ZONE; it stands still when PMO_NOW is set."""
        zone, fixed = self.zone, self.now
        if fixed is None:
            return lambda: datetime.now(ZoneInfo(said) if (said := office_zone()) else zone)
        still = fixed.replace(tzinfo=zone) if fixed.tzinfo is None else fixed.astimezone(zone)
        return lambda: still


class _FromFiles(PydanticBaseSettingsSource):
    """Secrets that stand in files: of a setting NAME that is one, NAME_FILE may name the file that holds it."""

    def __init__(self, settings_cls: type[BaseSettings], *named_by: PydanticBaseSettingsSource) -> None:
        super().__init__(settings_cls)
        self._named_by = tuple(source for source in named_by if isinstance(source, EnvSettingsSource))

    def __call__(self) -> dict[str, Any]:
        return {field: said for field in self.settings_cls.model_fields if is_secret(field) and (said := self.get_field_value(FieldInfo(), field)[0])}

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 - its signature
        name = f"{variable(field_name)}_FILE"
        file = next((found for source in self._named_by if (found := source.env_vars.get(name.lower()))), None)
        try:
            return (Path(file).read_text("utf-8").strip() if file else None), field_name, False
        except (OSError, UnicodeDecodeError) as failed:
            why = failed.strerror.lower() if isinstance(failed, OSError) and failed.strerror else "it is no text"
            raise BadInput(f"{name} names a file that cannot be read, {file}: {why}.") from None


def secret_files() -> Iterator[Path]:
    """The file of settings, and those that hold secrets."""
    yield ENV_FILE
    said = {**DotEnvSettingsSource(Settings, ENV_FILE).env_vars, **EnvSettingsSource(Settings).env_vars}
    yield from (Path(file) for field in Settings.model_fields if is_secret(field) and (file := said.get(f"{variable(field)}_FILE".lower())))


def is_secret(field: str) -> bool:
    """Whether a setting may hold a secret, and so may stand in a file of its own."""
    return field == "database_url" or SecretStr in get_args(Settings.model_fields[field].annotation)


def read(**chosen: Any) -> Settings:
    """Read the settings; raises `BadInput` with one plain sentence when one of them cannot be read."""
    if "PMO_ENV_FILE" in os.environ and not os.access(ENV_FILE, os.R_OK):
        raise BadInput(f"PMO_ENV_FILE names a file that cannot be read: {ENV_FILE}.")
    try:
        return Settings(**chosen)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise BadInput(f"The setting {variable(str(first['loc'][0]))} cannot be read: {first['msg'].removeprefix('Value error, ')}.") from None


def variable(field: str) -> str:
    """The environment variable that sets a field."""
    if field not in Settings.model_fields:
        return field.upper()
    alias = Settings.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else f"PMO_{field.upper()}"
