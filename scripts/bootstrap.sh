#!/bin/sh
# bootstrap.sh run|dev: .venv with the locked packages and Amends itself; what is there already is left alone.
# `run` holds what runs (requirements.txt), `dev` all that tests and checks need (requirements-dev.txt).
set -eu
cd "$(dirname "$0")/.."
venv=.venv
case "${1:-}" in
  run) lock=requirements.txt ;;
  dev) lock=requirements-dev.txt ;;
  *) echo "usage: sh scripts/bootstrap.sh run|dev" >&2; exit 2 ;;
esac

say() { echo "bootstrap: $*"; }
fail() { echo "bootstrap: $*" >&2; exit 1; }
root_on_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }
apt_install() {
  say "installing $* with apt-get"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# What this environment was made of; the folder belongs to it, because the installed command names it.
recipe() { pwd; cat "$lock" pyproject.toml scripts/bootstrap.sh server/amends/__init__.py | cksum; }
stamp=$venv/.made-$1
if [ -x "$venv/bin/amends" ] && [ -f "$stamp" ] && [ "$(recipe)" = "$(cat "$stamp")" ]; then exit 0; fi

# 3.14 to 3.11 are those every locked package has wheels for; a python3 newer than that is tried last.
find_python() {
  for name in "${PYTHON:-}" python3.14 python3.13 python3.12 python3.11 python3 python; do
    [ -n "$name" ] || continue
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$name"; return 0; }
  done
  return 1
}

make_venv() {
  if ! python=$(find_python) && command -v uv >/dev/null 2>&1; then
    say "no Python 3.11 or newer on PATH: uv brings one"
    uv venv --quiet --seed --python '>=3.11' "$venv" && return
  fi
  if [ -z "$python" ] && root_on_debian; then
    apt_install python3 python3-venv && python=$(find_python) || true
  fi
  [ -n "$python" ] || fail "Python 3.11 or newer is needed (Debian: apt-get install python3 python3-venv; macOS: brew install python)"
  if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    root_on_debian || fail "this Python cannot make virtual environments: apt-get install python3-venv"
    minor=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    apt_install "$minor" || apt_install python3-venv || fail "apt-get could not install $minor"
  fi
  say "making $venv with $("$python" --version) ($(command -v "$python"))"
  "$python" -m venv "$venv" || { rm -rf "$venv"; fail "$python could not make $venv"; }
}

"$venv/bin/python" -m pip --version >/dev/null 2>&1 || { rm -rf "$venv"; make_venv; }
say "installing $lock"
pip="$venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input"
$pip --require-hashes -r "$lock" || fail "the packages of $lock could not be installed; is the package index reachable?"
$pip --no-deps --no-build-isolation -e . || fail "Amends itself could not be installed into $venv"
recipe >"$stamp"
say "ready: $venv, $("$venv/bin/python" --version)"
