# shellcheck shell=bash
# `./flette publish`: read by the command, which gives root, die, say, need, need_dotnet and dotnet_quietly.
# shellcheck disable=SC2154

# What the archive is called: the day and the commit it was made from, so that two of the same commit are the same bytes.
archive_name() {
    local at
    if at=$(git -C "$root" show -s --format='%cd-%h' --date=format:%Y.%m.%d HEAD 2>/dev/null); then
        [[ -z $(git -C "$root" status --porcelain 2>/dev/null) ]] || at+=-endret
        printf 'flette-%s' "$at"
    else
        printf 'flette-uten-versjon'
    fi
}

publish() {
    local out=${1:-$root/artifacts/publish} name work when packages runtime
    [[ $# -le 1 ]] || die "publish tar én mappe: ./flette publish [MAPPE]"
    need python3
    need_dotnet
    name=$(archive_name)
    when=$(git -C "$root" show -s --format=%ct HEAD 2>/dev/null || echo 0)
    work=$(mktemp -d)
    # shellcheck disable=SC2064
    trap "rm -rf -- '$work'" EXIT
    mkdir -p -- "$out" "$work/$name"

    say "· Bygger programmet …"
    dotnet_quietly restore "$root/src/Flette.Web/Flette.Web.csproj" --locked-mode -p:NuGetAudit=false -v quiet -p:SelfContained=true ||
        die "kunne ikke hente pakkene; se over." 1
    dotnet_quietly publish "$root/src/Flette.Web/Flette.Web.csproj" -c Release -r linux-x64 --self-contained --no-restore \
        -v quiet -nologo -p:UseSharedCompilation=false -p:DebugType=none -p:RunAnalyzers=false -p:GenerateDocumentationFile=false \
        -o "$work/$name/lib" || die "kunne ikke bygge; se over." 1
    rm -f -- "$work/$name/lib/createdump" "$work/$name"/lib/*.pdb "$work/$name"/lib/*.xml
    [[ ! -e $work/$name/lib/Flette.Demo.dll ]] || die "Flette.Demo ble med. Det skal den aldri." 1

    say "· Samler lisenser …"
    packages=${NUGET_PACKAGES:-$(cd -- "$root" && dotnet nuget locals global-packages --list | sed -n 's/^global-packages: //p')}
    runtime=$(find "$packages/microsoft.netcore.app.runtime.linux-x64" -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort -V | tail -n 1)
    python3 "$root/deploy/licences.py" "$root/src/Flette.Web/obj/project.assets.json" "$packages" "${runtime:-/nonexistent}" "$work/$name/licences" ||
        die "en lisens står ikke på listen i deploy/licences.py." 1
    cp -- "$root/LICENSE" "$work/$name/"
    mkdir -p -- "$work/$name/licences/wwwroot"
    (cd -- "$root/src/Flette.Web/wwwroot/lib" && find . -iname 'licen*' -o -iname '*.md' | while read -r file; do
        install -D -m 644 -- "$file" "$work/$name/licences/wwwroot/$file"
    done)

    install -m 644 -- "$root/deploy/flette.service" "$root/deploy/flette.sample.json" "$work/$name/"
    mkdir -p -- "$work/$name/docs"
    for page in install operate config privacy access law; do
        [[ ! -e $root/docs/$page.md ]] || install -m 644 -- "$root/docs/$page.md" "$work/$name/docs/"
    done
    cat >"$work/$name/flette" <<'TEXT'
#!/bin/sh
# Flette's commands; `flette help` lists them.
exec "$(dirname -- "$(readlink -f -- "$0")")/lib/Flette.Web" "$@"
TEXT
    chmod 755 -- "$work/$name/flette" "$work/$name/lib/Flette.Web"
    (cd -- "$work/$name" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
    tar --sort=name --mtime="@$when" --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" | gzip -n -6 >"$out/$name.tar.gz"
    (cd -- "$out" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
    printf '%s\n' "$out/$name.tar.gz"
}
