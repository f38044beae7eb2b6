/** A reply of Redis; error replies are values. */
export type Reply = string | number | null | Error | readonly Reply[];

/** Parses replies in the Redis protocol from chunks of data. */
export class RespReader {
  #text = '';

  constructor(readonly deliver: (reply: Reply) => void) {}

  push(chunk: Buffer): void {
    this.#text += chunk.toString('latin1');
    for (;;) {
      const read = this.#read(0);
      if (!read) return;
      this.#text = this.#text.slice(read.end);
      this.deliver(read.reply);
    }
  }

  /** The reply that starts at a position; undefined if it is still incomplete. */
  #read(at: number): { readonly reply: Reply; readonly end: number } | undefined {
    const lineEnd = this.#text.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const line = this.#text.slice(at + 1, lineEnd);
    const end = lineEnd + 2;
    switch (this.#text[at]) {
      case '+':
        return { reply: line, end };
      case '-':
        return { reply: new Error(line), end };
      case ':':
        return { reply: Number(line), end };
      case '$':
        return this.#bulk(Number(line), end);
      default:
        return this.#list(Number(line), end);
    }
  }

  #bulk(length: number, at: number) {
    if (length < 0) return { reply: null, end: at };
    if (this.#text.length < at + length + 2) return undefined;
    return { reply: this.#text.slice(at, at + length), end: at + length + 2 };
  }

  #list(length: number, at: number) {
    const reply: Reply[] = [];
    let end = at;
    for (let i = 0; i < length; i++) {
      const read = this.#read(end);
      if (!read) return undefined;
      reply.push(read.reply);
      end = read.end;
    }
    return { reply, end };
  }
}
