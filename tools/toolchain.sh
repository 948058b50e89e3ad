# Chooses the toolchain of a translation; needs root, toolchain and step.sh.
#
# In this order: the checkout that RPYTHON names; the current toolchain, the public repository at
# the pinned commit, fetched once into .toolchain where it can be reached; the released package
# with its corrections. TOOLCHAIN=release and TOOLCHAIN=current ask for one of the last two.

CURRENT_REPOSITORY=${CURRENT_REPOSITORY:-https://github.com/pypy/pypy}
CURRENT_COMMIT=4eeb73ca9598d4743be0c8e452bf7850b7a17630

# has_current_toolchain: whether the checkout is there and is that commit.
has_current_toolchain() {
    [ -d "$current/rpython" ] &&
        [ "$(git -C "$current" rev-parse HEAD 2>/dev/null)" = "$CURRENT_COMMIT" ] &&
        [ -z "$(git -C "$current" status --porcelain --untracked-files=no 2>/dev/null | head -n 1)" ]
}

# fetch_current_toolchain: one attempt, given up after ten seconds without an answer. The commit is
# asked for by its hash, which git checks everything that arrives against.
fetch_current_toolchain() {
    command -v git >/dev/null 2>&1 || return 1
    GIT_TERMINAL_PROMPT=0 timeout 10 git ls-remote -q "$CURRENT_REPOSITORY" HEAD >/dev/null 2>&1 ||
        return 1
    say "fetch the current toolchain"
    rm -rf "$current"
    git init -q "$current" &&
        git -C "$current" fetch -q --depth 1 "$CURRENT_REPOSITORY" "$CURRENT_COMMIT" &&
        git -C "$current" checkout -q FETCH_HEAD && has_current_toolchain
}

# choose_toolchain: sets checkout, the folder that holds rpython/, empty for the package, and
# toolchain_name, what `ruff --version` says of it.
choose_toolchain() {
    current=$toolchain/current
    checkout=
    toolchain_name="rpython 0.2.1 with corrections"
    if [ -n "${RPYTHON:-}" ]; then
        [ -d "$RPYTHON/rpython" ] || fail "RPYTHON=$RPYTHON holds no folder rpython"
        checkout=$RPYTHON
        toolchain_name="rpython of $(git -C "$RPYTHON" rev-parse --short=11 HEAD 2>/dev/null || echo "a checkout")"
        return
    fi
    case "${TOOLCHAIN:-}" in
        release) return ;;
        current | "") ;;
        *) fail "TOOLCHAIN=$TOOLCHAIN is neither release nor current" ;;
    esac
    if has_current_toolchain || fetch_current_toolchain >"$build/fetch-toolchain.log" 2>&1; then
        checkout=$current
        toolchain_name="rpython of $(echo "$CURRENT_COMMIT" | cut -c 1-11)"
    elif [ "${TOOLCHAIN:-}" = current ]; then
        fail "the current toolchain cannot be fetched from $CURRENT_REPOSITORY"
    else
        say "the current toolchain cannot be reached: the released one, with corrections, is taken"
    fi
}
