/** A mistake that somebody could make in the source. */
export interface Mutant {
  /** What the mistaken code does, in words that follow "it". */
  readonly name: string;
  /** The file that is changed, by its path in the repository. */
  readonly file: string;
  /** Text that the file holds once. */
  readonly from: string;
  /** What it becomes. */
  readonly to: string;
  /** The narrowest test file that must fail. */
  readonly killedBy: string;
}

/** A mutant in one line. */
export function mutant(
  file: string,
  killedBy: string,
  name: string,
  from: string,
  to: string,
): Mutant {
  return { file, killedBy, name, from, to };
}

/** @throws an error unless the text holds what the mutant changes, once. */
export function mutate({ name, file, from, to }: Mutant, text: string): string {
  const found = text.split(from).length - 1;
  if (found !== 1) {
    throw new Error(`${file} holds what the mutant "${name}" changes ${found} times, not once`);
  }
  return text.replace(from, () => to);
}
