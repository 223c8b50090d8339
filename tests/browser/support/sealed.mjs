// Files sealed by another program than the page, after docs/sealed.md.
import { createCipheriv, pbkdf2Sync, randomBytes } from "node:crypto";

/** The bytes before the content. */
export const HEAD = 52;

/** The passphrase of the files made here. */
export const PASSPHRASE = "en lösenfras för provet";

/** Seals a content as docs/sealed.md says. */
export function sealed(content, { rounds = 600_000, passphrase = PASSPHRASE } = {}) {
  const head = Buffer.alloc(HEAD);
  Buffer.from([0x89, ...Buffer.from("OMBUD"), 0x1a, 0x0a, 1, 1, 1, 0]).copy(head);
  head.writeUInt32BE(rounds, 12);
  randomBytes(28).copy(head, 16);
  head.writeBigUInt64BE(BigInt(content.length + 16), 44);
  const key = pbkdf2Sync(passphrase.normalize("NFC"), head.subarray(16, 32), rounds, 32, "sha256");
  const cipher = createCipheriv("aes-256-gcm", key, head.subarray(32, 44));
  cipher.setAAD(head);
  return Buffer.concat([head, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}
