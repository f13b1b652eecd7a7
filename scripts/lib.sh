# Shared by the scripts beside it; sourced, never run. Expects `root`, the project's folder.
# shellcheck shell=bash
: "${root:?}"

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "$*"
  exit 1
}

# logged FILE COMMAND...: runs quietly; shows the end of FILE only when the command fails.
logged() {
  local log=$1 status=0
  shift
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -ne 0 ]; then
    say "Failed: $*"
    tail -n 25 "$log" >&2
    say "(all of it: $log)"
  fi
  return "$status"
}

# Fills `as_root` with what to put before a command that needs root; 1 when there is no way.
find_root() {
  as_root=()
  [ "$(id -u)" -eq 0 ] && return 0
  as_root=(sudo -n)
  sudo -n true 2>/dev/null
}

# apt_install PACKAGE...: 1 when this is no Debian, this user may not, or it fails.
apt_install() {
  local as_root log="$root/.cache/apt.log"
  command -v apt-get >/dev/null && find_root || return 1
  say "Installing $* with apt-get"
  mkdir -p "$root/.cache"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
    apt-get -y -q -o DPkg::Lock::Timeout=300)
  local command=("${apt[@]}" install --no-install-recommends "$@")
  # Lists may be absent or old, and one unreachable source fails the whole update: only the
  # second install's outcome counts.
  "${command[@]}" >"$log" 2>&1 </dev/null && return 0
  "${apt[@]}" update >>"$log" 2>&1 </dev/null || true
  logged "$log" "${command[@]}"
}
