# shellcheck shell=sh
# A PostgreSQL server for one run of the tests, with a folder, a port and a password of
# its own. It listens on the loopback address only, and ends when the script ends.

CLUSTER=$VAR_DIR/postgres

# Print the folder of the newest PostgreSQL server here.
find_postgres() {
    found=
    for folder in /usr/lib/postgresql/*/bin "$UNPACKED"/*/usr/lib/postgresql/*/bin; do
        [ ! -x "$folder/initdb" ] || found=$folder
    done
    [ -n "$found" ] && echo "$found"
}

# Start a new server, point DATABASE_URL at it, and stop it when the script ends.
start_postgres() {
    exec 8<"$ROOT/requirements-dev.lock"
    flock 8
    trap stop_postgres EXIT
    trap 'exit 130' INT
    trap 'exit 143' HUP TERM
    make_cluster
    port=$(free_port)
    run_postgres
    export DATABASE_URL="postgres://intergroup:$password@127.0.0.1:$port/intergroup"
}

make_cluster() {
    rm -rf "$CLUSTER"
    mkdir -p "$CLUSTER"
    password=$("$VENV/bin/python" -c 'import secrets; print(secrets.token_hex(16))')
    echo "$password" >"$CLUSTER/password"
    [ "$(id -u)" != 0 ] || chown -R nobody "$CLUSTER"
    (
        without_root "$(find_postgres)/initdb" --pgdata="$CLUSTER/data" --no-sync \
            --username=intergroup --auth=scram-sha-256 --pwfile="$CLUSTER/password" \
            --encoding=UTF8 --locale=C.UTF-8
    ) >"$CLUSTER/log" 2>&1 || postgres_failed
}

# In a session of its own, so that Ctrl-C reaches the tests first; the kernel stops it
# should this script be killed. Nothing of it has to outlive a power cut.
run_postgres() {
    without_root setsid setpriv --pdeathsig INT "$(find_postgres)/postgres" \
        -D "$CLUSTER/data" -h 127.0.0.1 -p "$port" -k '' \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        >>"$CLUSTER/log" 2>&1 &
    server=$!
    until "$(find_postgres)/pg_isready" -q -h 127.0.0.1 -p "$port"; do
        kill -0 "$server" 2>/dev/null || postgres_failed
        sleep 0.1
    done
}

stop_postgres() {
    if [ -n "${server-}" ] && kill -INT "$server" 2>/dev/null; then
        wait "$server" || :
    fi
    rm -rf "$CLUSTER"
}

postgres_failed() {
    tail -n 20 "$CLUSTER/log" >&2
    stop "PostgreSQL did not start; the lines above say why."
}

# Become a program that PostgreSQL agrees to be: it refuses to run as root. It is nobody
# then, who is let through the folders above this one.
without_root() {
    [ "$(id -u)" = 0 ] || exec "$@"
    exec setpriv --reuid nobody --regid nogroup --clear-groups \
        --inh-caps +dac_override --ambient-caps +dac_override "$@"
}

free_port() {
    "$VENV/bin/python" -c '
import socket
print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])'
}
