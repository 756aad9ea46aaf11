#!/usr/bin/env bash
# Makes benchmarks/gpu/publish: the program with its runtime, for a Linux machine without .NET.
set -eu
cd "$(dirname "$0")"
dotnet publish NetGen.Gpu.Benchmarks.csproj -c Release -r linux-x64 --self-contained -p:PublishSingleFile=true -p:EnableCompressionInSingleFile=true \
  -p:DebugType=none -p:IncludeNativeLibrariesForSelfExtract=true -o publish
rm -f publish/*.pdb publish/*.xml
du -sh publish
