#!/usr/bin/env bash
# The work of action.yml: check and paint all maps, and tell and paint what changed since BASE. Runs in a checkout.
set -uo pipefail

summary="${GITHUB_STEP_SUMMARY:-/dev/stdout}"
mapfile -t maps < <(git -c core.quotePath=false ls-files -- "$MAPS")
if [ "${#maps[@]}" -eq 0 ]; then
  echo "No map files here: ${MAPS}"
  exit 0
fi
mkdir -p "$PICTURES"

footfall check "${maps[@]}" --format github --fail-on "$FAIL_ON" --language "$LANGUAGE_OF_FINDINGS"
status=$?
for map in "${maps[@]}"; do
  name="${map%.journey.yaml}"
  footfall render "$map" -o "$PICTURES/${name//\//-}.svg" || status=2
done

tell_changes() {
  local map="$1" name="${1%.journey.yaml}" earlier words
  earlier="$(mktemp -d)/${map##*/}"
  if ! git show "$BASE:$map" > "$earlier" 2> /dev/null; then
    printf '### %s\n\nA new map.\n\n' "$map" >> "$summary"
    return
  fi
  words="$(footfall diff "$earlier" "$map" -o "$PICTURES/${name//\//-}.diff.svg")"
  case $? in
    0) rm -f "$PICTURES/${name//\//-}.diff.svg" ;;
    1) printf '### %s\n\n```text\n%s\n```\n\n' "$map" "${words//\`/\'}" >> "$summary" ;;
    *) status=2 ;;
  esac
}

if [ -n "$BASE" ]; then
  git cat-file -e "$BASE^{commit}" 2> /dev/null || git fetch --quiet --depth 1 origin "$BASE" || BASE=""
fi
if [ -n "$BASE" ]; then
  for map in "${maps[@]}"; do tell_changes "$map"; done
fi
exit "$status"
