/** The word that takes the fewest letters added, removed or changed to become another; undefined where none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((candidate) => ({ candidate, distance: distance(word, candidate) }))
    .sort((one, other) => one.distance - other.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= word.length / 3 ? best.candidate : undefined;
}

/**
 * The Levenshtein distance, row by row.
 *
 * @see https://en.wikipedia.org/wiki/Levenshtein_distance#Iterative_with_two_matrix_rows
 */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = above[column] + (letter === other ? 0 : 1);
      current.push(Math.min(changed, above[column + 1] + 1, current[column] + 1));
    }
    above = current;
  }
  return above[to.length];
}
