#!/bin/sh
# Fetches the peers into .downloads beside this script, without touching the system: Debian's OpenBLAS (both threading variants; PyTorch
# picks one by LD_LIBRARY_PATH), the headers of Debian's oneDNN, and ONNX Runtime's shared library out of its Node package.
# Needs python3-torch (which brings libdnnl2), python3-numpy, gcc, npm.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
downloads=$here/.downloads
mkdir -p "$downloads/debs" "$downloads/models"

/usr/bin/python3 -c 'import torch, numpy' || { echo "install python3-torch and python3-numpy first" >&2; exit 1; }

(cd "$downloads/debs" && apt-get download libopenblas0-pthread libopenblas0-openmp)
for package in "$downloads"/debs/libopenblas*.deb; do
    dpkg -x "$package" "$downloads/openblas"
done

(cd "$downloads/debs" && apt-get download libdnnl-dev)
dpkg -x "$downloads"/debs/libdnnl-dev*.deb "$downloads/onednn"

# Where apt offers Intel's MKL it is one more candidate; it stands in for libblas.so.3 by LD_PRELOAD.
if (cd "$downloads/debs" && apt-get download libmkl-rt libmkl-core libmkl-def libmkl-avx2 libmkl-avx512 libmkl-gnu-thread libmkl-intel-lp64) 2>/dev/null; then
    for package in "$downloads"/debs/libmkl*.deb; do
        dpkg -x "$package" "$downloads/mkl"
    done
else
    echo "apt offers no MKL: compared with OpenBLAS alone"
fi

# --ignore-scripts: the package carries the CPU library; its install script only fetches the GPU ones.
npm install --prefix "$downloads" --no-save --ignore-scripts --no-audit --no-fund onnxruntime-node@1.30.0

gcc -O2 -Wall -Wextra "$here/onnxruntime_server.c" -o "$downloads/onnxruntime_server" -ldl
gcc -O2 -Wall -Wextra -ffp-contract=off -I"$downloads/onednn/usr/include" "$here/onednn_server.c" -o "$downloads/onednn_server" -l:libdnnl.so.2 -lm
gcc -O2 -Wall -Wextra -march=native "$here/ceiling.c" -o "$downloads/ceiling"
/usr/bin/python3 "$here/onnx_model.py" "$downloads/models"
