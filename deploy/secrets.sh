#!/bin/sh
# Makes the folder of secrets that compose.yaml mounts, with a password for the records' database. Nothing that is there already is touched.
set -eu
umask 077
mkdir -p secrets documents
if [ ! -e secrets/database_password ]; then
    password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s' "$password" > secrets/database_password
    printf 'postgresql://pmo:%s@postgres:5432/pmo' "$password" > secrets/database_url
fi
# The image's user reads them, and nobody else.
if [ "$(id -u)" = 0 ]; then chown -R 10001:10001 secrets; else echo "Run this as root, or else: sudo chown -R 10001:10001 secrets"; fi
chmod 755 documents
