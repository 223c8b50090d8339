// WebAssembly's binary form, as far as the scripts of a build read and write it.

// The sections that are looked at.
export const [NOTES, TYPES, IMPORTS, EXPORTS, CODE, DATA] = [0, 1, 2, 7, 10, 11];

// What a program begins with: that it is one, and of which version.
const HEAD = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** A place in a program, from where it is read on. */
export class Cursor {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** A number in LEB128. */
  number() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  }

  /** A text after its length. */
  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }
}

/** The sections of a program: the kind of each, where its content begins, and where it ends. */
export function* sections(bytes) {
  const cursor = new Cursor(bytes, HEAD.length);
  while (cursor.at < bytes.length) {
    const [kind, length] = [cursor.byte(), cursor.number()];
    yield { kind, start: cursor.at, end: cursor.at + length };
    cursor.at += length;
  }
}

/** A program without its notes, such as the names of functions, which nothing needs that runs it. */
export function bare(bytes) {
  const kept = [...sections(bytes)].filter(({ kind }) => kind !== NOTES);
  return Buffer.concat([HEAD, ...kept.map(({ kind, start, end }) => section(kind, bytes.subarray(start, end)))]);
}

/** A program that imports from `to` what another imports from `from`, and exports it under the same names. */
export function passing(bytes, from, to) {
  const [imports, exports] = [[], []];
  const places = [0, 0, 0, 0, 0];
  for (const { module, name, kind, type } of imported(bytes)) {
    if (module !== from) continue;
    imports.push(Buffer.concat([text(to), text(name), Buffer.from([kind]), type]));
    exports.push(Buffer.concat([text(name), Buffer.from([kind]), number(places[kind]++)]));
  }
  const types = [...sections(bytes)].filter(({ kind }) => kind === TYPES).map(({ start, end }) => section(TYPES, bytes.subarray(start, end)));
  return Buffer.concat([HEAD, ...types, section(IMPORTS, list(imports)), section(EXPORTS, list(exports))]);
}

/** What a program imports: from where, by what name, and its kind and type as they are written. */
export function* imported(bytes) {
  for (const { kind, start } of sections(bytes)) {
    if (kind !== IMPORTS) continue;
    const cursor = new Cursor(bytes, start);
    for (let left = cursor.number(); left > 0; left -= 1) {
      const [module, name, kind, begun] = [cursor.text(), cursor.text(), cursor.byte(), cursor.at];
      skip(cursor, kind);
      yield { module, name, kind, type: bytes.subarray(begun, cursor.at) };
    }
  }
}

/** Goes over the type of an import of a kind: a function, a table, a memory, a global, a tag. */
function skip(cursor, kind) {
  const limits = () => {
    const has = cursor.byte();
    cursor.number();
    if (has & 1) cursor.number();
  };
  const value = () => {
    // A reference whose type is said in full.
    if ([0x63, 0x64].includes(cursor.byte())) cursor.number();
  };
  const over = [
    () => cursor.number(),
    () => (value(), limits()),
    limits,
    () => (value(), cursor.byte()),
    () => (cursor.byte(), cursor.number()),
  ];
  over[kind]();
}

function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value);
  return Buffer.from(bytes);
}

function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([number(bytes.length), bytes]);
}

function list(items) {
  return Buffer.concat([number(items.length), ...items]);
}

function section(kind, content) {
  return Buffer.concat([Buffer.from([kind]), number(content.length), content]);
}
