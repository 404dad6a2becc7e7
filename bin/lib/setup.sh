# shellcheck shell=sh
# What bin/run, bin/test and bin/manage share: where things are, and a set-up that is
# quick when it has been done, safe to interrupt, and safe to start twice at once.
# The script that reads this file has set ROOT, the folder of the checkout.

VAR_DIR=${VAR_DIR:-$ROOT/var}
case $VAR_DIR in
/*) ;;
*) VAR_DIR=$PWD/$VAR_DIR ;;
esac
export VAR_DIR
VENV=$ROOT/.venv

. "$ROOT/bin/lib/packages.sh"
. "$ROOT/bin/lib/python.sh"

say() {
    printf '%s\n' "$*" >&2
}

stop() {
    say "$@"
    exit 1
}

# Run a command in silence; what it said is shown only when it fails.
logged() {
    "$@" </dev/null >>"$VAR_DIR/setup.log" 2>&1 && return
    tail -n 20 "$VAR_DIR/setup.log" >&2
    return 1
}

# Run a command while no other set-up works in this checkout. The lock is the kernel's,
# so it is gone as soon as its holder is, however that ended.
one_at_a_time() (
    exec 9<"$ROOT/requirements.lock"
    if ! flock -n 9; then
        say "Another set-up is at work in this folder; waiting for it …"
        flock 9
    fi
    "$@"
)

# Install what LOCK and printing need, and stop with a sentence where that is impossible.
set_up() {
    mkdir -p "$VAR_DIR"
    is_set_up "$1" && return
    : >"$VAR_DIR/setup.log"
    get_system_packages
    is_installed "$1" || install_locked "$1"
    [ -s "$VAR_DIR/secret-key" ] || make_secret_key
}

is_set_up() {
    [ -s "$VAR_DIR/secret-key" ] && is_installed "$1" && has_libraries
}

make_secret_key() {
    (
        umask 077
        "$VENV/bin/python" -c 'import secrets; print(secrets.token_urlsafe(48))' \
            >"$VAR_DIR/secret-key.new"
    )
    mv "$VAR_DIR/secret-key.new" "$VAR_DIR/secret-key"
}

# Set the environment of everything that is started; what the caller set stays as it is.
use_environment() {
    use_unpacked_packages
    use_fonts
    SECRET_KEY=${SECRET_KEY:-$(cat "$VAR_DIR/secret-key")}
    HTTPS=${HTTPS:-off}
    export SECRET_KEY HTTPS
}

# Show WeasyPrint our own fonts: where fontconfig finds none, Pango crashes.
use_fonts() {
    FONTCONFIG_FILE=$VAR_DIR/fonts.conf
    export FONTCONFIG_FILE
    fonts=$(fonts_conf | sed 's/&/\&amp;/g')
    echo "$fonts" | cmp -s - "$FONTCONFIG_FILE" && return
    echo "$fonts" >"$FONTCONFIG_FILE.$$"
    mv "$FONTCONFIG_FILE.$$" "$FONTCONFIG_FILE"
}

fonts_conf() {
    echo '<?xml version="1.0"?>'
    echo '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    echo '<fontconfig>'
    for folder in "$ROOT/static/intergroup/fonts" "$UNPACKED"/*/usr/share/fonts \
        /usr/share/fonts /usr/local/share/fonts; do
        [ ! -d "$folder" ] || echo "  <dir>$folder</dir>"
    done
    echo "  <cachedir>$VAR_DIR/cache/fontconfig</cachedir>"
    echo '</fontconfig>'
}
