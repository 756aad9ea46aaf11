# Sourced by the scripts here.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
out=$root/artifacts/serving

# Publishes a project as a native program, and fails if that prints a warning: publish NAME FOLDER
publish() {
  mkdir -p "$out"
  dotnet publish "$root/$2" -c Release -r linux-x64 -o "$out/$1" -m:1 --nologo "${@:3}" >"$out/$1.log" 2>&1 || { cat "$out/$1.log"; exit 1; }
  if grep -E '(warning|error) [A-Z]+[0-9]+' "$out/$1.log"; then
    echo "publishing $2 printed warnings" >&2
    exit 1
  fi
}

# Starts the service on a port of its own: start_service OPTIONS…; sets pid and url.
start_service() {
  url=http://127.0.0.1:${PORT:-5187}
  "$out/service/service" --urls "$url" --Logging:LogLevel:Default Warning "$@" &
  pid=$!
  trap 'kill $pid 2>/dev/null || true' EXIT
  for _ in $(seq 100); do
    curl -fsS "$url/health" >/dev/null 2>&1 && return
    sleep 0.1
  done
  echo "the service does not answer" >&2
  exit 1
}

stop_service() {
  kill -TERM "$pid"
  wait "$pid"
}

# Resident memory of a process in MB.
resident() {
  awk '/^VmRSS/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"
}
