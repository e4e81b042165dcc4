"""Rewrites an sdist so that its bytes follow from its contents alone.

setuptools gives its files the times and owners of the machine that built it:
https://github.com/pypa/setuptools/issues/2133

usage: SOURCE_DATE_EPOCH=<seconds> normalize_sdist.py <sdist.tar.gz>
"""

import gzip
import os
import sys
import tarfile

path = sys.argv[1]
epoch = int(os.environ["SOURCE_DATE_EPOCH"])

with tarfile.open(path) as sdist:
    members = sorted(sdist.getmembers(), key=lambda member: member.name)
    contents = [(member, sdist.extractfile(member)) for member in members]
    with (
        open(f"{path}.new", "wb") as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=epoch) as compressed,
        tarfile.open(fileobj=compressed, mode="w", format=tarfile.PAX_FORMAT) as normal,
    ):
        for member, content in contents:
            member.mtime = epoch
            member.uid = member.gid = 0
            member.uname = member.gname = ""
            member.mode = 0o755 if member.isdir() else 0o644
            member.pax_headers = {}
            normal.addfile(member, content)

os.replace(f"{path}.new", path)
