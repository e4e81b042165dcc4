const defaults = /^((efs-sc|s3-mountpoint)-[0-9a-f]{8}|aws-(efs|mountpoint-s3)-csi-driver)$/;

/**
 * Whether the tests give a Helm release this name: it has the run's prefix, or
 * is one that the modules give where a test leaves the inputs at their defaults.
 */
export function isReleaseOfTests(name: string, prefix: string): boolean {
  return name.startsWith(prefix) || defaults.test(name);
}
