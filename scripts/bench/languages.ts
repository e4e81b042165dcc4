import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { go } from "../../test/consumers/go/project";
import type { Language, Program } from "../../test/consumers/language";
import { python } from "../../test/consumers/python/project";
import { ratio, type Section } from "./report";
import { type Command, timeInTurn } from "./timing";

const root = join(__dirname, "..", "..");

/** Times the Python example, on the wheel of dist/, against an empty app in Python. */
export function measurePython(): Promise<Section> {
  return measureExample("Python", python, "python");
}

/** Times the compiled Go example, on the module of dist/, against an empty app in Go. */
export function measureGo(): Promise<Section> {
  return measureExample("Go", go, "go");
}

/** Does something in a new project of a language, which is removed afterwards. */
export async function inProject<Result>(
  language: Language,
  work: (project: string) => Promise<Result>,
): Promise<Result> {
  const project = mkdtempSync(join(tmpdir(), "bench-project-"));
  try {
    process.stderr.write("setting up a project from dist/ ...\n");
    await language.create(project);
    return await work(project);
  } finally {
    rmSync(project, { recursive: true });
  }
}

/** A program as a command to be timed. */
export function timed(title: string, { command, args, folder, env }: Program): Command {
  return { title, command, args, cwd: folder, env };
}

function measureExample(name: string, language: Language, folder: string): Promise<Section> {
  return inProject(language, async (project) => {
    const example = await language.install(project, join(root, "examples", folder));
    const empty = await language.install(project, join(__dirname, "programs", folder, "empty"));
    const [ours, theirs] = timeInTurn(
      [timed(`${name} example`, example), timed(`empty ${name} app`, empty)],
      15,
    );
    return {
      title: `${name}, from start to cdk.tf.json`,
      timings: [ours, theirs],
      bars: [ratio(ours, theirs, 1.25)],
    };
  });
}
