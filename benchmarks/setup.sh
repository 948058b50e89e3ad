#!/bin/sh
# Installs what the benchmarks compare with, from Debian's packages; called by `make bench-setup`.
# Without the right to install, or on another system, it names what is missing. Exit code 1 if something is.
set -u

# command:package
PEERS="gcc:gcc luajit:luajit lua5.4:lua5.4 node:nodejs pypy3:pypy3 python3:python3 go:golang-go hyperfine:hyperfine"

missing_packages() {
    for peer in $PEERS; do
        command -v "${peer%%:*}" >/dev/null 2>&1 || printf '%s ' "${peer#*:}"
    done
}

# What one package cannot give must not keep the others away, so each is installed alone.
install_packages() {
    echo "updating the package lists"
    apt-get update -qq || return 1
    for package in $1; do
        echo "installing $package"
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null \
            || echo "could not install $package" >&2
    done
}

missing=$(missing_packages)
if [ -n "$missing" ]; then
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        install_packages "$missing"
        missing=$(missing_packages)
    elif command -v apt-get >/dev/null 2>&1; then
        echo "No right to install packages. Run as root:  apt-get install --no-install-recommends $missing" >&2
    fi
fi

for peer in $PEERS; do
    tool=${peer%%:*}
    if command -v "$tool" >/dev/null 2>&1; then
        echo "$tool: $(command -v "$tool")"
    else
        echo "$tool: MISSING (Debian package ${peer#*:}); the benchmarks leave it out" >&2
    fi
done
[ -z "$missing" ]
