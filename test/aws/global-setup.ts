import { account } from "./account";

const notice = `
test:aws works on your AWS account.
It makes, in examples/hcl/node-role: two nodes of type t3.medium, an EFS file system
with its mount targets, an IAM role, and Helm releases on the cluster. It writes a
folder of the bucket and deletes it again. Then it makes another bucket, and an S3
Files file system on it with its mount targets and roles.
It costs less than 1 US dollar if it ends within its two hours: some 0.1 an hour for
the nodes, and cents for storage and requests. The cluster and the bucket are yours
and cost on their own.
It leaves, once it has destroyed all this: what AWS Backup kept of the file system,
for 35 days, and EKS' and AWS' own logs. If it is killed, all of it stays and costs
until you destroy it: the folder with its state is printed.
`;

/** Says what the suite costs and leaves, and goes on only where the caller has agreed. */
export default function setup(): void {
  process.stderr.write(notice);
  account(process.env);
}
