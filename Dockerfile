# One image for everything: the page, the API, Slack, and the command line (docker run … pmo ask "…").
FROM python:3.11-slim AS built
WORKDIR /house
COPY requirements.txt pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
COPY --from=built /venv /venv
RUN useradd --create-home office && mkdir /state && chown office /state
USER office
ENV PATH=/venv/bin:$PATH PMO_HOME=/state PYTHONUNBUFFERED=1
VOLUME /state
EXPOSE 8000
CMD ["pmo", "serve"]
