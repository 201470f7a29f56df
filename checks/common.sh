# shellcheck shell=bash
# Sourced by every check. A check ends with 0 (passed), 1 (failed) or 3 (skipped, and it says why).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

check=$(basename "$0")
out=target/checks
# Fetched tools stay here from run to run, and from clone to clone.
tools=${CHECKS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/iterate-checks}
mkdir -p "$out" "$tools"

passed() {
  printf 'passed   %-11s %s\n' "$check" "$*"
}

skip() {
  printf 'skipped  %-11s %s\n' "$check" "$*"
  exit 3
}

die() {
  printf 'FAILED   %-11s %s\n' "$check" "$*"
  exit 1
}

# Files of the repository, new ones too, that match the patterns; separated by NUL.
files() {
  local file
  while IFS= read -r -d '' file; do
    # What has been deleted and is not committed yet is still listed.
    if [[ -f $file ]]; then printf '%s\0' "$file"; fi
  done < <(git ls-files -z --cached --others --exclude-standard -- "$@")
}

# Runs apt-get where we may, quietly. Three minutes are enough for a slow mirror; one that hangs must not hang the checks.
apt() {
  [[ $EUID == 0 ]] && command -v apt-get > /dev/null || return 1
  DEBIAN_FRONTEND=noninteractive timeout 180 apt-get -q -y "$@" >> "$out/apt.log" 2>&1
}

# A command, from the Debian package of that name where it is missing.
need() {
  local command=$1 package=$2
  command -v "$command" > /dev/null && return
  apt install --no-install-recommends "$package" && return
  apt update && apt install --no-install-recommends "$package" && return
  skip "'$command' is missing, and Debian's package $package could not be installed"
}

# Sets $modules to a folder with the npm packages of checks/node, of the versions in its lock.
need_modules() {
  local lock fresh
  need node nodejs
  need npm npm
  lock=$(sha256sum checks/node/package-lock.json)
  modules=$tools/node-${lock::12}
  [[ -d $modules ]] && return
  fresh=$(mktemp -d "$tools/node-fresh.XXXXXX")
  cp checks/node/package.json checks/node/package-lock.json "$fresh"
  # Peers are left out: kubectl's package names a cloud's whole library as one.
  if ! (cd "$fresh" && timeout 300 npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund) > "$out/npm.log" 2>&1; then
    rm -rf "$fresh"
    skip "npm could not fetch its packages; $out/npm.log says why"
  fi
  # Somebody else may have been faster; one folder is as good as the other.
  mv -T "$fresh" "$modules" 2> /dev/null || rm -rf "$fresh"
}

# Runs a script of checks/node with the packages.
with_modules() {
  local script=$1
  shift
  MODULES=$modules node "checks/node/$script" "$@"
}

# Sets $promtool. Debian's package is unpacked, not installed: installing it starts a server.
need_promtool() {
  local deb
  promtool=$(command -v promtool || printf '%s' "$tools/prometheus/usr/bin/promtool")
  [[ -x $promtool ]] && return
  command -v apt-get > /dev/null || skip "'promtool' is missing, and this is no Debian to take it from"
  deb=$(mktemp -d "$tools/prometheus-fresh.XXXXXX")
  (cd "$deb" && timeout 180 apt-get -q download prometheus) >> "$out/apt.log" 2>&1 \
    || { apt update && (cd "$deb" && timeout 180 apt-get -q download prometheus) >> "$out/apt.log" 2>&1; } \
    || { rm -rf "$deb"; skip "'promtool' is missing, and Debian's package prometheus could not be fetched"; }
  dpkg-deb -x "$deb"/*.deb "$tools/prometheus"
  rm -rf "$deb"
}

# Builds both overlays into $out, by the check that does so. Where it is skipped, so are those that need it.
need_overlays() {
  local ended=0
  checks/kustomize > "$out/kustomize.log" 2>&1 || ended=$?
  case $ended in
    0) ;;
    3) skip "needs the built overlays: $(tail -1 "$out/kustomize.log")" ;;
    *) die "the overlays do not build: $(cat "$out/kustomize.log")" ;;
  esac
}

# Sets $compose: docker's plugin, or the program itself, which needs no docker to read files. Debian 12 has neither; that of the next
# release runs here, fetched with lists of its own, so that this machine's stay as they are.
need_compose() {
  local fresh mirror keys=/usr/share/keyrings/debian-archive-keyring.gpg
  compose=(docker compose)
  docker compose version > /dev/null 2>&1 && return
  compose=("$tools/compose/usr/libexec/docker/cli-plugins/docker-compose")
  [[ -x ${compose[0]} ]] && return
  if ! command -v apt-get > /dev/null || [[ ! -r $keys ]]; then
    skip "docker's compose plugin is missing, and this is no Debian to take it from"
  fi
  # shellcheck disable=SC2016 # apt's placeholder, not the shell's
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | sort | uniq -c | sort -rn | awk 'NR == 1 {print $2}')
  fresh=$(mktemp -d "$tools/compose-fresh.XXXXXX")
  mkdir -p "$fresh"/{lists,cache/archives}/partial
  : > "$fresh/status"
  printf 'deb [signed-by=%s] %s trixie main\n' "$keys" "$mirror" > "$fresh/sources.list"
  printf 'Dir::%s;\n' "State \"$fresh\"" "State::status \"$fresh/status\"" "Cache \"$fresh/cache\"" \
    "Etc::sourcelist \"$fresh/sources.list\"" 'Etc::sourceparts "-"' > "$fresh/apt.conf"
  if (
    cd "$fresh"
    export APT_CONFIG=$fresh/apt.conf
    timeout 180 apt-get -q update && timeout 180 apt-get -q download docker-compose
  ) >> "$out/apt.log" 2>&1; then
    dpkg-deb -x "$fresh"/docker-compose_*.deb "$tools/compose"
  fi
  rm -rf "$fresh"
  [[ -x ${compose[0]} ]] || skip "docker's compose plugin is missing, and could not be fetched from Debian's next release"
}
