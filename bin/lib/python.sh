# shellcheck shell=sh
# Python and the packages of a lock file, in .venv beside the program.

# Print the packages without which no environment can be made here.
missing_python_packages() {
    if python=$(find_python); then
        "$python" -c 'import venv, ensurepip' 2>/dev/null || pip_wheel >/dev/null ||
            echo python3-venv
    elif command -v python3 >/dev/null; then
        stop "Intergroup needs Python 3.11 or newer, and here is $(python3 --version)." \
            "Debian 12, Ubuntu 24.04 and everything later bring it."
    else
        echo python3
        echo python3-venv
    fi
}

# Print the path of a Python that is new enough. It is the full one (python3.11, not
# python3), so that after an upgrade of the system .venv is seen to be stale.
find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        "$name" -c '
import os, sys
if sys.version_info < (3, 11):
    sys.exit(1)
print(os.path.realpath(sys.executable))' 2>/dev/null && return
    done
    return 1
}

# Are the packages of LOCK here? A copy of the lock tells what was installed last.
is_installed() {
    [ -x "$VENV/bin/python" ] && [ ! -e "$VENV/unfinished" ] &&
        cmp -s "$ROOT/$1" "$VENV/installed-$1"
}

# Install the packages of LOCK; requirements-dev.lock holds those of requirements.lock.
install_locked() {
    say "Installing the Python packages of $1 into .venv; this takes a minute …"
    if [ ! -x "$VENV/bin/python" ] || [ -e "$VENV/unfinished" ]; then
        make_venv
    fi
    : >"$VENV/unfinished"
    get_pip
    pip install --progress-bar off --require-hashes --only-binary :all: -r "$ROOT/$1" ||
        stop "The Python packages could not be installed; the lines above say why."
    cp "$ROOT/requirements.lock" "$VENV/installed-requirements.lock"
    cp "$ROOT/$1" "$VENV/installed-$1"
    rm -rf "$VENV/unfinished" "$VAR_DIR/cache/pip" "$VAR_DIR/tmp"
}

make_venv() {
    rm -rf "$VENV"
    mkdir "$VENV"
    : >"$VENV/unfinished"
    logged "$(find_python)" -m venv --without-pip "$VENV" ||
        stop "The Python environment could not be made; the lines above say why."
}

get_pip() {
    "$VENV/bin/python" -c 'import pip' 2>/dev/null && return
    if wheel=$(pip_wheel); then
        (export PYTHONPATH="$wheel" && pip install --no-index "$wheel")
    else
        logged "$VENV/bin/python" -m ensurepip
    fi || stop "pip could not be installed; the lines above say why."
}

# Print the path of the pip that was unpacked without rights, if it was.
pip_wheel() {
    ls "$UNPACKED"/*/usr/share/python-wheels/pip-*.whl 2>/dev/null
}

# pip, keeping to our own folders whatever its configuration says.
pip() {
    mkdir -p "$VAR_DIR/tmp"
    logged env TMPDIR="$VAR_DIR/tmp" PIP_CACHE_DIR="$VAR_DIR/cache/pip" PIP_USER=0 \
        PIP_DISABLE_PIP_VERSION_CHECK=1 "$VENV/bin/python" -m pip --no-input "$@"
}
