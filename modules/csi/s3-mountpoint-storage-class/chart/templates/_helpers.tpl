{{- /* Code generated from csi/s3-mountpoint-storage-class/chart. DO NOT EDIT. */}}
{{- define "labels" -}}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
{{- end }}

{{/* What sets the names of this pool apart from those of others. */}}
{{- define "pool.digest" -}}
{{ printf "%s %s" .Values.volumes.pool .Values.volumes.install | sha256sum | trunc 8 }}
{{- end }}

{{/* What the names of the pool's volumes begin with; a number follows. */}}
{{- define "pool" -}}
{{ printf "%s-%s" (.Values.storageClass.name | trunc 44 | trimAll "-.") (include "pool.digest" .) }}
{{- end }}

{{/* The one name of all that keeps the pool: a CronJob's has 52 characters at most. */}}
{{- define "keeper.name" -}}
{{ printf "%s-%s-keeper" (.Values.storageClass.name | trunc 36 | trimAll "-.") (include "pool.digest" .) }}
{{- end }}

{{- define "keeper.metadata" -}}
name: {{ include "keeper.name" . | quote }}
labels:
  {{- include "labels" . | nindent 2 }}
  app.kubernetes.io/component: keeper
{{- end }}
