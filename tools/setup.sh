#!/bin/sh
# Sets up what the build and the tests need, inside the checkout: .venv, a virtual environment on a
# Python 2.7 with the pinned packages, and .toolchain, what had to be fetched for it.
#
# The Python 2.7 is, in this order: $PYTHON2, a PyPy 2.7 on PATH, Debian's pypy packages of the
# suite bullseye, unpacked under .toolchain, a CPython 2.7 on PATH or under pyenv. PyPy translates
# in six minutes where CPython takes ten.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build
toolchain=$root/.toolchain
mkdir -p "$build"
. "$root/tools/step.sh"

check_libraries() {
    command -v "${CC:-cc}" >/dev/null 2>&1 || need_package gcc "a C compiler"
    printf '#include <ffi.h>\n' >"$build/ffi_check.c"
    if ! "${CC:-cc}" -E "$build/ffi_check.c" >/dev/null 2>&1; then
        need_package libffi-dev "the header ffi.h"
    fi
    rm -f "$build/ffi_check.c"
    command -v pkg-config >/dev/null 2>&1 || need_package pkg-config "pkg-config"
    pkg-config --exists libutf8proc || need_package libutf8proc-dev "the library utf8proc"
}

is_python2() {
    [ "$("$1" -c 'import sys; print(sys.version_info[:2] == (2, 7))' 2>/dev/null)" = True ]
}

# find_on_path NAME...: prints the first of the commands that is a Python 2.7; nothing if none is.
find_on_path() {
    for candidate in "$@"; do
        if command -v "$candidate" >/dev/null 2>&1 && is_python2 "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
}

# choose_python2: sets python2 to the Python 2.7 to be used.
choose_python2() {
    python2=${PYTHON2:-}
    if [ -n "$python2" ]; then
        is_python2 "$python2" || fail "PYTHON2=$PYTHON2 is not a Python 2.7"
        return
    fi
    python2=$(find_on_path pypy pypy2 pypy2.7)
    if [ -z "$python2" ] && { is_python2 "$toolchain/python2" || fetch_pypy; }; then
        python2=$toolchain/python2
    fi
    [ -n "$python2" ] ||
        python2=$(find_on_path python2.7 python2 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/2.7*/bin/python2.7)
    [ -n "$python2" ] ||
        fail "no Python 2.7 found; install PyPy 2.7 or CPython 2.7, or name one with PYTHON2=..."
}

# debian_mirror: prints the package mirror that this machine is configured to use.
debian_mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)*\([^ ]*\) .*/\2/p' |
        grep '/debian/*$' | head -n 1
}

# download_pypy FOLDER: Debian's packages, checked against the archive's keyring where that is
# installed and against the sums in requirements/ otherwise. A private apt configuration leaves the
# system as it is.
download_pypy() {
    mkdir -p "$1/lists/partial" "$1/archives/partial"
    keyring=${DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
    if [ -e "$keyring" ]; then
        trust="signed-by=$keyring"
    else
        trust="trusted=yes"
    fi
    echo "deb [$trust] $(debian_mirror) bullseye main" >"$1/sources.list"
    set -- "$1" -o "Dir::Etc::SourceList=$1/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o "Dir::State::Lists=$1/lists" -o "Dir::Cache::Archives=$1/archives" \
        -o Dir::State::status=/dev/null -o Debug::NoLocking=1 \
        -o Acquire::Retries=0 -o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10
    archives=$1/archives
    shift
    (cd "$archives" && apt-get "$@" -q --error-on=any update &&
        apt-get "$@" -q download pypy pypy-lib libffi7 libssl1.1 libtinfo6 libexpat1) \
        >"$build/fetch-pypy.log" 2>&1 || return 1
    if [ "$trust" = "trusted=yes" ]; then
        (cd "$archives" && sha256sum -c "$root/requirements/pypy-packages.sha256") \
            >>"$build/fetch-pypy.log" 2>&1 ||
            fail "Debian's pypy packages are not the expected ones (see $build/fetch-pypy.log)"
    fi
}

# fetch_pypy: unpacks Debian's pypy under .toolchain; fails where it cannot be had or does not run.
fetch_pypy() {
    command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1 &&
        [ -n "$(debian_mirror)" ] || return 1
    say "fetch Debian's pypy (Python 2.7)"
    rm -rf "$toolchain/apt" "$toolchain/pypy"
    mkdir -p "$toolchain/pypy"
    if ! download_pypy "$toolchain/apt"; then
        say "cannot fetch Debian's pypy (see $build/fetch-pypy.log)"
        return 1
    fi
    for package in "$toolchain"/apt/archives/*.deb; do
        dpkg-deb -x "$package" "$toolchain/pypy"
    done
    wrap_pypy "$toolchain/python2" "$toolchain/pypy/usr/bin/pypy"
    is_python2 "$toolchain/python2"
}

# wrap_pypy WRAPPER PROGRAM: a script that runs the fetched PROGRAM with the libraries beside it.
wrap_pypy() {
    libraries=$toolchain/pypy/usr/lib/x86_64-linux-gnu:$toolchain/pypy/lib/x86_64-linux-gnu
    cat >"$1" <<END
#!/bin/sh
LD_LIBRARY_PATH=$toolchain/pypy/usr/lib/pypy/bin:$libraries exec $2 "\$@"
END
    chmod +x "$1"
}

# download_bootstrap: the wheel of virtualenv, through any pip that this machine has.
download_bootstrap() {
    mkdir -p "$toolchain/bootstrap"
    for python in "$1" python3; do
        if "$python" -m pip download -q --no-deps --require-hashes --only-binary :all: \
                -d "$toolchain/bootstrap" -r "$root/requirements/bootstrap.txt" \
                >"$build/bootstrap.log" 2>&1; then
            return
        fi
    done
    fail "cannot fetch virtualenv: needs pip for python3 or Python 2.7 (see $build/bootstrap.log)"
}

make_environment() {
    say "make .venv with $1"
    download_bootstrap "$1"
    rm -rf "$root/.venv" "$toolchain/virtualenv"
    "$1" -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])' \
        "$toolchain"/bootstrap/virtualenv-*.whl "$toolchain/virtualenv"
    PYTHONPATH=$toolchain/virtualenv "$1" -m virtualenv --no-download --no-pip --no-setuptools \
        --no-wheel -q "$root/.venv" >"$build/virtualenv.log" 2>&1 ||
        fail "cannot make a virtual environment (see $build/virtualenv.log)"
    if [ "$1" = "$toolchain/python2" ]; then
        mv "$root/.venv/bin/pypy" "$root/.venv/bin/pypy-unwrapped"
        wrap_pypy "$root/.venv/bin/pypy" "$root/.venv/bin/pypy-unwrapped"
    fi
    say "install the pinned packages"
    wheels=$toolchain/virtualenv/virtualenv_support
    PYTHONPATH=$(echo "$wheels"/pip-20*-py2.py3-none-any.whl) "$root/.venv/bin/python" -m pip install -q --no-compile \
        --disable-pip-version-check --no-index --find-links "$wheels" pip setuptools wheel \
        >"$build/pip.log" 2>&1 || fail "cannot install pip (see $build/pip.log)"
    "$root/.venv/bin/python" -m pip install -q --no-compile --disable-pip-version-check --no-deps \
        --require-hashes -r "$root/requirements/python2.txt" \
        >"$build/pip.log" 2>&1 ||
        fail "cannot install the packages (see $build/pip.log)"
}

check_libraries
stamp=$root/.venv/ready-$(cat "$root"/requirements/*.txt | cksum | tr ' ' '-')
if [ ! -e "$stamp" ]; then
    choose_python2
    make_environment "$python2"
    touch "$stamp"
fi
say "Python 2.7 and its packages are ready"
