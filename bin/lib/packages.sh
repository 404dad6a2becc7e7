# shellcheck shell=sh
# Debian packages. Root, or whoever may use sudo without a password, installs them;
# anybody else has them unpacked into var/lib, which needs no rights.

UNPACKED=$VAR_DIR/lib

# The shared libraries WeasyPrint opens, each with the package that holds it.
LIBRARIES="libpango-1.0.so.0=libpango-1.0-0
libpangoft2-1.0.so.0=libpangoft2-1.0-0
libharfbuzz-subset.so.0=libharfbuzz-subset0"

what_for() {
    case $1 in
    python3*) echo "to run Intergroup" ;;
    libpango* | libharfbuzz*) echo "to set the type in PDF files" ;;
    hledger) echo "to check our books against another program in the tests" ;;
    postgresql) echo "to run the tests on that database too" ;;
    chromium | libatomic1) echo "to run the tests that need a browser" ;;
    esac
}

# Get the packages that Python and printing need, unless they are here.
get_system_packages() {
    missing=$(missing_system_packages)
    # shellcheck disable=SC2086  # one word for each package
    [ -z "$missing" ] || get_packages $missing
}

missing_system_packages() {
    missing_python_packages
    for library in $LIBRARIES; do
        has_library "${library%=*}" || echo "${library#*=}"
    done
}

has_libraries() {
    for library in $LIBRARIES; do
        has_library "${library%=*}" || return 1
    done
}

has_library() {
    for file in "$UNPACKED"/*/usr/lib/*/"$1"; do
        [ -e "$file" ] && return
    done
    LC_ALL=C /sbin/ldconfig -p 2>/dev/null | grep -qF "$1"
}

get_packages() {
    say "These packages of your system are missing:"
    for package in "$@"; do
        say "  $package, $(what_for "$package")"
    done
    if may_install; then
        install_packages "$@"
    else
        unpack_packages "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null || return
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
    say "Installing them …"
    logged as_root apt-get update -q ||
        say "The lists of packages are not all fresh; trying with those that are here."
    logged as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
        --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" ||
        stop "The packages could not be installed; the lines above say why."
}

# Unpack packages, with those they depend on, into a folder named after the first one.
unpack_packages() {
    case " $* " in
    *" python3 "* | *" chromium "*) ask_for_packages "$@" ;;
    esac
    say "Only an administrator may install them, so they are unpacked into $UNPACKED …"
    fetch_and_unpack "$@" || ask_for_packages "$@"
    rm -rf "$VAR_DIR/apt"
}

ask_for_packages() {
    rm -rf "$VAR_DIR/apt"
    stop "This needs an administrator. Please ask for this one command, then try again:
  apt-get install -y --no-install-recommends $*"
}

fetch_and_unpack() {
    rm -rf "$VAR_DIR/apt"
    mkdir -p "$VAR_DIR/apt/lists/partial" "$VAR_DIR/apt/archives/partial" \
        "$VAR_DIR/apt/unpacked" "$UNPACKED" || return
    logged our_apt update -q || return
    names=$(our_apt -s install --no-install-recommends "$@" | new_packages) || return
    # shellcheck disable=SC2086  # one word for each package
    (cd "$VAR_DIR/apt" && logged our_apt download -q $names) || return
    for package in "$VAR_DIR"/apt/*.deb; do
        logged dpkg-deb -x "$package" "$VAR_DIR/apt/unpacked" || return
    done
    rm -rf "${UNPACKED:?}/$1"
    mv "$VAR_DIR/apt/unpacked" "$UNPACKED/$1"
    use_unpacked_packages
}

# apt-get with lists and caches of its own, which needs no rights.
our_apt() {
    apt-get -o Dir::State::lists="$VAR_DIR/apt/lists" -o Dir::Cache="$VAR_DIR/apt" \
        -o Debug::NoLocking=1 "$@"
}

# The packages a simulated install would add; those it would upgrade stay as they are.
new_packages() {
    sed -n 's/^Inst \([^ ]*\) (.*/\1/p'
}

# Let everything that is started find what was unpacked.
use_unpacked_packages() {
    for folder in "$UNPACKED"/*/usr/lib/*-linux-gnu* "$UNPACKED"/*/lib/*-linux-gnu*; do
        LD_LIBRARY_PATH=$(with_folder "$folder" "${LD_LIBRARY_PATH:-}")
    done
    for folder in "$UNPACKED"/*/usr/bin; do
        PATH=$(with_folder "$folder" "$PATH")
    done
    [ -z "$LD_LIBRARY_PATH" ] || export LD_LIBRARY_PATH
}

# Print PATHS with FOLDER at their end, if it is a folder and not among them.
with_folder() {
    case :$2: in
    *:$1:*) echo "$2" ;;
    *) if [ -d "$1" ]; then echo "$2${2:+:}$1"; else echo "$2"; fi ;;
    esac
}
