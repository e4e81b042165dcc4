/**
 * What becomes of a volume when its claim is deleted.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming
 */
export enum ReclaimPolicy {
  /** The volume goes, too. */
  DELETE = "Delete",
  /** The volume stays, for an administrator. */
  RETAIN = "Retain",
}
