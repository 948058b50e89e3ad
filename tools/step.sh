# Functions of the shell scripts here: a line per step with the time since the start.

started=${RUFF_STARTED:-$(date +%s)}
export RUFF_STARTED=$started

say() {
    elapsed=$(($(date +%s) - started))
    printf '[%2d:%02d] %s\n' $((elapsed / 60)) $((elapsed % 60)) "$*"
}

fail() {
    say "FAILED: $*" >&2
    exit 1
}

# may_install: whether Debian packages can be installed here.
may_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

# need_package PACKAGE: installs a Debian package where that is permitted, else says what to do.
need_package() {
    if may_install; then
        say "install the Debian package $1"
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$1" >"$build/apt.log" 2>&1 ||
            { apt-get update -q >>"$build/apt.log" 2>&1 &&
              DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$1" >>"$build/apt.log" 2>&1; } ||
            fail "cannot install $1 (see $build/apt.log); install it by hand: apt-get install $1"
    else
        fail "$2 is missing; install it: apt-get install $1"
    fi
}
