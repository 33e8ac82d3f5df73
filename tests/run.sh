# shellcheck shell=bash
# `./flette test`: read by the command, which gives root, configuration, die, say, need, need_dotnet, build and
# dotnet_quietly.
# shellcheck disable=SC2154

passed=0 failed=0 skipped=0

count() { sed -n "s/.*$1: \([0-9]*\).*/\1/p" <<<"$2"; }

run_project() {
    local project=$1 log status=0 summary ran bad
    shift
    say ""
    say "== $project"
    log=$(mktemp)
    (cd -- "$root" && NO_COLOR=1 "$root/tests/$project/bin/$configuration/net10.0/$project" -noColor -noLogo "$@" </dev/null 2>&1) |
        tee -- "$log" || status=${PIPESTATUS[0]}
    summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+' -- "$log" | tail -n 1) || true
    rm -f -- "$log"
    if [[ -z $summary ]]; then
        echo "$project sluttet uten oppsummering (kode $status): regnes som én feil."
        failed=$((failed + 1))
        return
    fi

    bad=$(($(count Errors "$summary") + $(count Failed "$summary")))
    ran=$(($(count Total "$summary") - $(count Skipped "$summary") - $(count 'Not Run' "$summary")))
    passed=$((passed + ran - $(count Failed "$summary")))
    skipped=$((skipped + $(count Skipped "$summary")))
    failed=$((failed + bad))
    if [[ $ran -eq 0 ]]; then
        echo "$project kjørte ingen test: regnes som én feil."
        failed=$((failed + 1))
    elif [[ $status -ne 0 && $bad -eq 0 ]]; then
        echo "$project sluttet med kode $status uten at noen test feilet: regnes som én feil."
        failed=$((failed + 1))
    fi
}

run_style() {
    grep -qs csharpier -- "$root/.config/dotnet-tools.json" || return 0
    say ""
    say "== stil"
    # Only the names of the files: what the tool would write instead it can write itself.
    if (cd -- "$root" && dotnet_quietly tool restore && dotnet csharpier check . </dev/null 2>&1 | sed -n 's/^Error //p'); then
        passed=$((passed + 1))
    else
        echo "Ikke formatert; dette ordner det: dotnet csharpier format ."
        failed=$((failed + 1))
    fi
}

# The provider that signing in is tested against; users need neither it nor Node.
need_provider() {
    local folder=$root/tests/Kit/oidc
    command -v node >/dev/null && command -v npm >/dev/null ||
        die "testene trenger Node 20 (til innloggingen det prøves mot). Installer nodejs og npm, og kjør samme kommando igjen."
    [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] && return 0
    say "· Henter det innloggingen prøves mot …"
    (cd -- "$folder" && npm ci --silent --no-audit --no-fund --ignore-scripts </dev/null >&2) ||
        die "kunne ikke hente det innloggingen prøves mot; se over." 1
    touch -- "$folder/node_modules/.package-lock.json"
}

run_tests() {
    local fast='' options=() project
    while [[ $# -gt 0 ]]; do
        case $1 in
        --fast) fast=1 && options=(-trait- Speed=slow) ;;
        --long) export FLETTE_LONG=1 && options=(-explicit on) ;;
        *) die "test kjenner ikke $1 (bare --fast og --long)." ;;
        esac
        shift
    done

    # Also for --fast: the PDF of the plan is made by Chromium and read by pdfinfo in Web.Tests. Git makes the fresh clones.
    need postgresql-15 python3 chromium chromium-sandbox fonts-liberation poppler-utils khal python3-icalendar dovecot-imapd git
    need_dotnet
    need_provider
    build Flette.slnx "$root/tests/Web.Tests/bin/$configuration/net10.0/Web.Tests"
    for project in "$root"/tests/*.Tests; do
        project=${project##*/}
        [[ -n $fast && " Core.Tests Documents.Tests Law.Tests Web.Tests " != *" $project "* ]] || run_project "$project" "${options[@]}"
    done
    run_style

    echo
    if [[ $skipped -gt 0 ]]; then
        echo "$passed passed, $failed failed, $skipped skipped"
    else
        echo "$passed passed, $failed failed"
    fi
    [[ $failed -eq 0 && $passed -gt 0 ]]
}
