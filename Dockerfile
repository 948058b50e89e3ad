# Builds ./ruff-c and ends in a small image that holds nothing else of ours.

FROM debian:bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates gcc libc6-dev libffi-dev libutf8proc-dev make \
        pkg-config python3 python3-pip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /ruff
COPY . .
RUN make translate && strip ruff-c

FROM debian:bookworm-slim
COPY --from=build /ruff/ruff-c /usr/local/bin/ruff-c
ENTRYPOINT ["ruff-c"]
