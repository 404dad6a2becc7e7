# shellcheck shell=sh
# The meeting finder tsml-ui as other sites show it, to look at our feeds with. It comes
# inside a package that is not installed: of all that is in it, one file is taken.

READER_LOCK=$ROOT/tests/browser/reader.lock
READER_FILE=meeting_guide/static/meeting_guide/app.js

# Get the finder into var/, unless it is there, and say where it is.
get_reader() {
    use_reader
    [ -s "$TSML_UI" ] && return
    say "Getting the meeting finder that reads our feeds in the tests …"
    folder=$(mktemp -d "$VAR_DIR/reader.XXXXXX")
    fetch_reader "$folder" || {
        rm -rf "$folder"
        stop "The meeting finder could not be had; the lines above say why."
    }
    mkdir -p "$(dirname "$TSML_UI")"
    mv "$folder/$READER_FILE" "$TSML_UI"
    rm -rf "$folder"
}

fetch_reader() {
    logged "$VENV/bin/python" -m pip download -q --no-deps --require-hashes \
        --only-binary :all: -d "$1" -r "$READER_LOCK" || return
    logged "$VENV/bin/python" -m zipfile -e "$1"/*.whl "$1"
}

# The folder is named after the lock, so that another version is fetched anew.
use_reader() {
    TSML_UI=$VAR_DIR/reader/$(cksum <"$READER_LOCK" | tr ' ' -)/app.js
    export TSML_UI
}
