# Code generated from csi/s3-mountpoint-storage-class/chart. DO NOT EDIT.

# Makes the volumes of the pool available again whose claims were deleted: POSIX
# sh and curl. Of each volume it asks the API server for a patch that tests and
# removes in one step, so that a volume which is bound meanwhile keeps its claim.
#
# POOL             what the names of the volumes begin with; a number follows
# COUNT            how many volumes there are
# API_SERVER       address of the Kubernetes API
# SERVICE_ACCOUNT  folder with a token and the API server's certificate authority
set -eu

patch='[
  {"op": "test", "path": "/status/phase", "value": "Released"},
  {"op": "test", "path": "/metadata/deletionTimestamp", "value": null},
  {"op": "remove", "path": "/spec/claimRef"}
]'
token=$(cat "$SERVICE_ACCOUNT/token")

# The token comes by standard input: everyone on the node can read arguments.
ended=0
answers=$(
  printf 'Authorization: Bearer %s' "$token" |
    curl --silent --show-error --fail-early --connect-timeout 5 --max-time 30 \
      --cacert "$SERVICE_ACCOUNT/ca.crt" --header @- \
      --header 'Content-Type: application/json-patch+json' \
      --request PATCH --data "$patch" \
      --output /dev/null --write-out '%{http_code} %{url}\n' \
      "$API_SERVER/api/v1/persistentvolumes/$POOL-[0-$((COUNT - 1))]"
) || ended=$?

printf '%s\n' "$answers" | {
  while read -r status url; do
    case $status in
      200) echo "${url##*/}: given back" ;;
      422) ;; # A test failed: the volume is not Released, or is being deleted.
      *)
        echo "${url##*/}: the API server answered ${status:-nothing}" >&2
        ended=1
        ;;
    esac
  done
  exit "$ended"
}
