#!/usr/bin/env bash
# Makes the README's pictures anew, of the demo's invented families.
set -euo pipefail
here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd -P)
dotnet build "$here/../../tests/Browser.Tests" -v quiet -nologo
FLETTE_PICTURES=$here "$here/../../tests/Browser.Tests/bin/Debug/net10.0/Browser.Tests" -class '*FacePictures'
