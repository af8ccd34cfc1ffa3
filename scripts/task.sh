#!/bin/sh
# task.sh run|demo|test|check|bench|pictures|package [argument…]: what the Makefile's targets do, for machines without make, too.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
task=${1:-}
[ $# -eq 0 ] || shift

tools() { # browsers and Node, and what the extension's checks need of npm
  $python scripts/chromium.py
  $python scripts/firefox.py
  $python scripts/deploying.py
  $python scripts/node.py
}

pytest() { # all of it is shared out, a file at a time; what is asked for by name runs in one process, for a debugger
  [ $# -gt 0 ] || set -- -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
  exec $python -m pytest "$@"
}

case "$task" in
  run) sh scripts/bootstrap.sh run && exec $python scripts/run.py "$@" ;;
  demo) sh scripts/bootstrap.sh dev && tools && exec $python scripts/demo.py "$@" ;;
  test) sh scripts/bootstrap.sh dev && tools && pytest "$@" ;;
  check) sh scripts/bootstrap.sh dev && exec $python scripts/check.py "$@" ;;
  pictures) sh scripts/bootstrap.sh dev && tools && exec env AMENDS_PICTURES=1 $python -m pytest tests/extension/test_pictures.py "$@" ;;
  bench) sh scripts/bootstrap.sh dev && exec $python scripts/bench.py "$@" ;;
  package) sh scripts/bootstrap.sh dev && exec $python scripts/package.py "$@" ;;
  *) echo "usage: sh scripts/task.sh run|demo|test|check|bench|pictures|package" >&2; exit 2 ;;
esac
