/** What the documents are held to. */
export interface ProseOptions {
  /** The most words of a sentence. Code within a line counts as one. */
  readonly sentence: number;
  /** The most words of documents, by patterns of their paths; code in blocks is not counted. */
  readonly documents: Readonly<Record<string, number>>;
  /** The heading that ends what of a document is counted. */
  readonly until: string;
}

/** A part of a document in Markdown, as remark gives it. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** A document, as remark gives it. */
interface Document {
  readonly path: string;
  message(reason: string, place?: Node): void;
}

/** GitHub's address of a folder, which remark-validate-links leaves alone. */
const UNCHECKED = /^https:\/\/github\.com\/clockwork-codex\/csi\/tree\//;

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/** A plugin of remark that warns of long sentences, links that nothing checks, and documents that outgrow their budget. */
export default function prose({ sentence: limit, documents, until }: ProseOptions) {
  return (tree: Node, file: Document): void => {
    for (const block of blocksOf(tree)) {
      // To remark a table is a paragraph: a cell ends a sentence.
      const cells = textOf(block).replace(/\s+/g, " ").split("|");
      for (const { segment } of cells.flatMap((cell) => [...sentences.segment(cell)])) {
        const length = wordsIn(segment);
        if (length > limit) {
          file.message(
            `a sentence of ${length} words, of ${limit} at most: "${segment.trim().slice(0, 60)}..."; make two of it`,
            block,
          );
        }
      }
      for (const { url = "" } of linksIn(block)) {
        if (UNCHECKED.test(url)) file.message(`nothing checks ${url}: write blob for tree`, block);
      }
    }
    const [, budget = Infinity] =
      Object.entries(documents).find(([path]) => new RegExp(path).test(file.path)) ?? [];
    const counted: string[] = [];
    for (const block of blocksOf(tree)) {
      if (block.type === "heading" && textOf(block) === until) break;
      counted.push(textOf(block));
    }
    const length = wordsIn(counted.join("\n"));
    if (length > budget) {
      file.message(`${length} words, of ${budget} at most: move some into a page beside it`);
    }
  };
}

/** The paragraphs and headings of a document, in order. */
function blocksOf(node: Node): readonly Node[] {
  if (["paragraph", "heading"].includes(node.type)) return [node];
  return (node.children ?? []).flatMap(blocksOf);
}

function linksIn(node: Node): readonly Node[] {
  return node.type === "link" ? [node] : (node.children ?? []).flatMap(linksIn);
}

function textOf({ type, value = "", children = [] }: Node): string {
  // With a capital letter, since a sentence can begin with it.
  if (type === "inlineCode") return "Code";
  return type === "text" ? value : children.map(textOf).join("");
}

function wordsIn(text: string): number {
  return [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}
