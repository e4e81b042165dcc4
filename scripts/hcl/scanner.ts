const SPACE = /\s*/y;

/** Takes a text piece by piece from its beginning; the patterns it is given must be sticky. */
export class Scanner {
  protected at = 0;

  constructor(protected readonly source: string) {}

  /** Takes what the pattern matches here, if it does. */
  protected take(pattern: RegExp): string | undefined {
    const found = this.match(pattern);
    if (!found) return undefined;
    this.at += found[0].length;
    return found[0];
  }

  /** Takes exactly this text, if it is next. */
  protected takeText(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Takes an operator or bracket, if it is next after whitespace. */
  protected takeSymbol(symbol: string): boolean {
    this.takeSpace();
    return this.takeText(symbol);
  }

  protected takeSpace(): void {
    this.take(SPACE);
  }

  /** What the pattern matches here, or some characters further on, without taking it. */
  protected match(pattern: RegExp, ahead = 0): RegExpExecArray | null {
    pattern.lastIndex = this.at + ahead;
    return pattern.exec(this.source);
  }

  protected expect(symbol: string): void {
    if (!this.takeSymbol(symbol)) this.fail(`"${symbol}"`);
  }

  protected expectEnd(): void {
    this.takeSpace();
    if (this.at < this.source.length) this.fail("the end");
  }

  /** Throws if the pattern matches here: it is HCL, but nothing that is printed needs it. */
  protected refuse(pattern: RegExp, what: string, instead: string): void {
    if (!this.match(pattern)) return;
    throw new Error(
      `${JSON.stringify(this.source)} holds ${what}, which is not printed: ${instead}`,
    );
  }

  protected fail(expected: string): never {
    throw new Error(
      `${JSON.stringify(this.source)} is not an HCL expression that can be printed: ` +
        `expected ${expected} at character ${this.at + 1}`,
    );
  }
}
