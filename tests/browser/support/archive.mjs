/** The files of an archive in which they lie as they are. */
export function unpacked(bytes) {
  const files = {};
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const name = bytes.toString("utf8", at + 30, at + 30 + length);
    files[name] = bytes.subarray(at + 30 + length, at + 30 + length + size);
    at += 30 + length + size;
  }
  return files;
}
