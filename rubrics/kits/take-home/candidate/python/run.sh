#!/bin/sh
# run.sh PORT: starts the service on 127.0.0.1; what is to survive a restart goes below DATA (a folder, given by the environment).
cd "$(dirname "$0")" && exec python3 server.py "$1"
